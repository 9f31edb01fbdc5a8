"""Which forms does a name of a place or an adjective of a state have in running text? By its ending, from a table."""

from __future__ import annotations

from functools import cache
from typing import Literal

from legation.vocabulary.tables import rows

Kind = Literal["name", "adjective", "surname"]
_NOTHING = "-"
_STEM = 3
"""Letters that a name keeps at least without its ending."""


@cache
def _endings(kind: str, language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (ending, tuple("" if form == _NOTHING else form for form in forms.split("|")))
        for row_kind, lang, ending, forms in rows("press_endings.tsv")
        if (row_kind, lang) == (kind, language)
    )


def forms(kind: Kind, language: str, word: str) -> tuple[str, ...]:
    """Every form of a word as the tables have it; of several words only the last one changes.

    Words all in capitals, and languages without a table, have the one form.
    """
    if word.isupper():
        return (word,)
    for ending, instead in _endings(kind, language):
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            return tuple(dict.fromkeys((word if kind == "name" else stem + instead[0], *(stem + f for f in instead))))
    return (word,)


def bare(kind: Kind, language: str, word: str) -> str:
    """A word without its case ending, so that its forms can be compared; as it is where no ending fits."""
    for ending, _ in _endings(kind, language):
        if ending and word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: len(word) - len(ending)]
    return word
