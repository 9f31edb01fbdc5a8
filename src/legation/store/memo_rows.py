"""How do rosters and reports become rows, and the same values again?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from legation.model.claims import Claim, Event, Report
from legation.model.documents import Passage
from legation.model.listings import Edition, Listing, Residue, Roster
from legation.store import schema
from legation.store.codec import packed, unpacked, unpacked_all
from legation.store.columns import chunks, column_text, days, key_of


def added(connection: Connection, table: Table, row: Mapping[str, Any]) -> int:
    """Add one row; gives its number."""
    key = connection.execute(insert(table).values(**row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def _add_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def save_roster(connection: Connection, reading: int, roster: Roster) -> None:
    """Save a roster as part of a reading."""
    edition, home = roster.edition, roster.edition.sha256
    row = {
        "key": key_of(edition.id),
        "reading": reading,
        "as_of": edition.as_of.text if edition.as_of else None,
        **days("as_of", edition.as_of),
        "series": column_text(edition.series),
        "body": packed(edition),
    }
    number = added(connection, schema.edition, row)
    listings = [
        {
            "key": key_of(listing.id),
            "edition": number,
            "mission": listing.mission,
            **days("printed", listing.dates[0].value if listing.dates else None),
            "body": packed(listing, home),
        }
        for listing in roster.listings
    ]
    _add_all(connection, schema.listing, listings)
    residue = [{"edition": number, "mission": one.mission, "body": packed(one, home)} for one in roster.residue]
    _add_all(connection, schema.residue, residue)


def save_report(connection: Connection, reading: int, report: Report) -> None:
    """Save a report as part of a reading."""
    home = report.sha256
    row = {
        "reading": reading,
        **days("published", report.published),
        "body": packed(replace(report, events=(), claims=())),
    }
    number = added(connection, schema.report, row)
    events = [
        {
            "key": key_of(event.id),
            "report": number,
            "type": event.type,
            "mission": event.mission,
            **days("date", event.date),
            "body": packed(event, home),
        }
        for event in report.events
    ]
    _add_all(connection, schema.event, events)
    claims = [
        {
            "key": key_of(claim.id),
            "report": number,
            "type": claim.type,
            **days("when", claim.when),
            "body": packed(claim, home),
        }
        for claim in report.claims
    ]
    _add_all(connection, schema.claim, claims)


def _by_owner(
    connection: Connection, table: Table, owner: str, owners: Iterable[int], missions: Collection[str] | None = None
) -> dict[int, list[str]]:
    bodies: dict[int, list[str]] = defaultdict(list)
    for portion in chunks(owners):
        query = select(table.c[owner], table.c.body).where(table.c[owner].in_(portion)).order_by(table.c.id)
        if missions is not None:
            query = query.where(table.c.mission.in_(missions))
        for number, body in connection.execute(query):
            bodies[number].append(body)
    return bodies


def rosters(
    connection: Connection, readings: Sequence[int], missions: Collection[str] | None = None
) -> tuple[Roster, ...]:
    """The rosters of these readings, in their order; of their lines only those of some missions, where asked."""
    editions: dict[int, tuple[int, str]] = {}
    table = schema.edition
    for portion in chunks(readings):
        query = select(table.c.reading, table.c.id, table.c.body).where(table.c.reading.in_(portion))
        editions |= {reading: (number, body) for reading, number, body in connection.execute(query)}
    numbers = [number for number, _ in editions.values()]
    listings = _by_owner(connection, schema.listing, "edition", numbers, missions)
    residue = _by_owner(connection, schema.residue, "edition", numbers, missions)
    rosters = []
    for reading in readings:
        if reading not in editions:
            continue
        number, body = editions[reading]
        edition = unpacked(Edition, body)
        rosters.append(
            Roster(
                edition=edition,
                listings=unpacked_all(Listing, listings.get(number, ()), edition.sha256),
                residue=unpacked_all(Residue, residue.get(number, ()), edition.sha256),
            )
        )
    return tuple(rosters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What is known of a stored roster without its lines."""

    number: int
    """Of its row."""
    edition: Edition
    body: str
    """The edition, packed."""
    missions: Mapping[str | None, int]
    """The missions of its lines, each with how many it has."""

    @property
    def listings(self) -> int:
        """How many lines it has."""
        return sum(self.missions.values())


