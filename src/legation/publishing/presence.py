"""Who is printed in which edition? One table for each mission and series, in three states and never two.

Listed, read and not listed, or no usable capture: an edition that wasn't read completely never shows that somebody is
missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from legation.model.listings import Edition, Listing, MissionSection, Roster
from legation.model.parties import Person

PresenceState = Literal["listed", "not-listed", "no-capture"]
PRESENCE_WORDS: dict[PresenceState, str] = {
    "listed": "listed",
    "not-listed": "read and not listed",
    "no-capture": "no usable capture",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceColumn:
    """An edition: its day, how many it lists, and why it can't tell where it can't."""

    as_of: str
    sha256: str
    listed: int | None
    """`None` where the edition shows nothing of the mission."""
    complete: bool
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceRow:
    """A person, the title as last printed, and the state in each edition."""

    person: Person
    title: str | None
    states: tuple[PresenceState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """One mission in one series of editions."""

    mission: str
    series: str | None
    columns: tuple[PresenceColumn, ...]
    rows: tuple[PresenceRow, ...]
    """Last seen first, then in the order in which the list prints them, which is that of precedence."""


def presence(
    mission: str,
    rosters: Sequence[Roster],
    members: Mapping[str, str],
    persons: Sequence[Person],
    unnamed: Mapping[tuple[str, str | None], int] | None = None,
) -> tuple[Presence, ...]:
    """The mission's presence tables, one for each series that has it, by the names of the series.

    Args:
        mission: Key of the mission.
        rosters: All editions of the case, in any order.
        members: Listing id to person id; who isn't in it (vacant, rejected) has no row.
        persons: The persons with the names to show.
        unnamed: How many more an edition lists of a mission who have no line in `rosters`.
    """
    people = {person.id: person for person in persons}
    series: dict[str, list[Roster]] = {}
    for roster in rosters:
        if roster.edition.as_of is not None:
            series.setdefault(roster.edition.series or "", []).append(roster)
    return tuple(
        _table(mission, name, _Editions(rosters=sorted(kept, key=_day), unnamed=unnamed or {}), members, people)
        for name, kept in sorted(series.items())
        if any(_sections(roster, mission) or _prints(roster, mission) for roster in kept)
    )


def _day(roster: Roster) -> tuple[date, str]:
    as_of = roster.edition.as_of
    return (as_of.bounds.earliest or date.min) if as_of else date.min, roster.edition.id


def _sections(roster: Roster, mission: str) -> list[MissionSection]:
    return [section for section in roster.edition.missions if section.mission == mission]


def _prints(roster: Roster, mission: str) -> bool:
    """Whether a line is of the mission: it may have been said so of a line that stands under another's heading."""
    return any(line.mission == mission for line in roster.listings)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Editions:
    """The editions of one series, with how many more each lists of a mission."""

    rosters: Sequence[Roster]
    unnamed: Mapping[tuple[str, str | None], int]


def _table(
    mission: str, series: str, editions: _Editions, members: Mapping[str, str], people: Mapping[str, Person]
) -> Presence:
    rosters = editions.rosters
    listings = [[line for line in roster.listings if line.mission == mission] for roster in rosters]
    seen = [{members[line.id] for line in lines if line.id in members} for lines in listings]
    columns = tuple(
        _column(
            roster.edition,
            _sections(roster, mission),
            len(ids) + editions.unnamed.get((roster.edition.id, mission), 0),
        )
        for roster, ids in zip(rosters, seen, strict=True)
    )
    last: dict[str, tuple[int, Listing]] = {}
    for place, lines in enumerate(listings):
        for line in lines:
            if line.id in members:
                last[members[line.id]] = (place, line)
    order = sorted(last, key=lambda id_: (-last[id_][0], last[id_][1].order, id_))
    rows = tuple(
        PresenceRow(
            person=people.get(id_) or Person(id=id_, label=last[id_][1].name or id_),
            title=last[id_][1].title,
            states=tuple(_state(id_, ids, column) for ids, column in zip(seen, columns, strict=True)),
        )
        for id_ in order
    )
    return Presence(mission=mission, series=series or None, columns=columns, rows=rows)


def _column(edition: Edition, sections: Sequence[MissionSection], listed: int) -> PresenceColumn:
    coverages = {section.coverage for section in sections}
    readable = listed > 0 or "complete" in coverages
    whys = [section.why for section in sections if section.why]
    return PresenceColumn(
        as_of=edition.as_of.text if edition.as_of else "",
        sha256=edition.sha256,
        listed=listed if readable else None,
        complete=readable and "partial" not in coverages,
        why=whys[0] if whys else None if readable else "the edition has no section of this mission",
    )


def _state(person: str, listed: set[str], column: PresenceColumn) -> PresenceState:
    if person in listed:
        return "listed"
    return "not-listed" if column.complete and column.listed is not None else "no-capture"
