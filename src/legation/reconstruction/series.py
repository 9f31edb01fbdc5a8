"""Which editions are issues of one list, and which list goes on under another name?

Pages move and ministries change formats. A list goes on in another where that one begins after it ends, shows the same
mission or party, covers the same people and goes on listing half of them at least; what a list covers has to be known
for that, or the host the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legation.model.dates import Edtf
from legation.model.listings import CoverageClass, Edition, Roster
from legation.model.parties import Person

Scope = tuple[str, str]
"""What a series shows: one mission, the missions to one party, or those of one party."""
Day = tuple[str, CoverageClass]
"""The day of editions that are compared as one, and what they cover."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Series:
    name: str
    days: Mapping[Day, Mapping[str, Roster]]
    first: date
    last: date
    scope: Scope | None
    opening: frozenset[str]
    """The people of its first day that shows anybody."""
    closing: frozenset[str]
    """The people of its last such day."""

    @property
    def classes(self) -> frozenset[CoverageClass]:
        """What the editions cover that show anybody; a page that failed covers nothing."""
        return frozenset(
            coverage for (_, coverage), day in self.days.items() if any(roster.listings for roster in day.values())
        )


def series_of(edition: Edition) -> str:
    """The list that the edition is an issue of; where nothing says so, all lists of its receiving or sending party."""
    if edition.series is not None:
        return edition.series
    if edition.receiving is not None:
        return f"list:{edition.receiving}"
    senders = {section.mission.partition("/")[0] for section in edition.missions if section.mission}
    return f"heads:{senders.pop()}" if len(senders) == 1 else "list"


def grouped(rosters: Iterable[Roster], persons: Mapping[str, Person]) -> Mapping[str, tuple[tuple[Roster, ...], ...]]:
    """Series to its days, each with the editions of that day; the order of the rosters doesn't matter.

    An edition without a day can't be placed in time and is left out.

    Args:
        rosters: editions with their lines.
        persons: listing id to person, to see whether one list takes over the people of another.
    """
    found: defaultdict[str, defaultdict[Day, dict[str, Roster]]] = defaultdict(lambda: defaultdict(dict))
    for roster in rosters:
        edition = roster.edition
        if edition.as_of is not None and bounds_of(edition.as_of) is not None:
            found[series_of(edition)][edition.as_of.text, edition.coverage_class][edition.id] = roster
    chains = _chains([_series(name, found[name], persons) for name in sorted(found)])
    return {
        chain[0].name: tuple(
            tuple(series.days[day][edition] for edition in sorted(series.days[day]))
            for series in chain
            for day in sorted(series.days)
        )
        for chain in chains
    }


def may_go_on(editions: Iterable[Edition]) -> bool:
    """Whether some list may go on in another, as far as editions tell without their people."""
    found: defaultdict[str, list[Edition]] = defaultdict(list)
    for edition in editions:
        if edition.as_of is not None and bounds_of(edition.as_of) is not None:
            found[series_of(edition)].append(edition)
    scopes: defaultdict[Scope, list[tuple[date, date]]] = defaultdict(list)
    for own in found.values():
        scope = _scope({section.mission for edition in own for section in edition.missions if section.mission})
        placed = [bounds for edition in own if edition.as_of and (bounds := bounds_of(edition.as_of))]
        if scope is not None:
            scopes[scope].append((min(first for first, _ in placed), max(last for _, last in placed)))
    return any(max(first for first, _ in spans) > min(last for _, last in spans) for spans in scopes.values())


def bounds_of(as_of: Edtf) -> tuple[date, date] | None:
    """The first and last day that an edition may speak of; `None` where one side is open."""
    first, last = as_of.bounds.earliest, as_of.bounds.latest
    return None if first is None or last is None else (first, last)


def _series(name: str, days: Mapping[Day, Mapping[str, Roster]], persons: Mapping[str, Person]) -> _Series:
    showing = sorted(
        ((*_in_time(roster.edition), roster) for day in days.values() for roster in day.values() if roster.listings),
        key=lambda seen: seen[:-1],
    )
    editions = [roster.edition for day in days.values() for roster in day.values()]
    placed = [bounds for edition in editions if edition.as_of and (bounds := bounds_of(edition.as_of))]
    return _Series(
        name=name,
        days=days,
        first=min(first for first, _ in placed),
        last=max(last for _, last in placed),
        opening=_people(showing[0][-1], persons) if showing else frozenset(),
        closing=_people(showing[-1][-1], persons) if showing else frozenset(),
        scope=_scope({section.mission for edition in editions for section in edition.missions if section.mission}),
    )


def _in_time(edition: Edition) -> tuple[date, date, str]:
    first, last = (edition.as_of and bounds_of(edition.as_of)) or (date.min, date.min)
    return first, last, edition.id


def _people(roster: Roster, persons: Mapping[str, Person]) -> frozenset[str]:
    return frozenset(persons[listing.id].id for listing in roster.listings if listing.id in persons)


def _scope(missions: set[str]) -> Scope | None:
    if len(missions) == 1:
        return "mission", next(iter(missions))
    receiving = {mission.split("/")[1] for mission in missions}
    sending = {mission.split("/")[0] for mission in missions}
    if len(receiving) == 1:
        return "receiving", receiving.pop()
    return ("sending", sending.pop()) if len(sending) == 1 else None


def _chains(series: Iterable[_Series]) -> list[list[_Series]]:
    chains: list[list[_Series]] = []
    for each in sorted(series, key=lambda one: (one.first, one.last, one.name)):
        before = [chain for chain in chains if _goes_on(chain, each)]
        same_host = [chain for chain in before if _host(chain[-1].name) == _host(each.name)]
        candidates = same_host or before
        if len(candidates) == 1:
            candidates[0].append(each)
        else:
            chains.append([each])
    return chains


def _goes_on(chain: Sequence[_Series], other: _Series) -> bool:
    last = chain[-1]
    if last.scope is None or last.scope != other.scope or last.last >= other.first:
        return False
    closing = next((series.closing for series in reversed(chain) if series.closing), frozenset[str]())
    if other.opening and len(closing & other.opening) * 2 < len(closing):
        return False
    classes = frozenset[CoverageClass]().union(*(series.classes for series in chain))
    shared = classes & other.classes
    if shared - {"unknown"}:
        return True
    host = _host(last.name)
    return host is not None and host == _host(other.name) and bool(shared or not classes or not other.classes)


def _host(series: str) -> str | None:
    """The host of a series that is named by its address."""
    name = series.partition("://")[2] or series
    host = name.partition("/")[0]
    return host.casefold() if "." in host and " " not in host else None
