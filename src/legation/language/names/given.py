"""Of which given names is a word a form, and of whose does a patronymic speak?

Finds a spelling of any script in the table of given names by its readings. A word that is in no group is simply a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from legation.language.names.folding import folded_name, stretched_skeletons
from legation.language.names.meeting import fit
from legation.language.names.readings import (
    Reading,
    arabic,
    of_language,
    only,
    ordinary,
    outline,
    readings,
    shown_by,
)
from legation.language.scripts import script_of
from legation.vocabulary.given_names import NATIONAL, FormKind, GivenForm, given_forms
from legation.vocabulary.romanization import convention

_LANGUAGES: tuple[tuple[FormKind, str], ...] = (("ukrainian", "uk"), ("belarusian", "be"))
_ENDING = re.compile(r"[aiu]*(?:[aiu]+(?:viS|vSi|vna|una)|vna|una|iS|iSna)$")
"""What a patronymic adds to the father's name, in skeletons: -ович, -ьич, -ійович, -овна, -ична, -аўна."""
_LAST_VOWEL = re.compile(r"[aiu](?=[^aiu]+$)")
_SHORTEST_STEM = 2
_FEW = 2


@lru_cache(maxsize=65536)
def known_forms(word: str, shown: int = 0) -> tuple[GivenForm, ...]:
    """The forms of the table that a word is a spelling of.

    Args:
        word: a word as printed; a form that stands in the table just so counts.
        shown: bits of the conventions that the whole name shows beside those that the word itself does; a Cyrillic
            form counts under them.
    """
    shown |= shown_by(word) | _spelling()
    found = {form for form, *_ in _meeting(word, shown)}
    found |= set(_by_letters().get(folded_name(word), ()))
    return tuple(sorted(found, key=lambda one: (one.group, one.kind, one.form)))


@lru_cache(maxsize=65536)
def languages_shown(word: str) -> int:
    """The bits of the conventions of Ukrainian or Belarusian, where a given name has that language's form alone."""
    common = ordinary() | only()
    met = list(_meeting(word, -1))
    if any(form.kind in ("russian", "usual") and there & common and here & common for form, there, here in met):
        return 0
    found = 0
    for kind, language in _LANGUAGES:
        own = common | of_language(language)
        if any(form.kind == kind and there & own and here & own for form, there, here in met):
            found |= of_language(language)
    return found


@lru_cache(maxsize=65536)
def press_shown(word: str) -> int:
    """The bits of the one or two conventions under which alone a word is a national form, as `Sergejus` shows one."""
    own = shown_by(word)
    met = [here for form, _, here in _meeting(word, -1) if form.kind in NATIONAL]
    if any(here & own for here in met):
        return 0
    found = 0
    for here in met:
        found |= here
    return found if found.bit_count() <= _FEW else 0


def _meeting(word: str, shown: int) -> Iterator[tuple[GivenForm, int, int]]:
    """The Cyrillic forms that a word can be under the conventions, each with those of the form and of the word."""
    return (met for met in _every_meeting(word) if met[2] & shown)


@lru_cache(maxsize=16384)
def _every_meeting(word: str) -> tuple[tuple[GivenForm, int, int], ...]:
    table = _by_first_place()
    return tuple(
        [
            (form, reading.conventions, one.conventions)
            for length, (union, same) in outline(word).by_length.items()
            for letter in Reading(length, union, 0).begins()
            for form, reading in table.get((length, letter), ())
            if fit(union, reading.packed, length)
            for one in same
            if fit(one.packed, reading.packed, length) and letter in one.begins()
        ]
    )


@lru_cache(maxsize=65536)
def name_groups(word: str, shown: int = 0) -> tuple[int, int]:
    """The groups of which a word is a form, and those of which it is a national form, as bits."""
    every = national = 0
    for one in known_forms(word, shown):
        every |= 1 << _places()[one.group]
        national |= 1 << _places()[one.group] if one.kind in NATIONAL else 0
    return every, national


@lru_cache(maxsize=16384)
def are_two_names(a: str, b: str) -> bool:
    """Whether two words stand in the table just so, and in no group together."""
    groups = [{form.group for form in _by_letters().get(folded_name(word), ())} for word in (a, b)]
    return all(groups) and groups[0].isdisjoint(groups[1])


@cache
def _places() -> Mapping[str, int]:
    return {group: place for place, group in enumerate(sorted({one.group for one in given_forms()}))}


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


def may_be_given(word: str) -> bool:
    """Whether a word is known as a given name, of the table or of those that show Arabic."""
    return is_known(word) or bool(shown_by(word) & arabic())


@lru_cache(maxsize=65536)
def national_forms(word: str) -> tuple[str, ...]:
    """The national forms of the given names of which a word is a form, or of which a patronymic is made."""
    groups = {one.group for one in known_forms(word)} | fathers(word)
    return tuple(sorted({one.form for one in given_forms() if one.group in groups and one.kind in NATIONAL}))


@cache
def _spelling() -> int:
    """The bits of the conventions under which forms are looked up: not those of names whose і is Russian е."""
    doubtful = convention("ukrainian-i").bit | convention("ukraine-2010-i").bit
    return ordinary() | only() | (of_language("uk") | of_language("be")) & ~doubtful


@cache
def _by_letters() -> Mapping[str, tuple[GivenForm, ...]]:
    found: defaultdict[str, list[GivenForm]] = defaultdict(list)
    for one in given_forms():
        found[folded_name(one.form)].append(one)
    return {form: tuple(forms) for form, forms in found.items()}


@cache
def _by_first_place() -> Mapping[tuple[int, str], tuple[tuple[GivenForm, Reading], ...]]:
    """The Cyrillic forms with their readings under conventions that they show, by length and first letter."""
    found: defaultdict[tuple[int, str], list[tuple[GivenForm, Reading]]] = defaultdict(list)
    for form in given_forms():
        if script_of(form.form) == "Cyrl":
            shown = (shown_by(form.form) | _spelling()) & ~only()
            for one in readings(form.form):
                if one.conventions & shown:
                    for letter in one.begins():
                        found[one.length, letter].append((form, replace(one, conventions=one.conventions & shown)))
    return {place: tuple(forms) for place, forms in found.items()}


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
