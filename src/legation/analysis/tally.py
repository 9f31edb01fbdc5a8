"""Does an announced number agree with what the lists show?

Walks every edition around the announcement, one step a line, and says what usually leaves over the whole series before.
It never says who was meant by an announcement, nor why a name is gone; posts are no persons and aren't compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from legation.analysis.explanations import explanations
from legation.analysis.notes import tally_notes
from legation.model.claims import Event
from legation.model.findings import Count, Happening, Step, Tally, Usual
from legation.model.keys import made_id
from legation.model.parties import Person
from legation.reconstruction.changes import Step as Changed
from legation.reconstruction.departures import Window
from legation.reconstruction.sightings import EditionDay, Observation, Stream

PERIOD_DAYS = 30
"""Days for which the usual turnover is given."""


def tallies(
    windows: Iterable[Window],
    changed: Mapping[str, Sequence[Changed]],
    happenings: Iterable[Happening],
    events: Mapping[str, Event],
) -> tuple[Tally, ...]:
    """One tally for each announcement that gives a number of persons of a listed mission.

    Args:
        windows: the announcements with their editions.
        changed: mission to its changes.
        happenings: everything told in the case, for what else falls into the same window.
        events: event id to telling.
    """
    told = tuple(happenings)
    found: list[Tally] = []
    for window in windows:
        if counts := announced(window.happening.counts, events):
            own = [step for step in changed.get(window.mission, ()) if _is_of(step, window.stream)]
            tally = _tally(window, counts, own, told)
            gone = [person for step in tally.steps for person in step.left]
            found.append(replace(tally, explanations=explanations(window, gone, changed, told, events)))
    return tuple(sorted(found, key=lambda tally: tally.id))


def announced(counts: Iterable[Count], events: Mapping[str, Event]) -> tuple[Count, ...]:
    """The numbers of persons that tellings give for the whole, the one that most give first, then the smaller one.

    A telling that names as many people as it counts speaks of those people; that is no number for the whole unless no
    telling gives another.
    """
    persons = [count for count in counts if count.unit in (None, "persons")]
    whole = [count for count in persons if not all(_counts_named(count, events.get(each)) for each in count.tellings)]
    return tuple(sorted(whole or persons, key=lambda count: (-len(count.tellings), count.value)))


def _counts_named(count: Count, event: Event | None) -> bool:
    return event is not None and len(event.persons) == count.value


def usual_turnover(stream: Stream, until: EditionDay, left: Mapping[EditionDay, int]) -> Usual | None:
    """What left the list over all intervals between complete editions up to a day.

    Args:
        stream: the list.
        until: the last day that counts.
        left: how many were gone on each day for the first time.

    Returns:
        People per 30 days over all days, and the least and the most by interval; `None` without an interval.
    """
    complete = [seen.day for seen in stream.observations if seen.complete and seen.day.last <= until.last]
    rates: list[float] = []
    total = days = 0
    for before, after in pairwise(complete):
        length = (after.first - before.first).days
        if length <= 0:
            continue
        gone = left.get(after, 0)
        rates.append(gone * PERIOD_DAYS / length)
        total, days = total + gone, days + length
    if not rates:
        return None
    return Usual(
        per_30_days=round(total * PERIOD_DAYS / days, 2),
        range=(round(min(rates), 2), round(max(rates), 2)),
        intervals=len(rates),
        days=days,
    )


def _is_of(step: Changed, stream: Stream) -> bool:
    return step.series == stream.series


def _tally(window: Window, counts: Sequence[Count], changed: Sequence[Changed], told: Sequence[Happening]) -> Tally:
    observed = _observed(window)
    since = window.base.day.first if window.base else window.announced.earliest
    recent = [step for step in changed if since is None or step.before.first >= since]
    count = counts[0]
    gone_on, come_on = _by_day(recent, "left"), _by_day(recent, "joined")
    steps = tuple(
        _step(seen, gone_on if place else {}, come_on if place else {}) for place, seen in enumerate(observed)
    )
    gone = come = usual = None
    if window.days is not None:
        gone, come = sum(len(step.left) for step in steps), sum(len(step.joined) for step in steps)
    if window.base is not None:
        gone_by_day = {day: len(people) for day, people in _by_day(changed, "left").items()}
        usual = usual_turnover(window.stream, window.base.day, gone_by_day)
    return Tally(
        id=made_id("tally", window.happening.id, window.mission, window.stream.series),
        event=window.happening.id,
        mission=window.mission,
        announced=count.value,
        announced_by=count.tellings,
        steps=steps,
        window=window.bounds or window.announced,
        left=gone,
        joined=come,
        usual=usual,
        rest=None if gone is None else count.value - gone,
        notes=tally_notes(window, counts, observed, told),
    )


def _by_day(changed: Iterable[Changed], kind: str) -> Mapping[EditionDay, tuple[Person, ...]]:
    people: defaultdict[EditionDay, dict[str, Person]] = defaultdict(dict)
    for step in changed:
        if step.change.change == kind:
            people[step.after][step.change.person.id] = step.change.person
    return {day: tuple(found[each] for each in sorted(found)) for day, found in people.items()}


def _observed(window: Window) -> tuple[Observation, ...]:
    """The editions from the last before the announcement to the first long enough after the deadline."""
    if window.days is not None:
        return window.stream.steps(*window.days)
    return tuple(seen for seen in (window.base, window.last) if seen is not None)


def _step(
    seen: Observation,
    left: Mapping[EditionDay, tuple[Person, ...]],
    joined: Mapping[EditionDay, tuple[Person, ...]],
) -> Step:
    return Step(
        as_of=seen.day.as_of,
        listed=None if seen.coverage == "unobservable" else len(seen.listed),
        left=left.get(seen.day, ()),
        joined=joined.get(seen.day, ()),
        coverage=seen.coverage,
    )
