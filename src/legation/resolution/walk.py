"""Which lines of one mission's editions follow each other as one person?

Walks a mission's observations in the order of days and hands each line to at most one track, the strongest link first,
so two lines of one edition are always two persons. What no rule joins begins a track of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from legation.model.listings import CoverageClass
from legation.resolution.links import CERTAIN_ENOUGH, FLICKER, Link
from legation.resolution.observations import Line, Observation
from legation.resolution.pairing import by_likeness, by_name
from legation.resolution.tracks import NO_DATES, Apart, Candidate, Neighbors, Track, candidate, same_place

LAST = 200
"""Weight of links between tracks, below that of any other: what lines and judgements say comes before."""


def mission_links(observed: Sequence[Observation], apart: Apart) -> list[Link]:
    """The links of one mission.

    Args:
        observed: the mission's observations, oldest first.
        apart: listing ids that somebody judged to be other persons, by listing id.
    """
    walk = _Walk(apart=apart, ends={seen.series: place for place, seen in enumerate(observed)})
    for place, observation in enumerate(observed):
        walk.step(place, observation)
    return walk.links


@dataclass(slots=True, kw_only=True)
class _Walk:
    """The tracks of one mission between two of its observations."""

    apart: Apart
    ends: Mapping[str, int]
    """The place of the last observation of each series."""
    classes: dict[str, CoverageClass] = field(default_factory=dict)
    near: list[Track] = field(default_factory=list)
    """Tracks that aren't absent for longer than a flicker."""
    by_key: defaultdict[str, dict[Track, None]] = field(default_factory=lambda: defaultdict(dict))
    """Every track, also one that is long absent, by each key under which it was printed."""
    links: list[Link] = field(default_factory=list)

    def step(self, place: int, observation: Observation) -> None:
        """Hand the lines of the next observation to tracks."""
        self.classes[observation.series] = observation.coverage_class
        given: dict[Line, Track] = {}
        self._assign(self._namesakes(observation), given)
        if len(given) < len(observation.lines):
            self._assign(self._alike(observation, given), given)
        self._rejoin(observation, given)
        for line in observation.lines:
            if line not in given:
                given[line] = Track()
            self._extend(given[line], line, observation)
        self._close(place, observation, given)

    def _assign(self, candidates: Iterable[Candidate], given: dict[Line, Track]) -> None:
        alone, contested = _told_apart(candidates)
        for one in alone:
            self._give(one, given)
        ranked = sorted(contested, key=lambda one: one.order)
        unclear = _unclear(ranked)
        taken: set[Track] = set()
        for one in ranked:
            if one not in unclear and one.line not in given and one.track not in taken:
                taken.add(one.track)
                self._give(one, given)

    def _give(self, one: Candidate, given: dict[Line, Track]) -> None:
        given[one.line] = one.track
        self.links.append(one.link)

    def _namesakes(self, observation: Observation) -> Iterator[Candidate]:
        for line, track in by_name(observation.lines, self.by_key):
            found = candidate(line, track, observation, self.apart, same_place=False)
            if found is not None:
                yield found

    def _alike(self, observation: Observation, given: Mapping[Line, Track]) -> Iterator[Candidate]:
        """What lines that nobody has yet make with tracks that nobody continues yet."""
        taken = set(given.values())
        free = [line for line in observation.lines if line not in given]
        beside = _beside(observation.lines, given)
        for line, track in by_likeness(free, (track for track in self.near if track not in taken)):
            here = same_place(line, track, beside[line])
            found = candidate(line, track, observation, self.apart, same_place=here)
            if found is not None:
                yield found

    def _rejoin(self, observation: Observation, given: Mapping[Line, Track]) -> None:
        """Link lines that continue one track with another that nobody continues, where both may be one person's.

        Two lists may show somebody under two names, or in spellings too far apart, until a line has both: the name of
        the one, and the printed day or the name of the other.
        """
        taken = set(given.values())
        left = [track for track in self.near if track not in taken]
        found = []
        for line, track in by_likeness(given, left) if left else ():
            one = candidate(line, track, observation, self.apart, same_place=False)
            if one is not None and (one.link.weight >= CERTAIN_ENOUGH or _of_one_day(line, track, observation)):
                found.append(one)
        alone, _ = _told_apart(found)
        self.links.extend(replace(one.link, weight=LAST) for one in alone)

    def _extend(self, track: Track, line: Line, observation: Observation) -> None:
        if not track.lines or track.absent > FLICKER:
            self.near.append(track)
        if line.key not in track.spellings:
            self.by_key[line.key][track] = None
        track.extend(line, observation)

    def _close(self, place: int, observation: Observation, given: Mapping[Line, Track]) -> None:
        """Count absences, and lose sight of who is absent for longer than a flicker."""
        for line, neighbors in _beside(observation.lines, given).items():
            if neighbors != (None, None):
                given[line].neighbors = neighbors
        if observation.complete:
            present = set(given.values())
            for track in self.near:
                if track not in present:
                    track.missed[observation.series] = track.missed.get(observation.series, 0) + 1
                    track.absent = self._absent(place, track)
            self.near = [track for track in self.near if track.absent <= FLICKER]

    def _absent(self, place: int, track: Track) -> int:
        """Editions missed in the series that show the person; once those have ended, in others of the same coverage."""
        going_on = [
            count for series, count in track.missed.items() if series in track.seen and self.ends[series] >= place
        ]
        if going_on:
            return min(going_on)
        covered = set(track.seen.values())
        others = [
            count
            for series, count in track.missed.items()
            if series not in track.seen and self.classes[series] in covered
        ]
        return max(others, default=0)


def _of_one_day(line: Line, track: Track, observation: Observation) -> bool:
    """Whether the same list printed one day beside both, the last time that it showed the person."""
    return not line.dates.isdisjoint(track.dates.get(observation.series, NO_DATES))


def _told_apart(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates whose line and track no other has, and those that have a rival."""
    every = list(candidates)
    rivals: Counter[Line | Track] = Counter()
    for one in every:
        rivals[one.line] += 1
        rivals[one.track] += 1
    alone: list[Candidate] = []
    contested: list[Candidate] = []
    for one in every:
        (alone if rivals[one.line] == rivals[one.track] == 1 else contested).append(one)
    return alone, contested


def _unclear(ranked: Sequence[Candidate]) -> set[Candidate]:
    """Weak candidates that have an equally strong rival for their line or their track."""
    rivals: defaultdict[tuple[int, Line | Track], list[Candidate]] = defaultdict(list)
    for one in ranked:
        if one.link.weight < CERTAIN_ENOUGH:
            rivals[one.link.weight, one.line].append(one)
            rivals[one.link.weight, one.track].append(one)
    return {one for group in rivals.values() if len(group) > 1 for one in group}


def _beside(lines: Sequence[Line], given: Mapping[Line, Track]) -> dict[Line, Neighbors]:
    tracks = [None, *(given.get(line) for line in lines), None]
    return {line: (tracks[place], tracks[place + 2]) for place, line in enumerate(lines)}
