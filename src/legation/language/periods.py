"""From when to when? Periods that last, such as "from 1998 to 2003", "since 2018" or "for 17 years".

Gives years as printed; a day or month that nobody printed is never filled in, a length without an end stays a length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from legation.language.numbers import numbers
from legation.language.tokens import Token, phrases
from legation.model.dates import Edtf
from legation.model.quick import quick
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.press import cues, months, time_units, words

_YEAR = re.compile(r"(?:19|20)\d\d")
_DECADE = re.compile(r"((?:19|20)\d)0(?:s|er|х|-х|-е)")
_RANGE = re.compile(r"((?:19|20)\d\d)[-–]((?:19|20)\d\d)")
_BETWEEN = 4


@quick
@dataclass(frozen=True, slots=True)
class Stay:
    """A period at tokens `first` to before `after`: its EDTF form, or its length in years."""

    first: int
    after: int
    value: Edtf | None = None
    years: int | None = None


def stays(tokens: Sequence[Token], language: str) -> tuple[Stay, ...]:
    """Every period of these tokens, in order."""
    folded = [token.folded for token in tokens]
    lengths = _lengths(language)
    found: list[Stay] = []
    taken = -1
    for index, word in enumerate(folded):
        if index < taken or not (word[0].isdigit() or lengths.starts(word)):
            continue
        stay = _at(tokens, folded, index, word, language)
        if stay is not None:
            found.append(stay)
            taken = stay.after
    return tuple(found)


def _at(tokens: Sequence[Token], folded: Sequence[str], index: int, word: str, language: str) -> Stay | None:
    if match := _RANGE.fullmatch(word):
        return Stay(index, index + 1, Edtf.parse(f"{match[1]}/{match[2]}"))
    if match := _DECADE.fullmatch(word):
        return Stay(index, index + 1, Edtf.parse(f"{match[1]}X"))
    if _YEAR.fullmatch(word):
        return _from_year(tokens, folded, index, language)
    return _length(tokens, folded, index, language)


def _from_year(tokens: Sequence[Token], folded: Sequence[str], index: int, language: str) -> Stay | None:
    """A year with another one behind a word for "to", or one that stays open."""
    joiners = words(language, "range-to") | words(language, "period-to") | {"-", "–", "—"}
    for place in range(index + 2, min(index + 2 + _BETWEEN, len(folded))):
        between = folded[index + 1 : place]
        if _YEAR.fullmatch(folded[place]) and between[0] in joiners and all(_grammar(w, joiners) for w in between):
            if folded[place] < folded[index] or not _ranges(folded, index, between[0], language):
                return None
            return Stay(index, place + 1, Edtf.parse(f"{folded[index]}/{folded[place]}"))
    if _is_open(folded, index, language):
        return Stay(index, index + 1, Edtf.parse(f"{folded[index]}/.."))
    return None


def _ranges(folded: Sequence[str], index: int, joiner: str, language: str) -> bool:
    """Whether an "and" between two years makes a period: only behind a "between"."""
    if joiner not in words(language, "conjunction"):
        return True
    return any(word in words(language, "between-word") for word in folded[max(index - 2, 0) : index])


def _grammar(word: str, joiners: frozenset[str]) -> bool:
    return word in joiners or word in months() or len(word) <= 3


def _is_open(folded: Sequence[str], index: int, language: str) -> bool:
    """Whether words before a year say that something began then and goes on."""
    opening = words(language, "open-end")
    return any(folded[i] in opening for i in range(max(index - 3, 0), index))


@cache
def _lengths(language: str) -> Phrases[str]:
    return phrases(cues(language, "for-years"))


def _length(tokens: Sequence[Token], folded: Sequence[str], index: int, language: str) -> Stay | None:
    """A number of years behind a word for "for"."""
    if _lengths(language).longest(folded, index) is None:
        return None
    units = time_units(language)
    number = next((n for n in numbers(tokens[index : index + 5], language) if n.value and not n.article), None)
    if number is None or index + number.after >= len(folded) or units.get(folded[index + number.after]) != "Y":
        return None
    return Stay(index, index + number.after + 1, years=number.value)
