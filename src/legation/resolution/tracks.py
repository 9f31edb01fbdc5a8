"""Which lines of one mission's editions follow each other as one person?

Walks a mission's observations in the order of days and hands each line to at most one track, the strongest link first,
so two lines of one edition are always two persons. What no rule joins begins a track of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from legation.language.names import compare, parse_name, skeletons
from legation.language.names.folding import words
from legation.model.listings import CoverageClass
from legation.resolution.links import CERTAIN_ENOUGH, FLICKER, Evidence, Link, linking_rule
from legation.resolution.observations import NO_DAY, Line, Observation

NEIGHBORHOOD = 1
"""How many places the lines of one person may be apart to stand in the same place."""
MOST_SPELLINGS = 4
"""Spellings of a track, latest first, that a line is compared with."""


@dataclass(slots=True, kw_only=True, eq=False)
class _Track:
    """One person so far."""

    lines: list[Line] = field(default_factory=list)
    missed: dict[str, int] = field(default_factory=dict)
    """By series: complete editions that don't show the person, since it did, or since any did where it never has."""
    seen: dict[str, CoverageClass] = field(default_factory=dict)
    """The series that have shown the person, and whom they cover."""
    absent: int = 0
    """Editions in a row that could have shown the person and don't, in the series that missed fewest."""
    dates: dict[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    """The days last printed, by series."""
    spellings: dict[str, Line] = field(default_factory=dict)
    neighbors: tuple[_Track | None, _Track | None] = (None, None)

    @property
    def last(self) -> Line:
        return self.lines[-1]


Neighbors = tuple[_Track | None, _Track | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Candidate:
    """A line, a track that it may continue, and the link that would make it so."""

    line: Line
    track: _Track
    link: Link

    @property
    def order(self) -> tuple[int, int, int, int, str, str]:
        """Strongest first; then who is least absent, then the nearest place in the section."""
        here, there = self.line.listing, self.track.last.listing
        return (-self.link.weight, self.track.absent, abs(here.order - there.order), here.order, here.id, there.id)


def mission_links(observed: Sequence[Observation], apart: Mapping[str, frozenset[str]]) -> list[Link]:
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

    apart: Mapping[str, frozenset[str]]
    ends: Mapping[str, int]
    """The place of the last observation of each series."""
    classes: dict[str, CoverageClass] = field(default_factory=dict)
    near: list[_Track] = field(default_factory=list)
    """Tracks that aren't absent for longer than a flicker."""
    by_key: defaultdict[str, list[_Track]] = field(default_factory=lambda: defaultdict(list))
    """Every track, also one that is long absent, by each key under which it was printed."""
    links: list[Link] = field(default_factory=list)

    def step(self, place: int, observation: Observation) -> None:
        """Hand the lines of the next observation to tracks."""
        self.classes[observation.series] = observation.coverage_class
        given: dict[Line, _Track] = {}
        self._assign(self._by_name(observation), given)
        self._assign(self._by_likeness(observation, given), given)
        for line in observation.lines:
            if line not in given:
                given[line] = _Track()
            self._extend(given[line], line, observation)
        self._close(place, observation, given)

    def _assign(self, candidates: Iterable[_Candidate], given: dict[Line, _Track]) -> None:
        ranked = sorted(candidates, key=lambda one: one.order)
        unclear = _unclear(ranked)
        taken = set(given.values())
        for candidate in ranked:
            if candidate not in unclear and candidate.line not in given and candidate.track not in taken:
                given[candidate.line] = candidate.track
                taken.add(candidate.track)
                self.links.append(candidate.link)

    def _by_name(self, observation: Observation) -> Iterator[_Candidate]:
        for line in observation.lines:
            for track in self.by_key.get(line.key, ()):
                yield from self._candidate(line, track, observation, same_place=False)

    def _by_likeness(self, observation: Observation, given: Mapping[Line, _Track]) -> Iterator[_Candidate]:
        """Tracks nobody continues yet that share a sound of the name, a day, or the head's seat with a line."""
        free = [line for line in observation.lines if line not in given]
        if not free:
            return
        taken = set(given.values())
        blocks: defaultdict[str, list[_Track]] = defaultdict(list)
        for track in self.near:
            if track not in taken:
                for block in {block for line in track.spellings.values() for block in _blocks(line)}:
                    blocks[block].append(track)
        beside = _beside(observation.lines, given)
        for line in free:
            for track in dict.fromkeys(track for block in _blocks(line) for track in blocks.get(block, ())):
                yield from self._candidate(line, track, observation, same_place=_same_place(line, track, beside[line]))

    def _candidate(
        self, line: Line, track: _Track, observation: Observation, *, same_place: bool
    ) -> Iterator[_Candidate]:
        others = self.apart.get(line.listing.id)
        if others and any(one.listing.id in others for one in track.lines):
            return
        links = [
            link
            for spelling in track.spellings.values()
            if (link := _link(line, track, spelling, observation, same_place=same_place)) is not None
        ]
        if links:
            yield _Candidate(line=line, track=track, link=max(links, key=lambda link: link.weight))

    def _extend(self, track: _Track, line: Line, observation: Observation) -> None:
        if not track.lines or track.absent > FLICKER:
            self.near.append(track)
        track.lines.append(line)
        track.seen[observation.series] = observation.coverage_class
        track.missed = {series: count for series, count in track.missed.items() if series in track.seen}
        track.missed[observation.series] = track.absent = 0
        if line.dates:
            track.dates[observation.series] = line.dates
        if line.key not in track.spellings:
            self.by_key[line.key].append(track)
        others = {key: spelling for key, spelling in track.spellings.items() if key != line.key}
        track.spellings = dict([(line.key, line), *others.items()][:MOST_SPELLINGS])

    def _close(self, place: int, observation: Observation, given: Mapping[Line, _Track]) -> None:
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

    def _absent(self, place: int, track: _Track) -> int:
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


def _unclear(ranked: Sequence[_Candidate]) -> set[_Candidate]:
    """Weak candidates that have an equally strong rival for their line or their track."""
    rivals: defaultdict[tuple[int, Line | _Track], list[_Candidate]] = defaultdict(list)
    for candidate in ranked:
        if candidate.link.weight < CERTAIN_ENOUGH:
            rivals[candidate.link.weight, candidate.line].append(candidate)
            rivals[candidate.link.weight, candidate.track].append(candidate)
    return {candidate for group in rivals.values() if len(group) > 1 for candidate in group}


def _beside(lines: Sequence[Line], given: Mapping[Line, _Track]) -> dict[Line, Neighbors]:
    tracks = [None, *(given.get(line) for line in lines), None]
    return {line: (tracks[place], tracks[place + 2]) for place, line in enumerate(lines)}


def _same_place(line: Line, track: _Track, neighbors: Neighbors) -> bool:
    beside = any(here is not None and here is there for here, there in zip(neighbors, track.neighbors, strict=True))
    return beside or abs(line.listing.order - track.last.listing.order) <= NEIGHBORHOOD


def _blocks(line: Line) -> Iterator[str]:
    parts = parse_name(line.name)
    for part in (parts.family, parts.given):
        for word in words(part or ""):
            yield from skeletons(word)
    for kind, day in line.dates:
        yield f"{kind} {day}"
    if line.is_head:
        yield "head of mission"


def _same_words(a: str, b: str) -> bool:
    short, long = sorted((set(a.split()), set(b.split())), key=len)
    return len(short) > 1 and short <= long


def _link(line: Line, track: _Track, spelling: Line, observation: Observation, *, same_place: bool) -> Link | None:
    last = track.last
    printed = track.dates.get(observation.series, frozenset())
    known = frozenset().union(*track.dates.values())
    kinds = {kind for kind, _ in line.dates} & {kind for kind, _ in printed}
    same_rank = line.listing.rank is not None and line.listing.rank == last.listing.rank
    evidence = Evidence(
        names=compare(spelling.name, line.name),
        same_print=spelling.key == line.key,
        same_words=spelling.key == line.key or _same_words(spelling.key, line.key),
        same_date=bool(line.dates & known),
        other_date=bool(kinds) and not line.dates & printed,
        same_title=bool(line.title) and line.title == last.title,
        same_rank=same_rank,
        same_seat=same_rank and line.is_head and last.is_head,
        same_place=same_place,
        missed=FLICKER + 1 if observation.day == NO_DAY else track.absent,
    )
    found = linking_rule(evidence)
    if found is None:
        return None
    rule, weight = found
    return Link(a=last.listing.id, b=line.listing.id, rule=rule, weight=weight, reasons=evidence.reasons())
