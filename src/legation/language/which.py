"""In which language does a text speak? By its small words, among the languages that the tables of the press cover.

Answers `None` where too few small words stand, or where two languages come out alike.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from legation.language.tokens import tokens
from legation.vocabulary.press import LANGUAGES, own_letters, words

_GROUPS = ("preposition", "determiner", "be", "have", "conjunction", "own", "pronoun", "negation", "say", "modal")
_SAMPLE = 3000
"""Code points that are looked at."""
_LEAST = 2


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset().union(*(words(language, group) for group in _GROUPS))


def _is_russian(text: str) -> bool:
    """Whether a text is in Cyrillic letters and has none that only other languages use."""
    letters = [letter for letter in text.casefold() if letter.isalpha()]
    cyrillic = sum("а" <= letter <= "я" or letter == "ё" for letter in letters)
    return cyrillic > len(letters) // 2 and not _NOT_RUSSIAN & set(letters)


_NOT_RUSSIAN = frozenset("іїєґўђћљњџјѓќѕ")
"""Cyrillic letters of other languages than Russian."""


def _score(language: str, sample: Counter[str]) -> int:
    """How many small words of a language a sample has, and words with letters that this language alone has."""
    small = sum(sample[word] for word in _small_words(language))
    letters = own_letters(language)
    return small + (sum(n for word, n in sample.items() if not letters.isdisjoint(word)) if letters else 0)


def language_of(text: str) -> str | None:
    """The code of the language whose small words the text has most of."""
    if _is_russian(text[:_SAMPLE]):
        return "ru"
    found = tokens(text[:_SAMPLE])
    sample = Counter(token.folded for token in found)
    sample.update(token.text.casefold() for token in found if token.folded != token.text.casefold())
    scores = sorted(((_score(language, sample), language) for language in LANGUAGES), reverse=True)
    (best, language), (second, _) = scores[:2]
    return language if best >= _LEAST and best > second else None