def heads(connection: Connection, readings: Sequence[int]) -> tuple[Head, ...]:
    """The rosters of these readings without their lines, in their order."""
    table, listing = schema.edition, schema.listing
    rows: dict[int, tuple[int, str]] = {}
    for portion in chunks(readings):
        query = select(table.c.reading, table.c.id, table.c.body).where(table.c.reading.in_(portion))
        rows |= {reading: (number, body) for reading, number, body in connection.execute(query)}
    missions: defaultdict[int, dict[str | None, int]] = defaultdict(dict)
    counts = select(listing.c.edition, listing.c.mission, func.count()).group_by(listing.c.edition, listing.c.mission)
    for number, mission, count in connection.execute(counts):
        missions[number][mission] = count
    return tuple(
        Head(number=number, edition=unpacked(Edition, body), body=body, missions=missions[number])
        for number, body in (rows[reading] for reading in readings if reading in rows)
    )


def days_of(connection: Connection) -> dict[int, tuple[str, ...]]:
    """The day of each edition as it is written, and that of each report that is known to the day, by their reading."""
    edition, report = schema.edition, schema.report
    found: defaultdict[int, list[str]] = defaultdict(list)
    dated = select(edition.c.reading, edition.c.as_of).where(edition.c.as_of.is_not(None)).order_by(edition.c.id)
    for reading, as_of in connection.execute(dated):
        found[reading].append(as_of)
    printed = select(report.c.reading, report.c.published_lo).where(report.c.published_lo == report.c.published_hi)
    for reading, day in connection.execute(printed):
        found[reading].append(date.fromordinal(day).isoformat())
    return {reading: tuple(dict.fromkeys(days)) for reading, days in found.items()}


def first_lines(
    connection: Connection, numbers: Sequence[int], wanted: Collection[tuple[str, str]]
) -> dict[tuple[str, str], Passage]:
    """Where readings begin to list a mission on a day of an edition; of several of a day the first place."""
    listing, edition, reading = schema.listing, schema.edition, schema.reading
    chosen = frozenset(numbers)
    dated = select(edition.c.id, edition.c.as_of, edition.c.reading).where(
        edition.c.as_of.in_({day for _, day in wanted})
    )
    days = {number: as_of for number, as_of, of in connection.execute(dated) if of in chosen}
    begins: dict[int, tuple[str, str]] = {}
    for portion in chunks(days):
        first = (
            select(func.min(listing.c.id), listing.c.mission, listing.c.edition)
            .where(listing.c.mission.in_({mission for mission, _ in wanted}), listing.c.edition.in_(portion))
            .group_by(listing.c.mission, listing.c.edition)
        )
        found = ((line, (mission, days[number])) for line, mission, number in connection.execute(first))
        begins.update((line, pair) for line, pair in found if pair in wanted)
    places: dict[tuple[str, str], Passage] = {}
    for portion in chunks(begins):
        query = (
            select(listing.c.id, reading.c.sha256, listing.c.body)
            .join(edition, edition.c.id == listing.c.edition)
            .join(reading, reading.c.id == edition.c.reading)
            .where(listing.c.id.in_(portion))
            .order_by(listing.c.id)
        )
        for line, sha256, body in connection.execute(query):
            place = unpacked(Listing, body, sha256.hex()).passage
            known = places.setdefault(begins[line], place)
            if (place.page or 0, place.start) < (known.page or 0, known.start):
                places[begins[line]] = place
    return places


def lines(connection: Connection, editions: Sequence[int], missions: Iterable[str | None]) -> dict[int, list[str]]:
    """The packed lines of missions, by the number of their edition, in the order in which they are stored."""
    wanted, listing = set(missions), schema.listing
    found: dict[int, list[str]] = {number: [] for number in editions}
    named = [each for each in wanted if each is not None]
    conditions = [listing.c.mission.in_(portion) for portion in chunks(sorted(named))]
    if None in wanted:
        conditions.append(listing.c.mission.is_(None))
    for condition in conditions:
        query = select(listing.c.edition, listing.c.body).where(condition).order_by(listing.c.id)
        for number, body in connection.execute(query):
            if number in found:
                found[number].append(body)
    return found


def reports(connection: Connection, readings: Sequence[int]) -> tuple[Report, ...]:
    """The reports of these readings, in their order."""
    heads: dict[int, tuple[int, str]] = {}
    table = schema.report
    for portion in chunks(readings):
        query = select(table.c.reading, table.c.id, table.c.body).where(table.c.reading.in_(portion))
        heads |= {reading: (number, body) for reading, number, body in connection.execute(query)}
    numbers = [number for number, _ in heads.values()]
    events = _by_owner(connection, schema.event, "report", numbers)
    claims = _by_owner(connection, schema.claim, "report", numbers)
    reports = []
    for reading in readings:
        if reading not in heads:
            continue
        number, body = heads[reading]
        head = unpacked(Report, body)
        reports.append(
            replace(
                head,
                events=unpacked_all(Event, events.get(number, ()), head.sha256),
                claims=unpacked_all(Claim, claims.get(number, ()), head.sha256),
            )
        )
    return tuple(reports)
