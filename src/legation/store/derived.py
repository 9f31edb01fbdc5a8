"""What follows from the evidence of a case?

Derived values are never changed one by one: a build computes all of them and swaps them in, in one transaction, with
the digest of what they follow from. Readers see the old ones or the new ones, whole. Values come back in the order in
which they were derived.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, and_, delete, func, insert, or_, select

from legation.errors import UnknownIdError
from legation.model.case import Derived, Evidence
from legation.model.disputes import Contradiction, Corroboration
from legation.model.findings import Ceiling, Change, Happening, MissionSummary, Remaining, Sum, Tally
from legation.model.links import Mention, Naming, PersonLink, Resurfacing
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.model.tenures import Succession, Tenure
from legation.store import schema
from legation.store.codec import shape, unpacked, unpacked_all
from legation.store.columns import chunks, key_of
from legation.store.derived_rows import Row, Rows, derived_rows, together
from legation.store.seal import seal_build
from legation.store.search import found_by, names_of, with_id
from legation.store.session import Database

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What stored values follow from, and what didn't go into them."""

    inputs: str
    """Digest of what they follow from, without spaces."""
    at: datetime
    loose: tuple[str, ...] = ()
    """Ids of judgements that attach to nothing."""
    refused: tuple[str, ...] = ()
    """Ids of judgements that call two one who can't be."""


