"""Which forms of a name are the same whatever alphabet and convention printed it?

A word is folded to skeletons: what its letters can stand for under the conventions of the romanization table. Words of
other scripts keep their letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from legation.language.names.parts import script_of
from legation.vocabulary.names import Readings, readings

MOST_SKELETONS = 8
"""Readings of one word that are followed; a word of more keeps the first ones of the table."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼʹ`´][^\W\d_]+)*['’ʼʹ`´]?")
_SILENT = re.compile(r"['’ʼʹ`´]")
_I_BEFORE_VOWEL = re.compile(r"i+(?=[aeou])")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def folded_name(text: str) -> str:
    """The name as typed by somebody without accents, capitals and punctuation; script and order stay."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(_words("".join(letter for letter in bare if not unicodedata.combining(letter))))


@lru_cache(maxsize=65536)
def skeletons(word: str) -> tuple[str, ...]:
    """What one word can stand for, sorted and without repetition; never empty for a word with a letter."""
    low = _SILENT.sub("", unicodedata.normalize("NFC", word).casefold())
    table = readings().get(script_of(low) or "")
    if table is None:
        kept = "".join(letter for letter in unicodedata.normalize("NFKC", low) if letter.isalpha())
        return (kept,) if kept else ()
    made = [""]
    for sounds in _sounds(low, table):
        made = [begun + sound for begun in made for sound in sounds][:MOST_SKELETONS]
    return tuple(sorted({_smoothed(skeleton) for skeleton in made} - {""}))


def words(text: str) -> tuple[str, ...]:
    """The words of a name part, split at spaces and hyphens, in their order."""
    return tuple(_words(unicodedata.normalize("NFC", text)))


def _words(text: str) -> Sequence[str]:
    return _WORD.findall(text)


def _sounds(word: str, table: Readings) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(word):
        length, sounds = _longest(word, at, table)
        found.append(sounds)
        at += length
    return found


def _longest(word: str, at: int, table: Readings) -> tuple[int, tuple[str, ...]]:
    for length in range(min(table.longest, len(word) - at), 0, -1):
        letters = word[at : at + length]
        if at and at + length == len(word) and letters in table.final:
            return length, table.final[letters]
        if letters in table.inside:
            return length, table.inside[letters]
    bare = unicodedata.normalize("NFD", word[at])[0]
    return 1, table.inside.get(bare, (bare,))


def _smoothed(skeleton: str) -> str:
    """Without the glide that some conventions write before a vowel, and without doubled letters."""
    return _DOUBLED.sub(r"\1", _I_BEFORE_VOWEL.sub("", skeleton))
