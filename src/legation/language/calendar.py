"""Which days does a word like "Wednesday" or "last April" mean, seen from the publication?

A weekday is the nearest one up to and including the day of publication; a month, season or yearless day is the latest
that doesn't lie after it. Where the publication is known only between bounds, an answer is given only if it is the
same for all of them or can be said as a span.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from legation.model.dates import SEASONS, Bounds, Edtf

_WEEK = 7
_GRACE = 31
"""Days after the publication that a yearless day may lie and still be of the same year: announcements look ahead."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The publication, from which relative dates count; `None` where nothing is known of it."""

    published: Bounds | None

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known."""
        return self.published.exact if self.published else None

    @property
    def year(self) -> int | None:
        """The year of publication, where only one is allowed."""
        first, last = self._sides()
        return first.year if first and last and first.year == last.year else None

    def _sides(self) -> tuple[date | None, date | None]:
        return (self.published.earliest, self.published.latest) if self.published else (None, None)

    def is_past(self, bounds: Bounds) -> bool:
        """Whether all days of these bounds lie before the publication, as far as that is known."""
        first, _ = self._sides()
        return first is not None and bounds.latest is not None and bounds.latest < first

    def since(self, value: Edtf | None) -> Edtf | None:
        """From a date to the publication, as one unknown day between."""
        _, last = self._sides()
        if value is None or value.bounds.earliest is None or last is None or value.bounds.earliest > last:
            return None
        return Edtf.of_bounds(Bounds(earliest=value.bounds.earliest, latest=last))

    def coming(self, day: date) -> Edtf:
        """A yearless day that lies ahead: the first such day from the publication on."""
        first, _ = self._sides()
        if first is not None and day < first:
            moved = _valid(day.year + 1, day.month, day.day)
            return Edtf.of_day(moved) if moved else Edtf.of_day(day)
        return Edtf.of_day(day)

    def next_weekday(self, weekday: int) -> Edtf | None:
        """The first such weekday after the publication."""
        if self.day is None:
            return None
        ahead = (weekday - self.day.weekday() - 1) % _WEEK + 1
        return Edtf.of_day(self.day + timedelta(days=ahead))

    def last_month_named(self, month: int) -> Edtf | None:
        """The latest month of that name that had begun when the report came out."""
        first, last = self._sides()
        if first is None or last is None:
            return None
        years = {side.year - (month > side.month) for side in (first, last)}
        return month_of(years.pop(), month) if len(years) == 1 else None

    def coming_month(self, month: int) -> Edtf | None:
        """The month of that name that the publication lies in or before: until when something lasts."""
        return month_of(self.day.year + (month < self.day.month), month) if self.day else None

    def month_of_last_year(self, month: int) -> Edtf | None:
        """That month in the year before the publication's."""
        return month_of(self.year - 1, month) if self.year else None

    def back(self, unit: str, number: int) -> Edtf | None:
        """So many days, weeks, months or years before the publication, as exactly as such words are meant."""
        if unit == "Y":
            return None if self.year is None else Edtf.parse(f"{self.year - number:04d}")
        if self.day is None or unit not in "DWM":
            return None
        if unit == "M":
            return _months_back(self.day, number)
        day = self.day - timedelta(days=number * (_WEEK if unit == "W" else 1))
        return Edtf.of_day(day) if unit == "D" else _range(day - timedelta(days=3), day + timedelta(days=3))

    def season(self, number: int) -> Edtf | None:
        """The latest such season that had begun when the report came out."""
        return season_of(self, number)

    def span(self, unit: str, *, back: bool) -> Edtf | None:
        """The week, month or year of the publication, or the one before; a running week ends with the publication."""
        if unit == "Y":
            return None if self.year is None else Edtf.parse(str(self.year - back))
        if self.day is None:
            return None
        if unit == "M":
            first = self.day.replace(day=1)
            return month_of(first.year, first.month) if not back else _month_before(first)
        monday = self.day - timedelta(days=self.day.weekday() + _WEEK * back)
        return _range(monday, monday + timedelta(days=_WEEK - 1) if back else self.day)


def _months_back(day: date, number: int) -> Edtf:
    """The month so many months before a day's."""
    months = day.year * 12 + day.month - 1 - number
    return month_of(months // 12, months % 12 + 1)


def printed_day(year: int, month: int, day: int) -> Edtf | None:
    """A day as printed; `None` for one that no calendar has."""
    valid = _valid(year, month, day)
    return None if valid is None else Edtf.of_day(valid)


def month_of(year: int, month: int) -> Edtf:
    """A month."""
    return Edtf.parse(f"{year:04d}-{month:02d}")


def decade(digits: str) -> Edtf:
    """A decade, from its first three digits."""
    return Edtf.parse(f"{digits}X")


def yearless_day(clock: Clock, month: int, day: int) -> Edtf | None:
    """A day without a year: the latest that lies not more than a month after the publication."""
    first, last = (
        clock.published.earliest if clock.published else None,
        clock.published.latest if clock.published else None,
    )
    if first is None or last is None:
        return None
    found = {_latest(month, day, side + timedelta(days=_GRACE)) for side in (first, last)}
    only = found.pop() if len(found) == 1 else None
    return None if only is None else Edtf.of_day(only)


def weekday_of(clock: Clock, weekday: int) -> Edtf | None:
    """The nearest such weekday up to and including the day of publication."""
    if clock.day is None:
        return None
    return Edtf.of_day(clock.day - timedelta(days=(clock.day.weekday() - weekday) % _WEEK))


def season_of(clock: Clock, season: int) -> Edtf | None:
    """The latest such season that had begun, by the northern calendar of EDTF."""
    if clock.year is None or clock.published is None or clock.published.earliest is None:
        return None
    year = clock.year - (SEASONS[season][0] > clock.published.earliest.month)
    return Edtf.parse(f"{year:04d}-{season}")


def relative_span(clock: Clock, sense: str) -> Edtf | None:
    """Today, yesterday, and the part of the running week, month or year before the publication."""
    day = clock.day
    if sense == "earlier-year":
        last = clock.published.latest if clock.published else None
        return _range(date(clock.year, 1, 1), last) if clock.year and last else None
    if day is None:
        return None
    if sense == "earlier-week":
        return _range(day - timedelta(days=day.weekday()), day)
    if sense == "earlier-month":
        return _range(day.replace(day=1), day)
    return Edtf.of_day(day + timedelta(days=int(sense.removeprefix("day"))))


def _range(first: date, last: date) -> Edtf | None:
    return Edtf.of_bounds(Bounds(earliest=first, latest=last))


def _month_before(first: date) -> Edtf:
    end = first - timedelta(days=1)
    return month_of(end.year, end.month)


def _latest(month: int, day: int, limit: date) -> date | None:
    for year in range(limit.year, limit.year - 5, -1):
        found = _valid(year, month, day)
        if found is not None and found <= limit:
            return found
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
