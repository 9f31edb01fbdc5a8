"""When? Days that are known only between bounds, periods that lie between two such days, and EDTF texts.

Comparisons answer certain, possible or excluded, never a bare bool. Nothing here fills in a day that no source gives.
The texts are a subset of the Extended Date/Time Format (ISO 8601-2:2019, level 1) that CONTRACTS of the commands name.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from legation.errors import DateError
from legation.model.quick import quick

DAY = timedelta(days=1)


class Certainty(Enum):
    """How sure a comparison of uncertain days is."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"

    @staticmethod
    def of(*, always: bool, ever: bool) -> Certainty:
        """Certain where it holds for every allowed day, excluded where it holds for none."""
        return Certainty.CERTAIN if always else Certainty.POSSIBLE if ever else Certainty.EXCLUDED


def _not_after(first: date | None, second: date | None) -> bool:
    """Whether a first day is known to lie on or before a second one; an open side is never known."""
    return first is not None and second is not None and first <= second


def _least(days: Iterable[date | None]) -> date | None:
    known = [day for day in days if day is not None]
    return min(known) if known else None


def _greatest(days: Iterable[date | None]) -> date | None:
    known = [day for day in days if day is not None]
    return max(known) if known else None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """One day, known to lie between two others, both inclusive; `None` = no bound on that side.

    Raises:
        DateError: the earliest day lies after the latest.
    """

    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise DateError(f"the earliest day {self.earliest} lies after the latest day {self.latest}: swap them")

    @staticmethod
    def on(day: date) -> Bounds:
        """A day that is known."""
        return Bounds(earliest=day, latest=day)

    @property
    def exact(self) -> date | None:
        """The day, where only one is allowed."""
        return self.earliest if self.earliest == self.latest else None

    def allows(self, day: date) -> bool:
        """Whether the day may be this one."""
        return (self.earliest is None or self.earliest <= day) and (self.latest is None or day <= self.latest)

    def before(self, other: Bounds) -> Certainty:
        """Whether this day falls strictly before the other."""
        always = self.latest is not None and other.earliest is not None and self.latest < other.earliest
        return Certainty.of(always=always, ever=not _not_after(other.latest, self.earliest))

    def same(self, other: Bounds) -> Certainty:
        """Whether both are one day."""
        always = self.exact is not None and self.exact == other.exact
        return Certainty.of(always=always, ever=self.narrowed(other) is not None)

    def within(self, other: Bounds) -> Certainty:
        """Whether this day falls into the other's bounds, taken as a span of days."""
        over = other.earliest is None or _not_after(other.earliest, self.earliest)
        under = other.latest is None or _not_after(self.latest, other.latest)
        return Certainty.of(always=over and under, ever=self.narrowed(other) is not None)

    def narrowed(self, other: Bounds) -> Bounds | None:
        """The days that both allow; `None` where there are none."""
        earliest = _greatest((self.earliest, other.earliest))
        latest = _least((self.latest, other.latest))
        if earliest is not None and latest is not None and earliest > latest:
            return None
        return Bounds(earliest=earliest, latest=latest)

    def widened(self, other: Bounds) -> Bounds:
        """The smallest bounds that allow every day of both."""
        open_start = self.earliest is None or other.earliest is None
        open_end = self.latest is None or other.latest is None
        return Bounds(
            earliest=None if open_start else _least((self.earliest, other.earliest)),
            latest=None if open_end else _greatest((self.latest, other.latest)),
        )


ANY_DAY = Bounds()
"""A day of which nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days whose first and last day are known only between bounds; both days belong to it.

    The first day never lies after the last, and each side's bounds are narrowed to what the other leaves open.

    Raises:
        DateError: no first day lies on or before any last day.
    """

    start: Bounds = ANY_DAY
    end: Bounds = ANY_DAY

    def __post_init__(self) -> None:
        if self.start.earliest is not None and self.end.latest is not None and self.start.earliest > self.end.latest:
            raise DateError(
                f"a period can't start from {self.start.earliest} on and end by {self.end.latest}: check both"
            )
        start = Bounds(earliest=self.start.earliest, latest=_least((self.start.latest, self.end.latest)))
        end = Bounds(earliest=_greatest((self.end.earliest, self.start.earliest)), latest=self.end.latest)
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)

    def covers(self, day: date) -> Certainty:
        """Whether the day belongs to the period."""
        always = _not_after(self.start.latest, day) and _not_after(day, self.end.earliest)
        return Certainty.of(
            always=always, ever=Bounds(earliest=self.start.earliest, latest=self.end.latest).allows(day)
        )

    def overlaps(self, other: Period) -> Certainty:
        """Whether some day belongs to both periods."""
        always = _not_after(self.start.latest, other.end.earliest) and _not_after(other.start.latest, self.end.earliest)
        apart = (
            self.end.latest is not None and other.start.earliest is not None and self.end.latest < other.start.earliest
        ) or (
            other.end.latest is not None and self.start.earliest is not None and other.end.latest < self.start.earliest
        )
        return Certainty.of(always=always, ever=not apart)


