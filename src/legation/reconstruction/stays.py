"""How long did somebody stay on a mission's lists without being gone in between?

A stay holds all sightings of one person at one mission, from every list that shows the person, and the nearest complete
editions that show the person not yet and no more. One absence between two sightings is a slip of the list, no end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legation.model.dates import DAY, Bounds
from legation.model.listings import DateKind, PrintedDate
from legation.model.parties import Person
from legation.reconstruction.sightings import Observation, Sighting, Stream, proves_absence

LONG_ABSENCE = timedelta(days=90)
"""From this length on, an absence in several complete editions divides two stays; no diplomat's leave lasts longer."""

DUTY_KINDS: tuple[DateKind, ...] = ("credentials", "accredited", "arrived", "printed")
"""Kinds of printed dates that mean taking up duty, the weightiest first; an appointment precedes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One person at one mission: the sightings in the order of days, and the absences next to them."""

    person: Person
    mission: str
    sightings: tuple[Sighting, ...]
    not_yet: Observation | None
    """The last comparable complete edition before the first sighting; it doesn't list the person."""
    no_more: Observation | None
    """The first comparable complete edition after the last sighting; it doesn't list the person."""
    earlier: date | None = None
    """The last day of an earlier stay of the person at the mission."""

    @property
    def listed_from(self) -> Bounds:
        """The first day on which the person would have been listed."""
        return Bounds(
            earliest=self.not_yet.day.first + DAY if self.not_yet else None,
            latest=min(sighting.day.last for sighting in self.sightings),
        )

    @property
    def listed_to(self) -> Bounds | None:
        """The last such day; `None` where no comparable edition shows the person gone."""
        if self.no_more is None:
            return None
        return Bounds(
            earliest=max(sighting.day.first for sighting in self.sightings), latest=self.no_more.day.last - DAY
        )


def stays(streams: Sequence[Stream], persons: Mapping[str, Person]) -> Iterator[Stay]:
    """All stays at one mission, person after person.

    Args:
        streams: the streams of the mission.
        persons: person id to person.
    """
    seen: defaultdict[str, list[Sighting]] = defaultdict(list)
    for stream in streams:
        for place, observation in enumerate(stream.observations):
            for person, listing in observation.listed.items():
                seen[person].append(Sighting(stream=stream, place=place, listing=listing))
    for person in sorted(seen):
        sightings = seen[person]
        lists = {sighting.stream.series: sighting.stream for sighting in sightings}
        if len(lists) > 1:
            sightings.sort(key=_in_time)
        yield from _stays_of(persons[person], sightings, tuple(lists.values()))


def absences(person: str, before: Sighting, after: Sighting, streams: Sequence[Stream]) -> list[Observation]:
    """Complete editions certainly between two sightings that don't list the person but would have."""
    if len(streams) == 1 and after.place - before.place == 1:
        return []
    found = [
        observation
        for stream in streams
        for observation in _until(stream.after(before.day.last), after.day.first)
        if person not in observation.listed
        and proves_absence(observation, before)
        and proves_absence(observation, after)
    ]
    return sorted(found, key=_day_order)


def duty_date(sighting: Sighting) -> PrintedDate | None:
    """The date of taking up duty that the line prints, of the weightiest kind.

    The day of the edition itself is none: that is what a list prints of itself, also beside its last line.
    """
    dates = sighting.listing.dates
    if not dates:
        return None
    told = [each for each in dates if not _is_own(each, sighting)]
    return next((each for kind in DUTY_KINDS for each in told if each.kind == kind), None)


def _is_own(printed: PrintedDate, sighting: Sighting) -> bool:
    """Whether a date is that of the edition."""
    exact = printed.value.bounds.exact
    return exact is not None and exact == sighting.day.first == sighting.day.last


def _stays_of(person: Person, sightings: Sequence[Sighting], streams: Sequence[Stream]) -> Iterator[Stay]:
    start = 0
    for stop in range(1, len(sightings) + 1):
        if stop < len(sightings) and not _divided(person.id, sightings[stop - 1], sightings[stop], streams):
            continue
        first, last = sightings[start], _last(sightings[start:stop])
        earlier = max(each.day.last for each in sightings[:start]) if start else None
        later = sightings[stop].day.first if stop < len(sightings) else None
        yield Stay(
            person=person,
            mission=first.stream.mission,
            sightings=tuple(sightings[start:stop]),
            not_yet=_not_yet(person.id, first, streams, earlier),
            no_more=_no_more(person.id, last, streams, later),
            earlier=earlier,
        )
        start = stop


def _last(sightings: Sequence[Sighting]) -> Sighting:
    return max(sightings, key=lambda sighting: (sighting.day.last, sighting.day.first, sighting.stream.series))


def _divided(person: str, before: Sighting, after: Sighting, streams: Sequence[Stream]) -> bool:
    """Whether somebody was gone between two sightings, and not only missing from a list."""
    gone = absences(person, before, after, streams)
    if not gone:
        return False
    old, new = duty_date(before), duty_date(after)
    if old is not None and new is not None and old.kind == new.kind:
        if old.value == new.value:
            return False
        taken_up = new.value.bounds.earliest
        if taken_up is not None and taken_up > gone[0].day.last:
            return True
    return len(gone) > 1 and gone[-1].day.first - gone[0].day.last >= LONG_ABSENCE


def _not_yet(person: str, first: Sighting, streams: Sequence[Stream], earlier: date | None) -> Observation | None:
    found = [
        observation
        for stream in streams
        if (observation := _nearest(person, first, stream.before(first.day.first))) is not None
        and (earlier is None or observation.day.first > earlier)
    ]
    return max(found, key=_day_order) if found else None


def _no_more(person: str, last: Sighting, streams: Sequence[Stream], later: date | None) -> Observation | None:
    found = [
        observation
        for stream in streams
        if (observation := _nearest(person, last, stream.after(last.day.last))) is not None
        and (later is None or observation.day.last < later)
    ]
    return min(found, key=lambda each: (each.day.last, *_day_order(each))) if found else None


def _nearest(person: str, sighting: Sighting, observations: Iterator[Observation]) -> Observation | None:
    for observation in observations:
        if person in observation.listed:
            return None
        if proves_absence(observation, sighting):
            return observation
    return None


def _until(observations: Iterator[Observation], day: date) -> Iterator[Observation]:
    for observation in observations:
        if observation.day.first >= day:
            return
        if observation.day.last < day:
            yield observation


def _in_time(sighting: Sighting) -> tuple[date, date, str, str]:
    return sighting.day.first, sighting.day.last, sighting.stream.series, sighting.day.coverage_class


def _day_order(observation: Observation) -> tuple[date, date, str, str]:
    day = observation.day
    return day.first, day.last, day.as_of, day.coverage_class
