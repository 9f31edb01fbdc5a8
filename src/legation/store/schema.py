"""Which tables does a case have?

Three groups, each with a life of its own: *kept* is what people gave and decided and is migrated for ever; *memo* is
what pure functions made of bytes and may be deleted at any time; *derived* follows from both and is swapped in whole.
Rows are joined by small integers; the content key of a value (16 bytes) is a column of its own; a date has its first
and last day as ordinal numbers beside its text. What nothing joins on is one `body` (see `codec`).
"""

from __future__ import annotations

import hashlib

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import CreateIndex, CreateTable

kept = MetaData()
memo = MetaData()
derived = MetaData()


def _row() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _key(*, unique: bool = False) -> Column[bytes]:
    return Column("key", LargeBinary, nullable=False, unique=unique, index=not unique)


def _part_of(table: str) -> Column[int]:
    return Column(table, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, index=True)


def _days(prefix: str) -> tuple[Column[int], Column[int]]:
    return Column(f"{prefix}_lo", Integer), Column(f"{prefix}_hi", Integer)


def _place() -> Column[int]:
    """Which row of the whole list it is, from 0 on without a gap."""
    return Column("place", Integer, nullable=False, unique=True)


def _body() -> Column[str]:
    return Column("body", Text, nullable=False)


# Kept. Change these only together with a migration.

migration = Table(
    "migration",
    kept,
    Column("name", Text, primary_key=True),
    Column("applied_at", Text, nullable=False),
)

capture = Table(
    "capture",
    kept,
    _row(),
    _key(unique=True),
    Column("sha256", LargeBinary, nullable=False, index=True),
    _body(),
)

judgement = Table(
    "judgement",
    kept,
    _row(),
    _key(unique=True),
    Column("subject", LargeBinary, nullable=False),
    Column("live", Boolean, nullable=False),
    _body(),
    CheckConstraint("live IN (0, 1)", name="live_is_yes_or_no"),
)
Index(
    "one_live_judgement",
    judgement.c.subject,
    unique=True,
    sqlite_where=judgement.c.live,
)

undoing = Table(
    "undoing",
    kept,
    _row(),
    Column("judgement", ForeignKey("judgement.id"), nullable=False, unique=True),
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
)

note = Table("note", kept, _row(), _key(unique=True), Column("sha256", LargeBinary, nullable=False), _body())

errand = Table(
    "errand",
    kept,
    _row(),
    _key(unique=True),
    Column("closed", Boolean, nullable=False),
    _body(),
    CheckConstraint("closed IN (0, 1)", name="closed_is_yes_or_no"),
)

attempt = Table("attempt", kept, _row(), _key(unique=True), _body())

leaving = Table("leaving", kept, _row(), _key(unique=True), _body())

erasure = Table("erasure", kept, _row(), _key(unique=True), _body())

inquiry = Table("inquiry", kept, _row(), _key(unique=True), _body())

reply = Table("reply", kept, _row(), _key(unique=True), _body())

