"""What does a word stand for under every convention of its script, followed all at once?

The groups of all conventions of a script stand in one tree of letters. A word is walked through once; what has been
read so far is kept together with the conventions that read it so, so that what they share is done once.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from types import MappingProxyType

from legation.vocabulary.romanization import LANE, Convention, Lanes, convention, conventions, lanes

MOST_STATES = 160
"""Beginnings of one word that are followed side by side; a word that has more loses the last of them."""

_I = lanes("[ийы]")[0]
_SHORT_I = lanes("й")[0]
_HUSHING = lanes("[жшчщ]")[0]
_SH, _CH, _SHCH, _TS = (lanes(letter)[0] for letter in "шчщц")
_BEHIND_HUSHING = lanes("[оё][ую][ая]")
_VOWELS = lanes("[аеёиоуыэюя]")[0]
_VOWEL_MARKS = frozenset("aeiouyαεηιουω")

Step = tuple[int, int, tuple[Lanes, ...]]
"""Bits of conventions, the letters of their next group, and what it can stand for."""

_State = tuple[int, int, int, int]
"""The places read, packed; the bit at which the next begins; the last place; and one behind it, not smoothed yet."""


@dataclass(frozen=True, slots=True)
class _Node:
    """A group's letters so far, and the conventions that have the group."""

    further: dict[str, _Node]
    anywhere: dict[tuple[Lanes, ...], int]
    first: dict[tuple[Lanes, ...], int]
    last: dict[tuple[Lanes, ...], int]

    def entries(self, *, starts: bool, ends: bool) -> Iterator[tuple[tuple[Lanes, ...], int]]:
        """What the group stands for at a place, the most particular first."""
        if ends and not starts:
            yield from self.last.items()
        if starts:
            yield from self.first.items()
        yield from self.anywhere.items()


