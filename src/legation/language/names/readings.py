"""What can a printed word stand for, under which convention?

A word is read once under every convention that has all of its letters; two words meet where some reading of one equals
some reading of the other. Which conventions a name shows is said apart, so that a meeting can be weighed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from legation.language.scripts import script_of
from legation.vocabulary.romanization import LANE, Convention, Lanes, conventions, lanes, letters_in

MOST_READINGS = 24
"""Readings of one word that are followed under one convention."""

LONGEST_WORD = 40
"""Letters of a word that are read; what is longer is no word of a name, and is cut."""

_SILENT = re.compile(r"['’ʼʹ`´ʺ\"-]")
_I = lanes("[иы]")[0]
_HUSHING = lanes("[жшчщ]")[0]
_SH, _CH, _SHCH = (lanes(letter)[0] for letter in "шчщ")
_O, _YO = (lanes(letter)[0] for letter in "оё")
_VOWELS = lanes("[аеёиоуыэюя]")[0]
_VOWEL_MARKS = frozenset("aeiouy")

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
        return tuple((self.packed >> LANE * place) & ((1 << LANE) - 1) for place in range(self.length))

    def letters(self) -> str:
        """The reading as text, the first possible letter in each place."""
        return "".join(letters_in(lane)[0] for lane in self.lanes())


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
    merged: dict[tuple[int, int], int] = {}
    for convention in conventions():
        if convention.script != script or (convention.barred_by is not None and convention.barred_by.search(low)):
            continue
        for found in _read(low, convention):
            packed = sum(lane << LANE * place for place, lane in enumerate(found))
            key = len(found), packed
            merged[key] = merged.get(key, 0) | convention.bit
    known = any(bits & ordinary() for bits in merged.values())
    extra = 0 if known else only()
    return tuple(Reading(length, packed, bits | extra) for (length, packed), bits in merged.items())


@lru_cache(maxsize=262144)
def meetings(a: str, b: str) -> tuple[Meeting, ...]:
    """Every pair of sets of conventions under which two words are one."""
    found = {(one.conventions, other.conventions) for one in readings(a) for other in readings(b) if meet(one, other)}
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


def _read(word: str, convention: Convention) -> Iterable[Lanes]:
    """The readings of a whole word under one convention; none where the convention lacks a letter of it."""
    made: list[Lanes] = [()]
    for choices in _cut(word, convention):
        if choices is None:
            return ()
        if len(choices) == 1:
            made = [begun + choices[0] for begun in made]
        else:
            made = [begun + choice for begun in made for choice in choices][:MOST_READINGS]
    return dict.fromkeys(smoothed for one in made if (smoothed := _smoothed(one)))


def _cut(word: str, convention: Convention) -> Iterator[tuple[Lanes, ...] | None]:
    """What each group of letters can stand for, the longest groups first; `None` for a letter that isn't there."""
    groups, cutter = convention.groups, convention.cutter
    at = 0
    while at < len(word):
        found = cutter.match(word, at)
        if found is None:
            plain = _without_accent(word[at])
            yield groups.get(plain) if plain else None
            at += 1
            continue
        letters, start, at = found[0], at, found.end()
        choices = groups.get(letters + "$") if start and at == len(word) else None
        if choices is None and not start:
            choices = groups.get("^" + letters)
        yield groups[letters] if choices is None else choices


@cache
def _without_accent(letter: str) -> str | None:
    """The vowel below an accent, which shows stress or length; an accent on a consonant makes another letter."""
    plain = unicodedata.normalize("NFD", letter)[0]
    return plain if plain != letter and plain in _VOWEL_MARKS else None


def _smoothed(places: Lanes) -> Lanes:
    """One place for a run of и and ы, for a doubled consonant and for шч; о behind a hushing letter may be ё."""
    kept: list[int] = []
    for lane in places:
        before = kept[-1] if kept else 0
        if before and not lane & ~_I and not before & ~_I:
            kept[-1] = before | lane
        elif before == lane and not lane & _VOWELS:
            continue
        elif before == _SH and lane == _CH:
            kept[-1] = _SHCH
        elif before and not before & ~_HUSHING and lane & (_O | _YO):
            kept.append(lane | _O | _YO)
        else:
            kept.append(lane)
    return tuple(kept)
