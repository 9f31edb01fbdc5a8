"""What can a printed word stand for, under which convention?

A word is read once under every convention that has all of its letters. Which conventions a name shows is said apart, so
that the meeting of two words can be weighed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_
from struct import unpack

from legation.language.names.cutting import followed
from legation.language.scripts import script_of
from legation.vocabulary.romanization import LANE, Convention, Lanes, convention, conventions, lanes, letters_in

LONGEST_WORD = 40
"""Letters of a word that are read; what is longer is no word of a name, and is cut."""

MOST_LONGER = 4
"""Places by which two words may differ in length: slips, and doubled consonants."""

_BYTES = LANE // 8
_OF_ALL_WORDS = r"\A"
"""What stands in an expression that looks at all words of a name together."""
_SILENT = re.compile(r"['’ʼʹ`´ʺ\"-]")
_VOWELS = lanes("[аеёиоуыэюя]")[0]
_VOWELS_AND_V = _VOWELS | lanes("в")[0]
_PLACE = (1 << LANE) - 1
_A_YA = lanes("[ая]")[0]


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
        return "".join([letters_in(lane)[0] for lane in self.lanes()])

    def begins(self) -> str:
        """The letters that may stand first."""
        return letters_in(self.packed & _PLACE)


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What can be told about all readings of a word at once, to pass over words that have nothing in common."""

    readings: tuple[Reading, ...]
    usual: tuple[Reading, ...]
    """The readings under conventions that the word shows, special ones first."""
    by_length: dict[int, tuple[int, tuple[Reading, ...]]]
    """For each number of places, the letters that may stand in each in any reading, and the readings."""
    asked: int
    """The bits of the conventions under which it is read, and of those that count whatever they read."""
    firsts: int
    """The letters that may stand first; all vowels and в where one of them may."""
    bag: int
    """The letters that may stand anywhere."""
    core: int
    """The letters that stand somewhere in every reading."""
    shortest: int
    longest: int
    may_end_in_a: bool

    def too_far(self, other: Outline) -> bool:
        """Whether two words differ in length by more than slips and doubled consonants."""
        return self.shortest > other.longest + MOST_LONGER or other.shortest > self.longest + MOST_LONGER


@cache
def ordinary() -> int:
    """The bits of the conventions that need nothing to show them."""
    return sum(one.bit for one in conventions() if one.needs_nothing)


@cache
def only() -> int:
    """The bit of a reading that is taken because no ordinary convention has all letters of the word."""
    return max(one.bit for one in conventions()) << 1


@cache
def arabic() -> int:
    """The bit of the convention of names whose vowels everybody writes otherwise."""
    return convention("arabic").bit


@cache
def of_language(language: str) -> int:
    """The bits of the conventions that spell names of one language."""
    return sum(one.bit for one in conventions() if one.language == language)


@lru_cache(maxsize=131072)
def shown_by(word: str) -> int:
    """The bits of the conventions that a word's letters show, and of those that need nothing."""
    low = bare(word)
    return sum([bit for bit, sign in _signs(script_of(low), whole=False) if sign(low)]) | nothing_shown()


def shown_in(found: Iterable[str]) -> int:
    """The bits of the conventions that the words of a name show by their letters, or by their endings together."""
    bits = nothing_shown()
    whole = []
    for word in found:
        bits |= shown_by(word)
        whole.append(bare(word))
    text = "\n".join(whole)
    return bits | sum([bit for bit, sign in _signs(script_of(text), whole=True) if sign(text)])


@cache
def nothing_shown() -> int:
    """The bits of the conventions that count where nothing shows any."""
    return ordinary() | only()


@cache
def _signs(script: str | None, *, whole: bool) -> tuple[tuple[int, Callable[[str], object]], ...]:
    """What shows conventions of a script in one word, or in the words of a name together."""
    return tuple(
        (one.bit, one.shown_by.search)
        for one in conventions()
        if one.shown_by is not None and one.script == script and (not whole or _OF_ALL_WORDS in one.shown_by.pattern)
    )


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """The word casefolded, without hyphens, apostrophes and signs for softness."""
    if word.isascii() and word.isalpha():
        return word.lower()[:LONGEST_WORD]
    return _SILENT.sub("", unicodedata.normalize("NFC", word.casefold()))[:LONGEST_WORD]


def usual_readings(word: str) -> tuple[Reading, ...]:
    """The readings under conventions that the word shows, special ones first; read without all others."""
    low = bare(word)
    script, shown = script_of(low), shown_by(word)
    found = followed(low, script, _barred(low, script) | ~shown)
    if not any(bits & ordinary() for bits in found.values()):
        return outline(word).usual  # under a convention that counts where no ordinary one has the letters
    return _special_first([Reading(length, packed, bits) for (packed, length), bits in found.items()], shown)


def readings(word: str) -> tuple[Reading, ...]:
    """The readings of one word; none where no convention knows its script."""
    return outline(word).readings


def _read(word: str) -> tuple[Reading, ...]:
    low = bare(word)
    script = script_of(low)
    found = followed(low, script, _barred(low, script))
    common = ordinary()
    extra = 0 if any(bits & common for bits in found.values()) else only()
    return tuple([Reading(length, packed, bits | extra) for (packed, length), bits in found.items()])


def _barred(low: str, script: str | None) -> int:
    """The bits of conventions that never write what a bare word has."""
    return sum([bit for bit, bars in _bars(script) if bars(low)])


@cache
def _bars(script: str | None) -> tuple[tuple[int, Callable[[str], object]], ...]:
    return tuple(
        (one.bit, one.barred_by.search) for one in conventions() if one.barred_by is not None and one.script == script
    )


@lru_cache(maxsize=65536)
def outline(word: str) -> Outline:
    """The readings of a word, and what can be told about all of them at once."""
    found = _read(word)
    by_length: defaultdict[int, list[Reading]] = defaultdict(list)
    firsts, lasts, core, bits = 0, 0, -1 if found else 0, 0
    for one in found:
        by_length[one.length].append(one)
        bits |= one.conventions
        sure = 0
        for lane in one.lanes():
            if not lane & (lane - 1):
                sure |= lane
        core &= sure
        lasts |= lane
    unions = {length: reduce(or_, [one.packed for one in same]) for length, same in by_length.items()}
    bag = 0
    for length, union in unions.items():
        firsts |= union & _PLACE
        for lane in Reading(length, union, 0).lanes():
            bag |= lane
    return Outline(
        readings=found,
        usual=_usual(word, found),
        by_length={length: (unions[length], tuple(same)) for length, same in by_length.items()},
        asked=bits | arabic(),
        firsts=firsts | _VOWELS_AND_V if firsts & _VOWELS_AND_V else firsts,
        bag=bag,
        core=core,
        shortest=min(by_length, default=0),
        longest=max(by_length, default=0),
        may_end_in_a=bool(lasts & _A_YA),
    )


def _usual(word: str, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    shown = shown_by(word)
    return _special_first([one for one in found if one.conventions & shown], shown)


def _special_first(found: Iterable[Reading], shown: int) -> tuple[Reading, ...]:
    special = shown & ~ordinary()
    return tuple(sorted(found, key=lambda one: not one.conventions & special))


def named(bits: int) -> tuple[Convention, ...]:
    """The conventions of some bits, in the order of their table."""
    return tuple(one for one in conventions() if one.bit & bits)
