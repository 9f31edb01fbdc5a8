"""What did each edition show of each mission, and could it have shown a person who isn't there?

Editions of one list follow each other in a stream for each mission. Only a section that was read completely can prove
that somebody is absent; a section that prints nobody, is missing or could not be read proves nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from legation.model.dates import Bounds
from legation.model.listings import Coverage, CoverageClass, Listing, MissionSection, Roster
from legation.model.parties import Person
from legation.model.quick import quick
from legation.reconstruction.series import bounds_of, grouped

BREADTH: Mapping[CoverageClass, int] = {"heads-only": 0, "diplomatic": 1, "diplomatic+administrative": 2}
"""How much of a mission's staff each class of list covers; what is unknown is comparable with nothing else."""

HEAD_RANKS = frozenset(
    {"ambassador", "high-commissioner", "nuncio", "permanent-representative", "charge-daffaires", "consul-general"}
)
"""Personal ranks that every list of a mission's people covers, also one of heads only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionDay:
    """All editions of one series that speak of one day and cover the same people."""

    as_of: str
    first: date
    last: date
    coverage_class: CoverageClass
    editions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What the editions of one day show of one mission: who is listed, and whether that is all of its section."""

    day: EditionDay
    coverage: Coverage
    listed: Mapping[str, Listing]
    """Person id to the person's line."""
    headings: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    """What the readings of the sections say of what couldn't be seen."""
    vacant: tuple[Listing, ...] = ()
    """Lines that print a post as vacant."""

    @property
    def complete(self) -> bool:
        """Whether somebody who isn't listed here was absent."""
        return self.coverage == "complete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """One mission in one series of editions, in the order of days.

    `observations` are the days whose editions have a section of the mission; `calendar` holds every day of the series.
    """

    mission: str
    series: str
    observations: tuple[Observation, ...]
    calendar: tuple[EditionDay, ...]
    firsts: tuple[date, ...] = field(repr=False)
    """First day of each observation, for searching."""

    def after(self, day: date) -> Iterator[Observation]:
        """Complete observations that certainly lie after the day, in order."""
        for place in range(bisect_right(self.firsts, day), len(self.observations)):
            if self.observations[place].complete:
                yield self.observations[place]

    def before(self, day: date) -> Iterator[Observation]:
        """Complete observations that certainly lie before the day, latest first."""
        for place in range(bisect_left(self.firsts, day) - 1, -1, -1):
            if self.observations[place].complete and self.observations[place].day.last < day:
                yield self.observations[place]

    def steps(self, first: EditionDay, last: EditionDay) -> tuple[Observation, ...]:
        """Every edition from one day to another; where the section is missing, nothing could be observed."""
        seen = {observation.day: observation for observation in self.observations}
        start, stop = self.calendar.index(first), self.calendar.index(last)
        return tuple(
            seen.get(day) or Observation(day=day, coverage="unobservable", listed={})
            for day in self.calendar[start : stop + 1]
        )


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One person's line on one day."""

    stream: Stream
    place: int
    """The place of the observation in the stream."""
    listing: Listing

    @property
    def observation(self) -> Observation:
        """What the edition shows of the mission besides."""
        return self.stream.observations[self.place]

    @property
    def day(self) -> EditionDay:
        """The day that the line speaks of."""
        return self.stream.observations[self.place].day


def proves_absence(observation: Observation, sighting: Sighting) -> bool:
    """Whether a list that doesn't show somebody would have shown the one of this sighting.

    A list covers whom a list of its own or a narrower class covers; heads of mission stand in all of them.
    """
    wanted, given = sighting.day.coverage_class, observation.day.coverage_class
    if wanted == given or sighting.listing.rank in HEAD_RANKS:
        return True
    return wanted in BREADTH and given in BREADTH and BREADTH[wanted] <= BREADTH[given]


def observe(
    rosters: Iterable[Roster], persons: Mapping[str, Person], only: Collection[str | None] | None = None
) -> Mapping[str, tuple[Stream, ...]]:
    """The streams of every mission, in an order that doesn't depend on that of the rosters.

    Args:
        rosters: editions with their lines; an edition without a day can't be placed and is left out.
        persons: listing id to person; lines that nobody stands behind (vacant, rejected) are left out.
        only: the missions that are looked at; all, where none are named.
    """
    found: defaultdict[str, list[Stream]] = defaultdict(list)
    for series, days in grouped(rosters, persons).items():
        for stream in _streams(series, days, persons, only):
            found[stream.mission].append(stream)
    return {mission: tuple(sorted(found[mission], key=lambda each: each.series)) for mission in sorted(found)}


