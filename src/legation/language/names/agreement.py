"""How do the parts of two names agree: family name, given names, patronymic?

Each question is answered with one relation; the parts keep their printed letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from legation.language.names.folding import folded_name, words
from legation.language.names.given import fathers, known_forms, languages_shown, same_father, same_name
from legation.language.names.initials import initials_agree
from legation.language.names.parts import NameParts, is_initial
from legation.language.names.readings import of_language, shown_by
from legation.language.names.words import WEIGHTS, Relation, word_relation
from legation.vocabulary.names import name_words

ALIKE: frozenset[Relation] = frozenset({"equal", "variant"})
SURE: frozenset[Relation] = frozenset({"equal", "variant", "form", "doubled"})
"""Relations that make a given name or a patronymic the same one."""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """A name ready to be compared; made once for each name and order of parts."""

    parts: NameParts
    family: str
    """Empty where the name has none; so are the next two."""
    given: str
    patronymic: str
    family_word: str
    """The family name where it is one word, without articles; else empty."""
    second_initial: str
    """The second of the given names where it is an initial, which may be the patronymic's."""
    shown: int
    """The bits of the conventions that the whole name shows, and of those that need nothing."""


def side(parts: NameParts) -> Side:
    """The parts of a name with what the whole of it shows."""
    given = given_words(parts.given or "")
    family = words(parts.family or "")
    return Side(
        parts=parts,
        family_word=family[0] if len(family) == 1 else "",
        family=parts.family or "",
        given=parts.given or "",
        patronymic=parts.patronymic or "",
        second_initial=given[1] if len(given) > 1 and is_initial(given[1]) else "",
        shown=_shown(parts),
    )


def _shown(name: NameParts) -> int:
    found = 0
    for word in words(name.text):
        found |= shown_by(word)
    for word in words(name.given or ""):
        found |= languages_shown(word)
    for ending, language in name_words().patronymic_languages:
        if (name.patronymic or "").casefold().endswith(ending):
            found |= of_language(language)
    for language in ("uk", "be"):
        bits = of_language(language)
        found |= bits if found & bits else 0
    return found


def family_relation(a: Side, b: Side) -> Relation:
    """How two family names agree: one by one, written together, or all words of the shorter in the longer."""
    if a.family_word and b.family_word:
        return word_relation(a.family_word, b.family_word, a.shown, b.shown)
    if not a.family or not b.family:
        return "absent"
    return _several_words(a.family, b.family, a.shown, b.shown)


@lru_cache(maxsize=131072)
def _several_words(a: str, b: str, shown_a: int, shown_b: int) -> Relation:
    if folded_name(a) == folded_name(b):
        return "equal"
    every = words(a), words(b)
    left, right = map(_without_articles, every)
    together = _together(*every, shown_a, shown_b)
    if len(left) == len(right):
        pairs = zip(left, right, strict=True)
        worst = _worst(tuple(word_relation(one, other, shown_a, shown_b) for one, other in pairs))
        return _best(worst, together)
    return together if together in ALIKE or not _held(left, right, shown_a, shown_b) else "partly"


def _held(left: tuple[str, ...], right: tuple[str, ...], shown_a: int, shown_b: int) -> bool:
    """Whether the longer name has all words of the shorter."""
    if len(left) > len(right):
        left, right, shown_a, shown_b = right, left, shown_b, shown_a
    return all(any(word_relation(one, other, shown_a, shown_b) in ALIKE for other in right) for one in left)


def _together(a: tuple[str, ...], b: tuple[str, ...], shown_a: int, shown_b: int) -> Relation:
    """The words written as one, articles kept or left out on both sides."""
    if len(a) == len(b) == 1:
        return "different"
    whole = word_relation("".join(a), "".join(b), shown_a, shown_b)
    bare = word_relation("".join(_without_articles(a)), "".join(_without_articles(b)), shown_a, shown_b)
    return _best(whole, bare)


def _without_articles(found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in found if word.casefold() not in name_words().articles) or found


def _best(*relations: Relation) -> Relation:
    return max(relations, key=WEIGHTS.__getitem__)


def _worst(relations: tuple[Relation, ...]) -> Relation:
    return min(relations, key=WEIGHTS.__getitem__, default="absent")


@lru_cache(maxsize=262144)
def given_relation(a: str, b: str, shown_a: int, shown_b: int) -> Relation:
    """How the given names agree, in their order; further ones of the longer side may be left out."""
    if not a or not b:
        return "absent"
    left, right = given_words(a), given_words(b)
    if len(left) == len(right) == 1:
        return _given_word(left[0], right[0], shown_a, shown_b)
    if folded_name(a) == folded_name(b):
        return "equal" if not is_initial(a) else "initial"
    pairs = list(zip(left, right, strict=False))
    relations = tuple(_given_word(one, other, shown_a, shown_b) for one, other in pairs)
    if "different" in relations and len(left) == len(right) > 1 and not _unmatched(left, right):
        return "partly"
    worst = _worst(relations)
    if len(left) != len(right) and worst not in ("different", "initial", "close", "near", "short", "consonants"):
        return "partly"
    if worst == "different" and max(len(left), len(right)) > 1 and not any(map(is_initial, (*left, *right))):
        return _together(left, right, shown_a, shown_b)
    return worst


def _unmatched(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether some word of either has no counterpart in the other, in whatever order."""
    agree = [[_given_word(one, other, 0, 0) != "different" for other in b] for one in a]
    return not all(map(any, agree)) or not all(map(any, zip(*agree, strict=True)))


@lru_cache(maxsize=65536)
def given_words(text: str) -> tuple[str, ...]:
    """The words of given names, initials that are written together one by one."""
    found: list[str] = []
    for token in text.split():
        if is_initial(token):
            found.extend(f"{letter}." for letter in token if letter.isalpha())
        else:
            found.extend(words(token))
    return tuple(found)


def _given_word(a: str, b: str, shown_a: int, shown_b: int) -> Relation:
    if is_initial(a) or is_initial(b):
        return "initial" if initials_agree(a, b) else "different"
    if a == b:
        return "equal"
    relation = word_relation(a, b, shown_a, shown_b)
    if relation in ALIKE or relation == "doubled":
        return relation
    same = same_name(a, b)
    if same is not False:
        return "form" if same else _best("short", relation if relation == "reading" else "short")
    if relation in ("close", "near") and known_forms(a) and known_forms(b):
        return "different"  # two names of their own, a letter apart
    return "different" if relation == "gender" else relation


def patronymic_relation(a: Side, b: Side) -> Relation | None:
    """How two patronymics agree, one of them possibly an initial; `None` where neither name has one."""
    if a.patronymic and b.patronymic:
        return _both_patronymics(a.patronymic, b.patronymic, a.shown, b.shown)
    if not a.patronymic and not b.patronymic:
        return None
    full, short = (a.patronymic, b.second_initial) if a.patronymic else (b.patronymic, a.second_initial)
    if not short:
        return "absent"
    return "initial" if initials_agree(full, short) else "different"


@lru_cache(maxsize=131072)
def _both_patronymics(a: str, b: str, shown_a: int, shown_b: int) -> Relation:
    relation = word_relation(a, b, shown_a, shown_b)
    if relation in ALIKE:
        return relation
    if same_father(a, b):
        return "form"
    if relation == "near":
        # a slip of the pen, unless both speak of a father's name that is known
        return "different" if fathers(a) and fathers(b) else "near"
    return relation if relation in ("doubled", "reading", "close", "consonants") else "different"
