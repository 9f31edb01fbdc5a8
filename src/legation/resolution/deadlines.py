"""By which day?

Deadlines are printed as days or as spans; a span is counted from the day of the happening. What has no day to be
counted from stays open.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from legation.errors import DateError
from legation.model.dates import Bounds, Edtf

_DURATION = re.compile(
    r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?(?:T(?:(?P<hours>\d+)H)?)?"
)
_HOURS = 24


def deadline_bounds(deadline: str, told: Edtf | None) -> Bounds | None:
    """The day by which, from an EDTF date or an ISO 8601 duration that is counted from the day `told`.

    Hours count as the day in which they end. `None` where the text is neither, or a duration has no day to start from.
    """
    match = _DURATION.fullmatch(deadline)
    if match is None or deadline in ("P", "PT"):
        try:
            return Edtf.parse(deadline).bounds
        except DateError:
            return None
    if told is None:
        return None
    amounts = {unit: int(amount or 0) for unit, amount in match.groupdict().items()}
    bounds = Bounds(earliest=_after(told.bounds.earliest, amounts), latest=_after(told.bounds.latest, amounts))
    return bounds if bounds != Bounds() else None


def _after(day: date | None, amounts: dict[str, int]) -> date | None:
    if day is None:
        return None
    months = day.month - 1 + amounts["months"] + 12 * amounts["years"]
    year, month = day.year + months // 12, months % 12 + 1
    days = 7 * amounts["weeks"] + amounts["days"] + -(-amounts["hours"] // _HOURS)
    try:
        moved = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
        return moved + timedelta(days=days)
    except (OverflowError, ValueError):
        return None
