"""How do the parts of two names agree: family name, given names, patronymic?

Each question is answered with one relation; the parts keep their printed letters.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from legation.language.names.folding import folded_name, words
from legation.language.names.given import (
    are_two_names,
    fathers,
    languages_shown,
    may_be_given,
    name_groups,
    press_shown,
    same_father,
)
from legation.language.names.initials import initials_agree
from legation.language.names.marks import is_initial
from legation.language.names.parts import NameParts
from legation.language.names.readings import nothing_shown, of_language, shown_in
from legation.language.names.words import WEIGHTS, Relation, Shows, Word, word, word_relation
from legation.vocabulary.names import name_words

ALIKE: frozenset[Relation] = frozenset({"equal", "variant"})
SURE: frozenset[Relation] = frozenset({"equal", "variant", "form", "doubled"})
"""Relations that make a given name or a patronymic the same one."""
_LEAST: frozenset[Relation] = frozenset({"different", "initial", "close", "near", "short", "consonants"})
"""Relations of given names that another given name more on one side doesn't change."""


@dataclass(slots=True, eq=False)
class Given:
    """One of the given names, or an initial."""

    word: Word
    initial: bool
    parts: NameParts
    """The whole name."""
    _groups: tuple[int, int] | None = field(default=None, init=False)

    @property
    def groups(self) -> tuple[int, int]:
        """The groups of the table of given names of which it is a form, and of which a national one, as bits."""
        if self._groups is None:
            shown = 0 if self.initial else _shown(self.parts) & self.word.outline.asked
            self._groups = (0, 0) if self.initial else name_groups(self.word.text, shown)
        return self._groups


@dataclass(slots=True, eq=False)
class Side:
    """A name ready to be compared in one order of parts; made once for each name and order."""

    parts: NameParts
    family: tuple[Word, ...]
    """Empty where the name has none; so are the given names."""
    bare_family: tuple[Word, ...]
    """The family name without articles."""
    given: tuple[Given, ...]
    """Initials that are written together stand one by one."""
    patronymic: Word | None
    suffix: str | None
    """Folded."""
    known: int | None = field(default=None, init=False)

    @property
    def all_given(self) -> bool:
        """Whether every word is a given name too, so that either end may be the family name."""
        return all(may_be_given(one.text) for one in (*self.family, *[one.word for one in self.given]))

    @property
    def shown(self) -> int:
        """The bits of the conventions that the whole name shows, and of those that need nothing."""
        if self.known is None:
            self.known = _shown(self.parts)
        return self.known


@dataclass(frozen=True, slots=True)
class _Shown:
    """Conventions that something shows which is no whole name."""

    shown: int

    @property
    def known(self) -> int:
        """What it shows."""
        return self.shown


def side(parts: NameParts) -> Side:
    """The parts of a name, which are read where they meet others."""
    family = tuple(map(word, words(parts.family or "")))
    return Side(
        parts=parts,
        family=family,
        bare_family=_without_articles(family),
        given=tuple([Given(word(one), is_initial(one), parts) for one in given_words(parts.given or "")]),
        patronymic=word(parts.patronymic) if parts.patronymic else None,
        suffix=folded_name(parts.suffix) if parts.suffix else None,
    )


def _without_articles(found: tuple[Word, ...]) -> tuple[Word, ...]:
    articles = name_words().articles
    return tuple([one for one in found if one.text.casefold() not in articles]) or found


@lru_cache(maxsize=4096)
def _shown(name: NameParts) -> int:
    found = shown_in(words(name.text))
    for one in words(name.given or ""):
        found |= languages_shown(one) | press_shown(one)
    for ending, language in name_words().patronymic_languages:
        if name.patronymic and name.patronymic.casefold().endswith(ending):
            found |= of_language(language)
    for language in ("uk", "be"):
        bits = of_language(language)
        found |= bits if found & bits else 0
    return found


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


def family_relation(a: Side, b: Side) -> Relation:
    """How two family names agree: one by one, written together, or all words of the shorter in the longer."""
    if len(a.family) == 1 == len(b.family):
        return word_relation(a.family[0], b.family[0], a, b)
    if not a.family or not b.family:
        return "absent"
    left, right = a.bare_family, b.bare_family
    if _texts(a.family) == _texts(b.family):
        return "equal"
    together = _together(a.family, b.family, a, b)
    if len(left) == len(right):
        pairs = zip(left, right, strict=True)
        return _best(_worst(tuple(word_relation(one, other, a, b) for one, other in pairs)), together)
    return together if together in ALIKE or not _held(a, b) else "partly"


def _texts(found: tuple[Word, ...]) -> list[str]:
    return [one.folded for one in found]


def _held(a: Side, b: Side) -> bool:
    """Whether the longer name has all words of the shorter."""
    if len(a.bare_family) > len(b.bare_family):
        a, b = b, a
    return all(any(word_relation(one, other, a, b) in ALIKE for other in b.bare_family) for one in a.bare_family)


