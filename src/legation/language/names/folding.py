"""Which forms of a name are worth laying side by side, whatever alphabet and convention printed it?

A word's skeletons are what its readings have in common once letters are merged that some convention doesn't tell apart.
They find candidates and searches; whether two words are one is decided by their readings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product

from legation.language.names.readings import readings, usual_readings
from legation.vocabulary.romanization import LETTERS, letters_in

MOST_SKELETONS = 8
"""Skeletons of one word."""

_MERGED = dict(zip(LETTERS, "abvhdaSsiiklmnaprstuvhsSSSiauaa", strict=True))
"""S: any hushing sound; s: s, z and ts; h: g, kh and h; v: v and f; a: every vowel that reduces to a; i; u."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼʹ`´][^\W\d_]+)*['’ʼʹ`´]?")
_GLIDE = re.compile(r"i+(?=[aeou])")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def folded_name(text: str) -> str:
    """The name as typed by somebody without accents, capitals and punctuation; script and order stay."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(_words("".join(letter for letter in bare if not unicodedata.combining(letter))))


@lru_cache(maxsize=65536)
def skeletons(word: str) -> tuple[str, ...]:
    """What one word can stand for, sorted and without repetition; never empty for a word with a letter.

    Conventions that the word doesn't show are left out; where there are too many readings, those count first that the
    word does show.
    """
    merged = dict.fromkeys(skeleton for one in usual_readings(word) for skeleton in sorted(_merged(one.lanes())))
    if merged:
        return tuple(sorted(list(merged)[:MOST_SKELETONS]))
    kept = "".join(letter for letter in unicodedata.normalize("NFKC", word).casefold() if letter.isalpha())
    return (kept,) if kept else ()


def stretched_skeletons(word: str) -> frozenset[str]:
    """The skeletons under every convention, shown or not: what a table of names is searched by."""
    return frozenset(skeleton for one in readings(word) for skeleton in _merged(one.lanes()))


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a name part, split at spaces and hyphens, in their order."""
    return tuple(_words(unicodedata.normalize("NFC", text)))


def _words(text: str) -> Sequence[str]:
    return _WORD.findall(text)


def _merged(places: tuple[int, ...]) -> set[str]:
    choices = [_classes(lane) for lane in places]
    found = ("".join(choice) for choice, _ in zip(product(*choices), range(MOST_SKELETONS), strict=False))
    return {_DOUBLED.sub(r"\1", _GLIDE.sub("", skeleton)) for skeleton in found} - {""}


@cache
def _classes(lane: int) -> str:
    return "".join(sorted({_MERGED[letter] for letter in letters_in(lane)}))
