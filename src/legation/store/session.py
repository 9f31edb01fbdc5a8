"""How is the database of a case opened, read and written?

SQLite in WAL mode, every commit on disk before it is acknowledged, one writer; readers never wait. A file that isn't
ours, carries code of its own, or was made by a newer version is refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError

from legation.errors import CaseDamagedError, CaseError, CaseFullError
from legation.store.anchor import FILE, Anchor
from legation.store.lock import WriterLock

APPLICATION_ID = 0x4C474154
"""`LGAT` in the header of the database file."""
BUSY_MILLISECONDS = 10_000
CACHE_KIBIBYTES = 128 * 1024
"""Pages of the file that a connection keeps at most; a small case takes what it has."""
WAIT = 10.0
"""Seconds that a single write waits for another writer before it gives up."""
HEAD = "head"
"""Where a transaction leaves the number and digest of the last entry that it added to the chain."""

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    f"busy_timeout = {BUSY_MILLISECONDS}",
    # A case file may come from somebody else: nothing in its schema runs, broken cells are found, no page is mapped.
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    # A register of millions is written and looked up through indexes that don't fit into the usual two megabytes.
    f"cache_size = -{CACHE_KIBIBYTES}",
)


class Database:
    """The database of one case."""

    def __init__(self, path: Path, lock: WriterLock) -> None:
        self.path = path
        self.lock = lock
        self.engine = _engine(path)
        self.anchor = Anchor(path.parent / "custody" / FILE)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the case until it is closed, whatever others write meanwhile."""
        with named_errors(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, wait: float = WAIT) -> Iterator[Connection]:
        """A transaction: committed and on disk when the block ends, undone whole where it raises.

        Raises:
            CaseLockedError: another process is writing.
            CaseFullError: the disk has no room; nothing of this transaction was kept.
            CaseDamagedError: the file is no sound database.
        """
        with named_errors(self.path), self.lock.held(wait), self.engine.connect() as connection:
            connection.info["write"] = True
            try:
                with connection.begin():
                    yield connection
                if head := connection.info.pop(HEAD, None):
                    self.anchor.write(*head)
            finally:
                connection.info.pop("write", None)
                connection.info.pop(HEAD, None)

    def problems(self) -> Iterator[str]:
        """What SQLite finds wrong with the file; nothing for a sound one."""
        try:
            with self.reading() as connection:
                for (line,) in connection.execute(text("PRAGMA integrity_check")):
                    if line != "ok":
                        yield f"{self.path.name}: {line}"
                for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
                    yield f"{self.path.name}: row {row} of {table} has no {parent}"
        except CaseDamagedError as error:
            yield error.message

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_MILLISECONDS / 1000})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, record: object) -> None:
        # We say when a transaction begins, so that a writer asks for the write lock at its start.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get("write") else "BEGIN")

    return engine


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """What goes wrong with the database inside of the block, as an error that says what to do."""
    try:
        yield
    except DatabaseError as error:
        raise _named(error.orig, path) from error
    except sqlite3.DatabaseError as error:
        raise _named(error, path) from error
    except UnicodeDecodeError as error:
        raise CaseDamagedError(
            f"{path} holds text that is none ({error.reason}): restore it from a copy of the case folder",
            item=str(path),
        ) from error


def _named(error: BaseException | None, path: Path) -> CaseError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return CaseFullError(
            f"the disk has no room for {path}: free some and run the same command again; what was acknowledged is kept",
            item=str(path),
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return CaseDamagedError(
            f"{path} is no sound database ({error}): restore it from a copy of the case folder", item=str(path)
        )
    return CaseError(
        f"{path} can't be used ({error}): check that its folder can be written to and its disk has room", item=str(path)
    )
