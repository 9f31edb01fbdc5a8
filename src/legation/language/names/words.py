"""How do two words of names agree?

One of a few relations, from equal letters to nothing in common, with the conventions under which two spellings meet. A
meeting that nothing in the names shows is told apart from one that is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Literal, Protocol

from rapidfuzz.distance import OSA

from legation.language.names.consonants import same_but_for_vowels, same_consonants
from legation.language.names.folding import folded_name
from legation.language.names.meeting import Meeting, begin_alike, cut, meet, meetings, met
from legation.language.names.readings import Outline, Reading, arabic, outline
from legation.language.names.syllables import same_syllables
from legation.vocabulary.romanization import lanes

Relation = Literal[
    "equal",
    "variant",
    "form",
    "doubled",
    "reading",
    "partly",
    "short",
    "close",
    "initial",
    "consonants",
    "absent",
    "near",
    "gender",
    "different",
]

WEIGHTS: dict[Relation, float] = {
    "equal": 1.0,
    "variant": 0.98,
    "form": 0.96,
    "doubled": 0.95,
    "reading": 0.92,
    "partly": 0.85,
    "initial": 0.84,
    "short": 0.82,
    "close": 0.8,
    "consonants": 0.66,
    "absent": 0.6,
    "near": 0.4,
    "gender": 0.35,
    "different": 0.0,
}
"""How well a part agrees, 0..1.

In their order: equal letters; spellings that meet under conventions that the names show; national forms of one given
name; a consonant written once and twice; spellings that meet under conventions that nothing shows; all words of the
shorter side; an initial; a short form or another language's form; a slip in the vowels or of two neighbors; the
consonants of a script without vowels, or the syllables of one that writes these; printed on one side only; another
consonant; the other gender's family name; nothing."""

LEVELS: dict[Relation, int] = {
    relation: place for place, relation in enumerate(sorted(WEIGHTS, key=WEIGHTS.__getitem__))
}
"""The relations as small integers, the better the higher."""

_SHORT_WORD, _LONG_WORD = 5, 10
"""Letters of the longer spelling from which one, and two, slips of the pen are thought of."""

_APART: frozenset[Relation] = frozenset({"different", "near"})

MOST_SLIPS = 2
"""Letters of which words that resemble each other may have no counterpart."""
MOST_PLAIN = 4
"""Readings of one word in which slips are looked for."""

_VOWELS = dict.fromkeys(map(ord, "аеиоуюя"))
_ALIKE = str.maketrans("ыйэё", "ииее")
_DOUBLED = re.compile(r"(.)\1+")
_A, _YA, _O, _V, _N = (lanes(letter)[0] for letter in "аяовн")
_I = lanes("[ийы]")[0]
_CONSONANTS = ~lanes("[аеёийоуыэюя]")[0]


@dataclass(frozen=True, slots=True)
class Plain:
    """One reading of a word as text."""

    text: str
    undoubled: str
    consonants: str
    """The same without vowels."""
    letters: str
    """The same in the order of the alphabet."""


@dataclass(frozen=True, slots=True)
class Plains:
    """A few readings of a word as text, in which slips are looked for; and what any of them has."""

    each: tuple[Plain, ...]
    undoubled: frozenset[str]
    alike: frozenset[str]
    """Consonants, and letters in order: close spellings have one of them in common."""


@dataclass(slots=True, eq=False)
class Word:
    """One word of a name, ready to be compared; made once for each spelling.

    It is read when it first meets a word of other letters: most words of a register never do.
    """

    text: str
    folded: str
    _outline: Outline | None = field(default=None, init=False)
    _plain: Plains | None = field(default=None, init=False)

    @property
    def outline(self) -> Outline:
        """Its readings."""
        if self._outline is None:
            self._outline = outline(self.text)
        return self._outline

    @property
    def plain(self) -> Plains:
        """A few of its usual readings as text, first those of conventions that it shows."""
        if self._plain is None:
            self._plain = _plain(self.outline)
        return self._plain


class Shows(Protocol):
    """What shows conventions: a whole name."""

    @property
    def known(self) -> int | None:
        """The bits of the conventions where they have been asked for."""

    @property
    def shown(self) -> int:
        """The bits of the conventions."""


@lru_cache(maxsize=131072)
def word(text: str) -> Word:
    """The word, ready to be compared."""
    return Word(text, folded_name(text))


def word_relation(a: Word, b: Word, here: Shows, there: Shows) -> Relation:
    """How two words of names agree.

    Args:
        a: a word.
        b: another.
        here: what shows the conventions of the first; it isn't asked where the letters tell.
        there: the same of the second.
    """
    if a.folded == b.folded:
        return "equal" if a.folded else "different"
    left, right = a._outline or a.outline, b._outline or b.outline
    if not left.firsts & right.firsts and left.firsts and right.firsts:
        return "different"
    return _relation(a, b, (here.known or here.shown) & left.asked, (there.known or there.shown) & right.asked)