ledger = Table(
    "ledger",
    kept,
    _row(),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("commitment", LargeBinary, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("salt", LargeBinary),
)

# Memo.

reading = Table(
    "reading",
    memo,
    _row(),
    Column("sha256", LargeBinary, nullable=False),
    Column("rules", Text, nullable=False),
    Column("inputs", LargeBinary, nullable=False),
    _body(),
    Column("seal", LargeBinary),
    UniqueConstraint("sha256", "rules", "inputs"),
)

edition = Table(
    "edition",
    memo,
    _row(),
    _key(),
    _part_of("reading"),
    Column("as_of", Text),
    *_days("as_of"),
    Column("series", Text),
    _body(),
)

listing = Table(
    "listing", memo, _row(), _key(), _part_of("edition"), Column("mission", Text), *_days("printed"), _body()
)

Index("lines_of_missions", listing.c.mission, listing.c.edition)

residue = Table("residue", memo, _row(), _part_of("edition"), Column("mission", Text), _body())

report = Table("report", memo, _row(), _part_of("reading"), *_days("published"), _body())

event = Table(
    "event",
    memo,
    _row(),
    _key(),
    _part_of("report"),
    Column("type", Text, nullable=False),
    Column("mission", Text),
    *_days("date"),
    _body(),
)

claim = Table(
    "claim", memo, _row(), _key(), _part_of("report"), Column("type", Text, nullable=False), *_days("when"), _body()
)

# Derived.

built = Table(
    "built",
    derived,
    _row(),
    Column("inputs", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("loose", Text, nullable=False),
    Column("refused", Text, nullable=False),
    Column("seal", LargeBinary),
    CheckConstraint("id = 1", name="only_one"),
)

person = Table("person", derived, _row(), _key(unique=True), _body())

member = Table(
    "member",
    derived,
    Column("listing", LargeBinary, primary_key=True),
    _part_of("person"),
    sqlite_with_rowid=False,
)

token = Table(
    "token",
    derived,
    Column("token", Text, primary_key=True),
    Column("person", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    sqlite_with_rowid=False,
)

posting = Table(
    "posting",
    derived,
    _row(),
    _key(unique=True),
    _part_of("person"),
    Column("mission", Text, nullable=False),
    _place(),
    *_days("listed_from"),
    *_days("listed_to"),
    *_days("start"),
    *_days("end"),
    _body(),
)

titled = Table(
    "titled",
    derived,
    Column("token", Text, primary_key=True),
    Column("posting", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""By which words a posting is found, by its place."""

unnamed = Table("unnamed", derived, _row(), _part_of("person"), Column("name", Text, nullable=False))
"""Whom nobody is told of by default, with every name under which lists print them."""

change = Table(
    "change",
    derived,
    _row(),
    _key(unique=True),
    _part_of("person"),
    Column("mission", Text, nullable=False),
    _place(),
    Column("change", Text, nullable=False),
    *_days("window"),
    _body(),
)

_TYPE = Column("type", Text, nullable=False)
happening = Table(
    "happening", derived, _row(), _key(unique=True), _TYPE, Column("mission", Text), _place(), *_days("date"), _body()
)

tally = Table(
    "tally",
    derived,
    _row(),
    _key(unique=True),
    Column("event", LargeBinary, nullable=False, index=True),
    Column("mission", Text, nullable=False, index=True),
    _body(),
)

sum_ = Table("sum", derived, _row(), _key(unique=True), _body())

ceiling = Table("ceiling", derived, _row(), _key(unique=True), Column("mission", Text, index=True), _body())

remaining = Table("remaining", derived, _row(), Column("event", LargeBinary, nullable=False, index=True), _body())

mission = Table("mission", derived, _row(), Column("mission", Text, nullable=False, unique=True), _body())

tenure = Table(
    "tenure", derived, _row(), _key(unique=True), Column("mission", Text, nullable=False, index=True), _body()
)

succession = Table(
    "succession", derived, _row(), _key(unique=True), Column("mission", Text, nullable=False), _place(), _body()
)

link = Table("link", derived, _row(), _key(unique=True), _body())

mention = Table("mention", derived, _row(), _key(unique=True), _body())

naming = Table("naming", derived, _row(), _key(unique=True), _body())

resurfacing = Table("resurfacing", derived, _row(), _key(unique=True), _body())

contradiction = Table("contradiction", derived, _row(), _key(unique=True), Column("mission", Text), _place(), _body())

corroboration = Table("corroboration", derived, _row(), _key(unique=True), _body())

PLACED = (posting, change, happening, succession, contradiction)
"""What has long lists: each row has its place in the list of all, so that a part is found without reading the rest."""

for _table in PLACED:
    Index(f"places_of_{_table.name}s", _table.c.mission, _table.c.place)


def fingerprint(group: MetaData) -> str:
    """A digest of a group's tables and indexes as SQL: memo and derived are made anew where it differs."""
    lines = [str(CreateTable(table)) for table in group.sorted_tables]
    lines += sorted(str(CreateIndex(index)) for table in group.sorted_tables for index in table.indexes)
    text = "\n".join(lines)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
