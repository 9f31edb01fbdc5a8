"""Can a word of a script that writes no vowels be another spelling, as far as its consonants tell?

Says no more than that the consonants agree: many names share them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from legation.language.scripts import script_of
from legation.vocabulary.consonants import consonants

FEWEST = 2
"""Consonants that must agree; with fewer, anything could be the same."""

_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = frozenset("aeiouy")
_LIKE: tuple[tuple[str, str], ...] = (("h", ""), ("j", "g"), ("g", "k"), ("z", "d"), ("b", "f"), ("S", "s"), ("z", "s"))
"""Classes that one more romanization doesn't tell apart: tried all together where the plain ones don't agree."""


def same_consonants(a: str, b: str) -> bool:
    """Whether the consonants of two words agree, one of them at least in a script without vowels."""
    scripts = {script_of(a), script_of(b)}
    if not scripts & {"Arab", "Hebr"} or not scripts <= consonants().keys():
        return False
    left, right = consonants_of(a), consonants_of(b)
    if min(len(left), len(right)) < FEWEST:
        return False
    if left == right or _loose(left) == _loose(right) != "":
        return True
    # a Hebrew letter is b and v; another is v and a vowel, as it is usually read here
    return "Hebr" in scripts and _with_v(a) == _with_v(b) and len(_with_v(a)) >= FEWEST


def _with_v(word: str) -> str:
    return _loose(consonants_of(word.casefold().replace("v", "b") if word.isascii() else word))


def same_but_for_vowels(a: str, b: str) -> bool:
    """Whether two Latin spellings of an Arabic or Persian name have the same consonants, and begin alike."""
    left, right = consonants_of(a), consonants_of(b)
    return _loose(left) == _loose(right) and min(len(left), len(right)) >= FEWEST and _begins(a) == _begins(b)


def _begins(word: str) -> str:
    """Whether a word begins with a vowel, or with which consonant."""
    first = word[:1].casefold()
    return "" if first in _VOWELS else _loose(consonants_of(first)) or first


@lru_cache(maxsize=65536)
def consonants_of(word: str) -> str:
    """The classes of a word's consonants, doubled ones once; empty for a script of which there is no table."""
    if word.isascii() and word.isalpha():
        low = word.lower()
    else:
        bare = unicodedata.normalize("NFKD", word.casefold())
        low = "".join(letter for letter in unicodedata.normalize("NFC", bare) if letter.isalpha())
    script = script_of(low) or ""
    table = consonants().get(script, {})
    groups = _groups(script).findall(_DOUBLED.sub(r"\1", low)) if table else ()
    return "".join([table[group] for group in groups])


@cache
def _groups(script: str) -> re.Pattern[str]:
    """The groups of letters of a script's table, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(consonants()[script], key=lambda group: (-len(group), group)))))


def loose_consonants(word: str) -> str:
    """The same with all classes as one that some romanization doesn't tell apart: a key for candidates."""
    return _loose(consonants_of(word))


@lru_cache(maxsize=65536)
def _loose(classes: str) -> str:
    for one, other in _LIKE:
        classes = classes.replace(one, other)
    return _DOUBLED.sub(r"\1", classes)
