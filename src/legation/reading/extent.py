"""How far do the cells of a workbook spread, before anything is laid out for them?

A library that lays a sheet out cell by cell can be made to fill the memory by two cells far apart, or by one repeated
over all rows; so the places are read from the parts first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

WIDEST_AREA = 4_000_000
"""Cells from the first place to the last of the sheets together, filled or not."""
_PLACE = re.compile(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"(?:[^<>]*[^/<>])?>')
_ROW = re.compile(rb'<(?:\w+:)?row\s[^<>]*?\br="(\d{1,7})"[^<>]*>\s*<(?:\w+:)?c(?![^<>]*\sr=")[^<>]*[^/<>]?>')
"""A row whose cells don't say where they stand."""
_REPEATED = re.compile(
    rb"<table:(?P<kind>table-row|table-cell|covered-table-cell|table)\b(?P<told>[^<>]*?)(?P<closed>/?)>"
)
_TIMES = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')


def fits(parts: Mapping[str, bytes]) -> bool:
    """Whether the sheets of a workbook are of a size that people fill."""
    areas = [_area(part) for name, part in parts.items() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
    content = parts.get("content.xml")
    if content is not None:
        areas.append(_repeated_area(content))
    return sum(areas) <= WIDEST_AREA


def _area(part: bytes) -> int:
    """Cells of the rectangle around the filled cells of one sheet of XLSX."""
    columns: set[bytes] = set()
    last = 0
    for found in _PLACE.finditer(part):
        columns.add(found[1])
        last = max(last, int(found[2]))
    last = max([last, *(int(found[1]) for found in _ROW.finditer(part))])
    return max((_number(column) for column in columns), default=1) * last


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _repeated_area(part: bytes) -> int:
    """Cells of the rectangles around the filled cells of all sheets of ODS."""
    total = widest = rows = pending = column = times = 0
    for found in _REPEATED.finditer(part):
        repeated = _TIMES.search(found["told"])
        count = int(repeated[1]) if repeated else 1
        if found["kind"] == b"table":
            total += widest * rows
            widest = rows = pending = 0
        elif found["kind"] == b"table-row":
            pending += count
            column, times = 0, count
        else:
            column += count
            # What closes at once holds nothing, and counts only where something follows it.
            if not found["closed"] and times:
                widest = max(widest, column)
                rows, pending = rows + pending, 0
    return total + widest * rows
