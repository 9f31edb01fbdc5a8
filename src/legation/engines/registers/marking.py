"""What is a record of a register compared by? Keys as numbers, and marks that show early which pairs can't be one name.

The keys are those of `resolution.candidates`, within one sending state. A key or mark is the same number in every
process, on every machine and in every run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from legation.engines.registers.blocks import KIND_MASK
from legation.language.names import folded_name, parse_name, skeletons
from legation.language.names.consonants import loose_consonants
from legation.language.names.folding import words
from legation.resolution.candidates import CAPS, keys_of
from legation.resolution.records import Record
from legation.vocabulary.given_names import NATIONAL, given_forms, given_name_group
from legation.vocabulary.names import name_words

KINDS: tuple[str, ...] = ("s", "p", "i", "m")
"""The kinds of keys that a register has. Letter runs and joined words find the odd misprint of a case; in a register
they would cost more than all others together."""
_WANTED = frozenset(KINDS)
_PLACES = {kind: place for place, kind in enumerate(KINDS)}
FAMILY, GIVEN = len(KINDS), len(KINDS) + 1
"""Kinds of numbers that make no blocks: a form of a family name or of a given name, which is counted."""
KIND_CAPS: Mapping[int, int] = {place: CAPS[kind] for place, kind in enumerate(KINDS)}

MOST_FAMILY_MARKS, MOST_MARKS = 12, 24
"""Marks of a family name, and of one with what the given name begins with; a record that would have more is compared
with all its candidates."""

ANY_STATE = "*"
_KIND = np.uint64(KIND_MASK)
_WITHOUT_KIND = ~_KIND
_ODD, _OTHER_ODD = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
"""Multipliers of a mixing function without collisions (SplitMix64: Steele, Lea and Flood 2014)."""
_HALF = np.uint64(32)
_ALL = (1 << 64) - 1
_TIMES = 0x9E3779B1
_VOWELS = dict.fromkeys(map(ord, "aiu"))


def number(kind: int, text: str) -> int:
    """A key or a form as a number of 64 bits, before it is told of which state; the lowest bits say its kind."""
    return digest(text) & ~KIND_MASK | kind


@lru_cache(maxsize=65536)
def digest(text: str) -> int:
    """A text as a number of 64 bits."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def of_state(numbers: NDArray[np.uint64], states: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers of keys or forms within states: others for each state, of the same kind.

    Args:
        numbers: as `number` gives them.
        states: the digest of the state of each.
    """
    mixed = (numbers ^ states) * _ODD
    mixed ^= mixed >> _HALF
    mixed *= _OTHER_ODD
    mixed ^= mixed >> _HALF
    return mixed & _WITHOUT_KIND | numbers & _KIND


def one_of_state(number: int, state: int) -> int:
    """The same for one number: plain integers are faster than an array of one."""
    mixed = (number ^ state) * int(_ODD) & _ALL
    mixed ^= mixed >> int(_HALF)
    mixed = mixed * int(_OTHER_ODD) & _ALL
    mixed ^= mixed >> int(_HALF)
    return mixed & ~KIND_MASK | number & KIND_MASK


def keys(record: Record) -> list[int]:
    """The numbers of the keys and forms of a record."""
    found = [digest(key) & ~KIND_MASK | _PLACES[key[0]] for key in keys_of(record, _WANTED)]
    found += [number(FAMILY, form) for form in record.families]
    found += [number(GIVEN, form) for form in record.givens]
    return found


def states(record: Record, *, stateless: bool) -> list[str]:
    """The states within which a record is compared.

    Args:
        record: the record.
        stateless: whether some record of the register has no sending state, so that it may meet those of any.
    """
    own = record.sending or ANY_STATE
    return [own, ANY_STATE] if stateless and own != ANY_STATE else [own]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What two names have to share in part to be one: beyond that only a full comparison tells.

    Made of the family name's consonants, in whatever order, and what the given name may begin with. `None` where there
    would be too many of them.
    """

    both: tuple[int, ...] | None
    """Family name and beginning of a given name; empty where the name has no given name."""
    family: tuple[int, ...] | None
    """The family name alone, for pairs of which one has no given name."""


@lru_cache(maxsize=4096)
def marks(name: str) -> Marks:
    """The marks of a printed name, in every order of parts that its letters leave open."""
    both: set[int] = set()
    alone: set[int] = set()
    straight = parse_name(name)
    orders = (straight,) if straight.certain else (straight, parse_name(name, order="family-first"))
    for parts in orders:
        families = {mark for word in words(parts.family or "") for mark in _family_marks(word)}
        begins = {begin for word in words(parts.given or "") for begin in beginnings(word)}
        alone |= {_mark(family) for family in families}
        both |= {_mark(family ^ begin * _TIMES) for family in families for begin in begins}
    return Marks(both=_few(both, MOST_MARKS), family=_few(alone, MOST_FAMILY_MARKS))


def _mark(mixed: int) -> int:
    return (mixed ^ mixed >> 31) & 0x7FFFFFFF


def _few(found: set[int], most: int) -> tuple[int, ...] | None:
    return tuple(sorted(found)) if len(found) <= most else None


@lru_cache(maxsize=65536)
def _family_marks(word: str) -> frozenset[int]:
    if len(word) > 1 and word.casefold() in name_words().articles:
        return frozenset()
    found = {"".join(sorted(form.translate(_VOWELS))) or form for form in skeletons(word)}
    loose = loose_consonants(word)
    return frozenset(map(digest, found | ({f"={loose}"} if len(loose) > 1 else set())))


@lru_cache(maxsize=65536)
def beginnings(word: str) -> frozenset[int]:
    """What a given name may begin with, as numbers: under any convention, in any state's documents, as an initial."""
    folded = folded_name(word)
    groups = given_name_group(folded)
    # an initial is a letter as it stands, too: Ю is `Yu` in full and `Y.` before a family name
    found = {form[:1] for form in skeletons(word)} | {f"={loose_consonants(word)[:1]}", f"-{folded[:1]}"}
    return frozenset(map(digest, found.union(groups, *map(_national_beginnings, groups)) - {"=", "-"}))


@cache
def _national_beginnings(group: str) -> frozenset[str]:
    forms = (one.form for one in given_forms() if one.group == group and one.kind in NATIONAL)
    return frozenset(form[:1] for name in forms for form in skeletons(name))
