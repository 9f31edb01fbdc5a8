"""A small corps as seen by three lists that spell it in three ways, with few editions and long gaps between them.

Each mission stands on a page of its own, in its host's list and, with its head alone, in the sender's list of heads.
People are promoted, act for a head, are accredited twice and marry; posts stand vacant; a page loses its names and
gets them back.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from legation.extraction.rosters.titles import parse_title
from legation.language.names import parse_name
from legation.model.listings import CoverageClass, Listing, MissionSection, Roster
from tests import make

FIRST, LAST = date(2008, 1, 1), date(2020, 12, 31)
FAMILIES = (
    ("Karvetsky", "Karvetski", "Karwezkij"),
    ("Zhuravin", "Jouravine", "Schurawin"),
    ("Chernygin", "Tchernyguine", "Tschernygin"),
    ("Yushmanov", "Iouchmanov", "Juschmanow"),
    ("Shchebrev", "Chtchebrev", "Schtschebrew"),
    ("Mikhalgin", "Mikhalguine", "Michalgin"),
    ("Velichkin", "Velitchkine", "Welitschkin"),
    ("Khoreshkov", "Khorechkov", "Choreschkow"),
    ("Tsvelev", "Tsvelev", "Zwelew"),
    ("Gavrishin", "Gavrichine", "Gawrischin"),
)
"""Invented family names as an English, a French and a German list would spell them."""
Name = tuple[str, str, str]
MEN: tuple[Name, ...] = (("Aleksey", "Alexeï", "Alexej"), ("Dmitry", "Dmitri", "Dmitrij"), ("Yury", "Iouri", "Jurij"))
MEN += (("Sergey", "Sergueï", "Sergej"), ("Evgeny", "Evguéni", "Jewgenij"), ("Mikhail", "Mikhaïl", "Michail"))
WOMEN = (("Tatyana", "Tatiana", "Tatjana"), ("Yuliya", "Ioulia", "Julija"), ("Irina", "Irina", "Irina"))
FATHERS: tuple[Name, ...] = (
    ("Petrovich", "Petrovitch", "Petrowitsch"),
    ("Andreevich", "Andreïevitch", "Andrejewitsch"),
)
FATHERS += (("Olegovich", "Olegovitch", "Olegowitsch"), ("Pavlovich", "Pavlovitch", "Pawlowitsch"))
RANKS = (
    ("Third Secretary", "Troisième secrétaire", "Dritter Sekretär"),
    ("Second Secretary", "Deuxième secrétaire", "Zweiter Sekretär"),
    ("First Secretary", "Premier secrétaire", "Erster Sekretär"),
    ("Counsellor", "Conseiller", "Botschaftsrat"),
)
HEAD = ("Ambassador", "Ambassadeur", "Botschafter")
ACTING = (
    "Counsellor, Chargé d'affaires a.i.",
    "Conseiller, Chargé d'affaires a.i.",
    "Botschaftsrat, Geschäftsträger a.i.",
)
PAGE, HOST, HEADS = range(3)
"""The lists, and the places of their spellings."""
MISSIONS = ("XV/XB", "XV/XC", "XV/XD")
Human = tuple[int, Name, Name]
"""A number, a given name and a family name."""


@dataclass(slots=True, kw_only=True)
class Stint:
    """Somebody's time at one mission."""

    human: int
    mission: str
    given: Name
    father: Name
    family: Name
    start: date
    end: date
    rank: int | None
    """Place in `RANKS` at the start; a head has none."""
    promoted: date | None = None
    married: tuple[date, Name] | None = None
    acts: list[tuple[date, date]] = field(default_factory=list)

    def name(self, day: date, spelling: int) -> str:
        """As one list spells it on a day."""
        family = self.married[1] if self.married and day >= self.married[0] else self.family
        words = (self.given, self.father, family) if spelling == HOST else (self.given, family)
        return " ".join((*(word[spelling] for word in words[:-1]), family[spelling].upper()))

    def title(self, day: date, spelling: int) -> str:
        """As one list prints it on a day."""
        if self.rank is None:
            return HEAD[spelling]
        if any(first <= day <= last for first, last in self.acts):
            return ACTING[spelling]
        raised = self.promoted is not None and day >= self.promoted
        return RANKS[min(self.rank + raised, len(RANKS) - 1)][spelling]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corps:
    """Who served when, and what the lists show of it."""

    stints: tuple[Stint, ...]
    rosters: tuple[Roster, ...]
    stint_of: Mapping[str, Stint]
    """Listing id to the stint whose line it is."""


