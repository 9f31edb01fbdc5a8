"""What did reading make of the bytes of a capture?

A memo holds what a pure function of bytes, rules and the reporter's own statements gave, keyed by just these. It is
never the only place of anything: delete it, and the next build makes it again. A reading is saved whole or not at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, func, select

from legation.model.claims import Report
from legation.model.documents import DocumentState, Passage
from legation.model.keys import content_key
from legation.model.listings import Roster
from legation.model.sources import Capture, InputKind
from legation.store import schema
from legation.store.codec import named, packed, shape, unpacked
from legation.store.columns import chunks, key_of
from legation.store.memo_rows import (
    Head,
    added,
    days_of,
    first_lines,
    heads,
    lines,
    reports,
    rosters,
    save_report,
    save_roster,
)
from legation.store.seal import seal_reading
from legation.store.session import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoKey:
    """What a reading depends on: the bytes, the version of the rules, and a digest of all that was given with them."""

    sha256: str
    rules: str
    inputs: str


def memo_key(capture: Capture, *, rules: str, states: str) -> MemoKey:
    """The key of a capture's reading.

    Args:
        capture: its bytes, its name and what was given with it count.
        rules: the versions of reader and extraction together.
        states: digest of the case's states file.
    """
    inputs = content_key(capture.name, named(capture.given), states)
    return MemoKey(sha256=capture.sha256, rules=f"{rules} {shape(Reading)}", inputs=inputs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What became of one capture, in one line; `code` and `message` of the error where it couldn't be used."""

    key: MemoKey
    kind: InputKind | None = None
    """What it was read as."""
    state: DocumentState | None = None
    media_type: str | None = None
    reader: str | None = None
    pages: int | None = None
    characters: int = 0
    coverage: float | None = None
    notes: tuple[str, ...] = ()
    code: str | None = None
    message: str | None = None
    listings: int = 0
    residue: int = 0
    events: int = 0
    claims: int = 0
    entries: int = 0
    """Of a register: the persons in it, whether or not they may be somebody of the case."""
    names: str | None = None
    """Of a register: a digest of the names that were looked for in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An account with what was read, if anything was."""

    account: Account
    roster: Roster | None = None
    report: Report | None = None


class MemoTables:
    """Readings of a case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def missing(self, keys: Iterable[MemoKey]) -> tuple[MemoKey, ...]:
        """The keys that have no reading yet, each once."""
        with self._database.reading() as connection:
            known = _rows(connection)
        return tuple(key for key in dict.fromkeys(keys) if key not in known)

    def save(self, reading: Reading) -> None:
        """Keep a reading in one commit; one of the same key is replaced. The account's counts are set here."""
        roster, report = reading.roster, reading.report
        account = replace(
            reading.account,
            listings=len(roster.listings) if roster else 0,
            residue=len(roster.residue) if roster else 0,
            events=len(report.events) if report else 0,
            claims=len(report.claims) if report else 0,
        )
        key = account.key
        table = schema.reading
        with self._database.writing() as connection:
            connection.execute(
                delete(table).where(
                    table.c.sha256 == bytes.fromhex(key.sha256),
                    table.c.rules == key.rules,
                    table.c.inputs == bytes.fromhex(key.inputs),
                )
            )
            row = {
                "sha256": bytes.fromhex(key.sha256),
                "rules": key.rules,
                "inputs": bytes.fromhex(key.inputs),
                "body": packed(account),
            }
            number = added(connection, table, row)
            if roster is not None:
                save_roster(connection, number, roster)
            if report is not None:
                save_report(connection, number, report)
            seal_reading(connection, number)

    def accounts(self, keys: Iterable[MemoKey]) -> tuple[Account, ...]:
        """The accounts of these keys, in their order; keys without a reading are passed over."""
        table = schema.reading
        with self._database.reading() as connection:
            bodies = {row.id: row.body for row in connection.execute(select(table.c.id, table.c.body))}
            known = _rows(connection)
        return tuple(unpacked(Account, bodies[known[key]]) for key in dict.fromkeys(keys) if key in known)

    def rosters(self, keys: Iterable[MemoKey], missions: Collection[str] | None = None) -> tuple[Roster, ...]:
        """The rosters of these keys, in their order; of their lines only those of some missions, where asked."""
        with self._database.reading() as connection:
            return rosters(connection, _chosen(connection, keys), missions)

    def heads(self, keys: Iterable[MemoKey]) -> tuple[Head, ...]:
        """What is known of the rosters of these keys without their lines, in their order."""
        with self._database.reading() as connection:
            return heads(connection, _chosen(connection, keys))

    def lines(self, heads: Iterable[Head], missions: Iterable[str | None]) -> dict[int, list[str]]:
        """The lines that some rosters have of some missions, packed, by the number of the roster.

        Args:
            heads: the rosters.
            missions: keys of missions; `None` among them for lines of no mission.
        """
        with self._database.reading() as connection:
            return lines(connection, [head.number for head in heads], missions)

    def first_lines(
        self, keys: Iterable[MemoKey], wanted: Collection[tuple[str, str]]
    ) -> dict[tuple[str, str], Passage]:
        """Where the rosters of these keys begin to list missions, by mission and day of the edition as written."""
        with self._database.reading() as connection:
            return first_lines(connection, _chosen(connection, keys), wanted)

    def days_of(self, keys: Iterable[MemoKey]) -> dict[MemoKey, tuple[str, ...]]:
        """The days that lists and reports of these keys say that they are of, where they say so, in their order."""
        with self._database.reading() as connection:
            known = _rows(connection)
            found = days_of(connection)
        return {key: found[known[key]] for key in keys if key in known and known[key] in found}

    def missions_of(self, ids: Iterable[str]) -> frozenset[str]:
        """The missions of the lines that have these ids."""
        table = schema.listing
        found: set[str] = set()
        with self._database.reading() as connection:
            for portion in chunks(key_of(id_) for id_ in ids if id_.startswith("listing-")):
                query = select(table.c.mission).where(table.c.key.in_(portion), table.c.mission.is_not(None))
                found.update(connection.execute(query).scalars())
        return frozenset(found)

    def reports(self, keys: Iterable[MemoKey]) -> tuple[Report, ...]:
        """The reports of these keys, in their order."""
        with self._database.reading() as connection:
            return reports(connection, _chosen(connection, keys))

    def prune(self, keys: Iterable[MemoKey]) -> int:
        """Delete every reading but those of these keys; gives the number deleted."""
        with self._database.writing() as connection:
            kept = set(_chosen(connection, keys))
            gone = [number for number in _rows(connection).values() if number not in kept]
            for portion in chunks(gone):
                connection.execute(delete(schema.reading).where(schema.reading.c.id.in_(portion)))
        return len(gone)

    def count(self) -> int:
        """How many readings there are, under whatever rules."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).select_from(schema.reading)).scalar_one()


def _rows(connection: Connection) -> dict[MemoKey, int]:
    table = schema.reading
    query = select(table.c.id, table.c.sha256, table.c.rules, table.c.inputs)
    return {
        MemoKey(sha256=sha256.hex(), rules=rules, inputs=inputs.hex()): number
        for number, sha256, rules, inputs in connection.execute(query)
    }


def _chosen(connection: Connection, keys: Iterable[MemoKey]) -> list[int]:
    known = _rows(connection)
    return [known[key] for key in dict.fromkeys(keys) if key in known]