def followed(word: str, script: str | None, barred: int) -> Mapping[tuple[int, int], int]:
    """The readings of a word under all conventions of its script that have all its letters.

    Args:
        word: the word, casefolded and bare.
        script: ISO 15924 code of its script.
        barred: bits of the conventions that never write what it has.

    Returns:
        For each reading, packed and with its number of places, the bits of the conventions that read it so.
    """
    found: defaultdict[tuple[int, int], int] = defaultdict(int)
    every = _of_script(script) & ~barred
    for spelling, bits in _spellings(word, every).items():
        for (packed, shift, before, pending), have in _walk(spelling, script, bits).items():
            packed, shift, before = _pushed(packed, shift, before, _smooth_last(before, pending))
            if before:
                found[packed | before << shift, shift // LANE + 1] |= have
    return MappingProxyType(found)


def _walk(word: str, script: str | None, bits: int) -> dict[_State, int]:
    ahead: list[dict[_State, int]] = [{} for _ in range(len(word) + 1)]
    ahead[0][0, 0, 0, 0] = bits
    root = _root(script)
    for at in range(len(word)):
        states = ahead[at]
        if not states:
            continue
        letters = _longest(root, word, at)
        steps = _steps(script, letters, at == 0, at + len(letters) == len(word))
        for (packed, shift, before, pending), have in islice(states.items(), MOST_STATES):
            for some, size, choices in steps:
                both = have & some
                if both:
                    target = ahead[at + size]
                    for choice in choices:
                        more, places, last, new = _longer(before, pending, choice)
                        state = packed | more << shift, shift + places, last, new
                        target[state] = target.get(state, 0) | both
    return ahead[-1]


def _longest(root: _Node, word: str, at: int) -> str:
    """The letters from a place on that begin some convention's group, as far as any goes."""
    node, end, length = root, at, len(word)
    while end < length:
        further = node.further.get(word[end])
        if further is None:
            break
        node, end = further, end + 1
    return word[at:end]


@lru_cache(maxsize=16384)
def _steps(script: str | None, letters: str, starts: bool, ends: bool) -> tuple[Step, ...]:
    """The longest group of each convention at the beginning of some letters; none where it has no such group."""
    found: list[Step] = []
    bits = _of_script(script)
    for size in range(len(letters), 0, -1):
        node = _root(script)
        for letter in letters[:size]:
            node = node.further[letter]
        for choices, have in node.entries(starts=starts, ends=ends and size == len(letters)):
            both = have & bits
            if both:
                bits &= ~both
                found.append((both, size, choices))
    return tuple(found)


@lru_cache(maxsize=32768)
def _longer(before: int, pending: int, choice: Lanes) -> _State:
    """A state that begins with these two places and reads one more choice."""
    packed = shift = 0
    for lane in choice:
        if pending:
            packed, shift, before = _pushed(packed, shift, before, _smooth(before, pending))
        pending = lane
    return packed, shift, before, pending


def _pushed(packed: int, shift: int, before: int, smoothed: tuple[bool, int]) -> tuple[int, int, int]:
    """What was read with one more place, or with its last place changed."""
    adds, lane = smoothed
    if adds and before:
        return packed | before << shift, shift + LANE, lane
    return packed, shift, lane or before


@lru_cache(maxsize=16384)
def _smooth(before: int, one: int) -> tuple[bool, int]:
    """Whether a place is one of its own behind another, and what it is then, or what the two are together."""
    # й follows a vowel or ends a word
    return _smooth_last(before, one & ~_SHORT_I if one != _SHORT_I and not before & _VOWELS else one)


@lru_cache(maxsize=16384)
def _smooth_last(before: int, lane: int) -> tuple[bool, int]:
    """The same of the last place: a run of и, й and ы is one, so is шч.

    Behind a hushing letter о is ё, у is ю and а is я, and behind ц и is ы: which of them is written is custom.
    """
    if not lane:
        return False, before
    if before and not lane & ~_I and not before & ~_I:
        return False, before | lane
    if before == _SH and lane == _CH:
        return False, _SHCH
    if before and not before & ~_HUSHING:
        return True, lane | sum(both for both in _BEHIND_HUSHING if lane & both)
    if before == _TS and lane & _I:
        return True, lane | _I
    return True, lane


@cache
def _of_script(script: str | None) -> int:
    return sum(one.bit for one in conventions() if one.script == script)


@cache
def _root(script: str | None) -> _Node:
    root = _node()
    for one in conventions():
        if one.script == script:
            for letters, choices in _with_accents(one):
                node = root
                for letter in letters.strip("^$"):
                    node = node.further.setdefault(letter, _node())
                kind = node.first if letters[0] == "^" else node.last if letters[-1] == "$" else node.anywhere
                kind[choices] = kind.get(choices, 0) | one.bit
    return root


def _node() -> _Node:
    return _Node({}, {}, {}, {})


def _with_accents(one: Convention) -> Iterable[tuple[str, tuple[Lanes, ...]]]:
    """The groups of a convention, vowels with an accent that it has in other groups alone like those without."""
    groups = dict(one.groups)
    for accented in _letters(one.id):
        plain = without_accent(accented)
        if plain is not None and accented not in one.groups:
            for letters, choices in one.groups.items():
                for at, letter in enumerate(letters):
                    if letter == plain:
                        groups.setdefault(letters[:at] + accented + letters[at + 1 :], choices)
    return groups.items()


@cache
def _letters(name: str) -> frozenset[str]:
    return frozenset("".join(convention(name).groups))


def _spellings(word: str, bits: int) -> dict[str, int]:
    """The word as each convention sees it: without the accents on vowels that it doesn't know."""
    accented = {letter for letter in word if not letter.isascii() and without_accent(letter) is not None}
    if not accented:
        return {word: bits}
    found: defaultdict[str, int] = defaultdict(int)
    for one in conventions():
        if one.bit & bits:
            unknown = {ord(letter): without_accent(letter) for letter in accented - _letters(one.id)}
            found[word.translate(unknown)] |= one.bit
    return found


@cache
def without_accent(letter: str) -> str | None:
    """The vowel below an accent, which shows stress or length; an accent on a consonant makes another letter."""
    plain = unicodedata.normalize("NFD", letter)[0]
    return plain if plain != letter and plain in _VOWEL_MARKS else None
