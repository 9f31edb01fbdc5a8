"""Which records are worth comparing?

Every record has keys made of its names; those that share a key are candidates. A key that too many share says nothing
and is dropped, and what was dropped is told. Nothing here decides whether two are one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Literal

from legation.language.names import skeletons
from legation.language.names.consonants import loose_consonants
from legation.language.names.folding import words
from legation.resolution.records import Record

KeyKind = Literal["s", "p", "i", "j", "g", "m"]

CAPS: Mapping[str, int] = {"s": 20, "p": 80, "i": 60, "j": 15, "g": 10, "m": 60}
"""Records that may share a key of each kind before it is dropped.

By the first letter of a key: `s` one skeleton, `p` two of them, `i` a skeleton beside an initial, `j` two neighboring
words written together, `g` a run of letters inside of a word, `m` a family name at one receiving state in one year.
The values give the best recall at sixty candidates for each name, as `benchmarks/candidates.py` measures it."""

LONGEST_POST = 10
"""Years of one post that make keys; who is listed longer is found by the other keys."""

_VOWELS = dict.fromkeys(map(ord, "aiu"))
_CUT, _LONG_CUT, _RUN = 4, 5, 5
_WITHOUT_VOWELS = "c"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Keys of one kind that too many records share."""

    kind: str
    keys: int
    records: int
    """Records that have such a key, each counted once for every one of them."""
    largest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Records by the keys that are kept; a record is named by its place."""

    keys: tuple[tuple[str, ...], ...]
    """The kept keys of each record, sorted."""
    members: Mapping[str, tuple[int, ...]]
    """The records of each kept key, in their order; keys of one record alone are left out."""
    dropped: tuple[Dropped, ...]


def keys_of(record: Record, kinds: Collection[str] = frozenset(CAPS)) -> frozenset[str]:
    """The keys of one record; the first letter of a key is its kind, see `CAPS`.

    Args:
        record: the record.
        kinds: which kinds are wanted. `j` and `g` cost more than all others together.
    """
    wanted = frozenset(kinds)
    found: set[str] = set()
    for name in record.names:
        found |= _name_keys(name, wanted)
    return frozenset(found | set(_post_keys(record))) if "m" in wanted else frozenset(found)


def sounds(word: str) -> frozenset[str]:
    """What a word sounds like in the keys of two sounds: names that share no such sound share no such key."""
    return _sounds(word, _CUT)


def blocks(keys: Sequence[Iterable[str]], caps: Mapping[str, int] = CAPS) -> Blocks:
    """The blocks of records with these keys.

    Args:
        keys: the keys of each record.
        caps: how many may share a key of each kind.
    """
    sharing = Counter(key for own in keys for key in set(own))
    gone = {key: count for key, count in sharing.items() if count > caps[key[0]]}
    members: defaultdict[str, list[int]] = defaultdict(list)
    kept: list[tuple[str, ...]] = []
    for place, own in enumerate(keys):
        mine = tuple(sorted(key for key in set(own) if sharing[key] > 1 and key not in gone))
        kept.append(mine)
        for key in mine:
            members[key].append(place)
    return Blocks(
        keys=tuple(kept), members={key: tuple(found) for key, found in members.items()}, dropped=_dropped(gone)
    )


def pairs(found: Blocks, places: Iterable[int] | None = None) -> Iterator[tuple[int, int]]:
    """Every pair of records that share a kept key, once, the smaller place first, in the order of places.

    Args:
        found: the blocks.
        places: the records whose pairs with later ones are wanted, for a part of the work; all, where none are given.
    """
    for place in range(len(found.keys)) if places is None else places:
        others = {other for key in found.keys[place] for other in found.members[key] if other > place}
        for other in sorted(others):
            yield place, other


def candidates(records: Sequence[Record], caps: Mapping[str, int] = CAPS) -> tuple[Iterator[tuple[int, int]], Blocks]:
    """The pairs of records worth comparing, by places, and the blocks that they come from."""
    found = blocks([keys_of(record) for record in records], caps)
    return pairs(found), found


def _dropped(gone: Mapping[str, int]) -> tuple[Dropped, ...]:
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    for key, count in gone.items():
        kinds[key[0]].append(count)
    return tuple(
        Dropped(kind=kind, keys=len(counts), records=sum(counts), largest=max(counts))
        for kind, counts in sorted(kinds.items())
    )


@lru_cache(maxsize=8192)
def _name_keys(name: str, kinds: frozenset[str]) -> frozenset[str]:
    own = words(name)
    found: set[str] = set()
    if "s" in kinds:
        found |= {f"s{key}" for word in own for key in _sounds(word, _CUT)}
    if "p" in kinds:
        for one, other in combinations(own, 2):
            found |= {
                "p{} {}".format(*sorted((here, there)))
                for here in _sounds(one, _CUT)
                for there in _sounds(other, _CUT)
                if _alike(here, there)
            }
    if "i" in kinds:
        found |= set(_beside_initials(own))
    if "g" in kinds:
        found |= {f"g{run}" for word in own for run in _runs(word)}
    if "j" in kinds:
        found |= {f"j{key}" for word in own for key in _sounds(word, _LONG_CUT)}
        found |= {f"j{key}" for one, other in pairwise(own) for key in _together(one, other)}
    return frozenset(found)


def _beside_initials(own: Sequence[str]) -> Iterator[str]:
    for place, word in enumerate(own):
        beside = {letter for other in (*own[:place], *own[place + 1 :]) for letter in _firsts(other)}
        marked = {letter for letter in beside if letter.startswith(_WITHOUT_VOWELS)}
        plain = beside - marked
        for key in _sounds(word, _LONG_CUT):
            yield from [f"i{key} {letter}" for letter in (marked if key.startswith(_WITHOUT_VOWELS) else plain)]


def _together(one: str, other: str) -> Iterator[str]:
    """The sounds of two words written as one, as `Ali Babaei` and `Alibabaei`; no word of that length is read."""
    for here in _sounds(one, _LONG_CUT):
        for there in _sounds(other, _LONG_CUT):
            if _alike(here, there):
                yield (here + there.removeprefix(_WITHOUT_VOWELS))[:_LONG_CUT]


def _alike(here: str, there: str) -> bool:
    """Whether two keys are of one making; sounds written without vowels go with their like alone."""
    return here.startswith(_WITHOUT_VOWELS) == there.startswith(_WITHOUT_VOWELS)


@lru_cache(maxsize=65536)
def _sounds(word: str, longest: int) -> frozenset[str]:
    """The consonants of a word's skeletons; those of a script without vowels, and what it may meet, under a mark."""
    found = {skeleton.translate(_VOWELS)[:longest] for skeleton in skeletons(word)}
    found = {one for one in found if len(one) > 1} or {skeleton[:longest] for skeleton in skeletons(word)}
    loose = loose_consonants(word)
    return frozenset(found | ({f"{_WITHOUT_VOWELS}{loose[:longest]}"} if len(loose) > 1 else set()))


@lru_cache(maxsize=65536)
def _firsts(word: str) -> frozenset[str]:
    loose = loose_consonants(word)
    marked = {f"{_WITHOUT_VOWELS}{loose[:1]}"} if loose else set()
    return frozenset({skeleton[:1] for skeleton in skeletons(word)} | marked)


@lru_cache(maxsize=65536)
def _runs(word: str) -> frozenset[str]:
    found: set[str] = set()
    for skeleton in skeletons(word):
        whole = f"^{skeleton}$"
        found |= {whole[at : at + _RUN] for at in range(len(whole) - _RUN + 1)}
    return frozenset(found)


def _post_keys(record: Record) -> Iterator[str]:
    for post in record.posts:
        receiving = post.mission.partition("/")[2].partition("/")[0] or post.mission
        first = date.fromordinal(post.first).year
        last = min(date.fromordinal(post.last).year, first + LONGEST_POST)
        for family in record.families:
            for year in range(first, last + 1):
                yield f"m{family.translate(_VOWELS)[:_CUT] or family} {receiving} {year}"
