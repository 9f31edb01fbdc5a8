"""In which order did everything that is kept come into the case?

Each write of what is kept adds an entry to the chain in the same transaction. The content stays where it is; the entry
holds a salted commitment to it, so that content can be erased later and the chain still verifies.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, text, update

from legation.custody.chain import ORIGIN, SALT_BYTES, Entry, canonical, commitment, digest
from legation.model.keys import sha256_hex
from legation.store import schema
from legation.store.session import HEAD, Database

TABLES = {
    "capture": schema.capture,
    "note": schema.note,
    "judgement": schema.judgement,
    "attempt": schema.attempt,
    "leaving": schema.leaving,
    "erasure": schema.erasure,
    "inquiry": schema.inquiry,
    "reply": schema.reply,
}
"""Kinds whose content is the body of a row, found by its key."""
ERRAND, UNDOING = "errand", "undoing"
STAMP, SETTINGS, FORMAT = "stamp", "settings", "format"
"""Kinds whose content stands in a file of the case, or is the form of its tables."""
GONE = "gone"
_BEFORE_ERRANDS = ("capture", "note", "judgement", "attempt")


def keep(connection: Connection, kind: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows of what is kept, each with its entry of the chain; a row has a `key` and a `body`."""
    if rows:
        connection.execute(insert(TABLES[kind]), list(rows))
        append(connection, kind, ((row["key"].hex(), row["body"]) for row in rows))


def keep_undoing(connection: Connection, row: Mapping[str, Any]) -> None:
    """Write that a judgement was taken back, with its entry of the chain."""
    connection.execute(insert(schema.undoing).values(row))
    append(connection, UNDOING, [(str(row["judgement"]), undoing_content(row))])


def keep_errand(connection: Connection, key: bytes, *, body: str, closed: bool) -> None:
    """Write how far an errand has come, with its entry of the chain; the one before it is superseded."""
    table = schema.errand
    values = {"closed": closed, "body": body}
    if connection.execute(select(table.c.id).where(table.c.key == key)).first() is None:
        connection.execute(insert(table).values(key=key, **values))
    else:
        connection.execute(update(table).where(table.c.key == key).values(values))
    append(connection, ERRAND, [(key.hex(), errand_content(body, closed=closed))])


def append(connection: Connection, kind: str, contents: Iterable[tuple[str, str]]) -> None:
    """Add entries to the chain: each the subject's key in hexadecimal, and the content that is committed to."""
    table = schema.ledger
    last = connection.execute(select(table.c.id, table.c.hash).order_by(table.c.id.desc()).limit(1)).first()
    number, before = (last.id, last.hash) if last else (0, ORIGIN)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    rows = []
    for subject, content in contents:
        number += 1
        salt = os.urandom(SALT_BYTES)
        bound = commitment(salt, content)
        entry = Entry(number=number, at=at, kind=kind, subject=subject, commitment=bound, previous=before)
        before = digest(entry)
        rows.append(
            {
                "id": number,
                "at": at,
                "kind": kind,
                "subject": subject,
                "commitment": bound,
                "previous": entry.previous,
                "hash": before,
                "salt": salt,
            }
        )
    if rows:
        connection.execute(insert(table), rows)
        connection.info[HEAD] = (number, before)


