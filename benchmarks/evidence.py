"""Invented evidence of any size, without files: what a case of so many listings holds after it was read."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.lists import SYLLABLES, TITLES
from legation.model.case import Evidence
from legation.model.dates import Edtf
from legation.model.documents import Passage
from legation.model.keys import sha256_hex
from legation.model.listings import (
    Edition,
    LineAccount,
    Listing,
    MissionSection,
    PrintedDate,
    Roster,
    edition_id,
    listing_id,
)

RANKS = (
    "ambassador",
    "minister-counsellor",
    "first-counsellor",
    "counsellor",
    "first-secretary",
    "second-secretary",
    "third-secretary",
    "attache",
    "defence-attache",
)
"""The ranks of the titles, in their order."""
LINE_LENGTH = 60
RESPELLED = 0.01
"""How many of the lines of an edition print a name otherwise than the one before."""

Person = tuple[str, int, date]
"""Name, number of the title, and printed day."""


def evidence(*, missions: int, editions: int, staff: int, namesakes: bool = False) -> Evidence:
    """Editions of one list, two months apart; three in a hundred leave between two of them, and others come.

    Args:
        missions: how many the list has.
        editions: how many there are.
        staff: people of each mission.
        namesakes: whether all names of a mission are one but for a number.
    """
    rng = random.Random(f"{missions} {editions} {staff}")
    posts = [[_person(rng, place, namesakes=namesakes) for place in range(staff)] for _ in range(missions)]
    rosters = []
    for number in range(editions):
        day = date(2000, 1, 5) + timedelta(days=61 * number)
        rosters.append(_roster(day, posts))
        posts = [[_next(rng, one, place, namesakes=namesakes) for place, one in enumerate(own)] for own in posts]
    return Evidence(rosters=tuple(rosters))


def _person(rng: random.Random, place: int, *, namesakes: bool) -> Person:
    given, family = (_word(rng, syllables) for syllables in (2, 3))
    name = f"Dario VELTRAN {rng.randrange(10**6)}" if namesakes else f"{given} {family.upper()}"
    title = min(place, 3) if place < 4 else rng.randrange(3, len(TITLES))
    return name, title, date(1996, 1, 1) + timedelta(days=rng.randrange(1500))


def _word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def _next(rng: random.Random, one: Person, place: int, *, namesakes: bool) -> Person:
    chance = rng.random()
    if chance < 0.03:
        return _person(rng, place, namesakes=namesakes)
    name, title, day = one
    if chance < 0.03 + RESPELLED:
        return name.replace("k", "c").replace("i", "y"), title, day
    return one


def _roster(day: date, posts: list[list[Person]]) -> Roster:
    as_of = Edtf.of_day(day)
    sha256 = sha256_hex(str(day).encode())
    edition = edition_id(sha256, as_of)
    listings = tuple(_listings(sha256, edition, posts))
    return Roster(
        edition=Edition(
            id=edition,
            sha256=sha256,
            as_of=as_of,
            as_of_basis="printed",
            languages=("de",),
            receiving="XB",
            coverage_class="diplomatic",
            complete="yes",
            missions=tuple(
                MissionSection(
                    mission=_key(number), heading=_key(number), entries=len(own), residue=0, coverage="complete"
                )
                for number, own in enumerate(posts)
            ),
            lines=LineAccount(used=len(listings), furniture=0, residue=0),
            series="list",
        ),
        listings=listings,
        residue=(),
    )


def _key(number: int) -> str:
    return f"{chr(65 + number // 26)}{chr(65 + number % 26)}/XB"


def _listings(sha256: str, edition: str, posts: list[list[Person]]) -> Iterator[Listing]:
    start = 0
    for number, own in enumerate(posts):
        for order, (name, title, day) in enumerate(own, start=1):
            start += LINE_LENGTH
            passage = Passage(sha256=sha256, start=start, end=start + len(name), quote=name, page=1 + start // 2000)
            yield Listing(
                id=listing_id(edition, passage),
                mission=_key(number),
                mission_heading=_key(number),
                mission_type="embassy",
                sending=_key(number)[:2],
                receiving="XB",
                order=order,
                name=name,
                title=TITLES[title],
                rank=RANKS[title],
                passage=passage,
                dates=(PrintedDate(kind="printed", value=Edtf.of_day(day)),),
            )
