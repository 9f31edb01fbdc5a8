"""Is what was read and worked out still what was written?

Memo and derived rows aren't in the chain, since they can be made again; each reading and each build carries a digest
over all of its rows, so that a changed one is found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, Table, select, update

from legation.store import schema
from legation.store.session import Database

_Rows = Select[tuple[Any, ...]]
_AT_ONCE = 1000


def seal_reading(connection: Connection, number: int) -> None:
    """Write the digest of a reading's rows."""
    table = schema.reading
    seal = _digest(connection, _of_reading(number))
    connection.execute(update(table).where(table.c.id == number).values(seal=seal))


def seal_build(connection: Connection) -> None:
    """Write the digest of all derived rows."""
    connection.execute(update(schema.built).values(seal=_digest(connection, _derived())))


def unsealed(database: Database) -> Iterator[str]:
    """What is not what it was when it was read or worked out, in words."""
    with database.reading() as connection:
        for _, sha256 in _broken_readings(connection):
            yield f"what was read from {sha256.hex()} is not what it was: `legation build --again` reads it anew"
        if not _is_build_whole(connection):
            yield "what the last build worked out is not what it was: `legation build --again` works it out anew"


def drop_unsealed(database: Database) -> None:
    """Delete readings and conclusions that aren't what was written; the next build makes them again."""
    with database.writing() as connection:
        for number, _ in list(_broken_readings(connection)):
            connection.execute(schema.reading.delete().where(schema.reading.c.id == number))
        if not _is_build_whole(connection):
            for table in reversed(schema.derived.sorted_tables):
                connection.execute(table.delete())


def _broken_readings(connection: Connection) -> Iterator[tuple[int, bytes]]:
    table = schema.reading
    for number, sha256, seal in connection.execute(select(table.c.id, table.c.sha256, table.c.seal)).all():
        if _digest(connection, _of_reading(number)) != seal:
            yield number, sha256


def _is_build_whole(connection: Connection) -> bool:
    seals = connection.execute(select(schema.built.c.seal)).scalars().all()
    if seals:
        return seals == [_digest(connection, _derived())]
    return not any(connection.execute(query.limit(1)).first() for query in _derived())


def _derived() -> Iterator[_Rows]:
    return map(_rows, schema.derived.sorted_tables)


def _of_reading(number: int) -> Iterator[_Rows]:
    """Queries for all rows of a reading."""
    edition, report = schema.edition, schema.report
    editions = select(edition.c.id).where(edition.c.reading == number)
    reports = select(report.c.id).where(report.c.reading == number)
    yield _rows(schema.reading).where(schema.reading.c.id == number)
    yield _rows(edition).where(edition.c.reading == number)
    yield _rows(report).where(report.c.reading == number)
    for table in (schema.listing, schema.residue):
        yield _rows(table).where(table.c.edition.in_(editions))
    for table in (schema.event, schema.claim):
        yield _rows(table).where(table.c.report.in_(reports))


def _rows(table: Table) -> _Rows:
    """Every row of a table but its seal, in the order of its key."""
    columns = [column for column in table.c if column.name != "seal"]
    return select(*columns).order_by(*table.primary_key.columns)


def _digest(connection: Connection, queries: Iterable[_Rows]) -> bytes:
    digest = hashlib.sha256()
    for query in queries:
        statement = str(query.compile(connection, compile_kwargs={"literal_binds": True}))
        cursor = connection.exec_driver_sql(statement).cursor
        # the driver's own tuples, many at a time: a large case has millions of rows
        while rows := cursor.fetchmany(_AT_ONCE):
            digest.update(repr(rows).encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.digest()
