"""How do the parts of two names agree: family name, given names, patronymic?

Each question is answered with one relation; the parts keep their printed letters.
"""

from __future__ import annotations

from functools import lru_cache

from legation.language.names.folding import folded_name, words
from legation.language.names.given import known_forms, languages_shown, same_father, same_name
from legation.language.names.initials import initials_agree
from legation.language.names.parts import NameParts, is_initial
from legation.language.names.readings import of_language, shown_by
from legation.language.names.words import WEIGHTS, Relation, word_relation
from legation.vocabulary.names import name_words

ALIKE: frozenset[Relation] = frozenset({"equal", "variant"})
SURE: frozenset[Relation] = frozenset({"equal", "variant", "form"})
"""Relations that make a part the same one."""


@lru_cache(maxsize=65536)
def shown(name: NameParts) -> int:
    """The bits of the conventions that a whole name shows, and of those that need nothing."""
    found = 0
    for word in words(name.text):
        found |= shown_by(word)
    for word in words(name.given or ""):
        found |= languages_shown(word)
    for language in ("uk", "be"):
        bits = of_language(language)
        found |= bits if found & bits else 0
    return found


@lru_cache(maxsize=262144)
def family_relation(a: str | None, b: str | None, shown_a: int, shown_b: int) -> Relation:
    """How two family names agree: one by one, written together, or all words of the shorter in the longer."""
    if not a or not b:
        return "absent"
    if folded_name(a) == folded_name(b):
        return "equal"
    every = words(a), words(b)
    left, right = map(_without_articles, every)
    if len(left) == len(right) == 1:
        return _best(word_relation(left[0], right[0], shown_a, shown_b), _together(*every, shown_a, shown_b))
    if len(left) == len(right):
        pairs = zip(left, right, strict=True)
        worst = _worst(tuple(word_relation(one, other, shown_a, shown_b) for one, other in pairs))
        return _best(worst, _together(*every, shown_a, shown_b))
    together = _together(*every, shown_a, shown_b)
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
def given_relation(a: str | None, b: str | None, shown_a: int, shown_b: int) -> Relation:
    """How the given names agree, in their order; further ones of the longer side may be left out."""
    if not a or not b:
        return "absent"
    if folded_name(a) == folded_name(b):
        return "equal" if not is_initial(a) else "initial"
    left, right = given_words(a), given_words(b)
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
    relation = word_relation(a, b, shown_a, shown_b)
    if relation in ALIKE:
        return relation
    same = same_name(a, b)
    if same is not False:
        return "form" if same else _best("short", relation if relation == "reading" else "short")
    if relation in ("close", "near") and known_forms(a) and known_forms(b):
        return "different"  # two names of their own, a letter apart
    return "different" if relation == "gender" else relation


@lru_cache(maxsize=262144)
def patronymic_relation(a: NameParts, b: NameParts, shown_a: int, shown_b: int) -> Relation:
    """How two patronymics agree, one of them possibly an initial."""
    if not a.patronymic or not b.patronymic:
        return _initial_for(a, b)
    relation = word_relation(a.patronymic, b.patronymic, shown_a, shown_b)
    if relation in ALIKE:
        return relation
    if same_father(a.patronymic, b.patronymic):
        return "form"
    return relation if relation in ("reading", "close", "consonants") else "different"


def _initial_for(a: NameParts, b: NameParts) -> Relation:
    """A patronymic beside the second initial of the other name."""
    full, short = (a, b) if a.patronymic else (b, a)
    given = given_words(short.given or "")
    second = given[1] if len(given) > 1 and is_initial(given[1]) else None
    if second is None or full.patronymic is None:
        return "absent"
    return "initial" if initials_agree(full.patronymic, second) else "different"
