"""What did people give and decide?

Captures, judgements and hand-made notes are added and never changed; taking a judgement back is one more row. Nothing
here can be made again from anything else, so each write is on disk before it is acknowledged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Row, select, update

from legation.errors import JudgementError, UnknownIdError
from legation.model.claims import Report
from legation.model.judgements import ABOUT_LEAVING, Judgement
from legation.model.keys import content_key, made_id
from legation.model.sources import Capture, Given, Origin
from legation.store import ledger, schema
from legation.store.codec import named, unnamed
from legation.store.columns import key_of
from legation.store.session import Database

_IDENTITY = ("same", "different", "unsure")
_STANDING = ("accept", "reject")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a person entered by hand, as the report that it stands in: her own words, hashed like any other bytes."""

    id: str
    report: Report
    author: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """That a judgement was taken back: by whom, when and why."""

    judgement: str
    number: int
    """Of the judgement in the log: the subject of its entry in the chain."""
    author: str
    at: datetime
    why: str


def capture_id(sha256: str, *, origin: Origin, name: str, given: Given) -> str:
    """The id of a capture: the same bytes with the same name, said to be the same, are one capture."""
    return made_id("capture", sha256, origin, name, named(given))


def subject(judgement: Judgement) -> str:
    """What a judgement settles, as a key: a later one on the same subject replaces it.

    Identity is settled for its sides, in any order; a correction for its id and fields; standing for its id, and so is
    whether somebody is withheld and whether a claim leaves unheard. A withholding without sides is of its names.
    """
    sides = sorted(side.id for side in judgement.sides)
    if judgement.verdict in _IDENTITY:
        return content_key("identity", *sides)
    if judgement.verdict in _STANDING:
        return content_key("standing", *sides)
    if judgement.verdict in ABOUT_LEAVING:
        return content_key(judgement.verdict, *(sides or sorted(judgement.shown)))
    return content_key("correct", len(sides), *sides, *sorted(field for field, _ in judgement.changes))


