"""Which tellings speak of one happening?

The tellings that say most are placed first, and each next one joins the happening that it fits best, in its own report
or another; one that fits two equally well joins neither. Totals over many happenings are never joined, and numbers that
differ stand side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from legation.model.claims import Event, EventType, Report
from legation.model.dates import Bounds
from legation.model.findings import Count, Happening
from legation.resolution.attachment import happening_id
from legation.resolution.clusters import Forest, apart_of
from legation.resolution.deadlines import deadline_bounds
from legation.resolution.judged import Pair
from legation.resolution.tellings import Stand, Tellings, fit, number, status


def cluster_tellings(
    reports: Iterable[Report], *, same: Iterable[Pair] = (), different: Iterable[Pair] = ()
) -> tuple[Happening, ...]:
    """The happenings that reports tell of, sorted by id; the order of reports and events doesn't matter.

    Args:
        reports: what was read and judged; a report that is given twice counts once.
        same: pairs of event ids that somebody judged to be one happening.
        different: pairs that somebody judged to be two.
    """
    events = {event.id: event for report in reports for event in report.events if event.layer != "related"}
    apart = apart_of(different)
    placed: defaultdict[tuple[EventType, Stand], _Groups] = defaultdict(_Groups)
    for unit in sorted(_units(events, same, apart), key=lambda unit: (-unit.detail, unit.events[0].id)):
        placed[unit.events[0].type, unit.stand].place(unit, apart)
    told = [group for groups in placed.values() for group in groups.all]
    happening_of = {event.id: happening_id(group.events[0].id) for group in told for event in group.events}
    return tuple(sorted((_happening(group, happening_of) for group in told), key=lambda one: one.id))


def _units(
    events: Mapping[str, Event], same: Iterable[Pair], apart: Mapping[str, frozenset[str]]
) -> Iterable[Tellings]:
    """The tellings that somebody judged to be of one happening, and all others alone."""
    forest = Forest(seats={}, apart=apart)
    for a, b in sorted(same):
        if a in events and b in events and events[a].type == events[b].type:
            forest.join(a, b)
    for root in sorted({forest.root(one) for one in events}):
        yield Tellings.of(events[one] for one in forest.of(root))


@dataclass(slots=True, kw_only=True)
class _Groups:
    """Happenings of one type so far."""

    all: list[Tellings] = field(default_factory=list)
    by_target: defaultdict[str | None, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Places in `all` of the groups that have, or had, this target."""

    def place(self, unit: Tellings, apart: Mapping[str, frozenset[str]]) -> None:
        """Add tellings to the group that they fit best, or as a group of their own."""
        home = self._home(unit, apart)
        if home is None:
            home = len(self.all)
            self.all.append(unit)
        else:
            self.all[home] = Tellings.of((*self.all[home].events, *unit.events))
        self.by_target[self.all[home].target].add(home)

    def _home(self, unit: Tellings, apart: Mapping[str, frozenset[str]]) -> int | None:
        """The place of the group that a unit fits best; `None` where none does, or two equally well."""
        if unit.events[0].type == "aggregate":
            return None
        near = range(len(self.all)) if unit.target is None else self.by_target[unit.target] | self.by_target[None]
        fits = sorted(
            (-fitting, place)
            for place in near
            if not _kept_apart(unit, self.all[place], apart) and (fitting := fit(unit, self.all[place])) is not None
        )
        if not fits or (len(fits) > 1 and fits[0][0] == fits[1][0]):
            return None
        return fits[0][1]


def _kept_apart(a: Tellings, b: Tellings, apart: Mapping[str, frozenset[str]]) -> bool:
    if not apart:
        return False
    others = {event.id for event in b.events}
    return any(not others.isdisjoint(apart.get(event.id, ())) for event in a.events)


def _happening(group: Tellings, happening_of: Mapping[str, str]) -> Happening:
    first = group.events[0]
    own = happening_id(first.id)
    responses = {happening_of.get(event.in_response_to or "") for event in group.events} - {None, own}
    return Happening(
        id=own,
        type=first.type,
        actor=group.actor,
        target=group.target,
        mission=group.mission,
        date=group.date,
        counts=_counts(group),
        status=status(group.events),
        tellings=tuple(event.id for event in group.events),
        deadline=_deadline(group),
        in_response_to=min((one for one in responses if one is not None), default=None),
    )


def _counts(group: Tellings) -> tuple[Count, ...]:
    """Each number with its tellings; a number whose unit a telling leaves open takes that of the others."""
    told: defaultdict[int, dict[str, str | None]] = defaultdict(dict)
    for event in group.events:
        if (value := number(event)) is not None:
            unit = "posts" if event.type == "ceiling" else event.count_unit
            told[value][event.id] = unit
    found: list[Count] = []
    for value in sorted(told):
        said = told[value]
        units = {unit for unit in said.values() if unit is not None}
        whole = units.pop() if len(units) == 1 else None
        parted: defaultdict[str | None, set[str]] = defaultdict(set)
        for one, printed in said.items():
            parted[printed or whole].add(one)
        found += [
            Count(value=value, unit=unit, tellings=tuple(sorted(parted[unit])))
            for unit in sorted(parted, key=lambda unit: unit or "")
        ]
    return tuple(found)


def _deadline(group: Tellings) -> Bounds | None:
    """The deadline that most tellings give; of equals the narrowest, then the earliest."""
    told: defaultdict[tuple[str, str], int] = defaultdict(int)
    bounds: dict[tuple[str, str], Bounds] = {}
    for event in group.events:
        found = deadline_bounds(event.deadline, event.date or group.date) if event.deadline else None
        if found is not None:
            key = (str(found.latest), str(found.earliest))
            told[key] += 1
            bounds[key] = found
    best = min(told, key=lambda key: (-told[key], bounds[key].exact is None, key), default=None)
    return bounds[best] if best else None
