"""The invented service as editions, and what a reconstruction makes of them beside the truth."""

from __future__ import annotations

import html
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legation.analysis.derive import derive
from legation.extraction.rosters import extract_roster
from legation.model.case import Derived, Evidence
from legation.model.dates import Bounds, Edtf
from legation.model.keys import sha256_hex
from legation.model.listings import Roster
from legation.model.postings import Posting
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer
from tests.worlds.prints import (
    Layout,
    Line,
    Printed,
    comma,
    days,
    erring,
    numbered,
    plain,
    section,
    table,
    terms,
    western,
)
from tests.worlds.truth import Stint, World, world

OWN = "XR"
"""The invented sender, Ardovia, in no gazetteer."""
STATES = ((OWN, "Ardovia", "Ardovie", "Ardovien"),)
POSTS = {OWN: ("LU", "BE", "CL", "JP", "KE"), "DK": ("LU",), "PE": ("LU",), "KE": ("LU",)}
PAGES: dict[str, tuple[str, str, tuple[Layout, Layout], bool]] = {
    "XR/LU": ("Ambassade d’Ardovie à Luxembourg", "fr", (numbered, terms), False),
    "XR/BE": ("Ambassade d’Ardovie à Bruxelles", "fr", (terms, numbered), False),
    "XR/CL": ("Embajada de Ardovia en Chile", "es", (table, table), True),
    "XR/JP": ("Embassy of Ardovia, Tokyo", "en", (numbered, numbered), True),
    "XR/KE": ("Botschaft von Ardovien in Nairobi", "de", (plain, terms), False),
}
"""Mission to heading, language, the layouts of the first and second half, and whether days are printed."""
HOSTED = {"XR/LU": "ARDOVIE", "DK/LU": "DANEMARK", "PE/LU": "PÉROU", "KE/LU": "KENYA"}
CODES = {"LU": "Luxembourg", "BE": "Belgium", "CL": "Chile", "JP": "Japan", "KE": "Kenya"}


def printed(made: World) -> Iterator[Printed]:
    """Every edition of every list."""
    rng = random.Random(99)
    for mission in PAGES:
        yield from _pages(made, mission, rng)
    yield from _host_list(made, rng)
    yield from _heads_list(made, rng)


def _pages(made: World, mission: str, rng: random.Random) -> Iterator[Printed]:
    heading, language, layouts, dated = PAGES[mission]
    on = list(days(rng, 110, 240))
    for number, day in enumerate(on):
        half = number * 2 >= len(on)
        lines = erring(rng, section(made, mission, day, language, heads=False, dates=dated), day)
        text = layouts[half](heading, lines, day)
        whole = True
        if rng.random() < 0.06:
            text, lines, whole = (
                "<html><body><h1>Access denied</h1><p>Checking your browser</p></body></html>",
                [],
                False,
            )
        elif mission == "XR/BE" and number > len(on) - 5:
            text, lines, whole = f"<html><body><h1>{heading}</h1><p>Visas, horaires.</p></body></html>", [], False
        is_text = not text.startswith("<html>")
        yield Printed(
            name=f"{mission.replace('/', '_')}-{day}.{'txt' if is_text else 'html'}",
            data=text.encode(),
            media_type="text/plain" if is_text else "text/html",
            as_of=day,
            kind="page",
            sections={mission: tuple(lines)},
            whole=whole,
            sending=OWN,
            receiving=mission.partition("/")[2],
            url=f"https://{mission.replace('/', '-').lower()}.example/staff",
        )


def _host_list(made: World, rng: random.Random) -> Iterator[Printed]:
    """The list of the host's ministry: a heading for each sender, then a line for each person."""
    for day in days(rng, 150, 220):
        sections = {
            mission: tuple(erring(rng, section(made, mission, day, "fr", heads=False, dates=False), day))
            for mission in HOSTED
        }
        body = "".join(
            f"<h2>{HOSTED[mission]}</h2>\n<p>Ambassade</p>\n"
            + "".join(f"<p>{_polite(one)}</p><p>{html.escape(one.title)}</p>\n" for one in lines)
            for mission, lines in sections.items()
        )
        head = f"<h1>Corps diplomatique accrédité à Luxembourg</h1><p>Liste au {day:%d/%m/%Y}</p>"
        yield Printed(
            name=f"liste-{day}.html",
            data=f"<html><body>{head}{body}</body></html>".encode(),
            media_type="text/html",
            as_of=day,
            kind="host",
            sections=sections,
            whole=True,
            receiving="LU",
            url="https://protocole.example/liste",
        )