class KeptTables:
    """Captures, judgements and notes of a case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_capture(self, capture: Capture) -> bool:
        """Keep a capture; its bytes are in the vault already.

        Returns:
            Whether it is new: `False` where a capture of that id is kept.
        """
        key = key_of(capture.id)
        with self._database.writing() as connection:
            if connection.execute(select(schema.capture.c.id).where(schema.capture.c.key == key)).first():
                return False
            row = {"key": key, "sha256": bytes.fromhex(capture.sha256), "body": named(capture)}
            ledger.keep(connection, "capture", [row])
        return True

    def add_captures(self, captures: Iterable[Capture]) -> int:
        """Keep many captures, all together or none; gives how many are new."""
        with self._database.writing() as connection:
            known = set(connection.execute(select(schema.capture.c.key)).scalars())
            rows = {
                key: {"key": key, "sha256": bytes.fromhex(capture.sha256), "body": named(capture)}
                for capture in captures
                if (key := key_of(capture.id)) not in known
            }
            ledger.keep(connection, "capture", list(rows.values()))
        return len(rows)

    def captures(self) -> tuple[Capture, ...]:
        """All captures in the order in which they were added."""
        with self._database.reading() as connection:
            bodies = connection.execute(select(schema.capture.c.body).order_by(schema.capture.c.id)).scalars()
            return tuple(unnamed(Capture, body) for body in bodies)

    def add_note(self, note: Note) -> bool:
        """Keep a note; `False` where a note of that id is kept."""
        key = key_of(note.id)
        with self._database.writing() as connection:
            if connection.execute(select(schema.note.c.id).where(schema.note.c.key == key)).first():
                return False
            row = {"key": key, "sha256": bytes.fromhex(note.report.sha256), "body": named(note)}
            ledger.keep(connection, "note", [row])
        return True

    def notes(self) -> tuple[Note, ...]:
        """All notes in the order in which they were added."""
        with self._database.reading() as connection:
            bodies = connection.execute(select(schema.note.c.body).order_by(schema.note.c.id)).scalars()
            return tuple(unnamed(Note, body) for body in bodies)

    def record(self, judgement: Judgement) -> Judgement:
        """Add a judgement to the log; of several on one subject the latest counts, whenever each was added.

        Returns:
            It, with `replaces` naming the judgement on the same subject that counted before, if there was an older one.
        """
        with self._database.writing() as connection:
            return self._added(connection, judgement)

    def record_all(self, judgements: Iterable[Judgement]) -> int:
        """Add judgements that were made elsewhere, undone ones too, all or none; those that the log has are left alone.

        Returns:
            How many are new.
        """
        with self._database.writing() as connection:
            known = {row.key for row in self._log(connection)}
            new = {one.id: one for one in judgements if key_of(one.id) not in known}
            for one in sorted(new.values(), key=order):
                self._added(connection, replace(one, undone=False, replaces=None))
                if one.undone:
                    self._undone(
                        connection, key_of(one.id), author=one.author, at=one.at, why="undone where it was made"
                    )
        return len(new)

    def _added(self, connection: Connection, judgement: Judgement) -> Judgement:
        about = bytes.fromhex(subject(judgement))
        table = schema.judgement
        live = connection.execute(select(table).where(table.c.subject == about, table.c.live)).first()
        before = unnamed(Judgement, live.body) if live is not None else None
        older = before is not None and order(before) <= order(judgement)
        recorded = replace(judgement, replaces=before.id) if before is not None and older else judgement
        row = {"key": key_of(recorded.id), "subject": about, "live": False, "body": named(recorded)}
        ledger.keep(connection, "judgement", [row])
        self._settle(connection, about)
        return recorded

    def undo(self, *, author: str, at: datetime, why: str, judgement: str | None = None) -> Judgement:
        """Take a judgement back, the last live one or the one named; what it had replaced counts again.

        Raises:
            JudgementError: there is nothing to undo, or that one was undone before.
            UnknownIdError: no judgement has that id.
        """
        with self._database.writing() as connection:
            chosen = _to_undo(self._log(connection), judgement)
            self._undone(connection, chosen.key, author=author, at=at, why=why)
        return replace(unnamed(Judgement, chosen.body), undone=True)

    def _undone(self, connection: Connection, key: bytes, *, author: str, at: datetime, why: str) -> None:
        table = schema.judgement
        chosen = connection.execute(select(table.c.id, table.c.subject).where(table.c.key == key)).one()
        row = {"judgement": chosen.id, "author": author, "at": at.isoformat(), "why": why}
        ledger.keep_undoing(connection, row)
        self._settle(connection, chosen.subject)

    def judgements(self) -> tuple[Judgement, ...]:
        """The whole log in the order of its making; what was undone says so."""
        with self._database.reading() as connection:
            return tuple(replace(unnamed(Judgement, row.body), undone=row.undone) for row in self._log(connection))

    def undoings(self) -> tuple[Undoing, ...]:
        """Every taking back of a judgement, in the order in which they were made."""
        undoing = schema.undoing
        query = select(schema.judgement.c.body, undoing).join(schema.judgement).order_by(undoing.c.id)
        with self._database.reading() as connection:
            return tuple(
                Undoing(
                    judgement=unnamed(Judgement, row.body).id,
                    number=row.judgement,
                    author=row.author,
                    at=datetime.fromisoformat(row.at),
                    why=row.why,
                )
                for row in connection.execute(query)
            )

    def live_judgements(self) -> tuple[Judgement, ...]:
        """The judgements of evidence that count: neither undone nor replaced, in the order of their making."""
        return tuple(one for one in self._live() if one.verdict not in ABOUT_LEAVING)

    def live_rulings(self) -> tuple[Judgement, ...]:
        """The judgements that count on what leaves the case; nothing that is worked out follows from them."""
        return tuple(one for one in self._live() if one.verdict in ABOUT_LEAVING)

    def _live(self) -> tuple[Judgement, ...]:
        with self._database.reading() as connection:
            return tuple(unnamed(Judgement, row.body) for row in self._log(connection) if row.live)

    @staticmethod
    def _log(connection: Connection) -> list[Row[tuple[int, bytes, bool, str, bool]]]:
        table = schema.judgement
        undone = select(schema.undoing.c.id).where(schema.undoing.c.judgement == table.c.id).exists()
        query = select(table.c.id, table.c.key, table.c.live, table.c.body, undone.label("undone"))
        return list(connection.execute(query.order_by(table.c.id)))

    @staticmethod
    def _settle(connection: Connection, about: bytes) -> None:
        """Of the judgements on one subject that weren't undone, the latest lives."""
        table = schema.judgement
        undone = select(schema.undoing.c.id).where(schema.undoing.c.judgement == table.c.id).exists()
        rows = connection.execute(select(table.c.id, table.c.body).where(table.c.subject == about, ~undone))
        standing = {row.id: order(unnamed(Judgement, row.body)) for row in rows}
        connection.execute(update(table).where(table.c.subject == about).values(live=False))
        if standing:
            last = max(standing, key=standing.__getitem__)
            connection.execute(update(table).where(table.c.id == last).values(live=True))


def order(judgement: Judgement) -> tuple[datetime, str]:
    """What makes one judgement later than another: its time, then its id."""
    return judgement.at, judgement.id


def _to_undo(
    log: list[Row[tuple[int, bytes, bool, str, bool]]], judgement: str | None
) -> Row[tuple[int, bytes, bool, str, bool]]:
    if judgement is None:
        live = [row for row in log if row.live]
        if not live:
            raise JudgementError("there is nothing to undo: no judgement counts at the moment")
        return live[-1]
    for row in log:
        if row.key == key_of(judgement):
            if row.undone:
                raise JudgementError(f"{judgement} was undone before: `legation log` shows what counts", item=judgement)
            return row
    raise UnknownIdError(f"no judgement has the id {judgement}: `legation log` shows them", item=judgement)
