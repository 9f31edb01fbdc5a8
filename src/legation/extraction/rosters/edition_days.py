"""Of which day is an edition? Given, printed, in the file's name, or the archive's, in that order.

A date beside a person is never the edition's; where nothing says a day, the edition has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.extraction.rosters.line_dates import is_slashed
from legation.extraction.rosters.slash_days import Order, by_order
from legation.language.printed_dates import day_in_name, find_dates, whole_date
from legation.model.dates import Edtf
from legation.model.documents import Block, Document
from legation.model.listings import AsOfBasis
from legation.model.sources import Given
from legation.vocabulary.folding import fold_spans
from legation.vocabulary.headings import edition_words

_OPENING = 60
_CLOSING = 12


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
    """The date after an edition's words at the list's beginning, end or margins, or alone on a line of its cover."""
    blocks = [block for block in _edges(document) if block.start not in listed]
    for block in blocks:
        said = _after_words(block.text, order)
        if said is not None:
            return said
    first = min(listed, default=len(document.text))
    cover = [block for block in blocks if block.start < first and len(block.text) < 60]
    for block in cover:
        date = whole_date(block.text)
        if date is not None and len(date.text) > 4:
            return by_order(date, order) if is_slashed(block.text) else date
    return None


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
