"""What links a line of a list with the person whom earlier lines of its mission showed?

A track is one person so far. Its latest spellings are compared with the line; the strongest link is the candidate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from legation.language.names import compare
from legation.model.listings import CoverageClass
from legation.resolution.links import FLICKER, Evidence, Link, Rule, linking_rule
from legation.resolution.observations import NO_DAY, Line, Observation

NEIGHBORHOOD = 1
"""How many places the lines of one person may be apart to stand in the same place."""
MOST_SPELLINGS = 4
"""Spellings of a track, latest first, that a line is compared with."""

NO_DATES: frozenset[tuple[str, str]] = frozenset()
Found = tuple[Rule, int, tuple[str, ...]]
"""The rule that joins two lines, its weight and what speaks for it."""


Apart = Mapping[str, frozenset[str]]
"""Listing ids that somebody judged to be other persons, by listing id."""


@dataclass(slots=True, kw_only=True, eq=False)
class Track:
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
    neighbors: tuple[Track | None, Track | None] = (None, None)

    @property
    def last(self) -> Line:
        """The latest line."""
        return self.lines[-1]

    def extend(self, line: Line, observation: Observation) -> None:
        """Take the line as the person's latest."""
        series = observation.series
        self.lines.append(line)
        self.seen[series] = observation.coverage_class
        if len(self.missed) > 1 or series not in self.missed:
            self.missed = {each: count for each, count in self.missed.items() if each in self.seen}
        self.missed[series] = self.absent = 0
        if line.dates:
            self.dates[series] = line.dates
        if len(self.spellings) == 1 and line.key in self.spellings:
            self.spellings[line.key] = line
            return
        others = {key: spelling for key, spelling in self.spellings.items() if key != line.key}
        self.spellings = dict([(line.key, line), *others.items()][:MOST_SPELLINGS])


Neighbors = tuple[Track | None, Track | None]


@dataclass(slots=True, kw_only=True, eq=False)
class Candidate:
    """A line, a track that it may continue, and the link that would make it so."""

    line: Line
    track: Track
    link: Link

    @property
    def order(self) -> tuple[int, int, int, int, str, str]:
        """Strongest first; then who is least absent, then the nearest place in the section."""
        here, there = self.line.listing, self.track.last.listing
        return (-self.link.weight, self.track.absent, abs(here.order - there.order), here.order, here.id, there.id)


def candidate(
    line: Line, track: Track, observation: Observation, apart: Apart, *, same_place: bool
) -> Candidate | None:
    """The candidate that a line and a track make; `None` where no rule, or a judgement, lets them be one person."""
    others = apart.get(line.listing.id) if apart else None
    if others and any(one.listing.id in others for one in track.lines):
        return None
    same = track.spellings.get(line.key)
    # No other spelling of the track speaks louder than the one that the line prints too.
    spellings = (same,) if same is not None else track.spellings.values()
    best: Link | None = None
    for spelling in spellings:
        link = _link(line, track, spelling, observation, same_place=same_place)
        if link is not None and (best is None or link.weight > best.weight):
            best = link
    return Candidate(line=line, track=track, link=best) if best is not None else None


def same_place(line: Line, track: Track, neighbors: Neighbors) -> bool:
    """Whether a line stands beside the person's neighbor of the last time, or about where the person stood."""
    beside = any(here is not None and here is there for here, there in zip(neighbors, track.neighbors, strict=True))
    return beside or abs(line.listing.order - track.last.listing.order) <= NEIGHBORHOOD


def _same_words(a: str, b: str) -> bool:
    short, long = sorted((set(a.split()), set(b.split())), key=len)
    return len(short) > 1 and short <= long


def _link(line: Line, track: Track, spelling: Line, observation: Observation, *, same_place: bool) -> Link | None:
    last, listing = track.last, line.listing
    printed = track.dates.get(observation.series, NO_DATES)
    same_rank = listing.rank is not None and listing.rank == last.listing.rank
    evidence = Evidence(
        names=None,
        same_words=spelling.key == line.key or _same_words(spelling.key, line.key),
        same_date=any(not line.dates.isdisjoint(dates) for dates in track.dates.values()),
        other_date=line.dates.isdisjoint(printed) and _share_a_kind(line.dates, printed),
        same_title=bool(line.title) and line.title == last.title,
        same_rank=same_rank,
        same_seat=same_rank and line.is_head and last.is_head,
        same_place=same_place,
        missed=FLICKER + 1 if observation.day == NO_DAY else track.absent,
    )
    found = _by_print(evidence) if spelling.key == line.key else _by_names(line, spelling, evidence)
    if found is None:
        return None
    rule, weight, reasons = found
    return Link(a=last.listing.id, b=listing.id, rule=rule, weight=weight, reasons=reasons)


# Most lines of a case are printed as the time before, and there are few ways to be: each is decided once.
@lru_cache(maxsize=4096)
def _by_print(evidence: Evidence) -> Found | None:
    return _found(evidence)


def _by_names(line: Line, spelling: Line, evidence: Evidence) -> Found | None:
    # Names are compared last: nothing else of a line takes as long.
    return None if evidence.excluded else _found(evidence._replace(names=compare(spelling.name, line.name)))


def _found(evidence: Evidence) -> Found | None:
    rule = linking_rule(evidence)
    return None if rule is None else (*rule, evidence.reasons())


def _share_a_kind(dates: frozenset[tuple[str, str]], others: frozenset[tuple[str, str]]) -> bool:
    return bool(dates and others) and not {kind for kind, _ in dates}.isdisjoint(kind for kind, _ in others)
