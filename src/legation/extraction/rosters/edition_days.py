"""Of which day is an edition? Given, printed, in the file's name, or the archive's, in that order.

A date beside a person is never the edition's; where nothing says a day, the edition has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.extraction.rosters.line_dates import is_slashed
from legation.extraction.rosters.slash_days import Order, by_order
from legation.language.printed_dates import day_in_name, find_dates, whole_date
from legation.model.dates import Edtf
from legation.model.documents import Block, Document
from legation.model.listings import AsOfBasis
from legation.model.sources import Given
from legation.vocabulary.cities import City, cities_within
from legation.vocabulary.folding import fold, fold_spans
from legation.vocabulary.headings import edition_words, heading_words
from legation.vocabulary.press import folded, seasons

_SEASON = re.compile(r"(?P<season>[^\W\d_]+),?\s+(?P<year>(?:19|20)\d\d)\s*$")
_OPENING = 60
_CLOSING = 12
_LONGEST_COVER = 100


def as_of(
    document: Document, given: Given, *, name: str, listed: frozenset[int], order: Order
) -> tuple[Edtf | None, AsOfBasis]:
    """The day that the edition speaks of, and what says so.

    Args:
        document: the list.
        given: what the reporter said.
        name: the file's name.
        listed: starts of the blocks on which people stand; a date beside a person is not the edition's.
        order: which number comes first in dates with slashes.
    """
    if given.as_of is not None:
        return given.as_of, "given"
    printed = _printed(document, listed, order)
    if printed is not None:
        return printed, "printed"
    named = day_in_name(name) if name else None
    if named is not None:
        return named, "file-name"
    if given.captured_at is not None:
        return Edtf.of_day(given.captured_at.date()), "archive"
    return None, "none"


def _printed(document: Document, listed: frozenset[int], order: Order) -> Edtf | None:
    """The date after an edition's words at the list's beginning, end or margins, or alone on a line of its cover.

    Alone is also what stands behind the place, as over a letter, or behind the list's own name.
    """
    blocks = [block for block in _edges(document) if block.start not in listed]
    for block in blocks:
        said = _after_words(block.text, order)
        if said is not None:
            return said
    first = min(listed, default=len(document.text))
    cover = [block for block in blocks if block.start < first and len(block.text) < _LONGEST_COVER]
    for block in cover:
        date = _date_alone(block.text) or _behind_name(block.text)
        if date is not None and len(date.text) > 4:
            return by_order(date, order) if is_slashed(block.text) else date
    return None


def _date_alone(text: str) -> Edtf | None:
    """The date that a line, or the last of its columns, is."""
    return whole_date(text) or (whole_date(text.rpartition("\t")[2]) if "\t" in text else None)


def _behind_name(text: str) -> Edtf | None:
    """The date or the season that ends a line of which the rest calls itself a list, or is a city as over a letter."""
    before, date = _dated_last(text)
    words = fold(before)
    if date is None or heading_words("list") & set(words) or dateline_city(text) is not None:
        return date
    return date if not words else None


def dateline_city(text: str) -> City | None:
    """The city of a line such as `Roma, gennaio 2018`."""
    before, date = _dated_last(text)
    words = fold(before)
    if date is None or not before.endswith(","):
        return None
    return next((each.city for each in cities_within(words) if (each.first, each.stop) == (0, len(words))), None)


def _dated_last(text: str) -> tuple[str, Edtf | None]:
    """What stands before the one date or season that ends a line, and that."""
    found = find_dates(text)
    if not found:
        date, start = _season_ending(text)
        return text[:start].rstrip(), date
    ends = len(found) == 1 and not fold(text[found[0].end :])
    return text[: found[0].start].rstrip(), found[0].date if ends else None


def _season_ending(text: str) -> tuple[Edtf | None, int]:
    """The season with its year that ends a line, as lists that come out quarterly have it, and where it begins."""
    last = _SEASON.search(text)
    season = seasons().get(folded(last["season"])) if last is not None else None
    if last is None or season is None:
        return None, len(text)
    return Edtf.parse(f"{last['year']}-{season}"), last.start()


def _edges(document: Document) -> Iterator[Block]:
    seen: set[int] = set()
    first = (block for block in document.blocks if block.page in (None, 1, 2))
    opening = [block for _, block in zip(range(_OPENING), first, strict=False)]
    margins = [block for block in document.blocks[:4000] if block.kind in ("header", "footer")][:_OPENING]
    for block in (*opening, *document.blocks[-_CLOSING:], *margins):
        if block.start not in seen:
            seen.add(block.start)
            yield block


def _after_words(text: str, order: Order) -> Edtf | None:
    for found in find_dates(text):
        words = tuple(word for word, _, _ in fold_spans(text[: found.start]))
        if any(edition_words().whole(words[-length:]) is not None for length in range(1, min(len(words), 6) + 1)):
            slashed = is_slashed(text[found.start : found.end])
            return by_order(found.date, order) if slashed else found.date
    return None
