"""How do the printed pieces of a page follow each other?

Pieces of text with their boxes become printed lines in reading order: pieces of one line are joined, columns are read
one after the other, forms and tables row by row. Nothing here reads the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

WORD_GAP = 0.8
"""Widest gap between two words of one run, in type sizes; wider ones may be the gap between columns or cells."""
CELL_GAP = 1.5
"""From this gap on, in type sizes, two pieces of one line are joined by a tab, not by a space."""
COLUMN_LINES = 3
"""Lines that have to start at one place, each with something to its left, before it counts as a column's edge."""
LEADING = 0.9
"""Least distance of two lines of one column, in heights of a line."""
_EDGE = 2.0
"""Points by which the left edges of one column differ."""
_INDENT = 36.0
"""Points by which lines of a column may be indented."""


class Piece(NamedTuple):
    """Text that was set in one go, or a line of such pieces; points, origin top left."""

    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    text: str


Row = list[Piece]


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """Pieces that stand side by side, from top to bottom, each row from left to right."""
    rows: list[Row] = []
    top = bottom = 0.0
    for piece in sorted(pieces, key=lambda one: one.y0 + one.y1):
        height = min(piece.y1 - piece.y0, bottom - top) if rows else 0.0
        if rows and min(bottom, piece.y1) - max(top, piece.y0) >= height / 2:
            rows[-1].append(piece)
            continue
        rows.append([piece])
        top, bottom = piece.y0, piece.y1
    for row in rows:
        if len(row) > 1:
            row.sort()
    return rows


def column_edges(rows: Sequence[Row]) -> Counter[int]:
    """Left edges, in whole points, of pieces that have a neighbor to their left, with how many have each."""
    edges: Counter[int] = Counter()
    beside = [*(_beside(upper[0], lower[0]) for upper, lower in pairwise(rows)), False]
    for index, row in enumerate(rows):
        above = rows[index - 1] if index and beside[index - 1] else ()
        below = rows[index + 1] if beside[index] else ()
        if len(row) == 1 and not above and not below:
            continue
        around = [*row, *above, *below]
        for piece in row:
            limit = piece.x0 - piece.size * WORD_GAP
            if any(other.x1 <= limit and _beside(piece, other) for other in around):
                edges[round(piece.x0)] += 1
    return edges


def _beside(one: Piece, other: Piece) -> bool:
    """Whether two pieces stand closer to one height than two lines of one column can."""
    _, top, _, bottom, _, _ = one
    return abs(top + bottom - other.y0 - other.y1) < LEADING * 2 * (bottom - top)


def strong_edges(edges: Counter[int], least: int = COLUMN_LINES) -> list[float]:
    """Edges that enough pieces share, from left to right; edges within two points are one."""
    found: list[tuple[float, int]] = []
    for edge in sorted(edges):
        count = edges[edge]
        if found and edge - found[-1][0] <= _EDGE:
            found[-1] = (found[-1][0], found[-1][1] + count)
        else:
            found.append((edge, count))
    return [edge for edge, count in found if count >= least]


def without_indents(edges: Sequence[float], rows: Sequence[Row]) -> list[float]:
    """Edges of columns without those at which lines of the column before are only indented.

    Between two columns both sides are printed in one row; an indented line never stands beside one of its own column.
    """
    kept: list[float] = []
    for edge in edges:
        before = kept[-1] if kept else None
        if before is None or edge - before > _INDENT or _stand_beside(before, edge, rows):
            kept.append(edge)
    return kept


def _stand_beside(left: float, right: float, rows: Sequence[Row]) -> bool:
    for row in rows:
        starts = [piece.x0 for piece in row]
        if any(left - _EDGE <= x < right - _EDGE for x in starts) and any(abs(x - right) <= _EDGE for x in starts):
            return True
    return False


class Band(NamedTuple):
    """Rows of a page between which the same columns stand side by side; without columns, where `starts` is empty."""

    rows: list[Row]
    starts: tuple[float, ...]
    """Where the columns start, the leftmost too."""
    columns: tuple[tuple[Piece, ...], ...]


