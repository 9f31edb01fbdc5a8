"""How does something that is kept leave the case for good, while the chain still verifies?

Its row and its salts go, its entries stay: without the salt a commitment tells nothing of what it was to. A note of the
erasure is an entry of its own. What was made of it is deleted with it, and the file is written anew, so that its bytes
don't stay behind in pages that no table uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, text, tuple_, update

from legation.model.keys import made_id
from legation.store import schema
from legation.store.codec import named, unnamed
from legation.store.columns import chunks, key_of
from legation.store.ledger import ERRAND, TABLES, UNDOING, keep
from legation.store.session import Database

_ROWS = {**TABLES, ERRAND: schema.errand}


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """What was erased, by whom and why; no word of what it was."""

    at: datetime
    author: str
    why: str
    subjects: tuple[tuple[str, str], ...]
    """Kind and subject of each entry of the chain whose content went."""
    files: tuple[str, ...] = ()
    """Digests of the files whose bytes went."""


def erase(database: Database, erasure: Erasure) -> None:
    """Delete what an erasure names, its salts, and everything that was made of anything; note it in the chain.

    The bytes of the files are the caller's to delete, before this.
    """
    subjects: dict[str, list[str]] = {}
    for kind, about in erasure.subjects:
        subjects.setdefault(kind, []).append(about)
    with database.writing() as connection:
        connection.execute(text("PRAGMA secure_delete = ON"))
        # First what was taken back: its row refers to the judgement's.
        taken_back = [str(number) for number in _numbers(connection, subjects.get("judgement", ()))]
        subjects = {UNDOING: sorted({*subjects.pop(UNDOING, []), *taken_back}), **subjects}
        for kind, every in subjects.items():
            _forget(connection, kind, every)
        whole = Erasure(
            at=erasure.at,
            author=erasure.author,
            why=erasure.why,
            subjects=tuple((kind, one) for kind, every in sorted(subjects.items()) for one in sorted(every)),
            files=erasure.files,
        )
        body = named(whole)
        keep(connection, "erasure", [{"key": key_of(made_id("erasure", body)), "body": body}])
        for table in (*reversed(schema.derived.sorted_tables), *reversed(schema.memo.sorted_tables)):
            connection.execute(delete(table))


def compact(database: Database) -> None:
    """Write the file anew, without the pages that nothing uses, and empty what stands beside it."""
    with database.lock.held(), database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            raw.execute(statement)


def erased_files(database: Database) -> frozenset[str]:
    """The digests of all files whose bytes went by an erasure."""
    with database.reading() as connection:
        bodies = connection.execute(select(schema.erasure.c.body)).scalars()
        return frozenset(sha256 for body in bodies for sha256 in unnamed(Erasure, body).files)


def texts(database: Database) -> Mapping[tuple[str, str], str]:
    """Every text that is kept, by kind and subject of its entry."""
    found: dict[tuple[str, str], str] = {}
    with database.reading() as connection:
        for kind, table in _ROWS.items():
            for key, body in connection.execute(select(table.c.key, table.c.body).order_by(table.c.id)):
                found[kind, key.hex()] = body
        for row in connection.execute(select(schema.undoing)):
            found[UNDOING, str(row.judgement)] = f"{row.author} {row.why}"
    return found


def _numbers(connection: Connection, judgements: Iterable[str]) -> tuple[int, ...]:
    """The numbers of those of these judgements that were taken back."""
    keys = [bytes.fromhex(key) for key in judgements]
    query = select(schema.undoing.c.judgement).join(schema.judgement).where(schema.judgement.c.key.in_(keys))
    return tuple(connection.execute(query).scalars())


def _forget(connection: Connection, kind: str, about: Iterable[str]) -> None:
    every = list(about)
    for portion in chunks(every, 5_000):
        pairs = tuple_(schema.ledger.c.kind, schema.ledger.c.subject).in_([(kind, one) for one in portion])
        connection.execute(update(schema.ledger).where(pairs).values(salt=None))
        if kind == UNDOING:
            connection.execute(delete(schema.undoing).where(schema.undoing.c.judgement.in_(map(int, portion))))
        elif kind in _ROWS:
            keys = [bytes.fromhex(one) for one in portion]
            connection.execute(delete(_ROWS[kind]).where(_ROWS[kind].c.key.in_(keys)))
