"""Which moment do typed words mean? A day and a time on the clock of a named zone; without a zone none is guessed."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from legation.errors import UsageError


def moment(text: str, zone: str | None, *, at: time | None = None) -> datetime:
    """A moment as typed: `2026-11-25 18:00` on the clock of a time zone, or with its offset.

    Args:
        text: date and time; a date alone is `at`, or midnight.
        zone: IANA name such as `Europe/Berlin`.
        at: the time of day that a date alone means.

    Raises:
        UsageError: it is none, or nothing says in which zone.
    """
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{text!r} is no moment: write 2026-11-25 18:00, or 2026-11-25") from None
    if at is not None and len(text.strip()) == len("2026-11-25"):
        found = datetime.combine(found.date(), at, tzinfo=found.tzinfo)
    if found.tzinfo is not None:
        return found
    if not zone:
        raise UsageError(f"{text} is {text} where? Say it with --zone, such as Europe/Berlin")
    return found.replace(tzinfo=UTC if zone == "UTC" else _zone(zone))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(f"{name!r} is no time zone: write its IANA name, such as Europe/Berlin or UTC") from None
