"""Who is who inside each mission's series of editions?

Consecutive editions are linked by rule, judgements join and part, and each cluster is one person. Nothing is joined
across missions but by a judgement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legation.resolution.clusters import Forest, apart_of, joined
from legation.resolution.judged import Judged, Pair
from legation.resolution.links import Link
from legation.resolution.observations import NO_DAY, Observation, observations, unplaced
from legation.resolution.tracks import mission_links

JUDGED_WEIGHT = 1000


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


def link_series(judged: Judged) -> Clusters:
    """The persons behind all listings; the order of editions, listings and judgements doesn't matter."""
    observed = observations(judged.rosters)
    apart = apart_of(judged.different)
    lines = {line.listing.id: (seen, line) for many in observed.values() for seen in many for line in seen.lines}
    names = {one: line.name for one, (_, line) in lines.items()} | unplaced(judged.rosters)
    links = [link for many in observed.values() for link in mission_links(many, apart)]
    links += [_judged(ids, judgement) for ids, judgement in judged.same.items() if all(one in names for one in ids)]
    forest = Forest(seats={one: (seen.edition, seen.mission) for one, (seen, _) in lines.items()}, apart=apart)
    refused = joined(forest, links)
    person_of = _persons(forest, names)
    return Clusters(
        person_of=person_of,
        label_of=_labels(person_of, names, {one: seen for one, (seen, _) in lines.items()}),
        links=tuple(sorted(set(links) - set(refused), key=lambda link: (link.a, link.b))),
        refused=refused,
    )


def _judged(ids: Pair, judgement: str) -> Link:
    return Link(a=ids[0], b=ids[1], rule="judged", weight=JUDGED_WEIGHT, reasons=(judgement,))


def _persons(forest: Forest, listings: Iterable[str]) -> dict[str, str]:
    smallest: dict[str, str] = {}
    ordered = sorted(listings)
    for one in ordered:
        smallest.setdefault(forest.root(one), one)
    return {one: smallest[forest.root(one)] for one in ordered}


def _labels(person_of: Mapping[str, str], names: Mapping[str, str], seen: Mapping[str, Observation]) -> dict[str, str]:
    last: dict[str, tuple[tuple[int, int], str]] = {}
    for listing, person in person_of.items():
        day = seen[listing].day if listing in seen and seen[listing].day != NO_DAY else (0, 0)
        last[person] = max(last.get(person, ((0, 0), "")), (day, listing))
    return {person: names[listing] for person, (_, listing) in last.items()}
