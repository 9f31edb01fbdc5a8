"""Invented reports about the missions of an invented list: announcements, what is said of people, and the answers."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta

from legation.model.claims import Attribution, Claim, Event, Report
from legation.model.dates import Edtf, Precision
from legation.model.documents import Passage
from legation.model.keys import made_id, sha256_hex
from legation.model.listings import Listing, Roster

TELLINGS, CLAIMS = 2, 4
"""Of one report."""
_WORDS = (
    "Officials of the ministry said on {day} that {count} members of the mission had been told to leave soon.",
    "According to two people who know of the case, {name} is suspected of having worked for an intelligence service.",
    "The embassy denied on {day} that {name} had ever worked for any service, and called the report invented.",
    "The ministry did not reply to questions about {name} that were put to it before {day}.",
    "It was the first time since {day} that the paper had counted {count} names on the page of the mission.",
)


def reports(rosters: Sequence[Roster], number: int) -> Iterator[Report]:
    """So many reports, each about one mission of one of the editions."""
    rng = random.Random(f"told {number}")
    for place in range(number):
        roster = rng.choice(rosters)
        yield _report(place, roster, rng.choice(roster.listings), rng)


def _report(place: int, roster: Roster, line: Listing, rng: random.Random) -> Report:
    assert roster.edition.as_of is not None
    assert roster.edition.as_of.bounds.earliest is not None
    day = roster.edition.as_of.bounds.earliest + timedelta(days=rng.randrange(1, 50))
    sha256 = sha256_hex(f"report {place}".encode())
    said = [
        words.format(day=day, count=rng.randrange(2, 40), name=line.name)
        for words in rng.choices(_WORDS, k=TELLINGS + CLAIMS)
    ]
    passages = [_passage(sha256, said, number) for number in range(len(said))]
    speaker = (Attribution(speaker=rng.choice(("the ministry", "the embassy", "a newspaper")), stance="asserts"),)
    events = tuple(
        Event(
            id=made_id("event", sha256, number),
            type="expulsion" if number else "threat",
            status="announced",
            layer="body",
            passage=passages[number],
            rule="invented",
            actor=roster.edition.receiving,
            target=line.sending,
            mission=line.mission,
            count=rng.randrange(2, 40),
            count_unit="persons",
            date=Edtf.of_day(day + timedelta(days=number)),
            date_precision=Precision.DAY,
            attribution=speaker,
        )
        for number in range(TELLINGS)
    )
    claims: list[Claim] = []
    for number in range(CLAIMS):
        claims.append(
            Claim(
                id=made_id("claim", sha256, number),
                type="denial" if number % 2 else "affiliation",
                status="denied" if number % 2 else "alleged",
                layer="body",
                passage=passages[TELLINGS + number],
                rule="invented",
                subject=line.name,
                wording="is suspected",
                strength="suspected",
                attribution=speaker,
                about=claims[-1].id if number % 2 else None,
            )
        )
    return Report(
        sha256=sha256,
        published=Edtf.of_day(day),
        published_basis="printed",
        language="en",
        title=f"Report {place}",
        events=events,
        claims=tuple(claims),
    )


def _passage(sha256: str, said: Sequence[str], number: int) -> Passage:
    start = sum(len(words) + 1 for words in said[:number])
    return Passage(sha256=sha256, start=start, end=start + len(said[number]), quote=said[number])
