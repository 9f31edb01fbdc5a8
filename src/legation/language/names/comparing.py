"""Can two printed names be of one person, as far as names tell?

Compares part by part and says why. The family name has a veto; initials alone are never the same name; the score only
ranks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from legation.language.names.folding import folded_name, skeletons, words
from legation.language.names.parts import NameParts, is_initial, parse_name
from legation.vocabulary.names import given_name_group, name_words

Part = Literal["family", "given", "patronymic", "suffix"]
Relation = Literal["equal", "variant", "form", "close", "initial", "partly", "absent", "near", "gender", "different"]
Verdict = Literal["same", "possible", "different"]

WEIGHTS: dict[Relation, float] = {
    "equal": 1.0,
    "variant": 0.97,
    "form": 0.9,
    "partly": 0.85,
    "close": 0.8,
    "initial": 0.7,
    "absent": 0.6,
    "near": 0.4,
    "gender": 0.35,
    "different": 0.0,
}
"""How well a part agrees, 0..1: equal letters; readings that meet; another form of one given name; all words of the
shorter side; a slip in the vowels or of two neighboring letters; an initial; printed on one side only; another
consonant; the other gender's family name; nothing."""

SHARES: dict[Part, float] = {"family": 0.55, "given": 0.33, "patronymic": 0.12, "suffix": 0.0}
"""What a part adds to the score; absent patronymics leave their share to the others."""

FAMILY_VETO = 0.45
"""The highest score of two names whose family names differ."""

_VETOES: frozenset[Relation] = frozenset({"different", "gender", "near"})
_ALIKE: frozenset[Relation] = frozenset({"equal", "variant"})
_VOWELS = dict.fromkeys(map(ord, "aeiou"))
_SHORT_WORD, _LONG_WORD = 5, 10
"""Letters of the longer spelling from which one, and two, slips of the pen are thought of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """How one part agrees; `weight` is 0..1."""

    part: Part
    a: str | None
    b: str | None
    relation: Relation
    weight: float


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


def similarity(a: str, b: str) -> float:
    """How alike two names are, 0..1; symmetric, and 1 for one name in two typings."""
    return compare(a, b).score


@lru_cache(maxsize=65536)
def compare(a: str, b: str) -> Comparison:
    """Two names part by part, in the most favorable reading of an order that nothing printed shows."""
    if (b, a) < (a, b):
        turned = compare(b, a)
        reasons = tuple(
            Reason(part=one.part, a=one.b, b=one.a, relation=one.relation, weight=one.weight) for one in turned.reasons
        )
        return Comparison(a=a, b=b, score=turned.score, verdict=turned.verdict, reasons=reasons)
    if folded_name(a) == folded_name(b) and folded_name(a):
        parts = parse_name(a), parse_name(b)
        alike = _reasons(*parts) if len(words(a)) > 1 else ()
        score = 1.0 if all(reason.relation in _ALIKE for reason in alike) else _score(alike)
        return Comparison(a=a, b=b, score=score, verdict=_verdict(alike), reasons=alike)
    best = _best_reading(parse_name(a), parse_name(b))
    return Comparison(a=a, b=b, score=_score(best), verdict=_verdict(best), reasons=best)


def _best_reading(a: NameParts, b: NameParts) -> tuple[Reason, ...]:
    """The reasons in the likeliest order of parts.

    Where neither name shows its order, both may still keep the same one; then the order that agrees less counts, so
    that a family name's veto can't be read away as a given name's slip.
    """
    straight = _reasons(a, b)
    if a.certain and b.certain:
        return straight
    if a.certain or b.certain:
        turned = _reasons(a, _turned(b)) if a.certain else _reasons(_turned(a), b)
        return max(straight, turned, key=_score)
    together = min(straight, _reasons(_turned(a), _turned(b)), key=_score)
    return max(together, _reasons(a, _turned(b)), _reasons(_turned(a), b), key=_score)


def _turned(name: NameParts) -> NameParts:
    return parse_name(name.text, order="family-first")


def _reasons(a: NameParts, b: NameParts) -> tuple[Reason, ...]:
    found = [
        _reason("family", a.family, b.family, _family_relation(a.family, b.family)),
        _reason("given", a.given, b.given, _given_relation(a.given, b.given)),
    ]
    if a.patronymic or b.patronymic:
        found.append(_reason("patronymic", a.patronymic, b.patronymic, _patronymic_relation(a, b)))
    if a.suffix and b.suffix and folded_name(a.suffix) != folded_name(b.suffix):
        found.append(_reason("suffix", a.suffix, b.suffix, "different"))
    return tuple(found)


def _reason(part: Part, a: str | None, b: str | None, relation: Relation) -> Reason:
    return Reason(part=part, a=a, b=b, relation=relation, weight=WEIGHTS[relation])


def _score(reasons: tuple[Reason, ...]) -> float:
    counted = [reason for reason in reasons if reason.part != "patronymic" or reason.relation != "absent"]
    share = sum(SHARES[reason.part] for reason in counted)
    score = sum(SHARES[reason.part] * reason.weight for reason in counted) / share if share else 0.0
    vetoed = any(reason.part != "given" and reason.relation in _VETOES for reason in reasons)
    return round(min(score, FAMILY_VETO) if vetoed else score, 6)


def _verdict(reasons: tuple[Reason, ...]) -> Verdict:
    by_part = {reason.part: reason.relation for reason in reasons}
    if any(relation in _VETOES for relation in by_part.values()):
        return "different"
    patronymic = by_part.get("patronymic", "absent")
    whole = by_part.get("family") in _ALIKE and by_part.get("given") in _ALIKE
    return "same" if whole and patronymic in {*_ALIKE, "initial", "absent"} else "possible"


def _family_relation(a: str | None, b: str | None) -> Relation:
    if not a or not b:
        return "absent"
    if folded_name(a) == folded_name(b):
        return "equal"
    return _joined_relation(words(a), words(b))


def _joined_relation(a: tuple[str, ...], b: tuple[str, ...]) -> Relation:
    """Words of two family names: one by one, written together, or all words of the shorter in the longer."""
    left, right = _without_articles(a), _without_articles(b)
    if len(left) == len(right):
        return max(
            _worst(tuple(word_relation(one, other) for one, other in zip(left, right, strict=True))),
            _together(a, b),
            key=WEIGHTS.__getitem__,
        )
    short, long = sorted((left, right), key=len)
    held = all(any(word_relation(word, other) in _ALIKE for other in long) for word in short)
    together = _together(a, b)
    return together if together in _ALIKE or not held else "partly"


def _together(a: tuple[str, ...], b: tuple[str, ...]) -> Relation:
    """The words written as one, articles kept or left out on both sides."""
    whole = word_relation("".join(a), "".join(b))
    bare = word_relation("".join(_without_articles(a)), "".join(_without_articles(b)))
    return max(whole, bare, key=WEIGHTS.__getitem__)


def _without_articles(found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in found if word.casefold() not in name_words().articles) or found


def _worst(relations: tuple[Relation, ...]) -> Relation:
    return min(relations, key=WEIGHTS.__getitem__, default="absent")


def _given_relation(a: str | None, b: str | None) -> Relation:
    if not a or not b:
        return "absent"
    if folded_name(a) == folded_name(b):
        return "equal" if not is_initial(a) else "initial"
    left, right = _given_words(a), _given_words(b)
    short, long = sorted((left, right), key=len)
    pairs = list(zip(short, long, strict=False))
    relations = tuple(_given_word_relation(one, other) for one, other in pairs)
    if "different" in relations and len(left) == len(right) > 1 and not _unmatched(left, right):
        return "partly"
    worst = _worst(relations)
    if len(left) != len(right) and worst not in ("different", "initial", "close", "near"):
        return "partly"
    if worst == "different" and max(len(left), len(right)) > 1 and not any(map(is_initial, (*left, *right))):
        return _together(left, right)
    return worst


def _unmatched(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether some word of the one has no counterpart in the other, in whatever order."""
    return any(all(_given_word_relation(one, other) == "different" for other in b) for one in a)


