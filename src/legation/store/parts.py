"""Which values does one part of a long list show? Found without reading the rest of it.

A list is ordered by one column first. How many rows each value of that column has says into which of them the part
falls: those alone are read, and are put in their own order by whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, Table, func, or_, select

from legation.store.codec import unpacked_all
from legation.store.columns import chunks, key_of
from legation.store.session import Database

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[V]):
    """The values among which a part of a list is found."""

    total: int
    """How many the whole list has."""
    before: int
    """How many come before all of these."""
    values: tuple[V, ...]


def part(database: Database, kind: type[V], column: Column[Any], *, offset: int, limit: int) -> Part[V]:
    """The values among which `limit` of a list are, after the first `offset`.

    Args:
        database: the case's.
        kind: what the values are.
        column: what the list is ordered by first; rows without a value in it come last.
        offset: how many are passed over.
        limit: how many are wanted.
    """
    table = column.table
    counted = select(column, func.count()).group_by(column).order_by(column.is_(None), column)
    with database.reading() as connection:
        at = before = 0
        wanted: list[Any] = []
        for value, size in connection.execute(counted):
            if at + size > offset and at < offset + limit:
                before = before if wanted else at
                wanted.append(value)
            at += size
        named = column.in_([value for value in wanted if value is not None])
        chosen = or_(named, column.is_(None)) if None in wanted else named
        bodies = connection.execute(select(table.c.body).where(chosen).order_by(table.c.id)).scalars().all()
    return Part(total=at, before=before, values=unpacked_all(kind, bodies))


def with_ids(database: Database, kind: type[V], table: Table, ids: Iterable[str]) -> tuple[V, ...]:
    """The values of these ids, in no order of their own; ids of other values are passed over."""
    with database.reading() as connection:
        bodies: list[str] = []
        for portion in chunks(sorted({key_of(id_) for id_ in ids})):
            bodies += connection.execute(select(table.c.body).where(table.c.key.in_(portion))).scalars()
    return unpacked_all(kind, bodies)