def _polite(line: Line) -> str:
    woman = line.stint is not None and line.stint.human.woman
    return html.escape(f"{'Madame' if woman else 'Monsieur'} {western(line.name)}")


def _heads_list(made: World, rng: random.Random) -> Iterator[Printed]:
    """The sender's list of its heads, as a table with semicolons; a vacant post says so."""
    for day in days(rng, 100, 200):
        sections = {
            f"{OWN}/{host}": tuple(section(made, f"{OWN}/{host}", day, "en", heads=True, dates=True))
            for host in POSTS[OWN]
        }
        rows = "".join(
            f"{CODES[mission.partition('/')[2]]};{comma(one.name)};{one.title};{_slashed(one.since)}\n"
            for mission, lines in sections.items()
            for one in lines
        )
        yield Printed(
            name=f"heads-{day}.csv",
            data=f"Country;Head of mission;Title;Since\n{rows}".encode(),
            media_type="text/csv",
            as_of=day,
            kind="heads",
            sections=sections,
            whole=True,
            sending=OWN,
            url="https://foreign.ardovia.example/heads.csv",
        )


def _slashed(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconstructed:
    """What follows from the editions, beside what was printed and what is true."""

    derived: Derived
    rosters: tuple[Roster, ...]
    editions: tuple[Printed, ...]
    truth: World
    stint_of: Mapping[str, Stint]
    """Listing id to the stint whose line it is."""

    def main(self, posting: Posting) -> Stint | None:
        """The stint of most lines of a posting."""
        counts = Counter(self.stint_of[one.id].id for one in posting.derivation[0].inputs if one.id in self.stint_of)
        by_id = {one.id: one for one in self.truth.stints}
        return by_id[counts.most_common(1)[0][0]] if counts else None


def reconstructed(seed: int, staff: int) -> Reconstructed:
    """The whole way from bytes to what follows."""
    made = world(seed, POSTS, staff)
    editions = tuple(printed(made))
    gazetteer = Gazetteer.default().with_states(STATES)
    rosters = tuple(_roster(one, gazetteer) for one in editions)
    stint_of: dict[str, Stint] = {}
    for edition, roster in zip(editions, rosters, strict=True):
        stint_of.update(_matched(edition, roster))
    return Reconstructed(
        derived=derive(Evidence(rosters=rosters)),
        rosters=rosters,
        editions=editions,
        truth=made,
        stint_of=stint_of,
    )


def _roster(one: Printed, gazetteer: Gazetteer) -> Roster:
    mission = next(iter(one.sections)) if one.kind == "page" else None
    given = Given(
        as_of=Edtf.of_day(one.as_of), sending=one.sending, receiving=one.receiving, mission=mission, url=one.url
    )
    return extract_roster(read(one.data, name=one.name, media_type=one.media_type), given, gazetteer, name=one.name)


def _matched(edition: Printed, roster: Roster) -> Iterator[tuple[str, Stint]]:
    """Listing to stint, by mission and the words of the name."""
    assert roster.edition.sha256 == sha256_hex(edition.data)
    waiting: defaultdict[tuple[str, frozenset[str]], list[Stint]] = defaultdict(list)
    for mission, lines in edition.sections.items():
        for line in lines:
            if line.stint is not None:
                waiting[mission, _words(line.name.replace("|", " "))].append(line.stint)
    for listing in roster.listings:
        found = waiting.get((listing.mission or "", _words(listing.name or "")))
        if found:
            yield listing.id, found.pop(0)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.replace(",", " ").casefold().split())


def outside(bounds: Bounds | None, day: date | None) -> bool:
    """Whether a true day lies outside of what is given; who serves on has no end."""
    if day is None:
        return bounds is not None and bounds.latest is not None
    return bounds is not None and not bounds.allows(day)


def pairs(groups: Sequence[Sequence[str]]) -> set[tuple[str, str]]:
    """All pairs within groups."""
    return {(a, b) for group in groups for a in group for b in group if a < b}
