"""How many posts is a mission allowed, and how many persons were told to leave beside that?

Posts and persons are two quantities: they stand side by side and are never taken from each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from legation.analysis.tally import announced
from legation.model.claims import Event
from legation.model.findings import Ceiling, CeilingStep, Counted, Happening
from legation.model.keys import made_id
from legation.reconstruction.departures import NOT_HAPPENED

TWO_QUANTITIES = (
    "Posts that may be filled and persons told to leave are two quantities: neither number follows from the other."
)
_OF_PERSONS = frozenset({"expulsion"})


def ceilings(happenings: Iterable[Happening], events: Mapping[str, Event]) -> tuple[Ceiling, ...]:
    """One value for each mission whose posts a party limits, in the order of ids.

    Args:
        happenings: everything told in the case.
        events: event id to telling.
    """
    told = [one for one in happenings if one.status not in NOT_HAPPENED and one.actor and one.target]
    by_mission: defaultdict[tuple[str, str, str | None], list[Happening]] = defaultdict(list)
    for one in told:
        if one.type == "ceiling":
            by_mission[one.actor or "", one.target or "", _mission(one, told)].append(one)
    found = [
        _ceiling(key, limits, [one for one in told if _is_of(one, key)], events) for key, limits in by_mission.items()
    ]
    return tuple(sorted((each for each in found if each.steps), key=lambda each: each.id))


def _mission(limit: Happening, told: Iterable[Happening]) -> str | None:
    """The mission that it names, or the only one of these parties that anything in the case names."""
    if limit.mission is not None:
        return limit.mission
    named = {one.mission for one in told if (one.actor, one.target) == (limit.actor, limit.target) and one.mission}
    return named.pop() if len(named) == 1 else None


def _is_of(one: Happening, key: tuple[str, str, str | None]) -> bool:
    actor, target, mission = key
    if one.type not in _OF_PERSONS or (one.actor, one.target) != (actor, target):
        return False
    return one.mission == mission or one.mission is None or mission is None


def _ceiling(
    key: tuple[str, str, str | None],
    limits: Sequence[Happening],
    departures: Sequence[Happening],
    events: Mapping[str, Event],
) -> Ceiling:
    actor, target, mission = key
    steps = tuple(sorted({step for one in limits for step in _steps(one, events)}, key=_in_time))
    return Ceiling(
        id=made_id("ceiling", actor, target, mission, *sorted(one.id for one in limits)),
        mission=mission,
        actor=actor,
        target=target,
        steps=steps,
        persons=tuple(sorted(_persons(departures, events), key=lambda one: (_day(one), one.value, one.happening))),
        notes=(*_broken(steps), TWO_QUANTITIES),
    )


def _steps(limit: Happening, events: Mapping[str, Event]) -> Iterator[CeilingStep]:
    tellings = [events[one] for one in limit.tellings if one in events and events[one].posts_to is not None]
    known = [event for event in tellings if event.posts_from is not None]
    for before, after in sorted({(event.posts_from, event.posts_to) for event in tellings}, key=str):
        if after is None or (before is None and any(event.posts_to == after for event in known)):
            continue
        yield CeilingStep(
            happening=limit.id,
            posts_from=before,
            posts_to=after,
            date=limit.date,
            passages=tuple(event.passage for event in tellings if event.posts_to == after),
        )


def _persons(departures: Iterable[Happening], events: Mapping[str, Event]) -> Iterator[Counted]:
    for one in departures:
        for count in announced(one.counts, events)[:1]:
            passages = tuple(events[each].passage for each in count.tellings if each in events)
            yield Counted(happening=one.id, value=count.value, date=one.date, passages=passages)


def _day(one: CeilingStep | Counted) -> date:
    """The earliest day that is possible: of a time of years the one before a day within it."""
    return (one.date and one.date.bounds.earliest) or date.min


def _in_time(step: CeilingStep) -> tuple[date, int, int, str]:
    return _day(step), -(step.posts_from or 0), -step.posts_to, step.happening


def _broken(steps: Sequence[CeilingStep]) -> Iterator[str]:
    for before, after in pairwise(steps):
        if after.posts_from is not None and after.posts_from != before.posts_to:
            yield (
                f"From {before.posts_to} posts to {after.posts_from} nothing is told: another step may lie between, "
                "or one of the numbers may be of another group."
            )
