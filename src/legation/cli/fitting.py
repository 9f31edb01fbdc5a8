"""How do rows fit the width of a terminal? As a table where no word need be broken, else one row below the other.

Ids, dates and names of files are never cut in two where the width allows, so that they can be copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

GAP = "  "
INDENT = "    "
BETWEEN = " · "
LONGEST_WORD = 44
"""Columns from which on a single word, such as an address, is broken."""
MOST_LINES = 3.0
"""Lines that a row of a table may take on average; beyond that, columns are too narrow to be read."""

Cells = Sequence[str]


def fitted(header: Cells, rows: Sequence[Cells], width: int) -> Iterator[tuple[str, bool]]:
    """The lines to print, each with whether it is a heading.

    Args:
        header: a word for each column.
        rows: the cells of each row, one for each column, without line feeds.
        width: columns of the terminal.
    """
    widths = _widths(header, rows, width)
    if widths is not None:
        table = [[_wrapped(cell, wide) for cell, wide in zip(row, widths, strict=True)] for row in rows]
        lines = sum(max(map(len, row), default=1) for row in table)
        if lines <= MOST_LINES * max(len(rows), 1):
            yield from (
                (line, True) for line in _laid([_wrapped(*each) for each in zip(header, widths, strict=True)], widths)
            )
            for broken in table:
                yield from ((line, False) for line in _laid(broken, widths))
            return
    for row in rows:
        yield from ((line, True) for line in _wrapped(row[0] or "–", width))
        yield from ((line, False) for line in _record(header[1:], row[1:], width))


def _widths(header: Cells, rows: Sequence[Cells], width: int) -> list[int] | None:
    """A width for each column in which no word is broken, or `None` where they don't fit."""
    columns = list(zip(header, *rows, strict=True))
    whole = [max(map(cell_len, column)) for column in columns]
    least = [max(min(_longest_word(cell), LONGEST_WORD) for cell in column) for column in columns]
    room = width - len(GAP) * (len(columns) - 1)
    if sum(least) > room:
        return None
    widths = least
    for widest in range(1, max(whole, default=0) + 1):
        wider = [min(most, max(narrow, widest)) for most, narrow in zip(whole, least, strict=True)]
        if sum(wider) > room:
            break
        widths = wider
    return widths


def _laid(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    for number in range(max(map(len, cells), default=0)):
        pieces = [cell[number] if number < len(cell) else "" for cell in cells]
        yield GAP.join(set_cell_size(piece, wide) for piece, wide in zip(pieces, widths, strict=True)).rstrip()


def _record(header: Cells, cells: Cells, width: int) -> Iterator[str]:
    """What a row says beside its first cell: word and value, as many on a line as have room."""
    line = ""
    for part in (f"{word} {cell}" for word, cell in zip(header, cells, strict=True) if cell):
        if line and cell_len(line) + len(BETWEEN) + cell_len(part) <= width:
            line = f"{line}{BETWEEN}{part}"
            continue
        if line:
            yield line
        *before, last = _wrapped(part, max(width - len(INDENT), 1))
        yield from (f"{INDENT}{piece}" for piece in before)
        line = f"{INDENT}{last}"
    if line:
        yield line


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns, broken between words and inside of one only where it is wider."""
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, width):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if cell_len(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    while cell_len(word) > width:
        end = len(word)
        while end > 1 and cell_len(word[:end]) > width:
            end -= 1
        yield word[:end]
        word = word[end:]
    yield word


def _longest_word(text: str) -> int:
    return max((cell_len(word) for word in text.split()), default=0)
