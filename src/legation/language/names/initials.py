"""Can an initial be that of a name, whatever convention printed either?

An initial stands for every letter that some convention begins so; it is evidence for a candidate and never for more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from legation.language.names.folding import folded_name
from legation.language.names.given import national_forms
from legation.language.names.readings import readings, shown_by
from legation.vocabulary.romanization import conventions, letters_in


@lru_cache(maxsize=131072)
def initials_agree(a: str, b: str) -> bool:
    """Whether two words, one of them at least an initial, may begin with one letter in some spelling of the name."""
    return bool(_firsts(a) & _firsts(b))


@lru_cache(maxsize=65536)
def _firsts(word: str) -> frozenset[str]:
    """The letters with which a name may begin, in the common alphabet; for a script without conventions its own."""
    name = folded_name(word.strip("."))
    if len(name) <= 1:
        return _begun_by().get(name, frozenset(name))
    found = _read_firsts(name)
    for form in national_forms(name):
        found |= _read_firsts(form)
    return found or frozenset(name[:1])


def _read_firsts(name: str) -> frozenset[str]:
    shown = shown_by(name)
    usual = [one.lanes()[0] for one in readings(name) if one.length and one.conventions & shown]
    return frozenset(letter for lane in usual for letter in letters_in(lane))


@cache
def _begun_by() -> Mapping[str, frozenset[str]]:
    """For a letter of any script, what the groups that begin with it can stand for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for convention in conventions():
        for letters, choices in convention.groups.items():
            for choice in choices:
                if choice:
                    found[letters.lstrip("^")[:1]].update(letters_in(choice[0]))
    return {letter: frozenset(sounds) for letter, sounds in found.items()}
