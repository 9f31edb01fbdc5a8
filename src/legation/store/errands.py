"""How far have questions to archives come, and what was fetched?

An errand is written after each answer, an attempt with the capture that it gave, in one transaction: a process that
is killed anywhere goes on where it was.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, select, true

from legation.model.errands import Attempt, Errand
from legation.model.keys import content_key
from legation.model.sources import Capture
from legation.store import ledger, schema
from legation.store.codec import named, unnamed
from legation.store.columns import key_of
from legation.store.session import Database


class ErrandTables:
    """Errands and attempts of a case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, errand: Errand) -> None:
        """Write how far an errand has come."""
        with self._database.writing() as connection:
            ledger.keep_errand(connection, key_of(errand.id), body=named(errand), closed=False)

    def close(self, errand: Errand) -> None:
        """Say that all of an errand's captures are settled: the next question asks the archive anew."""
        with self._database.writing() as connection:
            ledger.keep_errand(connection, key_of(errand.id), body=named(errand), closed=True)

    def unfinished(self) -> tuple[Errand, ...]:
        """The errands that aren't closed, oldest first."""
        return self._errands(schema.errand.c.closed.is_(False))

    def all(self) -> tuple[Errand, ...]:
        """Every errand, oldest first."""
        return self._errands(true())

    def settle(self, attempt: Attempt, capture: Capture | None = None) -> bool:
        """Keep what became of one listed capture, and the capture itself, together or not at all.

        Returns:
            Whether the capture is new.
        """
        with self._database.writing() as connection:
            new = False
            if capture is not None:
                key = key_of(capture.id)
                new = not connection.execute(select(schema.capture.c.id).where(schema.capture.c.key == key)).first()
                if new:
                    row = {"key": key, "sha256": bytes.fromhex(capture.sha256), "body": named(capture)}
                    ledger.keep(connection, "capture", [row])
            table, key = schema.attempt, attempt_key(attempt.archive, attempt.url, attempt.timestamp)
            connection.execute(table.delete().where(table.c.key == key))
            ledger.keep(connection, "attempt", [{"key": key, "body": named(attempt)}])
        return new

    def attempts(self) -> tuple[Attempt, ...]:
        """Every attempt, in the order of their settling."""
        with self._database.reading() as connection:
            bodies = connection.execute(select(schema.attempt.c.body).order_by(schema.attempt.c.id)).scalars()
            return tuple(unnamed(Attempt, body) for body in bodies)

    def _errands(self, which: ColumnElement[bool]) -> tuple[Errand, ...]:
        table = schema.errand
        query = select(table.c.body).where(which).order_by(table.c.id)
        with self._database.reading() as connection:
            return tuple(unnamed(Errand, body) for body in connection.execute(query).scalars())


def attempt_key(archive: str, url: str, timestamp: str) -> bytes:
    """The key of one capture that an archive lists."""
    return bytes.fromhex(content_key("attempt", archive, url, timestamp))
