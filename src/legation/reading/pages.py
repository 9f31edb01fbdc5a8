"""How do the printed pages of a file become lines in the order in which they are read?

All pages are taken together: columns are those of the whole document, and lines that come back on each page are its
running headers and footers.
"""

from __future__ import annotations

from collections import Counter
from math import floor
from typing import NamedTuple

from legation.model.documents import BlockKind
from legation.reading.columns import running_columns
from legation.reading.layout import (
    COLUMN_LINES,
    Piece,
    bands_of,
    column_edges,
    reading_order,
    strong_edges,
    without_indents,
)
from legation.reading.lines import Draft
from legation.reading.running import running_lines
from legation.reading.wrapped import rows_together

_UNPRINTED = dict.fromkeys((*range(9), *range(10, 32), *range(127, 160), 65279, 65534, 65535))


class Page(NamedTuple):
    """What is printed on a page, in points from its top left corner."""

    width: float
    height: float
    rows: list[list[Piece]]
    sideways: list[Piece]
    """What runs along another direction."""
    pictured: bool = False
    """Whether the page holds a picture and no text."""
    turns: int = 0
    """Quarters, clockwise, by which it was turned to be read; boxes are given as it lies in the file."""


def page_drafts(pages: list[Page]) -> list[Draft]:
    """Lines of all pages; columns are those of the whole document, so that a page with few lines keeps them."""
    edges: Counter[int] = Counter()
    own: list[Counter[int]] = []
    for page in pages:
        found = column_edges(page.rows)
        own.append(found)
        edges.update(found)
    common = strong_edges(edges, max(COLUMN_LINES, len(pages)))
    bands = [
        bands_of(page.rows, without_indents(_merged(strong_edges(found), common, found), page.rows))
        for page, found in zip(pages, own, strict=True)
    ]
    running = running_columns((band for some in bands for band in some), _right(pages))
    lines = [
        reading_order(some, running, rows_together) + page.sideways for page, some in zip(pages, bands, strict=True)
    ]
    kinds = running_lines([(page.height, order) for page, order in zip(pages, lines, strict=True)])
    drafts: list[Draft] = []
    for number, (page, order) in enumerate(zip(pages, lines, strict=True), start=1):
        outer = kinds.get(number, {})
        if page.turns:
            order = [_as_it_lies(line, page) for line in order]
        first = [place for place, kind in outer.items() if kind == "header"]
        last = [place for place, kind in outer.items() if kind == "footer"]
        drafts.extend(_draft(order[place], number, "header") for place in sorted(first))
        drafts.extend(_draft(line, number, "paragraph") for place, line in enumerate(order) if place not in outer)
        drafts.extend(_draft(order[place], number, "footer") for place in sorted(last))
    return drafts


def _right(pages: list[Page]) -> float:
    """Where the printed width ends: at the longest line, or as far from the edge as lines start on the left."""
    extents = [(row[0].x0, max(piece.x1 for piece in row)) for page in pages for row in page.rows]
    if not extents:
        return 0.0
    margin = min(left for left, _ in extents)
    return max(max(right for _, right in extents), max(page.width for page in pages) - margin)


def _merged(strong: list[float], common: list[float], found: Counter[int]) -> list[float]:
    """A page's own column edges, and those of the document that at least one of its pieces has."""
    weak = [edge for edge in common if any(abs(edge - one) <= 2 for one in found)]
    edges: list[float] = []
    for edge in sorted([*strong, *weak]):
        if not edges or edge - edges[-1] > 2:
            edges.append(edge)
    return edges


def _as_it_lies(piece: Piece, page: Page) -> Piece:
    x0, y0, x1, y1, size, text = piece
    if page.turns == 1:
        return Piece(y0, page.width - x1, y1, page.width - x0, size, text)
    if page.turns == 2:
        return Piece(page.width - x1, page.height - y1, page.width - x0, page.height - y0, size, text)
    return Piece(page.height - y1, x0, page.height - y0, x1, size, text)


def _draft(piece: Piece, page: int, kind: BlockKind) -> Draft:
    x0, y0, x1, y1, size, text = piece
    if not text.isprintable():
        text = text.translate(_UNPRINTED)
    # As `round` does to one place, in a tenth of its time.
    box = (floor(x0 * 10 + 0.5) / 10, floor(y0 * 10 + 0.5) / 10, floor(x1 * 10 + 0.5) / 10, floor(y1 * 10 + 0.5) / 10)
    return Draft(kind, text, None, page, box, None, None, size)
