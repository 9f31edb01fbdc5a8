"""Which cells does a file of separated values hold?

The separator is found in the data: the one that cuts the records into equally many cells. Quoted line ends become
spaces inside their cell. No value is interpreted.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import NamedTuple

from legation.reading.lines import Draft

SEPARATORS = (",", ";", "\t", "|")
_SAMPLE_RECORDS = 200
_SAMPLE_SIGNS = 1 << 17
_LINES_IN_CELL = 40
"""Line ends in one cell from which on its quote counts as never closed."""


class Shape(NamedTuple):
    """How the values are separated, and how regularly."""

    separator: str
    columns: int
    agreement: float
    """Share of the sampled records that have as many cells as most."""
    records: int


def shape_of(text: str) -> Shape | None:
    """How the text's values are separated; `None` where no separator gives two columns."""
    best: Shape | None = None
    for separator in SEPARATORS:
        if separator not in text[:_SAMPLE_SIGNS]:
            continue
        counts = Counter(_widths(text, separator))
        total = counts.total()
        if not total:
            continue
        columns, agreeing = max(counts.items(), key=lambda item: (item[1], item[0]))
        shape = Shape(separator, columns, agreeing / total, total)
        if columns > 1 and (best is None or _rank(shape) > _rank(best)):
            best = shape
    return best


def _rank(shape: Shape) -> tuple[float, int]:
    return (round(shape.agreement, 1), shape.columns)


def _widths(text: str, separator: str) -> list[int]:
    widths: list[int] = []
    for record in records(text[:_SAMPLE_SIGNS], separator):
        if any(cell.strip() for cell in record):
            widths.append(len(record))
        if len(widths) >= _SAMPLE_RECORDS:
            break
    return widths


def looks_separated(text: str, *, named: bool) -> Shape | None:
    """The shape of a file of separated values, or `None` for running text.

    Args:
        text: the decoded file.
        named: whether the name or the declared type says that values are separated; then two columns are enough.
    """
    shape = shape_of(text)
    if shape is None:
        return None
    if named:
        return shape
    if shape.separator in ("\t", ";", "|"):
        return shape if shape.agreement >= 0.8 and shape.records >= 3 else None
    regular = shape.columns >= 3 and shape.agreement >= 0.9 and shape.records >= 3
    return shape if regular and not _is_prose(text, shape) else None


def _is_prose(text: str, shape: Shape) -> bool:
    """Whether cells read as parts of sentences: most that follow a comma begin with a space."""
    cells = [cell for record in records(text[:_SAMPLE_SIGNS], shape.separator) for cell in record[1:] if cell]
    return sum(1 for cell in cells if cell[0] == " ") > len(cells) * 0.8


def records(text: str, separator: str) -> list[list[str]]:
    """The records of a text; where a quote is never closed, quotes are signs like others."""
    previous = csv.field_size_limit(max(len(text), 1))
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        if any(cell.count("\n") > _LINES_IN_CELL for record in found for cell in record):
            found = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=csv.QUOTE_NONE))
    finally:
        csv.field_size_limit(previous)
    return found


def sheet_drafts(text: str, separator: str) -> list[Draft]:
    """One draft for each cell that isn't blank; rows and columns count from 0, blank records keep their number."""
    return [
        Draft(kind="cell", text=" ".join(cell.split()), cell=(0, row, column), element=row)
        for row, record in enumerate(records(text, separator))
        for column, cell in enumerate(record)
    ]