def span(first: EditionDay, last: EditionDay) -> Bounds:
    """The interval from the day after an earlier edition to a later one, both inclusive."""
    return Bounds(earliest=_next(first.first), latest=last.last)


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _streams(
    series: str,
    days: Sequence[Sequence[Roster]],
    persons: Mapping[str, Person],
    only: Collection[str | None] | None,
) -> Iterator[Stream]:
    observed: defaultdict[str, list[Observation]] = defaultdict(list)
    calendar: list[EditionDay] = []
    for rosters in days:
        day = _edition_day(rosters)
        calendar.append(day)
        for mission, observation in _observations(day, rosters, persons, only):
            observed[mission].append(observation)
    calendar.sort(key=_in_time)
    for mission in sorted(observed):
        observations = tuple(sorted(observed[mission], key=lambda seen: _in_time(seen.day)))
        yield Stream(
            mission=mission,
            series=series,
            observations=observations,
            calendar=tuple(calendar),
            firsts=tuple(seen.day.first for seen in observations),
        )


def _in_time(day: EditionDay) -> tuple[date, date, str, str]:
    return day.first, day.last, day.as_of, day.coverage_class


def _edition_day(rosters: Sequence[Roster]) -> EditionDay:
    as_of = rosters[0].edition.as_of
    bounds = bounds_of(as_of) if as_of else None
    if as_of is None or bounds is None:
        raise ValueError(f"edition {rosters[0].edition.id} has no day between two bounds")
    return EditionDay(
        as_of=as_of.text,
        first=bounds[0],
        last=bounds[1],
        coverage_class=rosters[0].edition.coverage_class,
        editions=tuple(sorted(roster.edition.id for roster in rosters)),
    )


def _observations(
    day: EditionDay, rosters: Sequence[Roster], persons: Mapping[str, Person], only: Collection[str | None] | None
) -> Iterator[tuple[str, Observation]]:
    sections: defaultdict[str, list[tuple[str, MissionSection]]] = defaultdict(list)
    lines: defaultdict[str, dict[str, Listing]] = defaultdict(dict)
    vacant: defaultdict[str, list[Listing]] = defaultdict(list)
    printed: set[str] = set()
    for roster in sorted(rosters, key=lambda each: each.edition.id):
        for section in roster.edition.missions:
            if section.mission is not None:
                sections[section.mission].append((roster.edition.id, section))
        for listing in sorted(roster.listings, key=lambda each: (each.order, each.id)):
            if listing.mission is None:
                continue
            printed.add(listing.mission)
            if (person := persons.get(listing.id)) is not None:
                lines[listing.mission].setdefault(person.id, listing)
            elif listing.vacant:
                vacant[listing.mission].append(listing)
    shown = {*sections, *lines}
    for mission in sorted(shown if only is None else shown.intersection(only)):
        yield (
            mission,
            Observation(
                day=day,
                coverage=_coverage(sections[mission]) if mission in printed else "unobservable",
                listed=lines.get(mission, {}),
                headings=tuple(sorted({section.heading for _, section in sections[mission] if section.heading})),
                why=tuple(sorted({section.why for _, section in sections[mission] if section.why})),
                vacant=tuple(vacant.get(mission, ())),
            ),
        )


def _coverage(sections: Sequence[tuple[str, MissionSection]]) -> Coverage:
    """What several sections of one mission on one day show together.

    A section that prints nobody says nothing of those beside it in the edition: some lists print a mission twice, once
    with its address alone. One that prints a post as vacant does show something.
    """
    by_edition: defaultdict[str, list[MissionSection]] = defaultdict(list)
    for edition, section in sections:
        by_edition[edition].append(section)
    for beside in by_edition.values():
        showing = [section for section in beside if section.coverage != "unobservable"]
        if showing and all(section.coverage == "complete" for section in showing):
            return "complete"
    return "partial"
