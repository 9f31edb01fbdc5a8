"""Where is a table's header, and which rows and cells does it have? Before anything in them is read.

A header is marked by the format or known by its words; a table without one is all rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.extraction.rosters.columns import SAMPLE, Columns, columns_of, header_roles
from legation.language.printed_dates import whole_date
from legation.model.documents import Block
from legation.vocabulary.honorifics import addressed
from legation.vocabulary.states import Gazetteer

Row = Mapping[int, Sequence[Block]]
_HEADER_WITHIN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table's rows, what stands above its header, and the roles of its columns."""

    above: tuple[Row, ...]
    header: Row
    rows: tuple[Row, ...]
    columns: Columns


def rows_of(blocks: Iterable[Block]) -> tuple[Row, ...]:
    """Cells by row and column, from left to right; a cell of several lines has several blocks."""
    found: dict[int, dict[int, list[Block]]] = {}
    for block in blocks:
        if block.cell is None:
            continue
        _, at, column = block.cell
        row = found.get(at)
        if row is None:
            row = found[at] = {}
        if column in row:
            row[column].append(block)
        else:
            row[column] = [block]
    return tuple([_from_left(found[at]) for at in sorted(found)])


def _from_left(row: Row) -> Row:
    order = sorted(row)
    return row if order == [*row] else {column: row[column] for column in order}


def table_of(blocks: Sequence[Block], gazetteer: Gazetteer) -> Table:
    """Find header and columns of a table."""
    rows = rows_of(blocks)
    at = _header_at(rows)
    header: Row = rows[at] if at is not None else {}
    body = rows[at + 1 :] if at is not None else rows
    filled: defaultdict[int, list[Sequence[Block]]] = defaultdict(list)
    for row in body:
        if len(row) > 1:
            for column, blocks_there in row.items():
                filled[column].append(blocks_there)
    columns = columns_of(
        {column: row_text(header, column) for column in header},
        {column: [cell_text(each) for each in found[:SAMPLE]] for column, found in filled.items()},
        gazetteer,
        {column: len(found) for column, found in filled.items()},
    )
    return Table(above=rows[:at] if at is not None else (), header=header, rows=body, columns=columns)


def _header_at(rows: Sequence[Row]) -> int | None:
    """The row of headers: marked as such, or with words of headers in most cells."""
    for at, row in enumerate(rows[:_HEADER_WITHIN]):
        if len(row) < 2:
            continue
        texts = {column: row_text(row, column) for column in row}
        if all("th" in (block.role or "").split() for cells in row.values() for block in cells):
            return at
        if any(whole_date(text) is not None for text in texts.values()):
            return None
        known = header_roles(texts)
        if len(known) >= 2 and len(known) * 2 >= len(texts) and not _is_person(texts, known):
            return at
        if len(known) * 4 >= len(texts) * 3:
            return at
        return None
    return None


def _is_person(texts: Mapping[int, str], known: Mapping[int, str]) -> bool:
    """Whether a row with words of headers is a person's all the same, such as one with the title Ambassador."""
    return any(addressed(text) is not None for column, text in texts.items() if column not in known)


def row_text(row: Row, column: int) -> str:
    """What a row prints in a column, with single spaces; empty where it prints nothing."""
    return cell_text(row.get(column, ()))


def cell_text(blocks: Sequence[Block]) -> str:
    """What a cell prints, with single spaces."""
    text = blocks[0].text if len(blocks) == 1 else " ".join([block.text for block in blocks])
    return " ".join(text.split())