def all_meetings(a: Word, b: Word) -> tuple[Meeting, ...]:
    """Every pair of sets of conventions under which two words are one."""
    return meetings(a.outline, b.outline)


@lru_cache(maxsize=262144)
def _relation(a: Word, b: Word, shown_a: int, shown_b: int) -> Relation:
    """How two words agree whose names show these of their conventions."""
    relation = _of_readings(a, b, shown_a, shown_b)
    if relation in _APART and (shown_a | shown_b) & arabic() and same_but_for_vowels(a.text, b.text):
        return "consonants"
    return relation


def _of_readings(a: Word, b: Word, shown_a: int, shown_b: int) -> Relation:
    left, right = a.outline, b.outline
    lacking, missing = left.core & ~right.bag, right.core & ~left.bag
    if not lacking and not missing:
        shown = met(left, right, shown_a, shown_b)
        if shown is not None:
            return "variant" if shown else "reading"
    slips = _allowed(a.text, b.text)
    if not left.firsts & right.firsts or _too_many(lacking, slips) or _too_many(missing, slips) or left.too_far(right):
        return _unlike(a, b, slips)
    if left.may_end_in_a != right.may_end_in_a:
        masculine, feminine = (right, left) if left.may_end_in_a else (left, right)
        if _other_gender(masculine, feminine):
            return "gender"
    return _slip(a.plain, b.plain, slips)


def _too_many(letters: int, slips: int) -> bool:
    """Whether one word has more letters that the other can't have than so many slips leave."""
    return letters.bit_count() > MOST_SLIPS or (letters & _CONSONANTS).bit_count() > slips


def _unlike(a: Word, b: Word, slips: int) -> Relation:
    """How two words agree of which no reading resembles one of the other, or of which one has none."""
    if a.outline.readings and b.outline.readings:
        return "different"
    if same_consonants(a.text, b.text) or same_syllables(a.text, b.text):
        return "consonants"
    return _slip(_as_plain(a.folded), _as_plain(b.folded), slips)


def _other_gender(masculine: Outline, feminine: Outline) -> bool:
    """Whether one is the feminine of the other, as Slavic family names have it: -ов, -ова; -ий, -ая; -ски, -ска."""
    return any(
        _is_feminine(one, other)
        for length, (_, same) in masculine.by_length.items()
        for longer in (0, 1)
        if begin_alike(masculine, feminine, length=length, longer=longer)
        for one in same
        for other in feminine.by_length[length + longer][1]
    )


def _is_feminine(masculine: Reading, feminine: Reading) -> bool:
    last, ends = masculine.lanes()[-1], feminine.lanes()[-2:]
    if feminine.length == masculine.length:
        return bool(last & _I and ends[-1] & _A and not ends[-1] & _I) and meet(
            cut(masculine, last=1), cut(feminine, last=1)
        )
    if ends[-1] & _A and last & (_V | _N) and meet(masculine, cut(feminine, last=1)):
        return True
    adjective = last & _I and ends[-1] & (_YA | _A) and ends[0] & (_A | _O)
    return bool(adjective) and meet(cut(masculine, last=1), cut(feminine, last=2))


def _allowed(a: str, b: str) -> int:
    """Slips that are thought of in two words."""
    longest = max(len(a), len(b))
    return 2 if longest >= _LONG_WORD else 1 if longest >= _SHORT_WORD else 0


def _plain(outline: Outline) -> Plains:
    found: dict[str, None] = {}
    for way in outline.usual:
        found[way.letters().translate(_ALIKE)] = None
        if len(found) == MOST_PLAIN:
            break
    return _as_plain(*found)


def _as_plain(*texts: str) -> Plains:
    each = []
    for text in texts:
        undoubled = _DOUBLED.sub(r"\1", text)
        each.append(Plain(text, undoubled, undoubled.translate(_VOWELS), "".join(sorted(undoubled))))
    alike = frozenset([kind for one in each for kind in (one.consonants, one.letters)])
    return Plains(tuple(each), frozenset([one.undoubled for one in each]), alike)


def _slip(a: Plains, b: Plains, allowed: int) -> Relation:
    """By what slip two spellings differ at the least, if by any."""
    if not a.undoubled.isdisjoint(b.undoubled):
        same = (one.text == other.text for one, other in product(a.each, b.each) if one.undoubled == other.undoubled)
        return "close" if all(same) else "doubled"
    if not allowed:
        return "different"
    if not a.alike.isdisjoint(b.alike) and any(
        (one.consonants == other.consonants or one.letters == other.letters) and _within(one, other, allowed)
        for one, other in product(a.each, b.each)
    ):
        return "close"
    for one in a.each:
        first = one.undoubled[:1]
        for other in b.each:
            if other.undoubled[:1] == first and _within(one, other, allowed):
                return "near"
    return "different"


def _within(a: Plain, b: Plain, allowed: int) -> bool:
    return OSA.distance(a.undoubled, b.undoubled, score_cutoff=allowed) <= allowed