def corps(seed: int, staff: int = 9) -> Corps:
    """The corps of three missions over thirteen years; the same seed gives the same."""
    rng = random.Random(seed)
    stints = tuple(_stints(rng, staff))
    stint_of: dict[str, Stint] = {}
    rosters = tuple(_rosters(rng, stints, stint_of))
    return Corps(stints=stints, rosters=rosters, stint_of=stint_of)


def _stints(rng: random.Random, staff: int) -> Iterator[Stint]:
    for mission in MISSIONS[:2]:
        names = _humans(rng, mission)
        yield from _heads(rng, mission, names)
        for post in range(staff):
            day = FIRST - timedelta(days=rng.randrange(900))
            while day < LAST:
                stint = _stint(rng, names, mission, day, rank=post % len(RANKS))
                if stint.end - stint.start > timedelta(days=800) and rng.random() < 0.5:
                    stint.promoted = stint.start + timedelta(days=rng.randrange(300, 700))
                yield stint
                day = stint.end + timedelta(days=rng.randrange(1, 400))


def _humans(rng: random.Random, mission: str) -> list[Human]:
    """People of one mission; many share a family name, and nobody a given name besides."""
    names = [(given, family) for given in (*MEN, *WOMEN) for family in FAMILIES]
    rng.shuffle(names)
    first = MISSIONS.index(mission) * 1000
    return [(first + number, given, family) for number, (given, family) in enumerate(names)]


def _heads(rng: random.Random, mission: str, names: list[Human]) -> Iterator[Stint]:
    """Heads one after the other, somebody who acts in between; the second mission's head has a third one as well."""
    day = FIRST - timedelta(days=rng.randrange(500))
    while day < LAST:
        head = _stint(rng, names, mission, day, rank=None)
        yield head
        if mission == MISSIONS[1]:
            yield Stint(**{**_fields(head), "mission": MISSIONS[2]})
        gap = timedelta(days=rng.randrange(40, 420))
        deputy = _stint(rng, names, mission, head.end - timedelta(days=500), rank=len(RANKS) - 1)
        deputy.end = max(deputy.end, head.end + gap + timedelta(days=30))
        deputy.acts = [(head.end + timedelta(days=1), head.end + gap - timedelta(days=1))]
        yield deputy
        day = head.end + gap


def _fields(stint: Stint) -> dict[str, Any]:
    return {name: getattr(stint, name) for name in Stint.__slots__}


def _stint(rng: random.Random, names: list[Human], mission: str, start: date, *, rank: int | None) -> Stint:
    human, given, family = names.pop()
    woman = given in WOMEN
    father = rng.choice(FATHERS)
    stint = Stint(
        human=human,
        mission=mission,
        given=given,
        father=_of_daughter(father) if woman else father,
        family=_of_woman(family) if woman else family,
        start=start,
        end=start + timedelta(days=rng.randrange(500, 1700)),
        rank=rank,
    )
    others = [each for each in names if each[1] == given]
    if woman and others and rng.random() < 0.4:
        names.remove(others[0])
        stint.married = (start + timedelta(days=rng.randrange(200, 450)), _of_woman(others[0][2]))
    return stint


