"""Which values does one part of a long list show? Found by their places, without reading the rest of it.

A build gives each row the place that it has in the list of all. The rows of a mission or of a person are in the same
order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, Table, func, select

from legation.model.disputes import Contradiction
from legation.model.findings import Change, Happening
from legation.model.postings import Posting
from legation.model.tenures import Succession
from legation.store import schema
from legation.store.codec import unpacked_all
from legation.store.search import titled_by, with_id
from legation.store.session import Database

V = TypeVar("V", Posting, Change, Happening, Succession, Contradiction)
_TABLES: dict[type[Any], Table] = {
    Posting: schema.posting,
    Change: schema.change,
    Happening: schema.happening,
    Succession: schema.succession,
    Contradiction: schema.contradiction,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[V]):
    """Some of a list."""

    total: int
    """How many the whole list has."""
    values: tuple[V, ...]
    """Those of the part, in the order of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which rows of a list are wanted."""

    offset: int
    limit: int
    mission: str | None = None
    """Of this mission alone."""
    person: str | None = None
    """Of the person of this id alone; a list of what is about persons."""


def part(database: Database, kind: type[V], wanted: Wanted) -> Part[V]:
    """Some of the values of a kind, and how many there are."""
    table = _TABLES[kind]
    with database.reading() as connection:
        if wanted.mission is None and wanted.person is None:
            last = connection.execute(select(func.max(table.c.place))).scalar()
            total = 0 if last is None else last + 1
            end = min(wanted.offset + wanted.limit, total)
            query = select(table.c.body).where(table.c.place >= wanted.offset, table.c.place < end)
        else:
            total = connection.execute(_filtered(select(func.count()).select_from(table), table, wanted)).scalar_one()
            query = _filtered(select(table.c.body), table, wanted).limit(wanted.limit).offset(wanted.offset)
        bodies = connection.execute(query.order_by(table.c.place)).scalars().all()
    return Part(total=total, values=unpacked_all(kind, bodies))


def titled(database: Database, text: str, limit: int) -> Part[Posting]:
    """Some of the postings whose printed titles have words that start with those of a text, and how many have.

    Args:
        database: the case's.
        text: with a word in it.
        limit: how many are wanted.
    """
    table, found = schema.posting, titled_by(text).subquery()
    # The first places alone: of a common title there are tens of thousands of postings, and none of them is read.
    first = select(found.c.posting, func.count().over()).order_by(found.c.posting).limit(limit)
    with database.reading() as connection:
        places = connection.execute(first).all()
        query = select(table.c.body).where(table.c.place.in_([place for place, _ in places]))
        bodies = connection.execute(query.order_by(table.c.place)).scalars().all()
    return Part(total=places[0][1] if places else 0, values=unpacked_all(Posting, bodies))


def _filtered(query: Select[Any], table: Table, wanted: Wanted) -> Select[Any]:
    if wanted.mission is not None:
        query = query.where(table.c.mission == wanted.mission)
    if wanted.person is not None:
        query = query.where(table.c.person.in_(with_id(wanted.person)))
    return query
