"""Which of the numbers in `3/4/2015` is the day? The list's own dates say it, else its language.

Where neither does, the day is taken to come first, as in most of the world, and the date is marked as uncertain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from legation.extraction.rosters.line_dates import Dated
from legation.model.dates import Edtf
from legation.model.documents import Block, Document

Order = Literal["day", "month", "unknown"]
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})\s?/\s?(\d{1,2})\s?/\s?(?:1[6-9]|20|21)\d\d(?!\d)")
_AMERICAN = re.compile(r"\bCounselors?\b|\bDefense\b|\bMinister-Counselor\b|\bOrganization of the Embassy\b")
_BRITISH = re.compile(r"\bCounsellors?\b|\bDefence\b")
_ENGLISH = ("en", "en-us", "fil")


def day_order(document: Document, languages: Sequence[str]) -> Order:
    """Which number comes first in a list's dates with slashes.

    Args:
        document: the list.
        languages: those of its words, the commonest first.
    """
    slashed = [block for block in document.blocks if "/" in block.text]
    pairs = [(int(found[1]), int(found[2])) for block in slashed for found in _SLASHED.finditer(block.text)]
    days = sum(first > 12 >= second for first, second in pairs)
    months = sum(second > 12 >= first for first, second in pairs)
    if days or months:
        return "month" if months > days else "day"
    return _by_language(document.blocks, document.languages, languages) if pairs else "day"


def _by_language(blocks: Sequence[Block], declared: Sequence[str], languages: Sequence[str]) -> Order:
    tags = [each.lower() for each in declared]
    if "en-us" in tags:
        return "month"
    if any(not each.startswith("en") or each != "en" for each in (*tags, *languages) if each not in _ENGLISH):
        return "day"
    text = "\n".join(block.text for block in blocks[:2000])
    american, british = len(_AMERICAN.findall(text)), len(_BRITISH.findall(text))
    if american != british:
        return "month" if american > british else "day"
    return "unknown"


def settled(dates: Iterable[Dated], order: Order) -> list[Dated]:
    """The dates of a person by the list's order; those that could be read either way are marked where nothing says."""
    return [replaced(each, order) if each.slashed else each for each in dates]


def replaced(dated: Dated, order: Order) -> Dated:
    """A date that was read with the day first, as the list means it."""
    return dated._replace(date=by_order(dated.date, order))


def by_order(date: Edtf, order: Order) -> Edtf:
    """A day that was read with the day first, as the list means it; one that reads in one way only stays."""
    year, month, day = (int(part) for part in date.text.split("-"))
    if order == "day" or day > 12 or day == month:
        return date
    if order == "month":
        return Edtf.parse(f"{year:04d}-{day:02d}-{month:02d}")
    return Edtf.parse(f"{date.text}?")
