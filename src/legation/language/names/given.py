"""Of which given names is a word a form, and of whose does a patronymic speak?

Finds a spelling of any script in the table of given names by its readings. A word that is in no group is simply a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from legation.language.names.folding import folded_name, stretched_skeletons
from legation.language.names.readings import of_language, only, ordinary, shown_by
from legation.language.names.words import shown_meeting
from legation.language.scripts import script_of
from legation.vocabulary.given_names import NATIONAL, FormKind, GivenForm, given_forms

_LANGUAGES: tuple[tuple[FormKind, str], ...] = (("ukrainian", "uk"), ("belarusian", "be"))
_ENDING = re.compile(r"[aiu]*(?:[aiu]+(?:viS|vSi|vna|una)|vna|una|iS|iSna)$")
"""What a patronymic adds to the father's name, in skeletons: -ович, -ьич, -ійович, -овна, -ична, -аўна."""
_LAST_VOWEL = re.compile(r"[aiu](?=[^aiu]+$)")
_SHORTEST_STEM = 2


@lru_cache(maxsize=65536)
def known_forms(word: str) -> tuple[GivenForm, ...]:
    """The forms of the table that a word is a spelling of: as printed, or a Cyrillic form under a shown convention."""
    shown = shown_by(word) | _spelling()
    found = {one for one in _candidates(word) if shown_meeting(word, one.form, shown, shown_by(one.form) | _spelling())}
    found |= set(_by_letters().get(folded_name(word), ()))
    return tuple(sorted(found, key=lambda one: (one.group, one.kind, one.form)))


@lru_cache(maxsize=65536)
def languages_shown(word: str) -> int:
    """The bits of the conventions of Ukrainian or Belarusian, where a given name has that language's form alone."""
    kinds = {one.kind for one in _candidates(word) if shown_meeting(word, one.form)}
    if kinds & {"russian", "usual"}:
        return 0
    return sum(of_language(language) for kind, language in _LANGUAGES if kind in kinds)


def _candidates(word: str) -> set[GivenForm]:
    return {one for skeleton in stretched_skeletons(word) for one in _by_skeleton().get(skeleton, ())}


@lru_cache(maxsize=131072)
def same_name(a: str, b: str) -> bool | None:
    """Whether two words are national forms of one given name; `None` where one is only a short or translated form."""
    left, right = _groups(a), _groups(b)
    common = left.keys() & right.keys() if left and right else None
    if not common:
        return False
    return True if any(left[group] and right[group] for group in common) else None


@lru_cache(maxsize=131072)
def same_father(a: str, b: str) -> bool:
    """Whether two patronymics speak of national forms of one given name."""
    return bool(fathers(a) & fathers(b))


@lru_cache(maxsize=65536)
def fathers(patronymic: str) -> frozenset[str]:
    """The groups of given names that a patronymic can be made of."""
    stems = {_stem(_ENDING.sub("", one)) for one in stretched_skeletons(patronymic) if _ENDING.search(one)}
    return frozenset(group for stem in stems for group in _by_stem().get(stem, ()))


@lru_cache(maxsize=65536)
def is_known(word: str) -> bool:
    """Whether a word is a national form of a given name, or printed just as another form of the table."""
    return bool(_by_letters().get(folded_name(word))) or any(one.kind in NATIONAL for one in known_forms(word))


@lru_cache(maxsize=65536)
def national_forms(word: str) -> tuple[str, ...]:
    """The national forms of the given names of which a word is a form, or of which a patronymic is made."""
    groups = {one.group for one in known_forms(word)} | fathers(word)
    return tuple(sorted({one.form for one in given_forms() if one.group in groups and one.kind in NATIONAL}))


@lru_cache(maxsize=65536)
def _groups(word: str) -> dict[str, bool]:
    """The groups of a word, and whether it is there as a national form."""
    found: dict[str, bool] = {}
    for one in known_forms(word):
        found[one.group] = found.get(one.group, False) or one.kind in NATIONAL
    return found


@cache
def _spelling() -> int:
    return ordinary() | only() | of_language("uk") | of_language("be")


@cache
def _by_letters() -> Mapping[str, tuple[GivenForm, ...]]:
    found: defaultdict[str, list[GivenForm]] = defaultdict(list)
    for one in given_forms():
        found[folded_name(one.form)].append(one)
    return {form: tuple(forms) for form, forms in found.items()}


@cache
def _by_skeleton() -> Mapping[str, tuple[GivenForm, ...]]:
    found: defaultdict[str, list[GivenForm]] = defaultdict(list)
    for one in given_forms():
        if script_of(one.form) == "Cyrl":
            for skeleton in stretched_skeletons(one.form):
                found[skeleton].append(one)
    return {skeleton: tuple(forms) for skeleton, forms in found.items()}


@cache
def _by_stem() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in given_forms():
        if one.kind in NATIONAL:
            for skeleton in stretched_skeletons(one.form):
                # Павел, Павлович; Лев, Львович: a vowel that comes and goes
                for stem in {_stem(skeleton), _LAST_VOWEL.sub("", _stem(skeleton))}:
                    if len(stem) >= _SHORTEST_STEM:
                        found[stem].add(one.group)
    return {stem: frozenset(groups) for stem, groups in found.items()}


def _stem(skeleton: str) -> str:
    return skeleton.rstrip("aiu")
