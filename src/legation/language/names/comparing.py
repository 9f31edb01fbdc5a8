"""Can two printed names be of one person, as far as names tell?

Compares part by part and says why. The family name has a veto; initials alone are never the same name; the score only
ranks. `levels` gives the same answer in small integers, for millions of pairs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from legation.language.names.agreement import (
    ALIKE,
    SURE,
    Side,
    family_relation,
    given_relation,
    patronymic_relation,
    side,
)
from legation.language.names.explaining import explanation
from legation.language.names.folding import folded_name, words
from legation.language.names.parts import parse_name
from legation.language.names.words import LEVELS, WEIGHTS, Relation

Part = Literal["family", "given", "patronymic", "suffix"]
Verdict = Literal["same", "possible", "different"]

SHARES: dict[Part, float] = {"family": 0.55, "given": 0.33, "patronymic": 0.12, "suffix": 0.0}
"""What a part adds to the score; absent patronymics leave their share to the others."""

VETO = 0.45
"""The highest score of two names of which a part contradicts another."""

NO_PATRONYMIC = 0.01
"""What the score loses where only one name has a patronymic: they may be another's."""

_VETOES: frozenset[Relation] = frozenset({"different", "gender", "near"})

Found = tuple[Relation, Relation, Relation | None, bool, bool]
"""Family, given, patronymic (`None` where neither name has one), and whether generation suffixes contradict.

Last, whether names that consist of given names alone are read in two orders: `Ali Hassan` and `Hassan Ali` are two."""

Levels = tuple[int, int, int, int]
"""How two names agree, the higher the better: the whole name 0-7, then family, given, patronymic.

Parts have the numbers of `LEVELS`, -1 where neither name has one. The whole: 7 every part equal, 6 the same name, 5
possible with full given names, 4 possible with initials, 3 possible with no given name beside one, 2 the given names
contradict each other, 1 the patronymics or suffixes do, 0 the family names do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """How one part agrees; `weight` is 0..1."""

    part: Part
    a: str | None
    b: str | None
    relation: Relation
    weight: float
    how: str | None = None
    """What was read how, under which convention; `None` where the relation says it all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two names side by side. The verdict follows rules, the score (0..1) only ranks."""

    a: str
    b: str
    score: float
    verdict: Verdict
    reasons: tuple[Reason, ...]

    def relation(self, part: Part) -> Relation | None:
        """How the part agrees; `None` where neither name has it."""
        return next((reason.relation for reason in self.reasons if reason.part == part), None)


@dataclass(slots=True, eq=False)
class Name:
    """A name in parts with all that its words can stand for, so that it's read once and compared many times."""

    text: str
    straight: Side
    single: str | None
    """The folded letters of a name that is one word."""

    certain: bool
    """Whether something printed told the parts apart."""
    _turned: Side | None = field(default=None, init=False)

    @property
    def turned(self) -> Side | None:
        """The parts in the other order, where nothing printed shows which it is."""
        if self._turned is None and not self.certain:
            self._turned = side(parse_name(self.text, order="family-first"))
        return self._turned


@lru_cache(maxsize=65536)
def prepared(text: str) -> Name:
    """A name ready to be compared."""
    straight = parse_name(text)
    single = folded_name(text) if straight.basis == "single" and len(words(text)) == 1 else None
    return Name(text, side(straight), single, straight.certain)


def similarity(a: str, b: str) -> float:
    """How alike two names are, 0..1; symmetric, and 1 for one name in two typings."""
    return compare(a, b).score


def levels(a: str | Name, b: str | Name) -> Levels:
    """How two names agree, in small integers; see `Levels`. Symmetric.

    Whoever compares a name with many others gives it `prepared`.
    """
    return ranked_levels(a, b)[1]


def ranked_levels(a: str | Name, b: str | Name) -> tuple[float, Levels]:
    """The score that ranks two names, and how they agree in small integers."""
    left = prepared(a) if isinstance(a, str) else a
    right = prepared(b) if isinstance(b, str) else b
    if _one_word(left, right):
        return 1.0, _ONE_WORD
    laid = _best_reading(left, right) if left.text <= right.text else _best_reading(right, left)
    score, _, found = _judged(laid[2])
    return score, found


@lru_cache(maxsize=65536)
def compare(a: str, b: str) -> Comparison:
    """Two names part by part, in the most favorable reading of an order that nothing printed shows."""
    left, right = prepared(a), prepared(b)
    if _one_word(left, right):
        return Comparison(a=a, b=b, score=1.0, verdict="possible", reasons=())
    one, other, found = _best_reading(left, right) if a <= b else _best_reading(right, left)
    if a > b:
        one, other = other, one
    score, verdict, _ = _judged(found)
    return Comparison(a=a, b=b, score=score, verdict=verdict, reasons=_reasons(one, other, found))


