"""What does a case hold of each source, and from when? One strip of signs over time for each, on one common axis.

A sign says what became of a capture, never what its content means.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from legation.publishing.rows import Row

Sign = Literal["read", "in-part", "repeated", "redirected", "wall", "error", "list-removed", "not-built", "excluded"]
SIGN_WORDS: dict[Sign, str] = {
    "read": "read",
    "in-part": "read in part",
    "repeated": "the same bytes as before",
    "redirected": "redirected",
    "wall": "wall, login or script",
    "error": "error, or not readable",
    "list-removed": "list removed",
    "not-built": "not built yet",
    "excluded": "excluded",
}
_OF_STATE: dict[str, Sign] = {
    "ok": "read",
    "abridged": "in-part",
    "truncated": "in-part",
    "redirected": "redirected",
    "wall": "wall",
    "login-wall": "wall",
    "needs-script": "wall",
    "list-removed": "list-removed",
    "not built yet": "not-built",
}
_MARGIN = 2.0
"""Percent of the axis left free at both ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One capture on its strip."""

    capture: str
    sha256: str
    day: date
    at: float
    """Percent of the axis."""
    sign: Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The captures of one source, the oldest first."""

    source: str
    ticks: tuple[Tick, ...]


def sign_of(row: Row) -> Sign:
    """What became of a capture, by its row."""
    if row.get("excluded"):
        return "excluded"
    if row.get("replaced_by"):
        return "repeated"
    return _OF_STATE.get(str(row["state"]), "error")


def day_of(row: Row) -> date:
    """The day on which a capture was seen; where nobody says so, the day that it speaks of, else of its adding."""
    said = row.get("speaks_of")
    told = said if isinstance(said, list) else []
    for text in (row.get("captured_at"), row.get("as_of"), row.get("published"), *told[:1]):
        try:
            return date.fromisoformat(str(text or "")[:10])
        except ValueError:
            continue
    return date.fromisoformat(str(row["added_at"])[:10])


def source_of(row: Row) -> str:
    """By which name captures belong together: who is said to speak, else the address's host, else the file."""
    host = urlsplit(str(row.get("url") or "")).hostname
    return str(row.get("source") or host or row["name"])


def strips(rows: Sequence[Row]) -> tuple[Strip, ...]:
    """One strip for each source, by its name."""
    days = [day_of(row) for row in rows]
    if not days:
        return ()
    first, last = min(days), max(days)
    seen: dict[str, list[tuple[date, str, Row]]] = {}
    for row, day in zip(rows, days, strict=True):
        seen.setdefault(source_of(row), []).append((day, str(row["id"]), row))
    return tuple(
        Strip(source=source, ticks=tuple(_ticks(sorted(held, key=lambda one: one[:2]), first, last)))
        for source, held in sorted(seen.items())
    )


def years(rows: Sequence[Row]) -> tuple[tuple[int, float], ...]:
    """The years that begin on the axis, with their places in percent."""
    days = [day_of(row) for row in rows]
    if not days:
        return ()
    first, last = min(days), max(days)
    every = range(first.year + 1, last.year + 1)
    step = max(1, -(-len(every) // 12))
    return tuple((year, _at(date(year, 1, 1), first, last)) for year in every if year % step == 0)


def _ticks(held: Iterable[tuple[date, str, Row]], first: date, last: date) -> Iterable[Tick]:
    known: set[str] = set()
    for day, id_, row in held:
        sha256, sign = str(row["sha256"]), sign_of(row)
        if sign in ("read", "in-part") and sha256 in known:
            sign = "repeated"
        known.add(sha256)
        yield Tick(capture=id_, sha256=sha256, day=day, at=_at(day, first, last), sign=sign)


def _at(day: date, first: date, last: date) -> float:
    whole = (last - first).days
    share = (day - first).days / whole if whole else 0.5
    return round(_MARGIN + share * (100 - 2 * _MARGIN), 2)
