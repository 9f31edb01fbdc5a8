"""Which day, month or year does a printed text name? Absolute dates in the languages of lists, as EDTF.

Reads what stands there and nothing into it: a day that the calendar doesn't have is no date, relative words are none.
`3/4/2015` is read with the day first unless the reader of the whole list says otherwise.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from legation.errors import DateError
from legation.model.dates import Edtf, Precision
from legation.vocabulary.cldr import months
from legation.vocabulary.folding import fold_word

_ORDINAL = r"(?:st|nd|rd|th|er|ère|re|º|°|ª|\.|-го|-е|e)?"
_OF = r"(?:de\s+|del\s+|d['’]\s*|of\s+|the\s+)?"
_WORD = r"[^\W\d_]{3,12}"
_YEAR = r"(?:1[6-9]|20|21)\d\d"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", re.compile(rf"(?<!\d)({_YEAR})-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d\S*)?)?(?![\d-])")),
    ("year-first", re.compile(rf"(?<![\d./-])({_YEAR})([./])\s?(\d{{1,2}})\2\s?(\d{{1,2}})(?!\d)")),
    ("han", re.compile(rf"({_YEAR})\s*年\s*(\d{{1,2}})\s*月(?:\s*(\d{{1,2}})\s*日)?")),
    ("numbers", re.compile(rf"(?<![\d./-])(\d{{1,2}})\s?([./-])\s?(\d{{1,2}})\s?\2\s?({_YEAR})(?!\d)")),
    (
        "day-word",
        re.compile(rf"(?<!\d)(\d{{1,2}}){_ORDINAL}[\s-]*{_OF}({_WORD})\.?,?[\s-]+(?:de\s+|del\s+)?({_YEAR})(?!\d)"),
    ),
    ("word-day", re.compile(rf"({_WORD})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+({_YEAR})(?!\d)")),
    ("year-word", re.compile(rf"(?<!\d)({_YEAR})(?:\.|\s+m\.)\s+({_WORD})\.?(?:\s+(\d{{1,2}})(?!\d)\.?)?")),
    ("word", re.compile(rf"({_WORD})\.?,?\s+(?:de\s+|del\s+|of\s+)?({_YEAR})(?!\d)")),
    ("short", re.compile(rf"(?<![\d./-])(\d{{1,2}})[./]({_YEAR})(?!\d)")),
)
_PLAIN = dict(_PATTERNS)["numbers"]
_YEARS = re.compile(r"\d{4}")
_YEAR_ALONE = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
_HAS_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)|{_YEAR}-?\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date inside a text, with the place of its first code point and the one after its last."""

    date: Edtf
    start: int
    end: int


def month_number(word: str) -> int | None:
    """The month that a word names in any of the languages of lists, `None` for no month."""
    return months().get(fold_word(word).rstrip("."))


def find_date(text: str, *, month_first: bool = False) -> FoundDate | None:
    """The first date with a day or month in a text; a year alone doesn't count."""
    return next(iter(find_dates(text, month_first=month_first)), None)


@lru_cache(maxsize=16384)
def find_dates(text: str, *, month_first: bool = False) -> tuple[FoundDate, ...]:
    """All dates with a day or a month in a text, from left to right."""
    if len(text) < 6:
        return ()
    plain = _PLAIN.search(text)
    if plain is not None and len(_YEARS.findall(text)) == 1:
        date = _read("numbers", plain, month_first)
        return (FoundDate(date=date, start=plain.start(), end=plain.end()),) if date is not None else ()
    if plain is None and _HAS_YEAR.search(text) is None:
        return ()
    found: list[FoundDate] = []
    for each in _candidates(text, month_first):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return tuple(sorted(found, key=lambda each: each.start))


def whole_date(text: str, *, month_first: bool = False) -> Edtf | None:
    """The date that a text is and nothing else: a cell, a bracket's content; a year alone counts here."""
    bare = text.strip(" \t\xa0.,;:()[]")
    found = find_dates(bare, month_first=month_first)
    if len(found) == 1 and not any(map(str.isalnum, bare[: found[0].start] + bare[found[0].end :])):
        return found[0].date
    return _edtf(bare) if _YEAR_ALONE.fullmatch(bare) else None


def day_in_name(name: str) -> Edtf | None:
    """The date that a file's name carries: `2022-04-26.pdf`, `list_20220426.pdf`, `2022_04_26`."""
    for found in re.finditer(rf"(?<!\d)({_YEAR})[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)", name):
        date = _edtf("-".join(found.groups()))
        if date is not None:
            return date
    in_words = find_date(re.sub(r"[_]+", " ", name))
    return in_words.date if in_words is not None else None


def _candidates(text: str, month_first: bool) -> Iterator[FoundDate]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            date = _read(kind, match, month_first)
            if date is not None:
                yield FoundDate(date=date, start=match.start(), end=match.end())


def _read(kind: str, match: re.Match[str], month_first: bool) -> Edtf | None:
    groups = match.groups()
    if kind in ("iso", "han"):
        year, month, day = groups
        return _dated(int(year), int(month), int(day) if day else None)
    if kind == "year-first":
        year, _, month, day = groups
        return _dated(int(year), int(month), int(day))
    if kind == "numbers":
        first, _, second, year = groups
        return _numbers(int(first), int(second), int(year), month_first and match.group(2) == "/")
    if kind == "day-word":
        return _named(groups[1], int(groups[2]), int(groups[0]))
    if kind == "word-day":
        return _named(groups[0], int(groups[2]), int(groups[1]))
    if kind == "year-word":
        if groups[2] is None and groups[1].istitle():
            return None  # a new sentence: `in 2018. May said`
        return _named(groups[1], int(groups[0]), int(groups[2]) if groups[2] else None)
    if kind == "word":
        return _named(groups[0], int(groups[1]), None)
    return _dated(int(groups[1]), int(groups[0]), None)


def _numbers(first: int, second: int, year: int, month_first: bool) -> Edtf | None:
    if first <= 12 and (month_first or second > 12):
        return _dated(year, first, second)
    return _dated(year, second, first)


def _named(word: str, year: int, day: int | None) -> Edtf | None:
    month = month_number(word)
    return _dated(year, month, day) if month is not None else None


@lru_cache(maxsize=16384)
def _dated(year: int, month: int, day: int | None) -> Edtf | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return _edtf(f"{year:04d}-{month:02d}")
    try:
        return Edtf.of_day(datetime.date(year, month, day))
    except ValueError:
        return None


def _edtf(text: str) -> Edtf | None:
    try:
        return Edtf.parse(text)
    except DateError:
        return None


def is_day(date: Edtf) -> bool:
    """Whether a date names one day."""
    return date.precision is Precision.DAY
