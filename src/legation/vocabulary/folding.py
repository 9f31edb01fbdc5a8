"""Which words are the same word? Letters without accents, case and punctuation, so that data files and pages meet.

Folding is for looking words up; nothing that is printed or stored comes out of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

_WORDS = re.compile("[^\\W_]+(?:[\u0300-\u036f]+[^\\W_]*)*")
_PLAIN = re.compile("[a-z0-9]+")
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
    # One Arabic letter in two shapes, or as Persian and Urdu write it; the drawn-out stroke between letters is none.
    | {"ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ة": "ه", "ۃ": "ه", "ۀ": "ه", "ـ": None}
)


def fold_word(text: str) -> str:
    """The text in lower case without accents; `ß` is `ss`, `ё` is `е`."""
    return text.lower() if text.isascii() else _fold_other(text)


@lru_cache(maxsize=65536)
def _fold_other(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)).translate(_UNDECOMPOSED)


@lru_cache(maxsize=65536)
def fold(text: str) -> tuple[str, ...]:
    """The text's folded words: `Chargé d'affaires a.i.` is `charge`, `d`, `affaires`, `a`, `i`."""
    if text.isascii():
        return tuple(_PLAIN.findall(text.lower()))
    return tuple([word.lower() if word.isascii() else _fold_other(word) for word in _WORDS.findall(text)])


def word_places(text: str) -> Iterator[tuple[int, int]]:
    """Where the words that `fold` gives stand in the text as printed, found as they are asked for."""
    return map(re.Match.span, _WORDS.finditer(text))


def words_end(text: str, count: int) -> int:
    """Where the last of a text's first words ends.

    Raises:
        StopIteration: it hasn't so many words.
    """
    return next(islice(_WORDS.finditer(text), count - 1, None)).end()


@lru_cache(maxsize=16384)
def fold_spans(text: str) -> tuple[tuple[str, int, int], ...]:
    """The folded words, each with where it stands in the text as printed."""
    if text.isascii():
        return tuple([(found.group(), *found.span()) for found in _PLAIN.finditer(text.lower())])
    return tuple([(fold_word(found.group()), *found.span()) for found in _WORDS.finditer(text)])
