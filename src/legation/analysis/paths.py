"""By which chain of postings, successions and named events does one lead to another, in the order of time?

The shortest chains, a few of them: each step may have happened on or after the one before, forward or backward as a
whole. Places and events with very many people connect everybody and are left out. What nobody judged, and what is only
claimed, is on no path unless it was asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legation.analysis.ties import Net, Tie, Wanted, days_of, served, together
from legation.model.case import Derived
from legation.model.dates import Bounds, Certainty
from legation.model.documents import Passage
from legation.model.keys import made_id
from legation.model.paths import Path, PathStep
from legation.model.postings import Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The paths, and what was left out as a hub."""

    paths: tuple[Path, ...]
    hubs: tuple[str, ...]
    """Keys of missions and ids of happenings that were left out."""


def paths(derived: Derived, first: str, second: str, wanted: Wanted, tellings: Mapping[str, Passage]) -> Found:
    """The shortest chains between two persons, missions or happenings.

    Args:
        derived: of the case.
        first: id of a person or happening, or a mission's key.
        second: the same.
        wanted: what may be on a path.
        tellings: passage of each telling by its id.
    """
    net = Net.of(derived, wanted, tellings, {first, second})
    found = [*_chains(net, first, second, wanted)]
    turned = [_turned(chain) for chain in _chains(net, second, first, wanted)]
    unique = {tuple(tuple(sorted(step.grounds)) for _, step in chain): chain for chain in (*turned, *found)}
    shortest = min(map(len, unique.values()), default=0)
    chains = [chain for chain in unique.values() if len(chain) == shortest]
    chains.sort(key=lambda chain: (_doubts(chain), [step.grounds for _, step in chain]))
    made = (_path(first, chain, net) for chain in chains[: wanted.most_paths])
    return Found(paths=tuple(made), hubs=tuple(sorted(net.hubs)))


Chain = tuple[tuple[str, Tie], ...]
"""Each step's tie with the stop that it leads to."""


def _chains(net: Net, first: str, second: str, wanted: Wanted) -> Iterator[Chain]:
    """The shortest chains forward in time: each stop is kept with the earliest day on which it may be reached."""
    if first == second or first not in net.labels or second not in net.labels:
        return
    reached: dict[str, date] = {first: date.min}
    before: list[dict[str, list[tuple[str, Tie]]]] = []
    frontier = {first: date.min}
    for _ in range(wanted.most_steps):
        layer: dict[str, list[tuple[str, Tie]]] = defaultdict(list)
        arrivals: dict[str, date] = {}
        for stop, arrival, source, tie in _steps(net, frontier, reached):
            if arrival < arrivals.get(stop, date.max):
                arrivals[stop] = arrival
            layer[stop].append((source, tie))
        before.append(layer)
        if second in arrivals:
            yield from _traced(before, second, wanted.most_paths)
            return
        frontier = {stop: day for stop, day in arrivals.items() if stop not in reached or day < reached[stop]}
        reached |= frontier
        if not frontier:
            return


_Step = tuple[str, date, str, Tie]


def _steps(net: Net, frontier: Mapping[str, date], reached: Mapping[str, date]) -> Iterator[_Step]:
    """Where one gets from these stops, with the earliest day."""

    def news(stop: str, day: date) -> bool:
        return stop not in reached or day < reached[stop]

    missions: dict[str, list[tuple[date, date, Posting | None, str]]] = defaultdict(list)
    for source, arrival in frontier.items():
        for tie in net.ties.get(source, ()):
            end = tie.second if tie.first == source else tie.first
            day = _after(arrival, tie.period)
            if day is not None and not ({end, source} - net.ends) & net.hubs and news(end, day):
                yield end, day, source, tie
        for posting in net.postings.get(source, ()):
            early, late = days_of(posting)
            if late >= arrival:
                missions[posting.mission].append((max(early, arrival), late, posting, source))
        if source in net.by_mission:
            missions[source].append((arrival, date.max, None, source))
    for mission, here in missions.items():
        yield from _at(net, mission, here, news)


def _at(
    net: Net,
    mission: str,
    here: list[tuple[date, date, Posting | None, str]],
    news: Callable[[str, date], bool],
) -> Iterator[_Step]:
    """The persons whom one meets at a mission, and the mission itself where it is an end of the path."""
    here.sort(key=lambda each: (each[0], each[1], each[3]))
    if mission in net.ends:
        for early, _, posting, source in here:
            if posting is not None and news(mission, early):
                yield mission, early, source, served(posting)
    if mission in net.hubs and mission not in net.ends:
        return
    for other in net.by_mission[mission]:
        early, late = days_of(other)
        met = 0
        for start, end, posting, source in here:
            if posting is not None and (other.person.id == source or mission in net.hubs):
                continue
            day = max(start, early)
            if day <= min(end, late) and news(other.person.id, day):
                yield other.person.id, day, source, served(other) if posting is None else together(posting, other)
                met += 1
                if met >= _ENOUGH:
                    break


_ENOUGH = 3
"""Of those through whom one meets somebody at one mission: the earliest few."""


def _after(arrival: date, period: Bounds) -> date | None:
    """The first day on or after an arrival on which something may have been; `None` where it was before."""
    if period.latest is not None and period.latest < arrival:
        return None
    return max(arrival, period.earliest or date.min)


def _traced(before: Sequence[Mapping[str, list[tuple[str, Tie]]]], end: str, most: int) -> Iterator[Chain]:
    """The chains that lead to a stop in so many steps, those whose order of days holds."""
    given = 0
    waiting: list[tuple[int, str, Chain]] = [(len(before) - 1, end, ())]
    while waiting and given < most * _TRIED:
        layer, stop, chain = waiting.pop()
        if layer < 0:
            given += 1
            if _in_order(chain):
                yield chain
            continue
        for source, tie in before[layer].get(stop, ()):
            waiting.append((layer - 1, source, ((stop, tie), *chain)))


_TRIED = 20


def _in_order(chain: Chain) -> bool:
    day = date.min
    for _, tie in chain:
        after = _after(day, tie.period)
        if after is None:
            return False
        day = after
    return True


def _turned(chain: Chain) -> Chain:
    """A chain that was found from its end, from its beginning."""
    stops = [tie.first if tie.second == stop else tie.second for stop, tie in chain]
    return tuple((stop, tie) for stop, (_, tie) in zip(reversed(stops), reversed(chain), strict=True))


def _doubts(chain: Chain) -> int:
    return sum(tie.certainty is not Certainty.CERTAIN for _, tie in chain)


def _path(first: str, chain: Chain, net: Net) -> Path:
    steps: list[PathStep] = []
    at = first
    for stop, tie in chain:
        steps.append(
            PathStep(
                kind=tie.kind,
                start=net.labels[at],
                end=net.labels[stop],
                mission=tie.mission,
                between=tie.period,
                certainty=tie.certainty,
                grounds=tie.grounds,
                passages=tie.passages,
                says=tie.says,
            )
        )
        at = stop
    return Path(id=made_id("path", first, *(ground for step in steps for ground in step.grounds)), steps=tuple(steps))
