"""By when? Periods of grace ("within 48 hours", "five days to leave") as ISO 8601 durations.

A period is a deadline only where the words beside it say so; it is never a number of persons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from legation.language.numbers import Number, numbers
from legation.language.tokens import Token, phrases
from legation.model.quick import quick
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.press import cues, time_units

_HYPHENATED = re.compile(r"(\d+|[^\W\d_]+)-([^\W\d_]+)")
_BEFORE = 4
_AFTER = 4
_FORMS = {"H": "PT{}H", "D": "P{}D", "W": "P{}W", "M": "P{}M"}


@quick
@dataclass(frozen=True, slots=True)
class Grace:
    """A period at tokens `first` to before `after`, as an ISO 8601 duration."""

    duration: str
    first: int
    after: int


@cache
def _sides(language: str) -> tuple[Phrases[str], Phrases[str]]:
    entries = cues(language, "deadline")
    return (
        phrases((form, sense) for form, sense in entries if sense == "before"),
        phrases((form, sense) for form, sense in entries if sense == "after"),
    )


@cache
def _bare(language: str) -> Phrases[str]:
    """Words behind which a unit alone is one: "в течение недели"."""
    return phrases((form, sense) for form, sense in cues(language, "deadline") if sense == "span")


@cache
def _spans(language: str) -> Phrases[str]:
    return phrases(cues(language, "deadline-span"))


def graces(tokens: Sequence[Token], language: str, counted: Sequence[Number] | None = None) -> tuple[Grace, ...]:
    """Every period of grace of these tokens; `counted` gives their numbers where they are known."""
    words = [token.folded for token in tokens]
    units = time_units(language)
    found = [Grace(duration, first, end) for duration, first, end in _spans(language).scan(words)]
    if units.keys().isdisjoint(words) and not any("-" in word for word in words):
        return tuple(found)
    before, after = _sides(language)
    for first, end, value, unit in _periods(words, language, numbers(tokens, language) if counted is None else counted):
        if unit not in _FORMS or _looks_back(words, end):
            continue
        led = any(
            (hit := before.longest(words, at)) is not None and at + hit[1] >= first - 1 and at + hit[1] <= first
            for at in range(max(first - _BEFORE, 0), first)
        )
        followed = any(after.longest(words, at) is not None for at in range(end, min(end + _AFTER, len(words))))
        if led or followed or _bare(language).longest(words, first) is not None:
            found.append(Grace(_FORMS[unit].format(value), first, end))
    return tuple(found)


def _periods(words: Sequence[str], language: str, counted: Sequence[Number]) -> list[tuple[int, int, int, str]]:
    units = time_units(language)
    found = []
    for number in counted:
        if number.value is not None and number.after < len(words):
            unit = units.get(words[number.after])
            if unit is not None and (not number.article or unit in ("W", "M")):
                found.append((number.first, number.after + 1, number.value, unit))
    for _, first, after in _bare(language).scan(words):
        unit = units.get(words[after]) if after < len(words) else None
        if unit is not None:
            found.append((first, after + 1, 1, unit))
    for index, word in enumerate(words):
        match = _HYPHENATED.fullmatch(word) if "-" in word else None
        unit = units.get(match[2]) if match else None
        if match is not None and unit is not None and match[1].isdigit():
            found.append((index, index + 1, int(match[1]), unit))
    return found


def _looks_back(words: Sequence[str], end: int) -> bool:
    """Whether the period counts backwards or forwards from something else: "two weeks later", "ten days ago"."""
    return end < len(words) and words[end] in _BACK


_BACK = frozenset(
    {
        "ago",
        "later",
        "earlier",
        "before",
        "after",
        "old",
        "alt",
        "spater",
        "zuvor",
        "plus",
        "auparavant",
        "despues",
        "antes",
        "назад",
        "спустя",
        "позже",
        "ранее",
    }
)
