"""Which row and column does a cell of an HTML table stand in, when cells before it span several?"""

from __future__ import annotations

from legation.model.documents import Cell

_WIDEST = 1000
_TALLEST = 65534
"""The most columns and rows that a cell may span, as browsers have it (HTML, attributes common to td and th)."""


class Grid:
    """The places of one table that are taken."""

    def __init__(self, table: int) -> None:
        self._table = table
        self._row = -1
        self._column = 0
        self._taken: dict[int, int] = {}
        """For each column the row up to which a cell above reaches, exclusive."""

    def begin_row(self) -> None:
        """Go to the next row."""
        self._row += 1
        self._column = 0

    def place(self, rowspan: str | None, colspan: str | None) -> Cell:
        """Take the next free place of the row: table, row and column, each from 0."""
        if self._row < 0:
            self.begin_row()
        while self._column < _WIDEST and self._taken.get(self._column, 0) > self._row:
            self._column += 1
        at = self._column
        rows = _span(rowspan, _TALLEST) if rowspan else 1
        width = _span(colspan, _WIDEST) if colspan else 1
        if rows > 1:
            # Beyond the widest span nothing is kept free: a page made of spans would take time by their square.
            for column in range(at, min(at + width, _WIDEST)):
                self._taken[column] = self._row + rows
        self._column = at + width
        return (self._table, self._row, at)


def _span(text: str, most: int) -> int:
    """How many places an attribute names; what is no number is one."""
    digits = text.strip()
    return min(max(int(digits), 1), most) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1
