"""How many? Numbers in digits and words, with what softens them.

Reads a number where the tokens hold one and says how it is softened ("at least", "dozens of"). Whether it counts
persons is not decided here: that takes the noun that it stands by. Refuses decimals, times and percentages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from legation.language.tokens import Token, phrase, phrases
from legation.model.claims import CountModifier
from legation.model.quick import quick
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.press import number_words

_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f]\d{2,3})*[.,\u00a0\u202f]\d{3}")
_JOINERS = frozenset({"and", "und", "y", "et"})


@quick
@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens `first` to before `after`; `value` is `None` for dozens and hundreds."""

    value: int | None
    modifier: CountModifier | None
    first: int
    after: int
    article: bool = False
    """Whether it is an article that may mean one."""


@dataclass(frozen=True, slots=True)
class _Tables:
    words: Phrases[int]
    articles: Phrases[int]
    rounds: Phrases[int]
    modifiers: Phrases[str]
    starts: frozenset[str]
    """First words of all phrases: where none of them stands, there is no number in words."""


@cache
def _tables(language: str) -> _Tables:
    entries = number_words(language)

    def numbers_of(kind: str) -> Phrases[int]:
        return phrases((form, int(value)) for row, value, form in entries if row == kind)

    return _Tables(
        words=numbers_of("word"),
        articles=numbers_of("article"),
        rounds=numbers_of("about"),
        modifiers=phrases((form, value) for row, value, form in entries if row == "modifier"),
        starts=frozenset(phrase(form)[0] for _, _, form in entries),
    )


def digits(text: str) -> int | None:
    """The value of digits, with thousands grouped in any way (`4,00,000`, `1.200`); `None` for anything else."""
    if text.isascii() and text.isdigit():
        return int(text)
    return int(re.sub(r"\D", "", text)) if _GROUPED.fullmatch(text) else None


def numbers(tokens: Sequence[Token], language: str) -> tuple[Number, ...]:
    """Every number of these tokens, in order, longest reading first."""
    tables = _tables(language)
    words = [token.folded for token in tokens]
    starts = tables.starts
    found: list[Number] = []
    free = 0
    for index in [i for i, word in enumerate(words) if word in starts or word[0].isdigit() or "-" in word]:
        number = _number(tokens, words, index, tables) if index >= free else None
        if number is not None:
            found.append(number)
            free = number.after
    return tuple(found)


def _number(tokens: Sequence[Token], words: Sequence[str], index: int, tables: _Tables) -> Number | None:
    softened = tables.modifiers.longest(words, index)
    if softened is not None:
        modifier, after = cast(CountModifier, softened[0]), index + softened[1]
        if modifier in ("dozens", "hundreds"):
            return Number(None, modifier, index, after)
        rounded = tables.rounds.longest(words, after)
        if rounded is not None:
            return Number(rounded[0], modifier, index, after + rounded[1])
        plain = _plain(tokens, words, after, tables)
        return Number(plain[0], modifier, index, plain[1]) if plain is not None else None
    rounded = tables.rounds.longest(words, index)
    if rounded is not None:
        return Number(rounded[0], "about", index, index + rounded[1])
    plain = _plain(tokens, words, index, tables)
    if plain is not None:
        return Number(plain[0], None, index, plain[1])
    article = tables.articles.longest(words, index)
    return None if article is None else Number(article[0], None, index, index + article[1], article=True)


def _plain(tokens: Sequence[Token], words: Sequence[str], index: int, tables: _Tables) -> tuple[int, int] | None:
    """A number in digits or words at that place, and the place after it."""
    if index >= len(tokens):
        return None
    value = digits(tokens[index].text)
    if value is not None:
        follows = words[index + 1] if index + 1 < len(words) else ""
        return None if follows == "%" else (value, index + 1)
    return _in_words(words, index, tables)


def _in_words(words: Sequence[str], index: int, tables: _Tables) -> tuple[int, int] | None:
    """Hundreds, tens and ones: "two hundred and forty-five", "двадцать один"."""
    total, last, place = 0, 0, index
    while place < len(words):
        step = _step(words, place, tables)
        if step is None:
            if total and last >= 100 and words[place] in _JOINERS and _step(words, place + 1, tables) is not None:
                place += 1
                continue
            break
        value, after = step
        if value in (100, 1000) and 0 < total < value:
            total *= value
        elif total and value >= _room(last):
            break
        else:
            total += value
        last, place = value, after
    return (total, place) if total else None


def _room(last: int) -> int:
    """What may still be added after a number word: ones after tens, anything smaller after hundreds."""
    return 10 if 20 <= last < 100 else last if last >= 100 else 0


def _step(words: Sequence[str], place: int, tables: _Tables) -> tuple[int, int] | None:
    """One number word at that place; English tens and ones in one word ("forty-five") are one."""
    if place >= len(words):
        return None
    found = tables.words.longest(words, place)
    if found is not None:
        return found[0], place + found[1]
    tens, hyphen, ones = words[place].partition("-")
    if not hyphen:
        return None
    first, second = tables.words.whole((tens,)), tables.words.whole((ones,))
    if first is None or second is None or not (20 <= first < 100 and second < 10):
        return None
    return first + second, place + 1
