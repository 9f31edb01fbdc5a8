"""Which printed lines are one row of a table on paper, whose cells run over several lines?

Told by space: the lines of one row stand closer to each other than rows do, and its cells differ in length. Only tables
whose columns hold posts apart from names are put together so; anything else stays line by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from legation.reading.columns import are_posts_apart, names_rank
from legation.reading.layout import Band, Piece, Row
from legation.vocabulary.honorifics import addressed

_CLOSER = 1.25
"""How much farther apart rows stand than the lines of one."""
_MOST_LINES = 6
_UNFINISHED = (",", "&", "-", "/", " and", " et", " und", " y", " e")


def rows_together(band: Band) -> list[Piece] | None:
    """The rows of a band, each as one line with tabs between its cells; `None` where its lines are its rows."""
    if len(band.starts) < 2 or len(band.rows) < 4:
        return None
    blocks = _blocks(band.rows)
    several = [block for block in blocks if len(block) > 1]
    if not several or len(blocks) < 2 or max(map(len, several)) > _MOST_LINES:
        return None
    cells = [_cells(block, band) for block in blocks]
    if any(_people(cell) > 1 for row in cells for cell in row) and not all(map(_is_of_one, cells)):
        return None
    ragged = sum(
        len({len(cell) for cell in row if cell}) > 1 or not all(row) for row in cells if max(map(len, row)) > 1
    )
    if ragged * 2 < len(several) or not are_posts_apart(_columns(cells)):
        return None
    return [line for row in cells for line in _lines(row)]


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that follow each other as closely as any do."""
    tops = [min(piece.y0 for piece in row) for row in rows]
    steps = [lower - upper for upper, lower in pairwise(tops)]
    closest = max(min(steps), 1.0)
    blocks = [[rows[0]]]
    for step, row in zip(steps, rows[1:], strict=True):
        if step > _CLOSER * closest:
            blocks.append([row])
        else:
            blocks[-1].append(row)
    return blocks


def _cells(block: Sequence[Row], band: Band) -> list[list[Piece]]:
    """The pieces of a row by its columns, from top to bottom."""
    held = [set(map(id, column)) for column in band.columns]
    return [[piece for row in block for piece in row if id(piece) in column] for column in held]


def _people(cell: Sequence[Piece]) -> int:
    """How many lines of a cell begin with an address: a second one is another person's, and no row of one."""
    return sum(addressed(piece.text) is not None for piece in cell)


def _is_of_one(row: Sequence[Sequence[Piece]]) -> bool:
    """Whether a row is one person's: nobody else is addressed in it, or a second one to whom no post belongs."""
    named = max(row, key=_people)
    if _people(named) < 2:
        return True
    beside = [cell for cell in row if cell is not named]
    posted = any(names_rank(piece.text) for cell in beside for piece in cell)
    alone = not any(names_rank(piece.text) for piece in named)
    return _people(named) == 2 and posted and alone and all(_posts(cell) < 2 for cell in beside)


def _posts(cell: Sequence[Piece]) -> int:
    """How many of a cell's lines begin something: a line that ends unfinished goes on in the next."""
    return len(cell) - sum(piece.text.endswith(_UNFINISHED) for piece in cell[:-1])


def _lines(row: Sequence[Sequence[Piece]]) -> list[Piece]:
    """A row as one line, and who is addressed below its person as a line behind it."""
    behind: list[Piece] = []
    own: list[list[Piece]] = []
    for cell in row:
        at = next((n for n, piece in enumerate(cell) if n and addressed(piece.text) is not None), len(cell))
        first = cell[0] if cell else None
        at = at if first is not None and addressed(first.text) is not None else len(cell)
        own.append(list(cell[:at]))
        behind += cell[at:]
    return [_one(own), *behind]


def _columns(cells: Sequence[Sequence[Sequence[Piece]]]) -> list[list[Piece]]:
    """Each column's cells as one line each."""
    width = len(cells[0])
    return [[_one([row[place]]) for row in cells if row[place]] or [_EMPTY] for place in range(width)]


_EMPTY = Piece(0.0, 0.0, 0.0, 0.0, 0.0, "")


def _one(cells: Sequence[Sequence[Piece]]) -> Piece:
    pieces = [piece for cell in cells for piece in cell]
    text = "\t".join(" ".join(piece.text for piece in cell) for cell in cells if cell)
    return Piece(
        min(piece.x0 for piece in pieces),
        min(piece.y0 for piece in pieces),
        max(piece.x1 for piece in pieces),
        max(piece.y1 for piece in pieces),
        pieces[0].size,
        text,
    )
