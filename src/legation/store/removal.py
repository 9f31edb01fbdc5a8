"""How does something that is kept leave the case for good, while the chain still verifies?

Its row and its salts go, its entries stay: without the salt a commitment tells nothing of what it was to. A note of the
erasure is an entry of its own, and stays: where its words have to go later, it is kept again without them. What was
made of what goes is deleted with it, and the file is written anew, so that no unused page still has its bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, delete, select, text, tuple_, update

from legation.errors import CaseLockedError
from legation.model.keys import made_id
from legation.store import schema
from legation.store.codec import named, unnamed
from legation.store.columns import chunks, key_of
from legation.store.ledger import ERRAND, TABLES, UNDOING, append, keep
from legation.store.session import Database, named_errors

ERASURE = "erasure"
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

    An earlier erasure that is named loses its words alone: what it took has to stay noted, or the chain no longer
    verifies. The bytes of the files are the caller's to delete, after this.
    """
    subjects: dict[str, list[str]] = {}
    for kind, about in erasure.subjects:
        subjects.setdefault(kind, []).append(about)
    with database.writing() as connection:
        connection.execute(text("PRAGMA secure_delete = ON"))
        # First what was taken back: its row refers to the judgement's.
        taken_back = [str(number) for number in _numbers(connection, subjects.get("judgement", ()))]
        subjects = {UNDOING: sorted({*subjects.pop(UNDOING, []), *taken_back}), **subjects}
        _empty(connection, subjects.pop(ERASURE, ()))
        for kind, every in subjects.items():
            _forget(connection, kind, every)
        whole = Erasure(
            at=erasure.at,
            author=erasure.author,
            why=erasure.why,
            subjects=tuple((kind, one) for kind, every in sorted(subjects.items()) for one in sorted(every)),
            files=erasure.files,
        )
        _note(connection, named(whole))
        for table in (*reversed(schema.derived.sorted_tables), *reversed(schema.memo.sorted_tables)):
            connection.execute(delete(table))


def compact(database: Database) -> None:
    """Write the file anew, without the pages that nothing uses, and empty what stands beside it.

    Raises:
        CaseLockedError: another process reads the case: bytes of what is gone still stand beside the database.
        CaseFullError: the disk has no room for the file to be written anew.
    """
    checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)"
    with named_errors(database.path), database.lock.held(), database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        for statement in (checkpoint, "VACUUM"):
            raw.execute(statement).fetchall()
        busy, *_ = raw.execute(checkpoint).fetchone()
    if busy:
        raise CaseLockedError(
            f"the rows are gone, and {database.path.name}-wal still has bytes of them: another process reads the case. "
            "End it and run `legation erase` once more",
            item=str(database.path),
        )


def erased_files(database: Database) -> Mapping[str, int]:
    """The digests of all files whose bytes went by an erasure, each with the number of the last entry that says so."""
    table, found = schema.ledger, dict[str, int]()
    with database.reading() as connection:
        entered = select(table.c.subject, table.c.id).where(table.c.kind == ERASURE).order_by(table.c.id.desc())
        # The first entry of each: one that was kept again without its words took nothing more.
        numbers = {row.subject: row.id for row in connection.execute(entered)}
        for key, body in connection.execute(select(schema.erasure.c.key, schema.erasure.c.body)):
            for sha256 in unnamed(Erasure, body).files:
                found[sha256] = max(found.get(sha256, 0), numbers.get(key.hex(), 0))
    return found


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


def _note(connection: Connection, body: str) -> None:
    """Keep the note of an erasure; one that took the same in the same second, which is nothing, is noted already."""
    key = key_of(made_id("erasure", body))
    if connection.execute(select(schema.erasure.c.id).where(schema.erasure.c.key == key)).first() is None:
        keep(connection, ERASURE, [{"key": key, "body": body}])


def _empty(connection: Connection, about: Iterable[str]) -> None:
    """Keep erasures again without their words: a second entry of each commits to what is left."""
    table = schema.erasure
    for key in about:
        body = connection.execute(select(table.c.body).where(table.c.key == bytes.fromhex(key))).scalar_one()
        left = named(replace(unnamed(Erasure, body), author="", why=""))
        _without_salts(connection, ERASURE, [key])
        connection.execute(update(table).where(table.c.key == bytes.fromhex(key)).values(body=left))
        append(connection, ERASURE, [(key, left)])


def _without_salts(connection: Connection, kind: str, about: Iterable[str]) -> None:
    pairs = tuple_(schema.ledger.c.kind, schema.ledger.c.subject).in_([(kind, one) for one in about])
    connection.execute(update(schema.ledger).where(pairs).values(salt=None))


def _forget(connection: Connection, kind: str, about: Iterable[str]) -> None:
    every = list(about)
    for portion in chunks(every, 5_000):
        _without_salts(connection, kind, portion)
        if kind == UNDOING:
            connection.execute(delete(schema.undoing).where(schema.undoing.c.judgement.in_(map(int, portion))))
        elif kind in _ROWS:
            keys = [bytes.fromhex(one) for one in portion]
            connection.execute(delete(_ROWS[kind]).where(_ROWS[kind].c.key.in_(keys)))
