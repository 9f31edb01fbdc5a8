"""Which moment do an archive's digits mean?

Fourteen digits in UTC. Real indexes hold broken ones; what can be mended by a rule is mended and flagged, the rest is
kept as printed with no moment.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import UTC, datetime, timedelta

_DIGITS = re.compile(r"\d{14}")
_SHAPE = "%Y%m%d%H%M%S"


def moment(timestamp: str) -> tuple[datetime | None, str | None]:
    """The moment of an archive's timestamp, and what was odd about it.

    A month or day of `00` that was inserted (`20000800241623`) is taken out and the seconds begin at 00, as the EDGI
    client does with what the Internet Archive prints.
    """
    if not _DIGITS.fullmatch(timestamp):
        return None, f"no fourteen digits: {timestamp!r}"
    try:
        return datetime.strptime(timestamp, _SHAPE).replace(tzinfo=UTC), None
    except ValueError:
        pass
    for place in (4, 6):
        if timestamp[place : place + 2] == "00":
            try:
                mended = f"{timestamp[:place]}{timestamp[place + 2 :]}00"
                return datetime.strptime(mended, _SHAPE).replace(tzinfo=UTC), f"an inserted 00 taken out of {timestamp}"
            except ValueError:
                continue
    return None, f"no moment of the calendar: {timestamp}"


def middle(prefix: str) -> datetime | None:
    """The moment in the middle of what these digits name, a year or less of it; `None` where they name no time."""
    if len(prefix) not in (4, 6, 8, 10, 12, 14):
        return None
    first = moment(prefix + "00000101000000"[len(prefix) :])[0]
    if first is None:
        return None
    days = {4: 366 if isleap(first.year) else 365, 6: monthrange(first.year, first.month)[1], 8: 1}.get(len(prefix), 0)
    spans = {10: timedelta(hours=1), 12: timedelta(minutes=1)}
    return first + (timedelta(days=days) + spans.get(len(prefix), timedelta())) / 2


def digits(at: datetime) -> str:
    """The fourteen digits of a moment."""
    return at.astimezone(UTC).strftime(_SHAPE)