class DerivedTables:
    """The conclusions of a case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def inputs(self) -> str | None:
        """The digest of what the stored values follow from; `None` where none were ever stored under this model."""
        with self._database.reading() as connection:
            stored = connection.execute(select(schema.built.c.inputs)).scalar()
        if stored is None or not stored.endswith(f" {shape(Derived)}"):
            return None
        return str(stored).split(" ")[0]

    def swap(self, derived: Derived, evidence: Evidence, *, inputs: str, at: datetime) -> None:
        """Put these values in place of all that are stored, in one transaction.

        Args:
            derived: the values.
            evidence: what they follow from; its names are what persons are searched by.
            inputs: digest of what they follow from, without spaces.
            at: the time of the build.
        """
        rows = derived_rows(derived, names_of(derived, evidence))
        self.put([rows], Build(inputs=inputs, at=at, loose=derived.loose, refused=derived.refused))

    def put(self, parts: Sequence[Rows], build: Build) -> None:
        """Put the rows of all parts in place of all that are stored, in one transaction.

        Args:
            parts: rows of which no two parts have a person in common.
            build: what they follow from.
        """
        row = {
            "id": 1,
            "inputs": f"{build.inputs} {shape(Derived)}",
            "at": build.at.isoformat(),
            "loose": json.dumps(build.loose),
            "refused": json.dumps(build.refused),
        }
        with self._database.writing() as connection:
            for table in reversed(schema.derived.sorted_tables):
                connection.execute(delete(table))
            connection.execute(insert(schema.built).values(row))
            for table, columns, rows in together(parts):
                _insert(connection, table, columns, rows)
            seal_build(connection)

    def clear(self) -> None:
        """Forget all derived values; the next build makes them again."""
        with self._database.writing() as connection:
            for table in reversed(schema.derived.sorted_tables):
                connection.execute(delete(table))

    def load(self) -> Derived:
        """Everything, as `swap` took it."""
        return Derived(
            persons=self.persons(),
            members=self.members(),
            postings=self.postings(),
            changes=self.changes(),
            happenings=self.happenings(),
            tallies=self.tallies(),
            sums=self.sums(),
            ceilings=self.ceilings(),
            remaining=self.remaining(),
            missions=self.missions(),
            tenures=self.tenures(),
            successions=self.successions(),
            links=self.links(),
            mentions=self.mentions(),
            namings=self.namings(),
            resurfacings=self.resurfacings(),
            contradictions=self.contradictions(),
            corroborations=self.corroborations(),
            loose=self.loose(),
            refused=self.refused(),
        )

    def persons(self, text: str | None = None) -> tuple[Person, ...]:
        """All persons, or those whose names have, for each word of the text, a word that starts with it."""
        query = select(schema.person.c.body).order_by(schema.person.c.key)
        return self._values(Person, query.where(schema.person.c.id.in_(found_by(text))) if text else query)

    def person(self, id_: str) -> Person:
        """The person of an id; ids that a person had before, and those of their listings, go on resolving.

        Raises:
            UnknownIdError: no person has or had it.
        """
        persons = self._values(Person, select(schema.person.c.body).where(schema.person.c.id.in_(with_id(id_))))
        if not persons:
            raise UnknownIdError(f"no person has the id {id_}: `legation persons NAME` shows them", item=id_)
        return persons[0]

    def members(self) -> dict[str, str]:
        """Listing id to person id."""
        query = select(schema.member.c.listing, schema.member.c.person).order_by(schema.member.c.listing)
        with self._database.reading() as connection:
            persons = connection.execute(select(schema.person.c.id, schema.person.c.body))
            ids = {number: unpacked(Person, body).id for number, body in persons}
            return {f"listing-{listing.hex()}": ids[number] for listing, number in connection.execute(query)}

    def postings(self, *, mission: str | None = None, person: str | None = None) -> tuple[Posting, ...]:
        """Postings, of one mission or one person where asked."""
        table = schema.posting
        return self._values(Posting, _where(table, mission=mission, person=person))

    def changes(
        self,
        *,
        mission: str | None = None,
        from_: date | None = None,
        to: date | None = None,
        person: str | None = None,
    ) -> tuple[Change, ...]:
        """Changes that may have come after the day `from_` and no later than `to`: their windows reach into it."""
        table = schema.change
        query = _where(table, mission=mission, person=person)
        if from_ is not None:
            query = query.where(or_(table.c.window_hi.is_(None), table.c.window_hi > from_.toordinal()))
        if to is not None:
            query = query.where(or_(table.c.window_lo.is_(None), table.c.window_lo <= to.toordinal()))
        return self._values(Change, query)

    def happenings(self, *, mission: str | None = None) -> tuple[Happening, ...]:
        """Happenings, of one mission where asked."""
        return self._values(Happening, _where(schema.happening, mission=mission))

    def tallies(self, *, mission: str | None = None, event: str | None = None) -> tuple[Tally, ...]:
        """Tallies, of one mission or one happening where asked."""
        query = _where(schema.tally, mission=mission)
        return self._values(Tally, query if event is None else query.where(schema.tally.c.event == key_of(event)))

    def sums(self) -> tuple[Sum, ...]:
        """Numbers of one report that should agree."""
        return self._values(Sum, _where(schema.sum_))

    def ceilings(self, *, mission: str | None = None) -> tuple[Ceiling, ...]:
        """Posts that one party allows another, of one mission where asked."""
        return self._values(Ceiling, _where(schema.ceiling, mission=mission))

    def remaining(self, event: str | None = None) -> tuple[Remaining, ...]:
        """Who stood in the last list before a happening, and what the lists show of them after it."""
        table = schema.remaining
        query = _where(table)
        return self._values(Remaining, query if event is None else query.where(table.c.event == key_of(event)))

    def missions(self) -> tuple[MissionSummary, ...]:
        """The missions that the case knows."""
        return self._values(MissionSummary, _where(schema.mission))

    def tenures(self, *, mission: str | None = None) -> tuple[Tenure, ...]:
        """Holders of seats and printed vacancies, of one mission where asked."""
        return self._values(Tenure, _where(schema.tenure, mission=mission))

    def successions(self, *, mission: str | None = None) -> tuple[Succession, ...]:
        """Who came after whom, at one mission where asked."""
        return self._values(Succession, _where(schema.succession, mission=mission))

    def how_many_links(self) -> int:
        """How many pairs of persons may be one."""
        with self._database.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(schema.link)).scalar_one())

    def links(self) -> tuple[PersonLink, ...]:
        """Persons of different missions who may be one."""
        return self._values(PersonLink, _where(schema.link))

    def mentions(self) -> tuple[Mention, ...]:
        """The names that reports give to people."""
        return self._values(Mention, _where(schema.mention))

    def namings(self) -> tuple[Naming, ...]:
        """Persons of the lists whom reports mean, judged or possible."""
        return self._values(Naming, _where(schema.naming))

    def resurfacings(self) -> tuple[Resurfacing, ...]:
        """Who is listed later elsewhere, judged or possible."""
        return self._values(Resurfacing, _where(schema.resurfacing))

    def contradictions(self, *, mission: str | None = None) -> tuple[Contradiction, ...]:
        """What can't all be so, about one mission where asked."""
        return self._values(Contradiction, _where(schema.contradiction, mission=mission))

    def corroborations(self) -> tuple[Corroboration, ...]:
        """Who stands behind each proposition."""
        return self._values(Corroboration, _where(schema.corroboration))

    def loose(self) -> tuple[str, ...]:
        """Ids of judgements that attach to nothing any more."""
        return self._ids(schema.built.c.loose)

    def refused(self) -> tuple[str, ...]:
        """Ids of judgements that call two one who can't be."""
        return self._ids(schema.built.c.refused)

    def _ids(self, column: Column[str]) -> tuple[str, ...]:
        with self._database.reading() as connection:
            stored = connection.execute(select(column)).scalar()
        return tuple(json.loads(stored)) if stored else ()

    def _values(self, kind: type[V], query: Select[Any]) -> tuple[V, ...]:
        with self._database.reading() as connection:
            bodies: Sequence[str] = connection.execute(query).scalars().all()
        return unpacked_all(kind, bodies)


def _insert(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Rows as they are: no part of a million of them is looked at again on the way."""
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
    order = [columns.index(name) for name in statement.positiontup or columns]
    given = rows if order == sorted(order) else [tuple(row[place] for place in order) for row in rows]
    for portion in chunks(given):
        connection.exec_driver_sql(str(statement), portion)


def _where(table: Table, *, mission: str | None = None, person: str | None = None) -> Select[Any]:
    conditions: list[ColumnElement[bool]] = []
    if mission is not None:
        conditions.append(table.c.mission == mission)
    if person is not None:
        conditions.append(table.c.person.in_(with_id(person)))
    return select(table.c.body).where(and_(True, *conditions)).order_by(table.c.id)
