"""What did each edition show of one mission, line by line, in the order of days?

Cuts editions into one observation for each mission, with what comparing needs worked out once. Vacant lines and lines
without a name show nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from legation.language.names import folded_name
from legation.model.dates import Precision
from legation.model.listings import CoverageClass, Edition, Listing, Roster
from legation.model.quick import quick
from legation.vocabulary.ranks import HEADS

Day = tuple[int, int]
"""First and last ordinal of an edition's day; an edition without a day comes after all others."""
NO_DAY: Day = (date.max.toordinal(), date.max.toordinal())

_NUMBER = re.compile(r"\d+")


@quick
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """One person's line, with what comparing needs."""

    listing: Listing
    name: str
    key: str
    """The folded words of the name, and its numbers, in order: one for `REED Anna` and `Anna Reed`."""
    dates: frozenset[tuple[str, str]]
    """Printed days with what the list says they are; months and years tell too little to be one."""
    title: str
    is_head: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Observation:
    """One mission in one edition."""

    mission: str
    edition: str
    series: str
    coverage_class: CoverageClass
    day: Day
    complete: bool
    """Whether somebody who isn't listed here was absent."""
    lines: tuple[Line, ...] = field(repr=False)


def series_of(edition: Edition) -> str:
    """Which list the edition is an issue of; where nothing says so, its parties and whom it covers."""
    if edition.series is not None:
        return edition.series
    parties = {section.mission for section in edition.missions if section.mission}
    if len(parties) == 1:
        return f"{parties.pop()} {edition.coverage_class}"
    senders = {mission.partition("/")[0] for mission in parties}
    party = f"by {senders.pop()}" if len(senders) == 1 else f"in {edition.receiving}"
    return f"{party} {edition.coverage_class}"


def observations(
    rosters: Iterable[Roster], only: Collection[str | None] | None = None
) -> Mapping[str, tuple[Observation, ...]]:
    """The observations of every mission, oldest first; an edition that is given twice counts once.

    Args:
        rosters: the editions.
        only: the missions that are looked at; all, where none are named.
    """
    found: defaultdict[str, list[Observation]] = defaultdict(list)
    once = {roster.edition.id: roster for roster in rosters}
    for edition in sorted(once):
        for observation in _of_roster(once[edition], only):
            found[observation.mission].append(observation)
    return {
        mission: tuple(sorted(found[mission], key=lambda seen: (seen.day, seen.series, seen.edition)))
        for mission in sorted(found)
    }


def _of_roster(roster: Roster, only: Collection[str | None] | None) -> Iterable[Observation]:
    edition = roster.edition
    series, day = series_of(edition), _day(edition)
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    for listing in roster.listings:
        if listing.mission is not None and listing.name and not listing.vacant:
            lines[listing.mission].append(_line(listing, listing.name))
    coverages: defaultdict[str, set[str]] = defaultdict(set)
    for section in edition.missions:
        if section.mission is not None:
            coverages[section.mission].add(section.coverage)
    shown = {*lines, *coverages}
    for mission in sorted(shown if only is None else shown.intersection(only)):
        yield Observation(
            mission=mission,
            edition=edition.id,
            series=series,
            coverage_class=edition.coverage_class,
            day=day,
            complete="complete" in coverages[mission] and "partial" not in coverages[mission],
            lines=tuple(sorted(lines[mission], key=lambda line: (line.listing.order, line.listing.id))),
        )


def _day(edition: Edition) -> Day:
    if edition.as_of is None:
        return NO_DAY
    bounds = edition.as_of.bounds
    if bounds.earliest is None or bounds.latest is None:
        return NO_DAY
    return bounds.earliest.toordinal(), bounds.latest.toordinal()


def _line(listing: Listing, name: str) -> Line:
    return Line(
        listing=listing,
        name=name,
        key=_key(name),
        dates=frozenset(
            (dated.kind, dated.value.text) for dated in listing.dates if dated.value.precision is Precision.DAY
        ),
        title=_bare(listing.title or ""),
        is_head=listing.rank in HEADS,
    )


@lru_cache(maxsize=65536)
def _key(name: str) -> str:
    return " ".join(sorted([*folded_name(name).split(), *_NUMBER.findall(name)])) or name


@lru_cache(maxsize=65536)
def _bare(title: str) -> str:
    return " ".join(title.casefold().split())


def unplaced(rosters: Iterable[Roster]) -> dict[str, str]:
    """Listing id to name, for the lines that name somebody and stand under no mission."""
    return {
        listing.id: listing.name
        for roster in rosters
        for listing in roster.listings
        if listing.mission is None and listing.name and not listing.vacant
    }