def bands_of(rows: Sequence[Row], edges: Sequence[float]) -> list[Band]:
    """The bands of a page from top to bottom.

    Args:
        rows: the page's rows.
        edges: left edges that columns of the document have.
    """
    if not edges or (all(len(row) == 1 for row in rows) and not _staggered(rows)):
        return [Band(list(rows), (), ())] if rows else []
    opened = _open_edges(rows, edges)
    bands: list[Band] = []
    start = 0
    for index in range(1, len(rows) + 1):
        if index == len(rows) or opened[index] != opened[start]:
            bands.append(_band(list(rows[start:index]), opened[start]))
            start = index
    return bands


def reading_order(
    bands: Iterable[Band],
    running: Collection[tuple[float, ...]],
    together: Callable[[Band], list[Piece] | None] = lambda band: None,
) -> list[Piece]:
    """The printed lines of a page in the order in which they are read.

    Args:
        bands: the page's bands.
        running: starts of columns that are read from top to bottom; others are read row by row.
        together: gives the rows of a band whose rows are more than a line each, else `None`.
    """
    lines: list[Piece] = []
    for band in bands:
        if band.starts and band.starts[1:] in running:
            lines.extend(_joined(row) for column in band.columns for row in rows_of(column))
        elif (rows := together(band)) is not None:
            lines.extend(rows)
        else:
            lines.extend(row[0] if len(row) == 1 else _joined(row) for row in band.rows)
    return lines


def _staggered(rows: Sequence[Row]) -> bool:
    """Whether neighbouring rows overlap: two columns whose lines stand at different heights."""
    return any(_beside(lower[0], upper[0]) and not _over(upper[0], lower[0]) for upper, lower in pairwise(rows))


def _over(first: Piece, second: Piece) -> bool:
    return first.x0 < second.x1 and second.x0 < first.x1


def _open_edges(rows: Sequence[Row], edges: Sequence[float]) -> list[tuple[float, ...]]:
    """For each row the edges that are columns there: no piece crosses them, and both sides are printed."""
    opened: list[tuple[float, ...]] = [()] * len(rows)
    spans = [[(piece.x0, piece.x1) for piece in row] for row in rows]
    for edge in edges:
        begin, end = edge - _EDGE, edge + _EDGE
        start = 0
        while start < len(rows):
            left, first, stop = False, -1, start
            for row in spans[start:]:
                if any(x0 < begin and x1 > edge for x0, x1 in row):
                    break
                left = left or row[0][0] < begin
                if first < 0 and any(begin <= x0 <= end for x0, _ in row):
                    first = stop
                stop += 1
            if left and first >= 0:
                opened[first:stop] = [(*row, edge) for row in opened[first:stop]]
            start = stop + 1
    return opened


def _band(rows: list[Row], edges: tuple[float, ...]) -> Band:
    left = min(row[0].x0 for row in rows)
    starts = (left, *(edge for edge in edges if edge > left + _EDGE))
    if len(starts) < 2:
        return Band(rows, (), ())
    columns: list[list[Piece]] = [[] for _ in starts]
    for row in rows:
        for piece in row:
            columns[max(bisect_right(starts, piece.x0 + _EDGE) - 1, 0)].append(piece)
    return Band(rows, starts, tuple(tuple(column) for column in columns))


def _joined(row: Row) -> Piece:
    """The pieces of one line as one: a tab stands for a wide gap, a space for a narrow one."""
    if len(row) == 1:
        return row[0]
    text = row[0].text
    for before, piece in pairwise(row):
        gap = piece.x0 - before.x1
        text += ("\t" if gap >= CELL_GAP * min(before.size, piece.size) else " ") + piece.text
    return Piece(
        row[0].x0,
        min(piece.y0 for piece in row),
        max(piece.x1 for piece in row),
        max(piece.y1 for piece in row),
        max(row, key=lambda piece: len(piece.text)).size,
        text,
    )
