"""What was asked of people and institutions, and what came back? Added with its entry of the chain, never changed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, select

from legation.model.replies import Inquiry, Reply
from legation.store import ledger, schema
from legation.store.codec import named, unnamed
from legation.store.columns import key_of
from legation.store.session import Database


class InquiryTables:
    """Inquiries and replies of a case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entry: Inquiry | Reply) -> bool:
        """Keep an inquiry or a reply; `False` where one of that id is kept."""
        kind, table = ("inquiry", schema.inquiry) if isinstance(entry, Inquiry) else ("reply", schema.reply)
        key = key_of(entry.id)
        with self._database.writing() as connection:
            if connection.execute(select(table.c.id).where(table.c.key == key)).first():
                return False
            ledger.keep(connection, kind, [{"key": key, "body": named(entry)}])
        return True

    def inquiries(self) -> tuple[Inquiry, ...]:
        """Every inquiry in the order in which they were entered, replaced ones too."""
        return tuple(unnamed(Inquiry, body) for body in self._bodies(schema.inquiry))

    def replies(self) -> tuple[Reply, ...]:
        """Every reply in the order in which they were entered, replaced ones too."""
        return tuple(unnamed(Reply, body) for body in self._bodies(schema.reply))

    def _bodies(self, table: Table) -> list[Any]:
        with self._database.reading() as connection:
            return list(connection.execute(select(table.c.body).order_by(table.c.id)).scalars())
