"""How do two people's years lie beside each other? Two lines of blocks under one axis, as wide as the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

Days = tuple[date, date]
"""The first and the last day of something that lasts."""

_ROOM = 8
"""Columns of a year under the axis, with the space behind it."""
LISTED, NOTHING = "█", "·"


def axis(lines: Sequence[tuple[str, Sequence[Days]]], width: int) -> list[str]:
    """The lines to print: one for each label, then the years; nothing where no day is known.

    Args:
        lines: a label and the times of each.
        width: columns of the terminal.
    """
    days = [day for _, times in lines for time in times for day in time]
    if not days:
        return []
    label_width = max(len(label) for label, _ in lines)
    room = max(width - label_width - 2, _ROOM)
    start, end = min(days).year, max(days).year + 1
    drawn = [f"{label:<{label_width}}  {_bar(times, start, end, room)}" for label, times in lines]
    return [*drawn, f"{'':<{label_width}}  {_years(start, end, room)}"]


def _bar(times: Sequence[Days], start: int, end: int, room: int) -> str:
    cells = [NOTHING] * room
    for first, last in times:
        for at in range(_column(first, start, end, room), _column(last, start, end, room) + 1):
            cells[at] = LISTED
    return "".join(cells)


def _column(day: date, start: int, end: int, room: int) -> int:
    whole = (date(end, 1, 1) - date(start, 1, 1)).days
    return min((day - date(start, 1, 1)).days * room // whole, room - 1)


def _years(start: int, end: int, room: int) -> str:
    text = ""
    for year in range(start, end):
        at = _column(date(year, 1, 1), start, end, room)
        if at >= len(text) and at + 4 <= room:
            text = f"{text:<{at}}{year:<{_ROOM}}"
    return text.rstrip()
