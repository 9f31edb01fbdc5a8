"""Who is who inside each mission's series of editions?

Consecutive editions are linked by rule, judgements join and part, and each cluster is one person. Nothing is joined
across missions but by a judgement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.resolution.clusters import Forest, Seat, apart_of, joined
from legation.resolution.judged import Judged, Pair
from legation.resolution.links import Link
from legation.resolution.observations import NO_DAY, Day, Observation, observations, unplaced
from legation.resolution.walk import mission_links

JUDGED_WEIGHT = 1000
_FIRST: Day = (0, 0)
"""Where a line without a day stands among those with one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """Persons, each by the smallest listing id of its cluster."""

    person_of: Mapping[str, str]
    """Listing id to person id, for every listing that names somebody."""
    label_of: Mapping[str, str]
    """Person id to the name as last printed."""
    links: tuple[Link, ...]
    """Why listings are one person, sorted by their ids."""
    refused: tuple[Link, ...] = ()
    """Links that would have made one person of two lines that are two, or of two whom somebody judged different."""


def link_series(judged: Judged, only: Collection[str | None] | None = None) -> Clusters:
    """The persons behind all listings; the order of editions, listings and judgements doesn't matter.

    Args:
        judged: the editions with their lines, and what people decided.
        only: the missions whose lines are given; all, where none are named.
    """
    observed = observations(judged.rosters, only)
    apart = apart_of(judged.different)
    names, seats, days = _places(observed.values())
    names |= unplaced(judged.rosters)
    links = [link for many in observed.values() for link in mission_links(many, apart)]
    said = [_judged(ids, judgement) for ids, judgement in judged.same.items() if all(one in names for one in ids)]
    forest = Forest(seats=seats, apart=apart)
    refused = (*(link for link in said if not forest.join(link.a, link.b)), *joined(forest, links))
    links += said
    if refused:
        gone = set(refused)
        links = [link for link in links if link not in gone]
    person_of = _persons(forest, names)
    return Clusters(
        person_of=person_of,
        label_of=_labels(person_of, names, days),
        links=tuple(sorted(links, key=lambda link: (link.a, link.b))),
        refused=refused,
    )


def _places(observed: Iterable[Sequence[Observation]]) -> tuple[dict[str, str], dict[str, Seat], dict[str, Day]]:
    """The name, the seat and the day of every line, by listing id; a line without a day comes before all others."""
    names: dict[str, str] = {}
    seats: dict[str, Seat] = {}
    days: dict[str, Day] = {}
    for many in observed:
        for seen in many:
            seat, day = (seen.edition, seen.mission), seen.day if seen.day != NO_DAY else _FIRST
            for line in seen.lines:
                names[line.listing.id] = line.name
                seats[line.listing.id] = seat
                days[line.listing.id] = day
    return names, seats, days


def _judged(ids: Pair, judgement: str) -> Link:
    return Link(a=ids[0], b=ids[1], rule="judged", weight=JUDGED_WEIGHT, reasons=(judgement,))


def _persons(forest: Forest, listings: Iterable[str]) -> dict[str, str]:
    smallest: dict[str, str] = {}
    return {one: smallest.setdefault(forest.root(one), one) for one in sorted(listings)}


def _labels(person_of: Mapping[str, str], names: Mapping[str, str], days: Mapping[str, Day]) -> dict[str, str]:
    """The name as last printed; of two lines of one day that of the greater id."""
    last: dict[str, str] = {}
    # Listings come in the order of their ids.
    for listing, person in person_of.items():
        known = last.get(person)
        if known is None or days.get(listing, _FIRST) >= days.get(known, _FIRST):
            last[person] = listing
    return {person: names[listing] for person, listing in last.items()}