class Precision(Enum):
    """What a printed date pins down."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    UNKNOWN = "unknown"


SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""EDTF seasons of the northern hemisphere as first and last month; winter ends in the next year."""

_PART = re.compile(r"(\d{3})X|(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edtf:
    """A date as text of the EDTF subset, with the bounds that it means.

    `A/B` is one unknown day in A..B where the field speaks of a day, and a lasting period where it speaks of a period;
    `bounds` is the span of its days either way.

    Raises:
        DateError: by `parse`, where the text is none of the subset.
    """

    text: str
    bounds: Bounds
    precision: Precision

    @staticmethod
    def parse(text: str) -> Edtf:
        """Read `YYYY[-MM[-DD]]`, `YYYY-21`..`YYYY-24`, `199X`, `A/B`, `A/..` or `../B`; `~` and `?` may end a part."""
        first, slash, second = text.partition("/")
        if not slash:
            bounds, precision = _part(first, text)
            return Edtf(text=text, bounds=bounds, precision=precision)
        if first in ("", "..") and second in ("", ".."):
            raise _no_date(text)
        start = ANY_DAY if first in ("", "..") else _part(first, text)[0]
        end = ANY_DAY if second in ("", "..") else _part(second, text)[0]
        if start.earliest is not None and end.latest is not None and start.earliest > end.latest:
            raise DateError(f"{text!r} ends before it starts: give the earlier date first")
        return Edtf(text=text, bounds=Bounds(earliest=start.earliest, latest=end.latest), precision=Precision.RANGE)

    @staticmethod
    def of_day(day: date) -> Edtf:
        """A day that is known."""
        return Edtf(text=day.isoformat(), bounds=Bounds.on(day), precision=Precision.DAY)

    @staticmethod
    def of_bounds(bounds: Bounds) -> Edtf | None:
        """Bounds as text; `None` where both sides are open."""
        if bounds.exact is not None:
            return Edtf.of_day(bounds.exact)
        if bounds == ANY_DAY:
            return None
        sides = [".." if day is None else day.isoformat() for day in (bounds.earliest, bounds.latest)]
        return Edtf(text="/".join(sides), bounds=bounds, precision=Precision.RANGE)


def _no_date(text: str) -> DateError:
    return DateError(f"{text!r} is no date: write YYYY, YYYY-MM, YYYY-MM-DD, a season YYYY-21 to YYYY-24, 199X, or A/B")


def _part(text: str, whole: str) -> tuple[Bounds, Precision]:
    match = _PART.fullmatch(text.rstrip("~?"))
    if match is None or len(text) - len(text.rstrip("~?")) > 2:
        raise _no_date(whole)
    decade, year_text, month_text, day_text = match.groups()
    if decade:
        return Bounds(
            earliest=_day(int(decade) * 10, 1, 1, whole), latest=_day(int(decade) * 10 + 9, 12, 31, whole)
        ), Precision.YEAR
    year = int(year_text)
    if month_text is None:
        return Bounds(earliest=_day(year, 1, 1, whole), latest=_day(year, 12, 31, whole)), Precision.YEAR
    month = int(month_text)
    if day_text is not None:
        return Bounds.on(_day(year, month, int(day_text), whole)), Precision.DAY
    if month in SEASONS:
        first, last = SEASONS[month]
        end_year = year + (last < first)
        return Bounds(earliest=_day(year, first, 1, whole), latest=_month_end(end_year, last, whole)), Precision.SEASON
    return Bounds(earliest=_day(year, month, 1, whole), latest=_month_end(year, month, whole)), Precision.MONTH


def _day(year: int, month: int, day: int, whole: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DateError(f"{whole!r} is no day of the calendar: check year, month and day") from None


def _month_end(year: int, month: int, whole: str) -> date:
    _day(year, month, 1, whole)
    return date(year, month, calendar.monthrange(year, month)[1])