class LedgerTable:
    """The chain of a case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self) -> tuple[tuple[Entry, bytes], ...]:
        """Every entry with its digest, in order."""
        with self._database.reading() as connection:
            return tuple(entries(connection))

    def head(self) -> tuple[int, bytes]:
        """The number and digest of the last entry: what somebody outside has to be told."""
        table = schema.ledger
        with self._database.reading() as connection:
            last = connection.execute(select(table.c.id, table.c.hash).order_by(table.c.id.desc()).limit(1)).first()
        return (last.id, last.hash) if last else (0, ORIGIN)

    def opened(self, kind: str, subjects: Iterable[str]) -> tuple[tuple[int, bytes, str], ...]:
        """Number, salt and content of the last entry of each subject: what shows a stranger what it commits to."""
        wanted = set(subjects)
        with self._database.reading() as connection:
            salts = _salts(connection)
            kept = contents(connection, kind)
            last = {e.subject: e.number for e, _ in entries(connection) if e.kind == kind and e.subject in wanted}
        found = ((number, salts.get(number), kept.get(subject)) for subject, number in sorted(last.items()))
        return tuple((number, salt, content) for number, salt, content in found if salt and content is not None)

    def salted(self, kind: str, files: Mapping[str, str]) -> tuple[tuple[int, bytes, str], ...]:
        """Number, salt and name of those files whose entry commits to just this content."""
        with self._database.reading() as connection:
            salts = _salts(connection)
            last = {entry.subject: entry for entry, _ in entries(connection) if entry.kind == kind}
        found = ((entry, salts.get(entry.number), name) for name, entry in last.items() if name in files)
        return tuple(
            (entry.number, salt, name)
            for entry, salt, name in found
            if salt is not None and commitment(salt, files[name]) == entry.commitment
        )

    def record(self, kind: str, key: bytes, body: str) -> None:
        """Keep that something left the case, with its entry of the chain."""
        with self._database.writing() as connection:
            keep(connection, kind, [{"key": key, "body": body}])

    def bodies(self, kind: str) -> tuple[tuple[str, str], ...]:
        """What is kept of a kind, each with the subject of its entry, in the order in which it came."""
        with self._database.reading() as connection:
            return tuple(contents(connection, kind).items())

    def places(self) -> dict[tuple[str, str], int]:
        """By kind and subject the number of the entry with which something came into the case."""
        found: dict[tuple[str, str], int] = {}
        for entry, _ in self.entries():
            found.setdefault((entry.kind, entry.subject), entry.number)
        return found

    def enter_one(self, kind: str, name: str, content: str) -> None:
        """Enter the content of one file."""
        with self._database.writing() as connection:
            append(connection, kind, [(name, content)])

    def enter(self, kind: str, said: Mapping[str, str]) -> None:
        """Enter the contents of files, by name; those that are as they were entered last are left alone."""
        with self._database.reading() as connection:
            new = list(_changed(connection, kind, said))
        if new:
            with self._database.writing() as connection:
                append(connection, kind, _changed(connection, kind, said))


def entries(connection: Connection) -> Iterator[tuple[Entry, bytes]]:
    """Every entry with its digest, in order."""
    for row in connection.execute(select(schema.ledger).order_by(schema.ledger.c.id)):
        entry = Entry(
            number=row.id,
            at=row.at,
            kind=row.kind,
            subject=row.subject,
            commitment=row.commitment,
            previous=row.previous,
        )
        yield entry, row.hash


def contents(connection: Connection, kind: str) -> dict[str, str]:
    """Every content of a kind by its subject, in the order of the rows."""
    if kind == UNDOING:
        rows = connection.execute(select(schema.undoing).order_by(schema.undoing.c.id)).mappings()
        return {str(row["judgement"]): undoing_content(dict(row)) for row in rows}
    if kind == ERRAND:
        table = schema.errand
        found = connection.execute(select(table.c.key, table.c.body, table.c.closed).order_by(table.c.id))
        return {key.hex(): errand_content(body, closed=closed) for key, body, closed in found}
    table = TABLES[kind]
    return {key.hex(): body for key, body in connection.execute(select(table.c.key, table.c.body).order_by(table.c.id))}


def undoing_content(row: Mapping[str, Any]) -> str:
    """What is committed to of an undoing."""
    return canonical({name: row[name] for name in ("judgement", "author", "at", "why")}).decode()


def errand_content(body: str, *, closed: bool) -> str:
    """What is committed to of an errand."""
    return f"{'closed' if closed else 'open'} {body}"


def enter_what_is_kept(connection: Connection) -> None:
    """Begin the chain of a case that was made before it had one: what is there is entered as it is now."""
    for kind in (*_BEFORE_ERRANDS, UNDOING):
        append(connection, kind, contents(connection, kind).items())


def enter_format(connection: Connection) -> None:
    """Enter the form that the tables have now."""
    append(connection, FORMAT, [("tables", format_content(connection))])


def format_content(connection: Connection) -> str:
    """A digest of the tables' definitions, and of which steps made them."""
    rows = connection.execute(text("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")).all()
    steps = connection.execute(select(schema.migration).order_by(schema.migration.c.name)).all()
    marks = [connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in ("user_version", "application_id")]
    return sha256_hex(repr((list(map(tuple, rows)), list(map(tuple, steps)), marks)).encode("utf-8", "surrogatepass"))


def _changed(connection: Connection, kind: str, said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What isn't as it was entered last; a file that was entered and isn't there any more is gone."""
    salts = _salts(connection)
    last = {entry.subject: entry for entry, _ in entries(connection) if entry.kind == kind}
    every = {**dict.fromkeys(last, GONE), **said}
    for name, content in every.items():
        entry = last.get(name)
        salt = salts.get(entry.number) if entry else None
        if entry is None or salt is None or commitment(salt, content) != entry.commitment:
            yield name, content


def _salts(connection: Connection) -> dict[int, bytes | None]:
    return {row.id: row.salt for row in connection.execute(select(schema.ledger.c.id, schema.ledger.c.salt))}
