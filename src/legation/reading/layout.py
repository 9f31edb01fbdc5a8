"""How do the printed pieces of a page follow each other?

Pieces of text with their boxes become printed lines in reading order: pieces of one line are joined, columns are read
one after the other, forms and tables row by row. Nothing here reads the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

WORD_GAP = 0.8
"""Widest gap between two words of one run, in type sizes; wider ones may be the gap between columns or cells."""
CELL_GAP = 1.5
"""From this gap on, in type sizes, two pieces of one line are joined by a tab, not by a space."""
COLUMN_LINES = 3
"""Lines that have to start at one place, each with something to its left, before it counts as a column's edge."""
EVEN = 1.3
"""Widest column over the narrowest one, where columns of running text are even."""
HALF = (0.38, 0.62)
"""Where the second of two even columns starts, as a share of the printed width."""
_EDGE = 2.0
"""Points by which the left edges of one column differ."""


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
    beside = [*(_share_height(upper[0], lower[0]) for upper, lower in pairwise(rows)), False]
    for index, row in enumerate(rows):
        above = rows[index - 1] if index and beside[index - 1] else ()
        below = rows[index + 1] if beside[index] else ()
        if len(row) == 1 and not above and not below:
            continue
        around = [*row, *above, *below]
        for piece in row:
            limit = piece.x0 - piece.size * WORD_GAP
            if any(other.x1 <= limit and _share_height(piece, other) for other in around):
                edges[round(piece.x0)] += 1
    return edges


def _share_height(one: Piece, other: Piece) -> bool:
    """Whether a quarter of the first piece's height or more is beside the other."""
    _, top, _, bottom, _, _ = one
    shared = (bottom if bottom < other.y1 else other.y1) - (top if top > other.y0 else other.y0)
    return shared * 4 > bottom - top


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


def reading_order(rows: Sequence[Row], edges: Sequence[float], right: float) -> list[Piece]:
    """The printed lines of a page in the order in which they are read.

    Args:
        rows: the page's rows.
        edges: left edges that columns of the document have.
        right: right end of the printed width.
    """
    if not edges or (all(len(row) == 1 for row in rows) and not _staggered(rows)):
        return [_joined(row) for row in rows]
    opened = _open_edges(rows, edges)
    lines: list[Piece] = []
    start = 0
    for index in range(1, len(rows) + 1):
        if index == len(rows) or opened[index] != opened[start]:
            lines.extend(_band(rows[start:index], opened[start], right))
            start = index
    return lines


def _staggered(rows: Sequence[Row]) -> bool:
    """Whether neighbouring rows overlap: two columns whose lines stand at different heights."""
    return any(_share_height(lower[0], upper[0]) and not _over(upper[0], lower[0]) for upper, lower in pairwise(rows))


def _over(first: Piece, second: Piece) -> bool:
    return first.x0 < second.x1 and second.x0 < first.x1


def _open_edges(rows: Sequence[Row], edges: Sequence[float]) -> list[tuple[float, ...]]:
    """For each row the edges that are columns there: no piece crosses them, and both sides are printed."""
    opened: list[tuple[float, ...]] = [()] * len(rows)
    for edge in edges:
        begin = edge - _EDGE
        start = 0
        while start < len(rows):
            left, first, stop = False, -1, start
            for row in rows[start:]:
                if any(x0 < begin and x1 > edge for x0, _, x1, *_ in row):
                    break
                left = left or row[0].x0 < begin
                if first < 0 and any(begin <= piece.x0 <= edge + _EDGE for piece in row):
                    first = stop
                stop += 1
            if left and first >= 0:
                opened[first:stop] = [(*row, edge) for row in opened[first:stop]]
            start = stop + 1
    return opened


def _band(rows: Sequence[Row], edges: tuple[float, ...], right: float) -> list[Piece]:
    """Rows between which the same column edges are open."""
    if not edges:
        return [_joined(row) for row in rows]
    left = min(row[0].x0 for row in rows)
    starts = [left, *(edge for edge in edges if edge > left + _EDGE)]
    columns: list[list[Piece]] = [[] for _ in starts]
    for row in rows:
        for piece in row:
            columns[max(bisect_right(starts, piece.x0 + _EDGE) - 1, 0)].append(piece)
    if len(starts) > 1 and _is_running_text(columns, starts, right):
        return [_joined(row) for column in columns if column for row in rows_of(column)]
    return [_joined(row) for row in rows]


def _is_running_text(columns: Sequence[Sequence[Piece]], starts: Sequence[float], right: float) -> bool:
    """Whether columns are read from top to bottom: as wide as each other, and alike in what they hold.

    Labels with their values and the cells of a table are read row by row instead: their columns differ in width, one
    ends in colons, or one holds figures and another none.
    """
    if any(not column for column in columns):
        return False
    if len(starts) == 2:
        share = (starts[1] - starts[0]) / max(right - starts[0], 1.0)
        even = HALF[0] <= share <= HALF[1]
    else:
        pitches = [second - first for first, second in pairwise(starts)]
        even = max(*pitches, right - starts[-1]) <= EVEN * min(pitches)
    if not even:
        return False
    figures = [_share(column, lambda text: any(sign.isdigit() for sign in text)) for column in columns]
    labels = [_share(column, lambda text: text.rstrip().endswith(":")) for column in columns]
    return max(figures) - min(figures) < 0.6 and max(labels[:-1]) < 0.3


def _share(column: Sequence[Piece], test: Callable[[str], bool]) -> float:
    return sum(1 for piece in column if test(piece.text)) / len(column)


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
