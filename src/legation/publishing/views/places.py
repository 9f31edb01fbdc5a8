"""Who was printed where? A mission's presence in every edition, and what changed between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from legation.model.findings import Change
from legation.publishing.content import Content
from legation.publishing.phrases import bounds_phrase, mission_phrase, series_phrase
from legation.publishing.presence import Presence, presence


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowView:
    """What changed between two editions."""

    window: str
    left: tuple[str, ...]
    joined: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionView:
    """A mission's presence tables and its changes."""

    key: str
    heading: str
    tables: tuple[Presence, ...]
    windows: tuple[WindowView, ...]


def missions(content: Content) -> tuple[MissionView, ...]:
    """The missions to show in full, each with its presence and what changed between editions."""
    derived = content.derived
    return tuple(
        MissionView(
            key=key,
            heading=mission_phrase(key, content.label),
            tables=tuple(
                replace(table, series=series_phrase(table.series, content.label))
                for table in presence(key, content.rosters, derived.members, derived.persons, content.unnamed.listed)
            ),
            windows=tuple(_windows([change for change in derived.changes if change.mission == key])),
        )
        for key in content.shown_missions()
    )


def _windows(changes: Sequence[Change]) -> Iterator[WindowView]:
    def window(change: Change) -> tuple[str, str]:
        return str(change.window.latest), str(change.window.earliest)

    for _, group in groupby(sorted(changes, key=lambda change: (window(change), change.id)), key=window):
        kept = list(group)
        yield WindowView(
            window=bounds_phrase(kept[0].window),
            left=tuple(sorted(_who(change) for change in kept if change.change == "left")),
            joined=tuple(sorted(_who(change) for change in kept if change.change == "joined")),
            other=tuple(sorted(_turn(change) for change in kept if change.change not in ("left", "joined"))),
        )


def _who(change: Change) -> str:
    seen = change.after or change.before
    return f"{change.person.label}, {seen.title}" if seen and seen.title else change.person.label


def _turn(change: Change) -> str:
    before, after = change.before, change.after
    if before is None or after is None:
        return f"{change.person.label}: {change.change}"
    if change.change == "respelled":
        return f"{before.name} → {after.name} (spelling)"
    return f"{change.person.label}: {before.title} → {after.title}"
