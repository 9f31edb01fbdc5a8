"""Which dates stand on a line, with the words and brackets that belong to them, and which stretches are left?

A date says what it is only where words before it do; otherwise it is a printed date.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from legation.extraction.rosters.titles import ranks_in
from legation.language.printed_dates import find_dates
from legation.model.dates import Edtf
from legation.model.listings import DateKind
from legation.vocabulary.folding import fold, fold_spans
from legation.vocabulary.headings import date_words, edition_words

Span = tuple[int, int]
_MOST_WORDS = 7
_MOST_BRACKETED = 5
_BEHIND = re.compile(r"\s?(?:г\.|года?|году|р\.|року|роки)(?![^\W\d_])")
"""The word for a year, which stands behind it in some languages."""
_YEAR_FIRST = re.compile(r"\d{4}")
_LEADER = re.compile(r"\s*(?:[.…_·]\s?){4,}$")
"""Dots that lead to what stands at the line's end."""
_JOINTS = " \t\xa0,;:–—-|"


class Dated(NamedTuple):
    """A date on a line: what the line says it is, and the span it takes with its words and brackets."""

    date: Edtf
    kind: DateKind
    span: Span
    slashed: bool = False
    """Whether it is printed as `3/4/2015`, which can be read with the day or the month first."""


@lru_cache(maxsize=32768)
def dates_on(text: str) -> tuple[Dated, ...]:
    """The dates of a line, each with its words (`in post since`) and brackets."""
    found = []
    for each in find_dates(text):
        start, end = each.start, each.end
        slashed = is_slashed(text[start:end])
        kind: DateKind | None = None
        if not text[:start].rstrip().endswith(("(", "[")):
            kind, start = _words_before(text, start)
        end += len(behind[0]) if (behind := _BEHIND.match(text, end)) else 0
        opening, closing = text[:start].rstrip(), text[end:].lstrip()
        bracket = _opened(opening) if closing.startswith((")", "]")) else None
        if bracket is not None:
            start, end = bracket, len(text) - len(closing) + 1
        found.append(Dated(date=each.date, kind=kind or "printed", span=(start, end), slashed=slashed))
    return tuple(found)


def is_slashed(text: str) -> bool:
    """Whether a date is printed in numbers with slashes."""
    return text.count("/") == 2 and _YEAR_FIRST.match(text.strip()) is None


def _opened(before: str) -> int | None:
    """Where the bracket opens whose few words a date ends; `None` where it holds a rank, or none is open."""
    at = max(before.rfind("("), before.rfind("["))
    words = fold(before[at + 1 :])
    return at if at >= 0 and len(words) <= _MOST_BRACKETED and not ranks_in(words) else None


def _words_before(text: str, start: int) -> tuple[DateKind | None, int]:
    """What words right before a date say that it is, and where they begin."""
    before = fold_spans(text[:start])
    words = tuple(word for word, _, _ in before)
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        kind = date_words().whole(words[-length:])
        if kind is not None:
            return kind, before[-length][1]
    return None, start


def is_edition_line(text: str) -> bool:
    """Whether a line says nothing but of which day the edition is."""
    found = find_dates(text)
    if len(found) != 1:
        return False
    before = fold(text[: found[0].start])
    return edition_words().whole(before) is not None and len(fold(text[found[0].end :])) <= 2


def without_edition(text: str) -> str:
    """A heading without the bracket that says of which day the edition is: `Diplomatic staff (as of 3 May 2019)`."""
    at = text.rfind("(")
    return text[:at].rstrip() if at > 0 and text.rstrip().endswith(")") and is_edition_line(text[at:]) else text


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without separators and white space at its ends, and without the dots that lead from it."""
    while start < end and text[start] in _JOINTS:
        start += 1
    while end > start and text[end - 1] in _JOINTS:
        end -= 1
    leader = _LEADER.search(text, start, end)
    return trimmed(text, start, leader.start()) if leader is not None else (start, end)
