"""What can a printed word stand for, under which convention?

A word is read once under every convention that has all of its letters; two words meet where some reading of one equals
some reading of the other. Which conventions a name shows is said apart, so that a meeting can be weighed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from struct import pack, unpack

from legation.language.scripts import script_of
from legation.vocabulary.romanization import LANE, Convention, Lanes, conventions, lanes, letters_in

MOST_READINGS = 24
"""Readings of one word that are followed under one convention."""

LONGEST_WORD = 40
"""Letters of a word that are read; what is longer is no word of a name, and is cut."""

MOST_SLIPS = 2
"""Letters of which words that resemble each other may have no counterpart."""
MOST_LONGER = 4
"""Places by which they may differ in length: slips, and doubled consonants."""

_BYTES = LANE // 8
_SILENT = re.compile(r"['’ʼʹ`´ʺ\"-]")
_I = lanes("[ийы]")[0]
_SHORT_I = lanes("й")[0]
_HUSHING = lanes("[жшчщ]")[0]
_SH, _CH, _SHCH = (lanes(letter)[0] for letter in "шчщ")
_O, _YO = (lanes(letter)[0] for letter in "оё")
_VOWELS = lanes("[аеёиоуыэюя]")[0]
_VOWELS_AND_V = _VOWELS | lanes("в")[0]
_A_YA = lanes("[ая]")[0]
_VOWEL_MARKS = frozenset("aeiouyαεηιουω")

Meeting = tuple[int, int]
"""The bits of the conventions under which two words meet, those of the first word and those of the second."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word stands for under some conventions."""

    length: int
    """Places."""
    packed: int
    """The places, `LANE` bits each, the first the lowest."""
    conventions: int
    """Bits of the conventions that read it so."""

    def lanes(self) -> Lanes:
        """The letters that may stand in each place."""
        return unpack(f"<{self.length}I", self.packed.to_bytes(self.length * _BYTES, "little"))

    def letters(self) -> str:
        """The reading as text, the first possible letter in each place."""
        return "".join(letters_in(lane)[0] for lane in self.lanes())


@dataclass(frozen=True, slots=True)
class Outline:
    """What can be told about all readings of a word at once, to pass over words that have nothing in common."""

    readings: tuple[Reading, ...]
    usual: tuple[Reading, ...]
    """The readings under conventions that the word shows, special ones first."""
    by_length: dict[int, tuple[Reading, ...]]
    firsts: int
    """The letters that may stand first; all vowels and в where one of them may."""
    bag: int
    """The letters that may stand anywhere."""
    core: int
    """The letters that stand somewhere in every reading."""
    shortest: int
    longest: int
    may_end_in_a: bool

    def may_resemble(self, other: Outline) -> bool:
        """Whether two words can be one, or differ by a slip: by their letters and their lengths."""
        if not self.firsts & other.firsts:
            return False
        if (self.core & ~other.bag).bit_count() > MOST_SLIPS or (other.core & ~self.bag).bit_count() > MOST_SLIPS:
            return False
        return self.shortest <= other.longest + MOST_LONGER and other.shortest <= self.longest + MOST_LONGER


@cache
def ordinary() -> int:
    """The bits of the conventions that need nothing to show them."""
    return sum(one.bit for one in conventions() if one.needs_nothing)


@cache
def only() -> int:
    """The bit of a reading that is taken because no ordinary convention has all letters of the word."""
    return max(one.bit for one in conventions()) << 1


@cache
def of_language(language: str) -> int:
    """The bits of the conventions that spell names of one language."""
    return sum(one.bit for one in conventions() if one.language == language)


@lru_cache(maxsize=131072)
def shown_by(word: str) -> int:
    """The bits of the conventions that a word's letters show, and of those that need nothing."""
    low = bare(word)
    found = sum(one.bit for one in conventions() if one.shown_by is not None and one.shown_by.search(low))
    return found | ordinary() | only()


def bare(word: str) -> str:
    """The word casefolded, without hyphens, apostrophes and signs for softness."""
    return _SILENT.sub("", unicodedata.normalize("NFC", word.casefold()))[:LONGEST_WORD]