_ONE_WORD: Levels = (5, LEVELS["equal"], LEVELS["absent"], -1)


def _one_word(a: Name, b: Name) -> bool:
    """Whether both names are the same single word: a family name, or a given name, and no more is known."""
    return bool(a.single) and a.single == b.single


_Laid = tuple[Side, Side, Found]
_ALL_EQUAL: Found = ("equal", "equal", None, False, False)


def _best_reading(a: Name, b: Name) -> _Laid:
    """The relations in the likeliest order of parts.

    Where neither name shows its order, both may still keep the same one; then the order that agrees less counts, so
    that a family name's veto can't be read away as a given name's slip.
    """
    straight = _laid(a.straight, b.straight)
    if (a.certain and b.certain) or straight[2] == _ALL_EQUAL:
        return straight  # there is no other order, or none that agrees better
    turned, other = a.turned, b.turned
    if turned is None:
        return straight if other is None else max(straight, _laid(a.straight, other), key=_rank)
    if other is None:
        return max(straight, _laid(turned, b.straight), key=_rank)
    together = min(straight, _laid(turned, other), key=_rank)
    crossed = max(_laid(a.straight, other), _laid(turned, b.straight), key=_rank)
    if _rank(together) >= _rank(crossed):
        return together
    one, other, found = crossed
    return one, other, (*found[:4], a.straight.all_given and b.straight.all_given)


def _rank(laid: _Laid) -> float:
    return _judged(laid[2])[0]


def _laid(a: Side, b: Side) -> _Laid:
    contradicted = a.suffix is not None and b.suffix is not None and a.suffix != b.suffix
    return a, b, (family_relation(a, b), given_relation(a, b), patronymic_relation(a, b), contradicted, False)


@lru_cache(maxsize=4096)
def _judged(found: Found) -> tuple[float, Verdict, Levels]:
    verdict = _verdict(found)
    return _score(found), verdict, _levels(found, verdict)


def _score(found: Found) -> float:
    family, given, patronymic, contradicted, _ = found
    score = SHARES["family"] * WEIGHTS[family] + SHARES["given"] * WEIGHTS[given]
    share = SHARES["family"] + SHARES["given"]
    if patronymic is not None and patronymic != "absent":
        score += SHARES["patronymic"] * WEIGHTS[patronymic]
        share += SHARES["patronymic"]
    score = score / share - (NO_PATRONYMIC if patronymic == "absent" else 0.0)
    vetoed = contradicted or family in _VETOES or given in _VETOES or patronymic == "different"
    return round(max(score * VETO if vetoed else score, 0.0), 6)


def _verdict(found: Found) -> Verdict:
    family, given, patronymic, contradicted, crossed = found
    if contradicted or family in _VETOES or given in _VETOES or patronymic == "different":
        return "different"
    whole = family in ALIKE and given in SURE and not crossed
    return "same" if whole and patronymic in {*SURE, "initial", "absent", None} else "possible"


def _levels(found: Found, verdict: Verdict) -> Levels:
    family, given, patronymic, *_ = found
    if family in _VETOES:
        whole = 0
    elif given in _VETOES:
        whole = 2
    elif verdict == "different":
        whole = 1
    elif verdict == "same":
        whole = 7 if family == given == "equal" and patronymic in ("equal", None) else 6
    else:
        whole = {"absent": 3, "initial": 4}.get(given, 5)
    return whole, LEVELS[family], LEVELS[given], -1 if patronymic is None else LEVELS[patronymic]


def _reasons(a: Side, b: Side, found: Found) -> tuple[Reason, ...]:
    family, given, patronymic, contradicted, crossed = found
    here, there = a.parts, b.parts
    parts: list[tuple[Part, str | None, str | None, Relation | None]] = [
        ("family", here.family, there.family, family),
        ("given", here.given, there.given, given),
        ("patronymic", here.patronymic, there.patronymic, patronymic),
        ("suffix", here.suffix, there.suffix, "different" if contradicted else None),
    ]
    turned = "in another order; each word is a given name too" if crossed else None
    return tuple(
        Reason(
            part=part,
            a=one,
            b=other,
            relation=relation,
            weight=WEIGHTS[relation],
            how=explanation(one or "", other or "", relation, a.shown, b.shown) or turned,
        )
        for part, one, other, relation in parts
        if relation is not None
    )