def _given_words(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for token in text.split():
        if is_initial(token):
            found.extend(f"{letter}." for letter in token if letter.isalpha())
        else:
            found.extend(words(token))
    return tuple(found)


def _given_word_relation(a: str, b: str) -> Relation:
    if is_initial(a) or is_initial(b):
        return "initial" if _initials_agree(a, b) else "different"
    relation = word_relation(a, b)
    if relation in _ALIKE:
        return relation
    if given_name_group(folded_name(a)) & given_name_group(folded_name(b)):
        return "form"
    return "different" if relation == "gender" else relation


def _initials_agree(a: str, b: str) -> bool:
    firsts = [
        {name[:1].casefold(), *(skeleton[:1] for skeleton in skeletons(name.strip(".")))}
        for name in (folded_name(a) or a, folded_name(b) or b)
    ]
    return bool(firsts[0] & firsts[1])


def _patronymic_relation(a: NameParts, b: NameParts) -> Relation:
    if not a.patronymic or not b.patronymic:
        return _initial_for(a, b)
    relation = word_relation(a.patronymic, b.patronymic)
    return "close" if relation == "close" else relation if relation in _ALIKE else "different"


def _initial_for(a: NameParts, b: NameParts) -> Relation:
    """A patronymic beside the second initial of the other name."""
    full, short = (a, b) if a.patronymic else (b, a)
    given = _given_words(short.given or "")
    second = given[1] if len(given) > 1 and is_initial(given[1]) else None
    if second is None or full.patronymic is None:
        return "absent"
    return "initial" if _initials_agree(full.patronymic, second) else "different"


@lru_cache(maxsize=131072)
def word_relation(a: str, b: str) -> Relation:
    """How two words of names agree: equal, readings that meet, the other gender's form, a slip, or different."""
    if folded_name(a) == folded_name(b) and folded_name(a):
        return "equal"
    left, right = skeletons(a), skeletons(b)
    if set(left) & set(right):
        return "variant"
    if any(_other_gender(one, other) for one in left for other in right):
        return "gender"
    spellings = [*((one, other) for one in left for other in right), (folded_name(a), folded_name(b))]
    longest = max(len(a), len(b))
    allowed = 2 if longest >= _LONG_WORD else 1 if longest >= _SHORT_WORD else 0
    slips = [pair for pair in spellings if _slip(*pair, allowed)]
    if not slips:
        return "different"
    return "close" if any(_same_consonants(*pair) for pair in slips) else "near"


def _other_gender(a: str, b: str) -> bool:
    """Whether one form is the feminine of the other, as East Slavic family names have it: -ov, -ova; -ski, -skaia."""
    short, long = sorted((a, b), key=len)
    if long == short + "a" and short.endswith(("v", "n")):
        return True
    return short.endswith("ski") and long in (short[:-1] + "a", short[:-1] + "aa", short[:-1] + "aia")


def _slip(a: str, b: str, allowed: int) -> bool:
    return allowed > 0 and a[:1] == b[:1] and OSA.distance(a, b, score_cutoff=allowed) <= allowed


def _same_consonants(a: str, b: str) -> bool:
    """Whether two words differ in vowels alone, or in the order of neighbors."""
    bare = [word.translate(_VOWELS) for word in (a, b)]
    return bare[0] == bare[1] or sorted(a) == sorted(b)
