"""In which language does a text speak? By its small words, among the languages that the tables of the press cover.

Answers `None` where too few small words stand, or where two languages come out alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice

from legation.language.tokens import Token
from legation.vocabulary.press import LANGUAGES, own_letters, words

_GROUPS = ("preposition", "determiner", "be", "have", "conjunction", "own", "pronoun", "negation", "say", "modal")
_SAMPLE = 600
"""Tokens that are looked at."""
_LEAST = 2


@cache
def _speaking() -> Mapping[str, tuple[str, ...]]:
    """For each small word, the languages that have it."""
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for word in frozenset().union(*(words(language, group) for group in _GROUPS)):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def _lettered() -> tuple[tuple[str, frozenset[str]], ...]:
    """The languages that have letters of their own, with these."""
    return tuple((language, own_letters(language)) for language in LANGUAGES if own_letters(language))


def _is_russian(text: str) -> bool:
    """Whether words in small letters are Cyrillic and have no letter that only other languages use."""
    return len(_CYRILLIC.findall(text)) > len(text) // 2 and _NOT_RUSSIAN.isdisjoint(text)


_CYRILLIC = re.compile("[а-яё]")
_NOT_RUSSIAN = frozenset("іїєґўђћљњџјѓќѕ")
"""Cyrillic letters of other languages than Russian."""


def _scores(sample: Mapping[str, int]) -> Counter[str]:
    """For each language, how many of its small words a sample has, and words with letters that it alone has."""
    known = _speaking()
    found = Counter(dict.fromkeys(LANGUAGES, 0))
    for word in known.keys() & sample.keys():
        for language in known[word]:
            found[language] += sample[word]
    for language, letters in _lettered():
        if not letters.isdisjoint("".join(sample)):
            found[language] += sum(n for word, n in sample.items() if not letters.isdisjoint(word))
    return found


def language_of(tokens: Iterable[Token]) -> str | None:
    """The code of the language whose small words a text has most of, as far as its first tokens tell."""
    found = [token for token in islice(tokens, _SAMPLE) if token.is_word]
    words = [token.text.casefold() for token in found]
    if _is_russian("".join(words)):
        return "ru"
    sample = Counter([token.folded for token in found])
    sample.update([word for token, word in zip(found, words, strict=True) if token.folded != word])
    scores = sorted(((score, language) for language, score in _scores(sample).items()), reverse=True)
    (best, language), (second, _) = scores[:2]
    return language if best >= _LEAST and best > second else None
