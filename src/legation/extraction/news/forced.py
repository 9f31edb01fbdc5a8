"""Which days of publication does a text force, where no date is given or printed?

A happening that is dated once in full and once as "last year" fixes the year of publication; a day without a year
in the text then bounds it from below. Nothing else is concluded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from legation.extraction.news.happenings import Group
from legation.extraction.news.reading_order import Line
from legation.language.when import whens
from legation.model.dates import Bounds, Edtf


def forced(read: Sequence[Line], groups: Sequence[Group]) -> Edtf | None:
    """The days between which the report must have come out; `None` where the text doesn't say."""
    year = next((found for group in groups if (found := _year(group)) is not None), None)
    if year is None:
        return None
    last = date(year, 12, 31)
    days = [
        when.value.bounds.earliest
        for line in read
        for when in whens(line.marked.tokens, line.marked.lexicon.language, Bounds.on(last))
        if when.role == "on" and when.basis in ("yearless", "printed") and when.value is not None
    ]
    first = max((day for day in days if day is not None and day.year == year), default=date(year, 1, 1))
    return Edtf.of_bounds(Bounds(earliest=first, latest=last))


def _year(group: Group) -> int | None:
    """The year of publication, from a happening's full date and its "last year"."""
    relative = any(t.when is not None and t.when.basis == "last-Y" and t.when.value is None for t in group.tellings)
    years = {
        t.when.value.bounds.earliest.year
        for t in group.tellings
        if t.when is not None and t.when.value is not None and t.when.value.bounds.earliest is not None
    }
    return years.pop() + 1 if relative and len(years) == 1 else None
