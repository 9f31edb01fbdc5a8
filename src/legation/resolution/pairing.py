"""Which lines and tracks of one mission are worth comparing?

Those of one printed name first; then, of what is left, those that share a sound of the name, a printed day or the
head's seat. Where very many share it, each line is compared only with the tracks nearest to its place, so that a list
whose names or days are all alike takes time in proportion to its length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product

from legation.language.names import parse_name, skeletons
from legation.language.names.folding import words
from legation.resolution.links import FLICKER
from legation.resolution.observations import Line
from legation.resolution.tracks import Track

FEW_PAIRS = 400
"""Pairs of one block up to which every line is compared with every track: twenty namesakes in both of two editions."""
NEAREST = 8
"""Tracks on each side of a line's place with which it is compared in a larger block."""

Pair = tuple[Line, Track]


def by_name(lines: Iterable[Line], by_key: Mapping[str, Collection[Track]]) -> Iterator[Pair]:
    """Lines with the tracks that were printed under the same key at any time."""
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.key].append(line)
    for key, own in groups.items():
        tracks = by_key.get(key)
        if tracks:
            yield from _paired(own, tracks)


def by_likeness(lines: Iterable[Line], tracks: Iterable[Track]) -> Iterable[Pair]:
    """Lines with the tracks of which some late spelling shares a block with them."""
    tracks_in: defaultdict[str, list[Track]] = defaultdict(list)
    for track in tracks:
        for block in {block for line in track.spellings.values() for block in _blocks(line)}:
            tracks_in[block].append(track)
    if not tracks_in:
        return ()
    lines_in: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        for block in set(_blocks(line)) & tracks_in.keys():
            lines_in[block].append(line)
    return dict.fromkeys(pair for block, own in lines_in.items() for pair in _paired(own, tracks_in[block]))


def _paired(lines: Collection[Line], tracks: Collection[Track]) -> Iterable[Pair]:
    if len(lines) * len(tracks) <= FEW_PAIRS:
        return product(lines, tracks)
    return _nearest(lines, [track for track in tracks if track.absent <= FLICKER])


def _nearest(lines: Iterable[Line], tracks: Iterable[Track]) -> Iterator[Pair]:
    ordered = sorted(tracks, key=lambda track: (track.last.listing.order, track.last.listing.id))
    places = [track.last.listing.order for track in ordered]
    for line in lines:
        at = bisect_left(places, line.listing.order)
        for track in ordered[max(at - NEAREST, 0) : at + NEAREST]:
            yield line, track


def _blocks(line: Line) -> Iterator[str]:
    yield from _sounds(line.name)
    for kind, day in line.dates:
        yield f"{kind} {day}"
    if line.is_head:
        yield "head of mission"


@lru_cache(maxsize=65536)
def _sounds(name: str) -> tuple[str, ...]:
    parts = parse_name(name)
    own = (word for part in (parts.family, parts.given) for word in words(part or ""))
    return tuple(dict.fromkeys(form for word in own for form in skeletons(word)))
