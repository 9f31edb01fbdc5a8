"""How does a case made by an older version become one of this version?

What is kept goes through ordered, named steps, each recorded in the transaction that takes it. Memo and derived tables
aren't migrated: where their definition changed they are made anew, and the next build fills them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, MetaData, insert, inspect, select, text

from legation.errors import CaseDamagedError, CaseVersionError
from legation.store import schema
from legation.store.ledger import ERRAND, append, contents, enter_format, enter_what_is_kept
from legation.store.session import APPLICATION_ID, Database


def create_kept_tables(connection: Connection) -> None:
    """Captures, judgements and notes, as the first version had them."""
    schema.kept.create_all(connection)


def add_errands(connection: Connection) -> None:
    """Questions to web archives, and what became of each capture that was asked for."""
    schema.kept.create_all(connection, tables=[schema.errand, schema.attempt])


def add_ledger(connection: Connection) -> None:
    """The chain of custody; what is there already is entered as it is now."""
    schema.kept.create_all(connection, tables=[schema.ledger])
    enter_what_is_kept(connection)


def add_leaving_and_erasure(connection: Connection) -> None:
    """What left the case and what was erased from it; errands enter the chain as they are now."""
    schema.kept.create_all(connection, tables=[schema.leaving, schema.erasure])
    append(connection, ERRAND, contents(connection, ERRAND).items())


def add_inquiries_and_replies(connection: Connection) -> None:
    """What was asked of people and institutions, and what came back."""
    schema.kept.create_all(connection, tables=[schema.inquiry, schema.reply])


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    create_kept_tables,
    add_errands,
    add_ledger,
    add_leaving_and_erasure,
    add_inquiries_and_replies,
)
"""In order; a new one is appended and none is ever changed."""

REMADE: dict[str, MetaData] = {"memo": schema.memo, "derived": schema.derived}


def migrate(database: Database) -> None:
    """Bring a case to this version; does nothing to one that is.

    Raises:
        CaseVersionError: a newer version made it.
        CaseDamagedError: the database isn't one of ours.
    """
    with database.reading() as connection:
        if _is_current(connection, str(database.path)):
            return
    with database.writing() as connection:
        if _is_current(connection, str(database.path)):
            return
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        version = _pragma(connection, "user_version")
        for step in MIGRATIONS[version:]:
            step(connection)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            connection.execute(insert(schema.migration).values(name=step.__name__, applied_at=now))
        connection.execute(text(f"PRAGMA user_version = {len(MIGRATIONS)}"))
        for name, group in REMADE.items():
            _remake(connection, name, group)
        enter_format(connection)


def is_current(database: Database) -> bool:
    """Whether a case is of this version.

    Raises:
        CaseVersionError, CaseDamagedError: as `migrate`.
    """
    with database.reading() as connection:
        return _is_current(connection, str(database.path))


def _is_current(connection: Connection, path: str) -> bool:
    application, version = _pragma(connection, "application_id"), _pragma(connection, "user_version")
    tables = set(inspect(connection).get_table_names())
    if application != APPLICATION_ID and (application or tables):
        raise CaseDamagedError(f"{path} is a database of another program: check which folder you are in", item=path)
    foreign = connection.execute(text("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')")).scalars()
    for name in foreign:
        raise CaseDamagedError(f"{path} carries a trigger or view {name!r} that Legation didn't make", item=path)
    if version > len(MIGRATIONS):
        raise CaseVersionError(
            f"{path} has format {version}, we know formats up to {len(MIGRATIONS)}: install a newer Legation",
            item=path,
        )
    return version == len(MIGRATIONS) and all(_made(connection, name, group) for name, group in REMADE.items())


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.execute(text(f"PRAGMA {name}")).scalar_one())


def _mark(name: str, group: MetaData) -> str:
    return f"{name} tables {schema.fingerprint(group)}"


def _made(connection: Connection, name: str, group: MetaData) -> bool:
    mark = select(schema.migration.c.name).where(schema.migration.c.name == _mark(name, group))
    return connection.execute(mark).first() is not None


def _remake(connection: Connection, name: str, group: MetaData) -> None:
    if _made(connection, name, group):
        return
    group.drop_all(connection)
    group.create_all(connection)
    marks = schema.migration.c.name.startswith(f"{name} tables ")
    connection.execute(schema.migration.delete().where(marks))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(insert(schema.migration).values(name=_mark(name, group), applied_at=now))