def _together(left: tuple[Word, ...], right: tuple[Word, ...], a: Side, b: Side) -> Relation:
    """The words written as one, articles kept or left out on both sides."""
    whole = word_relation(_joined(left), _joined(right), a, b)
    bare_left, bare_right = _without_articles(left), _without_articles(right)
    if len(bare_left) == len(left) and len(bare_right) == len(right):
        return whole
    return _best(whole, word_relation(_joined(bare_left), _joined(bare_right), a, b))


@lru_cache(maxsize=16384)
def _joined(found: tuple[Word, ...]) -> Word:
    return word("".join(one.text for one in found))


def _best(*relations: Relation) -> Relation:
    return max(relations, key=WEIGHTS.__getitem__)


def _worst(relations: tuple[Relation, ...]) -> Relation:
    return min(relations, key=WEIGHTS.__getitem__, default="absent")


def given_relation(a: Side, b: Side) -> Relation:
    """How the given names agree, in their order; further ones of the longer side may be left out."""
    left, right = a.given, b.given
    if not left or not right:
        return "absent"
    if len(left) == 1 == len(right):
        return _given_words(left[0], right[0], a, b)
    if [one.word.folded for one in left] == [one.word.folded for one in right]:
        return "initial" if left[0].initial else "equal"
    pairs = zip(left, right, strict=False)
    relations = tuple([_given_words(one, other, a, b) for one, other in pairs])
    if "different" in relations and len(left) == len(right) > 1 and not _unmatched(left, right):
        return "partly"
    worst = _worst(relations)
    if len(left) != len(right) and (worst not in _LEAST or (worst == "different" and _among(a, b))):
        return "partly"
    if worst == "different" and not any(one.initial for one in (*left, *right)):
        return _together(tuple(one.word for one in left), tuple(one.word for one in right), a, b)
    return worst


def _among(a: Side, b: Side) -> bool:
    """Whether all given names of the shorter side stand among those of the longer, in their order."""
    if len(a.given) > len(b.given):
        a, b = b, a
    longer = iter(b.given)
    return all(any(_given_words(one, other, a, b) in SURE for other in longer) for one in a.given)


def _unmatched(a: tuple[Given, ...], b: tuple[Given, ...]) -> bool:
    """Whether some word of either has no counterpart in the other, in whatever order."""
    shown = _Shown(nothing_shown())
    agree = [[_given_words(one, other, shown, shown) != "different" for other in b] for one in a]
    return not all(map(any, agree)) or not all(map(any, zip(*agree, strict=True)))


def _given_words(one: Given, other: Given, a: Shows, b: Shows) -> Relation:
    """How two given names agree, one of them possibly an initial."""
    if one.initial or other.initial:
        return "initial" if initials_agree(one.word.text, other.word.text) else "different"
    relation = word_relation(one.word, other.word, a, b)
    if relation == "variant" and are_two_names(one.word.text, other.word.text):
        return "different"
    if relation in ALIKE or relation == "doubled":
        return relation
    (groups, national), (others, other_national) = one._groups or one.groups, other._groups or other.groups
    if groups & others:
        sure = national & other_national and not _are_turned(one.word, other.word)
        return "form" if sure else "reading" if relation == "reading" else "short"
    if relation in ("close", "near", "reading") and groups and others:
        return "different"  # two names of their own, a letter apart
    return "different" if relation == "gender" else relation


def _are_turned(a: Word, b: Word) -> bool:
    """Whether Latin letters make a woman's name of a man's, whatever both can be read as: "Daniel", "Daniela"."""
    shorter, longer = sorted((a.folded, b.folded), key=len)
    return longer.isascii() and longer in (f"{shorter}a", f"{shorter}{shorter[-1:]}a")


def patronymic_relation(a: Side, b: Side) -> Relation | None:
    """How two patronymics agree, one of them possibly an initial; `None` where neither name has one."""
    one, other = a.patronymic, b.patronymic
    if one is None and other is None:
        return None
    if one is not None and other is not None:
        if one.folded == other.folded != "":
            return "equal"
        return _patronymics(one, other, a.shown & one.outline.asked, b.shown & other.outline.asked)
    full, given = (one, b.given) if one is not None else (other, a.given)
    if full is None or len(given) < 2 or not given[1].initial:
        return "absent"
    return "initial" if initials_agree(full.text, given[1].word.text) else "different"


@lru_cache(maxsize=131072)
def _patronymics(a: Word, b: Word, shown_a: int, shown_b: int) -> Relation:
    relation = word_relation(a, b, _Shown(shown_a), _Shown(shown_b))
    if relation in ALIKE:
        return relation
    if same_father(a.text, b.text):
        return "form"
    if relation == "near":
        # a slip of the pen, unless both speak of a father's name that is known
        return "different" if fathers(a.text) and fathers(b.text) else "near"
    return relation if relation in ("doubled", "reading", "close", "consonants") else "different"