@lru_cache(maxsize=131072)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of one word; none where no convention knows its script."""
    low = bare(word)
    script = script_of(low)
    ways: dict[tuple[tuple[Lanes, ...], ...], int] = {}
    for convention in conventions():
        if convention.script != script or (convention.barred_by is not None and convention.barred_by.search(low)):
            continue
        way = _cut(low, convention)
        if way is not None:
            ways[way] = ways.get(way, 0) | convention.bit
    merged: dict[Lanes, int] = {}
    for way, bits in ways.items():
        for found in _spelled_out(way):
            merged[found] = merged.get(found, 0) | bits
    extra = 0 if any(bits & ordinary() for bits in ways.values()) else only()
    return tuple(Reading(len(found), _packed(found), bits | extra) for found, bits in merged.items())


def _packed(places: Lanes) -> int:
    return int.from_bytes(pack(f"<{len(places)}I", *places), "little")


@lru_cache(maxsize=65536)
def outline(word: str) -> Outline:
    """The readings of a word, and what can be told about all of them at once."""
    found = readings(word)
    by_length: defaultdict[int, list[Reading]] = defaultdict(list)
    firsts, lasts, bag, core = 0, 0, 0, -1 if found else 0
    for one in found:
        by_length[one.length].append(one)
        places = one.lanes()
        firsts |= places[0]
        lasts |= places[-1]
        sure = 0
        for lane in places:
            bag |= lane
            if not lane & (lane - 1):
                sure |= lane
        core &= sure
    return Outline(
        readings=found,
        usual=_usual(word, found),
        by_length={length: tuple(same) for length, same in by_length.items()},
        firsts=firsts | _VOWELS_AND_V if firsts & _VOWELS_AND_V else firsts,
        bag=bag,
        core=core,
        shortest=min(by_length, default=0),
        longest=max(by_length, default=0),
        may_end_in_a=bool(lasts & _A_YA),
    )


def _usual(word: str, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    shown = shown_by(word)
    special = shown & ~ordinary()
    kept = [one for one in found if one.conventions & shown]
    return tuple(sorted(kept, key=lambda one: not one.conventions & special))


def meetings(a: Outline, b: Outline) -> tuple[Meeting, ...]:
    """Every pair of sets of conventions under which two words are one."""
    found = {
        (one.conventions, other.conventions)
        for length, same in a.by_length.items()
        for other in b.by_length.get(length, ())
        for one in same
        if meet(one, other)
    }
    return tuple(sorted(found))


def meet(a: Reading, b: Reading) -> bool:
    """Whether two readings can be one: in every place some letter may stand in both."""
    if a.length != b.length:
        return False
    low, top = _ones(a.length)
    return ((a.packed & b.packed) + low) & top == top


def cut(reading: Reading, *, last: int) -> Reading:
    """The reading without its last places."""
    length = max(reading.length - last, 0)
    return Reading(length, reading.packed & ((1 << LANE * length) - 1), reading.conventions)


@cache
def _ones(length: int) -> tuple[int, int]:
    """For that many places: all bits but the highest, and the highest."""
    low = sum(((1 << (LANE - 1)) - 1) << LANE * place for place in range(length))
    return low, sum(1 << (LANE * (place + 1) - 1) for place in range(length))


def named(bits: int) -> tuple[Convention, ...]:
    """The conventions of some bits, in the order of their table."""
    return tuple(one for one in conventions() if one.bit & bits)


def _cut(word: str, convention: Convention) -> tuple[tuple[Lanes, ...], ...] | None:
    """What each group of letters can stand for, the longest groups first; `None` where a letter isn't in the table."""
    groups, cutter = convention.groups, convention.cutter
    found: list[tuple[Lanes, ...]] = []
    at, end = 0, len(word)
    while at < end:
        hit = cutter.match(word, at)
        if hit is None:
            choices = groups.get(_without_accent(word[at]) or "")
            at += 1
        else:
            letters, start, at = hit[0], at, hit.end()
            choices = (groups.get(letters + "$") if start and at == end else None) or (
                None if start else groups.get("^" + letters)
            )
            choices = groups[letters] if choices is None else choices
        if choices is None:
            return None
        found.append(choices)
    return tuple(found)


def _spelled_out(way: tuple[tuple[Lanes, ...], ...]) -> Iterable[Lanes]:
    """Every reading of a word that has been cut, each once."""
    made: list[Lanes] = [()]
    for choices in way:
        if len(choices) == 1:
            made = [begun + choices[0] for begun in made]
        else:
            made = [begun + choice for begun in made for choice in choices][:MOST_READINGS]
    return dict.fromkeys(smoothed for one in made if (smoothed := _smoothed(one)))


@cache
def _without_accent(letter: str) -> str | None:
    """The vowel below an accent, which shows stress or length; an accent on a consonant makes another letter."""
    plain = unicodedata.normalize("NFD", letter)[0]
    return plain if plain != letter and plain in _VOWEL_MARKS else None


def _smoothed(places: Lanes) -> Lanes:
    """One place for a run of и, й and ы, and for шч; о behind a hushing letter may be ё."""
    kept: list[int] = []
    last = len(places) - 1
    for place, one in enumerate(places):
        before = kept[-1] if kept else 0
        # й follows a vowel or ends a word
        lane = one & ~_SHORT_I if place != last and one != _SHORT_I and not before & _VOWELS else one
        if before and not lane & ~_I and not before & ~_I:
            kept[-1] = before | lane
        elif before == _SH and lane == _CH:
            kept[-1] = _SHCH
        elif before and not before & ~_HUSHING and lane & (_O | _YO):
            kept.append(lane | _O | _YO)
        else:
            kept.append(lane)
    return tuple(kept)
