"""In which order did everything that is kept come into the case, and is it still the same?

Each write of what is kept adds an entry to the chain in the same transaction. The content stays where it is; the entry
holds a salted commitment to it, so that content can be erased later and the chain still verifies.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from legation.custody.chain import ORIGIN, SALT_BYTES, Entry, broken, canonical, commitment, digest
from legation.store import schema
from legation.store.session import Database

_TABLES = {"capture": schema.capture, "note": schema.note, "judgement": schema.judgement, "attempt": schema.attempt}
"""Kinds whose content is the body of a row, found by its key."""
UNDOING = "undoing"
ERASED = "erased"


def keep(connection: Connection, kind: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows of what is kept, each with its entry of the chain; a row has a `key` and a `body`."""
    if rows:
        connection.execute(insert(_TABLES[kind]), list(rows))
        append(connection, kind, ((row["key"].hex(), row["body"]) for row in rows))


def keep_undoing(connection: Connection, row: Mapping[str, Any]) -> None:
    """Write that a judgement was taken back, with its entry of the chain."""
    connection.execute(insert(schema.undoing).values(row))
    append(connection, UNDOING, [(str(row["judgement"]), undoing_content(row))])


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


class LedgerTable:
    """The chain of a case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self) -> tuple[tuple[Entry, bytes], ...]:
        """Every entry with its digest, in order."""
        with self._database.reading() as connection:
            return tuple(_entries(connection))

    def head(self) -> tuple[int, bytes]:
        """The number and digest of the last entry: what somebody outside has to be told."""
        table = schema.ledger
        with self._database.reading() as connection:
            last = connection.execute(select(table.c.id, table.c.hash).order_by(table.c.id.desc()).limit(1)).first()
        return (last.id, last.hash) if last else (0, ORIGIN)

    def problems(self) -> Iterator[str]:
        """What doesn't hold: in the chain itself, or between it and what is kept. Nothing for a sound case."""
        with self._database.reading() as connection:
            entries = list(_entries(connection))
            salts = {row.id: row.salt for row in connection.execute(select(schema.ledger.c.id, schema.ledger.c.salt))}
            kept = {kind: _contents(connection, kind) for kind in (*_TABLES, UNDOING)}
        yield from (one.problem for one in broken(entries))
        latest = {(entry.kind, entry.subject): entry for entry, _ in entries}
        erased = {entry.subject for entry, _ in entries if entry.kind == ERASED}
        for (kind, subject), entry in latest.items():
            if kind not in kept:
                continue
            content, salt = kept[kind].pop(subject, None), salts[entry.number]
            if subject in erased:
                if content is not None:
                    yield f"{kind} {subject} was erased, and is there"
            elif content is None:
                yield f"{kind} {subject} (entry {entry.number}) is gone, and no entry says that it was erased"
            elif salt is None or commitment(salt, content) != entry.commitment:
                yield f"{kind} {subject} (entry {entry.number}) is not what it was when it was kept"
        for kind, rest in kept.items():
            for subject in rest:
                yield f"{kind} {subject} came into the case without an entry of the chain"


def undoing_content(row: Mapping[str, Any]) -> str:
    """What is committed to of an undoing."""
    return canonical({name: row[name] for name in ("judgement", "author", "at", "why")}).decode()


def enter_what_is_kept(connection: Connection) -> None:
    """Begin the chain of a case that was made before it had one: what is there is entered as it is now."""
    for kind in (*_TABLES, UNDOING):
        append(connection, kind, _contents(connection, kind).items())


def _entries(connection: Connection) -> Iterator[tuple[Entry, bytes]]:
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


def _contents(connection: Connection, kind: str) -> dict[str, str]:
    """Every content of a kind by its subject, in the order of the rows."""
    if kind == UNDOING:
        rows = connection.execute(select(schema.undoing).order_by(schema.undoing.c.id)).mappings()
        return {str(row["judgement"]): undoing_content(dict(row)) for row in rows}
    table = _TABLES[kind]
    return {key.hex(): body for key, body in connection.execute(select(table.c.key, table.c.body).order_by(table.c.id))}
