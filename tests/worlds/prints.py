"""How the invented service is printed: pages of missions, a host's list and a sender's list, in several layouts.

Each line that is printed is kept beside the stint that it is of. Lists err as lists do: a name misspelled once,
somebody left out of one edition, a page that failed, names taken down.
"""

from __future__ import annotations

import html
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tests.worlds.truth import FIRST, LAST, Stint, World

TITLES: dict[str, dict[str, tuple[str, str]]] = {
    "en": {
        "ambassador": ("Ambassador Extraordinary and Plenipotentiary",) * 2,
        "minister-counsellor": ("Minister-Counsellor, Deputy Head of Mission",) * 2,
        "counsellor": ("Counsellor",) * 2,
        "first-secretary": ("First Secretary",) * 2,
        "second-secretary": ("Second Secretary",) * 2,
        "third-secretary": ("Third Secretary",) * 2,
        "attache": ("Attaché",) * 2,
        "defence-attache": ("Defence Attaché",) * 2,
        "acting": ("Chargé d’affaires a.i.",) * 2,
    },
    "fr": {
        "ambassador": (
            "Ambassadeur extraordinaire et plénipotentiaire",
            "Ambassadrice extraordinaire et plénipotentiaire",
        ),
        "minister-counsellor": (
            "Ministre-conseiller, chef de mission adjoint",
            "Ministre-conseillère, cheffe de mission adjointe",
        ),
        "counsellor": ("Conseiller", "Conseillère"),
        "first-secretary": ("Premier secrétaire", "Première secrétaire"),
        "second-secretary": ("Deuxième secrétaire", "Deuxième secrétaire"),
        "third-secretary": ("Troisième secrétaire", "Troisième secrétaire"),
        "attache": ("Attaché", "Attachée"),
        "defence-attache": ("Attaché de défense", "Attachée de défense"),
        "acting": ("Chargé d’affaires a.i.", "Chargée d’affaires a.i."),
    },
    "es": {
        "ambassador": ("Embajador Extraordinario y Plenipotenciario", "Embajadora Extraordinaria y Plenipotenciaria"),
        "minister-counsellor": (
            "Ministro Consejero, Jefe de Misión Adjunto",
            "Ministra Consejera, Jefa de Misión Adjunta",
        ),
        "counsellor": ("Consejero", "Consejera"),
        "first-secretary": ("Primer Secretario", "Primera Secretaria"),
        "second-secretary": ("Segundo Secretario", "Segunda Secretaria"),
        "third-secretary": ("Tercer Secretario", "Tercera Secretaria"),
        "attache": ("Agregado", "Agregada"),
        "defence-attache": ("Agregado de Defensa", "Agregada de Defensa"),
        "acting": ("Encargado de Negocios a.i.", "Encargada de Negocios a.i."),
    },
    "de": {
        "ambassador": ("Botschafter", "Botschafterin"),
        "minister-counsellor": (
            "Gesandter-Botschaftsrat, Ständiger Vertreter",
            "Gesandte-Botschaftsrätin, Ständige Vertreterin",
        ),
        "counsellor": ("Botschaftsrat", "Botschaftsrätin"),
        "first-secretary": ("I. Sekretär", "I. Sekretärin"),
        "second-secretary": ("II. Sekretär", "II. Sekretärin"),
        "third-secretary": ("III. Sekretär", "III. Sekretärin"),
        "attache": ("Attaché", "Attachée"),
        "defence-attache": ("Verteidigungsattaché", "Verteidigungsattachée"),
        "acting": ("Geschäftsträger a.i.", "Geschäftsträgerin a.i."),
    },
}
ORDER = ("ambassador", "minister-counsellor", "counsellor", "first-secretary", "second-secretary", "third-secretary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line, in the order of its section."""

    stint: Stint | None
    """`None` for a post printed as vacant."""
    name: str
    title: str
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One edition as bytes, and what stands in it by mission."""

    name: str
    data: bytes
    media_type: str
    as_of: date
    kind: str
    """`page`, `host` or `heads`."""
    sections: dict[str, tuple[Line, ...]]
    whole: bool
    """Whether somebody who isn't printed was absent."""
    sending: str | None = None
    receiving: str | None = None
    url: str = ""


Layout = Callable[[str, Sequence[Line], date], str]


def days(rng: random.Random, least: int, most: int) -> Iterator[date]:
    """The days of the editions of one list."""
    day = FIRST + timedelta(days=rng.randrange(60))
    while day < LAST:
        yield day
        day += timedelta(days=rng.randrange(least, most))


def section(world: World, mission: str, day: date, language: str, *, heads: bool, dates: bool) -> list[Line]:
    """The lines of a mission on a day: by rank, then by who came first."""
    own = [one for one in world.at(mission) if one.on(day) and (not heads or one.slot == "head")]
    own.sort(key=lambda one: (_place(one, day), one.start, one.id))
    found = [
        Line(
            stint=one,
            name=_name(one, day),
            title=_title(one, day, language, heads=heads),
            since=one.start if dates else None,
        )
        for one in own
    ]
    if heads and not found:
        found = [Line(stint=None, name="Vacant", title="", since=None)]
    return found


def _place(one: Stint, day: date) -> int:
    rank = one.rank_on(day)
    return ORDER.index(rank) if rank in ORDER else len(ORDER)


def _name(one: Stint, day: date) -> str:
    return f"{one.human.given}|{one.human.family_on(day)}"


def _title(one: Stint, day: date, language: str, *, heads: bool) -> str:
    rank = one.rank_on(day)
    words = TITLES[language][rank][one.human.woman]
    if rank == "minister-counsellor" and one.slot != "deputy":
        words = words.partition(",")[0]
    return f"{words}, {TITLES[language]['acting'][one.human.woman]}" if one.acts_on(day) and not heads else words


def erring(rng: random.Random, lines: list[Line], day: date) -> list[Line]:
    """The lines with what lists get wrong: somebody left out, two letters swapped."""
    found: list[Line] = []
    for line in lines:
        chance = rng.random()
        if chance < 0.004 and line.stint is not None and _serves_on(line.stint, day):
            continue
        if chance > 0.993 and line.stint is not None:
            given, family = line.name.split("|")
            at = rng.randrange(1, len(family) - 2)
            swapped = family[:at] + family[at + 1] + family[at] + family[at + 2 :]
            line = Line(stint=line.stint, name=f"{given}|{swapped}", title=line.title, since=line.since)
        found.append(line)
    return found


def _serves_on(stint: Stint, day: date) -> bool:
    """Whether somebody who isn't printed on a day is printed before and after it."""
    around = timedelta(days=300)
    return stint.slot == "staff" and stint.on(day - around) and stint.on(day + around) and day + around < LAST


def western(name: str) -> str:
    """`Given FAMILY`."""
    given, _, family = name.partition("|")
    return f"{given} {family.upper()}" if family else given


def comma(name: str) -> str:
    """`Family, Given`."""
    given, _, family = name.partition("|")
    return f"{family}, {given}" if family else given


def numbered(heading: str, lines: Sequence[Line], day: date) -> str:
    """A numbered list in paragraphs: name, dash, title, and since when in brackets."""
    items = "".join(
        f"<li>{html.escape(western(one.name))} – {html.escape(one.title)}"
        f"{f' (since {one.since:%d %B %Y})' if one.since else ''}</li>\n"
        for one in lines
    )
    return f"<html><body><h1>{heading}</h1><p>Status: {day:%d %B %Y}</p><ol>\n{items}</ol></body></html>"


def terms(heading: str, lines: Sequence[Line], day: date) -> str:
    """A definition list: the name as a term, the title as its definition."""
    items = "".join(f"<dt>{html.escape(western(one.name))}</dt><dd>{html.escape(one.title)}</dd>\n" for one in lines)
    return f"<html><body><h2>{heading}</h2><dl>\n{items}</dl><p>{day:%d/%m/%Y}</p></body></html>"


def table(heading: str, lines: Sequence[Line], day: date) -> str:
    """A table with the title first, then the family name, the given name, and the day in ISO form."""
    rows = "".join(
        f"<tr><td>{html.escape(one.title)}</td><td>{html.escape(one.name.partition('|')[2].upper())}</td>"
        f"<td>{html.escape(one.name.partition('|')[0])}</td><td>{one.since or ''}</td></tr>\n"
        for one in lines
    )
    head = "<tr><th>Cargo</th><th>Apellidos</th><th>Nombre</th><th>Fecha de llegada</th></tr>"
    return f"<html><body><h1>{heading}</h1><p>{day:%d/%m/%Y}</p><table>{head}\n{rows}</table></body></html>"


def plain(heading: str, lines: Sequence[Line], day: date) -> str:
    """Plain text: name and title on lines of their own, a blank line between people."""
    blocks = "\n\n".join(f"{western(one.name)}\n{one.title}" for one in lines)
    return f"{heading.upper()}\n\nStand: {day:%d.%m.%Y}\n\n{blocks}\n"
