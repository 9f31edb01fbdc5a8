"""How do two words of names agree?

One of a few relations, from equal letters to nothing in common, with the conventions under which two spellings meet. A
meeting that nothing in the names shows is told apart from one that is shown.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from legation.language.names.consonants import same_consonants
from legation.language.names.folding import folded_name
from legation.language.names.readings import (
    Meeting,
    Reading,
    cut,
    meet,
    meetings,
    only,
    ordinary,
    outline,
)
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
    "consonants": 0.7,
    "absent": 0.6,
    "near": 0.4,
    "gender": 0.35,
    "different": 0.0,
}
"""How well a part agrees, 0..1.

In their order: equal letters; spellings that meet under conventions that the names show; national forms of one given
name; a consonant written once and twice; spellings that meet under conventions that nothing shows; all words of the
shorter side; an initial; a short form or another language's form; a slip in the vowels or of two neighbors; the
consonants of a script without vowels; printed on one side only; another consonant; the other gender's family name;
nothing."""

LEVELS: dict[Relation, int] = {
    relation: place for place, relation in enumerate(sorted(WEIGHTS, key=WEIGHTS.__getitem__))
}
"""The relations as small integers, the better the higher."""

_SHORT_WORD, _LONG_WORD = 5, 10
"""Letters of the longer spelling from which one, and two, slips of the pen are thought of."""

MOST_PLAIN = 4
"""Readings of one word in which slips are looked for."""

_VOWELS = dict.fromkeys(map(ord, "аеиоуюя"))
_ALIKE = str.maketrans("ыйэё", "ииее")
_DOUBLED = re.compile(r"(.)\1+")
_A, _YA, _O, _V, _N = (lanes(letter)[0] for letter in "аяовн")
_I = lanes("[ийы]")[0]


def word_relation(a: str, b: str, shown_a: int | None = None, shown_b: int | None = None) -> Relation:
    """How two words of names agree.

    Args:
        a: a word as printed.
        b: another.
        shown_a: bits of the conventions that the whole name of the first shows; `None` for those that need nothing.
        shown_b: the same of the second.
    """
    relation = _relation(a, b)
    if relation != "variant":
        return relation
    return "variant" if shown_meeting(a, b, shown_a, shown_b) is not None else "reading"


def shown_meeting(a: str, b: str, shown_a: int | None = None, shown_b: int | None = None) -> Meeting | None:
    """The conventions under which two words meet, as far as the names show them; `None` where they show none."""
    left = ordinary() | only() if shown_a is None else shown_a
    right = ordinary() | only() if shown_b is None else shown_b
    for here, there in all_meetings(a, b):
        if here & left and there & right:
            return here & left, there & right
    return None


@lru_cache(maxsize=131072)
def all_meetings(a: str, b: str) -> tuple[Meeting, ...]:
    """Every pair of sets of conventions under which two words are one."""
    return meetings(outline(a), outline(b))


@lru_cache(maxsize=262144)
def _relation(a: str, b: str) -> Relation:
    here, there = folded_name(a), folded_name(b)
    if here == there and here:
        return "equal"
    left, right = outline(a), outline(b)
    if not left.may_resemble(right):
        if left.readings and right.readings:
            return "different"
        return "consonants" if same_consonants(a, b) else _slip(here, there, _allowed(a, b))
    if all_meetings(a, b):
        return "variant"
    if left.may_end_in_a != right.may_end_in_a and any(
        _other_gender(one, other) for one in left.readings for other in right.readings
    ):
        return "gender"
    return _best_slip(a, b, _allowed(a, b))


def _other_gender(a: Reading, b: Reading) -> bool:
    """Whether one is the feminine of the other, as Slavic family names have it: -ов, -ова; -ий, -ая; -ски, -ска."""
    if a.length > b.length:
        a, b = b, a
    if not a.length or not b.length:
        return False
    last, ends = a.lanes()[-1], b.lanes()[-2:]
    if b.length == a.length + 1 and ends[-1] & _A and last & (_V | _N) and meet(a, cut(b, last=1)):
        return True
    if b.length == a.length + 1 and last & _I and ends[-1] & (_YA | _A) and ends[0] & (_A | _O):
        return meet(cut(a, last=1), cut(b, last=2))
    if b.length == a.length and last & _I and ends[-1] & _A and not ends[-1] & _I:
        return meet(cut(a, last=1), cut(b, last=1))
    return False


def _allowed(a: str, b: str) -> int:
    """Slips that are thought of in two words."""
    longest = max(len(a), len(b))
    return 2 if longest >= _LONG_WORD else 1 if longest >= _SHORT_WORD else 0


def _best_slip(a: str, b: str, allowed: int) -> Relation:
    spellings = {(one, other) for one in _plain(a) for other in _plain(b)}
    found = {_slip(*pair, allowed) for pair in spellings}
    return max(found, key=WEIGHTS.__getitem__, default="different")


@lru_cache(maxsize=131072)
def _plain(word: str) -> tuple[str, ...]:
    """The readings of a word as text, first those of conventions that it shows."""
    return tuple(dict.fromkeys(one.letters().translate(_ALIKE) for one in outline(word).usual))[:MOST_PLAIN]


def _slip(a: str, b: str, allowed: int) -> Relation:
    """Whether two spellings differ by a slip, and of what kind."""
    doubled = a != b
    a, b = _DOUBLED.sub(r"\1", a), _DOUBLED.sub(r"\1", b)
    if a == b:
        return "doubled" if doubled else "close"
    if not allowed or OSA.distance(a, b, score_cutoff=allowed) > allowed:
        return "different"
    if a.translate(_VOWELS) == b.translate(_VOWELS) or sorted(a) == sorted(b):
        return "close"
    return "near" if a[:1] == b[:1] else "different"
