"""Where on an axis of time does something stand? Bars with sure and open ends, as numbers for a drawing.

Sure is from the first to the last list that prints somebody; open is up to the list beside it. Nothing is drawn where
nothing is known. Every drawing has its table beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from legation.publishing.rows import Row, Value

WIDTH = 1000
ROW_HEIGHT = 22
HEAD = 22
MOST_TICKS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One stretch of time: the days it begins and ends between."""

    begins: tuple[date | None, date | None]
    ends: tuple[date | None, date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a drawing."""

    label: str
    bars: tuple[Bar, ...]
    href: str | None = None


def listed_bar(listed: Mapping[str, Any], editions: Sequence[str]) -> Bar:
    """The bar of a posting's row: sure between its editions, open to the lists beside them."""
    begins, ends = listed["from"], listed["to"]
    last = day_of(editions[-1]) if editions else None
    return Bar(
        begins=(day_of(begins and begins["earliest"]), day_of(begins and begins["latest"])),
        ends=(day_of(ends["earliest"]), day_of(ends["latest"])) if ends else (last, last),
    )


def span_bar(first: date, last: date) -> Bar:
    """A bar with sure ends."""
    return Bar(begins=(first, first), ends=(last, last))


def chart(lines: Sequence[Line], marks: Iterable[tuple[date, str]] = ()) -> Row | None:
    """A drawing of the lines under one axis, with marks across all of them; nothing where no day is known."""
    marked = [*marks]
    days = [day for line in lines for bar in line.bars for day in (*bar.begins, *bar.ends) if day]
    days += [day for day, _ in marked]
    if not days:
        return None
    first, last = date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1)
    scale = WIDTH / (last - first).days

    def x(day: date) -> float:
        return round((day - first).days * scale, 1)

    years = range(first.year, last.year)
    step = -(-len(years) // MOST_TICKS)
    return {
        "width": WIDTH,
        "height": HEAD + ROW_HEIGHT * len(lines),
        "ticks": [{"x": x(date(year, 1, 1)), "label": str(year)} for year in years[::step]],
        "marks": [{"x": x(day), "label": label} for day, label in marked],
        "lines": [_line_row(line, number, x) for number, line in enumerate(lines)],
    }


def _line_row(line: Line, number: int, x: Callable[[date], float]) -> Row:
    sure: list[Value] = []
    open_: list[Value] = []
    for bar in line.bars:
        (open_from, sure_from), (sure_to, open_to) = bar.begins, bar.ends
        if sure_from and sure_to:
            sure.append(_stretch(x(sure_from), x(sure_to)))
        if open_from and sure_from and open_from < sure_from:
            open_.append(_stretch(x(open_from), x(sure_from)))
        if sure_to and open_to and sure_to < open_to:
            open_.append(_stretch(x(sure_to), x(open_to)))
    return {"label": line.label, "href": line.href, "y": HEAD + ROW_HEIGHT * number, "sure": sure, "open": open_}


def _stretch(start: float, end: float) -> Row:
    return {"x": start, "width": max(round(end - start, 1), 2.0)}


def day_of(text: str | None) -> date | None:
    """The day of a row's text; nothing where it is no single day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
