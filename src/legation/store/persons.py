"""Who is looked for? Persons by their names, their lines or their ids, a few at a time however many a case has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, Table, func, select

from legation.model.findings import Change
from legation.model.listings import Listing
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.store import schema
from legation.store.codec import unpacked, unpacked_all
from legation.store.columns import chunks, key_of
from legation.store.search import alike_by, found_by, with_id
from legation.store.session import Database

V = TypeVar("V")


class PersonTables:
    """The persons of the last build, as they are looked for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def found(self, text: str, *, limit: int, offset: int = 0) -> tuple[int, tuple[Person, ...]]:
        """How many persons a text finds, as `persons` does, and some of them."""
        numbers = found_by(text)
        query = select(schema.person.c.body).where(schema.person.c.id.in_(numbers)).order_by(schema.person.c.id)
        with self._database.reading() as connection:
            total = connection.execute(select(func.count()).select_from(numbers.subquery())).scalar_one()
        return total, self._values(Person, query.limit(limit).offset(offset))

    def alike(self, text: str, *, limit: int) -> tuple[Person, ...]:
        """The persons who share the most words with a name, in any romanization."""
        numbers = alike_by(text, limit).subquery()
        return self._values(Person, select(schema.person.c.body).where(schema.person.c.id.in_(select(numbers))))

    def of_listings(self, listings: Iterable[str]) -> dict[str, Person]:
        """The person of each of these listings; those that are of nobody are left out."""
        member = schema.member
        found: dict[str, int] = {}
        persons: dict[int, Person] = {}
        with self._database.reading() as connection:
            for portion in chunks(key_of(id_) for id_ in listings):
                query = select(member.c.listing, member.c.person).where(member.c.listing.in_(portion))
                found |= {f"listing-{listing.hex()}": number for listing, number in connection.execute(query)}
            for numbers in chunks(sorted(set(found.values()))):
                who = select(schema.person.c.id, schema.person.c.body).where(schema.person.c.id.in_(numbers))
                persons |= {number: unpacked(Person, body) for number, body in connection.execute(who)}
        return {listing: persons[number] for listing, number in found.items()}

    def held_by(self, persons: Iterable[str]) -> tuple[tuple[Posting, ...], tuple[Change, ...]]:
        """The postings of several persons, by their ids, and what changed in their lines."""
        keys = [key_of(id_) for id_ in persons]
        return self._about(Posting, schema.posting, keys), self._about(Change, schema.change, keys)

    def unnamed(self) -> dict[str, tuple[str, ...]]:
        """The names of everybody who isn't named by default, by their id."""
        query = select(schema.person.c.body, schema.unnamed.c.name).join(schema.unnamed).order_by(schema.unnamed.c.id)
        names: dict[str, list[str]] = {}
        with self._database.reading() as connection:
            for body, name in connection.execute(query):
                names.setdefault(body, []).append(name)
        return {unpacked(Person, body).id: tuple(each) for body, each in names.items()}

    def names_of(self, persons: Iterable[str]) -> dict[str, set[str]]:
        """Every name under which lists print some persons, as it was read, by their ids."""
        line, edition, reading = schema.listing, schema.edition, schema.reading
        names: dict[str, set[str]] = {}
        with self._database.reading() as connection:
            for id_ in persons:
                own = select(schema.member.c.listing).where(schema.member.c.person.in_(with_id(id_)))
                query = select(line.c.body, reading.c.sha256).where(line.c.key.in_(own))
                found = connection.execute(query.join(edition, edition.c.id == line.c.edition).join(reading))
                printed = (unpacked(Listing, body, sha256.hex()).name for body, sha256 in found)
                names[id_] = {name for name in printed if name}
        return names

    def postings_of(self, persons: Iterable[str]) -> tuple[Posting, ...]:
        """The postings of persons, by their ids, however many they are."""
        portions = chunks(key_of(id_) for id_ in persons)
        return tuple(posting for keys in portions for posting in self._about(Posting, schema.posting, keys))

    def _about(self, kind: type[V], table: Table, keys: Sequence[bytes]) -> tuple[V, ...]:
        numbers = select(schema.person.c.id).where(schema.person.c.key.in_(keys))
        return self._values(kind, select(table.c.body).where(table.c.person.in_(numbers)).order_by(table.c.id))

    def _values(self, kind: type[V], query: Select[Any]) -> tuple[V, ...]:
        with self._database.reading() as connection:
            return unpacked_all(kind, connection.execute(query).scalars().all())