def _of_woman(family: Name) -> Name:
    english = family[0].removesuffix("y") + "aya" if family[0].endswith("sky") else f"{family[0]}a"
    french = f"{family[1].removesuffix('i')}aïa" if family[1].endswith("ski") else f"{family[1].removesuffix('e')}a"
    german = family[2].removesuffix("ij") + "aja" if family[2].endswith("ij") else f"{family[2]}a"
    return english, french, german


def _of_daughter(father: Name) -> Name:
    english, french, german = father
    return f"{english.removesuffix('ich')}na", f"{french.removesuffix('itch')}na", f"{german.removesuffix('itsch')}na"


def _rosters(rng: random.Random, stints: tuple[Stint, ...], stint_of: dict[str, Stint]) -> Iterator[Roster]:
    for mission in MISSIONS[:2]:
        removed = FIRST + timedelta(days=rng.randrange(1500, 3000))
        for day in _days(rng, 120, 500):
            gone = removed <= day < removed + timedelta(days=500)
            yield _roster(day, PAGE, (mission,), () if gone else stints, stint_of, series=f"page {mission}")
    for host in ("XB", "XC", "XD"):
        for day in _days(rng, 200, 600):
            yield _roster(day, HOST, (f"XV/{host}",), stints, stint_of, series=f"list {host}")
    for day in _days(rng, 250, 500):
        heads = {"coverage_class": "heads-only", "receiving": None}
        yield _roster(day, HEADS, MISSIONS, stints, stint_of, series="heads", **heads)


def _days(rng: random.Random, least: int, most: int) -> Iterator[date]:
    day = FIRST + timedelta(days=rng.randrange(most))
    while day <= LAST:
        yield day
        day += timedelta(days=rng.randrange(least, most))


def _roster(
    day: date,
    spelling: int,
    missions: tuple[str, ...],
    stints: tuple[Stint, ...],
    stint_of: dict[str, Stint],
    *,
    series: str,
    **fields: Any,  # noqa: ANN401 - any field of an edition
) -> Roster:
    lines: list[Listing] = []
    sections = []
    coverage: CoverageClass = fields.get("coverage_class", "diplomatic")
    for mission in missions:
        there = [each for each in stints if each.mission == mission and each.start <= day <= each.end]
        if coverage == "heads-only":
            there = [each for each in there if each.rank is None or "affaires" in each.title(day, PAGE)]
        there.sort(key=lambda each: (each.rank is not None, -(each.rank or 0), each.family, each.human))
        printed = [_line(each, day, spelling, order, series) for order, each in enumerate(there, start=1)]
        stint_of.update({line.id: each for line, each in zip(printed, there, strict=True)})
        vacant = [] if printed or coverage != "heads-only" else [_vacant(mission, day, spelling, series)]
        lines += printed + vacant
        shown = bool(printed or vacant)
        sections.append(
            MissionSection(
                mission=mission,
                heading=mission,
                entries=len(printed),
                residue=0,
                coverage="complete" if shown else "unobservable",
            )
        )
    return make.roster(day.isoformat(), *lines, series=series, missions=tuple(sections), **fields)


def _line(stint: Stint, day: date, spelling: int, order: int, series: str) -> Listing:
    name, title = stint.name(day, spelling), stint.title(day, spelling)
    parsed, parts = parse_title(title), parse_name(name)
    return make.listing(
        name,
        title,
        mission=stint.mission,
        as_of=day.isoformat(),
        series=series,
        order=order,
        date=stint.start.isoformat() if spelling == HOST else None,
        rank=parsed.rank,
        function=parsed.function,
        acting=parsed.acting,
        given=parts.given,
        family=parts.family,
        patronymic=parts.patronymic,
        script=parts.script,
    )


def _vacant(mission: str, day: date, spelling: int, series: str) -> Listing:
    return make.listing(
        None, HEAD[spelling], mission=mission, as_of=day.isoformat(), series=series, order=1, rank="ambassador"
    )
