"""Does what is kept agree with the chain, and with itself? Answers in sentences; nothing for a sound case.

Every row has its entry, and every entry its row, unless an erasure says otherwise; columns that repeat a part of a
body say the same as it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from legation.custody.chain import Entry, broken, commitment
from legation.model.errands import Attempt, Errand
from legation.model.judgements import Judgement
from legation.model.replies import Inquiry, Reply
from legation.model.sources import Capture
from legation.store import schema
from legation.store.codec import unnamed
from legation.store.columns import key_of
from legation.store.errands import attempt_key
from legation.store.kept import Note, order, subject
from legation.store.ledger import ERRAND, FORMAT, GONE, TABLES, UNDOING, contents, entries, format_content
from legation.store.removal import Erasure
from legation.store.session import Database

V = TypeVar("V")
_IN_ROWS = (*TABLES, UNDOING, ERRAND)


def problems(database: Database, files: Callable[[], Mapping[str, Mapping[str, str]]]) -> Iterator[str]:
    """What doesn't hold in the chain, or between it and what is kept; another process may write meanwhile.

    Args:
        database: of the case.
        files: gives the contents of entries that stand in files, by kind and name.
    """
    # The head before the rows and the files after them: each is written in that order, or entered after it was written.
    head = database.anchor.said()
    with database.reading() as connection:
        chain = list(entries(connection))
        salts = {row.id: row.salt for row in connection.execute(select(schema.ledger.c.id, schema.ledger.c.salt))}
        kept = {kind: contents(connection, kind) for kind in _IN_ROWS}
        kept |= {kind: dict(named) for kind, named in files().items()}
        kept[FORMAT] = {"tables": format_content(connection)}
        erased = _erased(kept["erasure"], chain)
        yield from (one.problem for one in broken(chain))
        yield from database.anchor.problems(chain, head)
        since = _entered_since(database, len(chain))
        held = [(entry, digest) for entry, digest in chain if (entry.kind, entry.subject) not in since]
        yield from _against_chain(_Chain(entries=held, salts=salts, erased=erased), kept)
        yield from _columns(connection)


class _Chain:
    """The entries, their salts, and up to which entry each subject was erased."""

    def __init__(
        self,
        *,
        entries: list[tuple[Entry, bytes]],
        salts: Mapping[int, bytes | None],
        erased: Mapping[tuple[str, str], int],
    ) -> None:
        self.latest = {(entry.kind, entry.subject): entry for entry, _ in entries}
        self.salts = salts
        self.erased = erased

    def problem(self, entry: Entry, content: str | None) -> str | None:
        """What is wrong with the content of a subject's last entry."""
        named, salt = f"{entry.kind} {entry.subject}", self.salts[entry.number]
        if self.erased.get((entry.kind, entry.subject), 0) > entry.number:
            return f"{named} was erased, and is there" if content is not None or salt is not None else None
        if content is None:
            return f"{named} (entry {entry.number}) is gone, and no entry says that it was erased"
        if salt is None or commitment(salt, content) != entry.commitment:
            return f"{named} (entry {entry.number}) is not what it was when it was kept"
        return None


def _against_chain(chain: _Chain, kept: dict[str, dict[str, str]]) -> Iterator[str]:
    for (kind, about), entry in chain.latest.items():
        if kind not in kept:
            yield f"entry {entry.number} is of a kind {kind!r} that this version doesn't know"
            continue
        problem = chain.problem(entry, kept[kind].pop(about, None if kind in _IN_ROWS else GONE))
        if problem is not None:
            yield problem
    for kind in _IN_ROWS:
        for about in kept[kind]:
            yield f"{kind} {about} came into the case without an entry of the chain"
    if FORMAT not in {kind for kind, _ in chain.latest}:
        yield "the form of the tables has no entry in the chain"


def _erased(bodies: Mapping[str, str], chain: list[tuple[Entry, bytes]]) -> dict[tuple[str, str], int]:
    """Each subject that was erased, with the number of the entry that says so."""
    # The first entry of each erasure: one that was kept again without its words took nothing more.
    numbers = {entry.subject: entry.number for entry, _ in reversed(chain) if entry.kind == "erasure"}
    found: dict[tuple[str, str], int] = {}
    for key, body in bodies.items():
        erasure = _read(Erasure, body)
        for kind, about in erasure.subjects if erasure else ():
            found[kind, about] = max(found.get((kind, about), 0), numbers.get(key, 0))
    return found


def _entered_since(database: Database, last: int) -> frozenset[tuple[str, str]]:
    """The files that were entered while we read: what they say is in an entry that we didn't see."""
    table = schema.ledger
    later = select(table.c.kind, table.c.subject).where(table.c.id > last, table.c.kind.not_in(_IN_ROWS))
    with database.reading() as connection:
        return frozenset((kind, subject) for kind, subject in connection.execute(later) if kind != FORMAT)


def _columns(connection: Connection) -> Iterator[str]:
    """Columns that say something else than their body."""
    readers: tuple[tuple[str, Callable[[str], dict[str, Any] | None]], ...] = (
        ("capture", _capture_columns),
        ("note", _note_columns),
        ("judgement", _judgement_columns),
        ("attempt", _attempt_columns),
        ("errand", _errand_columns),
        ("inquiry", _inquiry_columns),
        ("reply", _reply_columns),
    )
    for name, read in readers:
        table = schema.kept.tables[name]
        for row in connection.execute(select(table).order_by(table.c.id)).mappings():
            said = read(row["body"])
            if said is None:
                yield f"{name} {row['key'].hex()} can't be read"
            elif any(row[column] != value for column, value in said.items()):
                yield f"{name} {row['key'].hex()}: its columns say something else than its body"
    yield from _living(connection)


def _living(connection: Connection) -> Iterator[str]:
    """Judgements that count and shouldn't, or the other way round."""
    undone = set(connection.execute(select(schema.undoing.c.judgement)).scalars())
    standing: dict[bytes, list[tuple[Any, int]]] = defaultdict(list)
    table, living = schema.judgement, set()
    for row in connection.execute(select(table)):
        judgement = _read(Judgement, row.body)
        if row.live:
            living.add(row.id)
        if judgement is not None and row.id not in undone:
            standing[row.subject].append((order(judgement), row.id))
    wanted = {max(each)[1] for each in standing.values()}
    for number in sorted(living ^ wanted):
        yield f"judgement number {number} {'counts and should not' if number in living else 'should count'}"


def _capture_columns(body: str) -> dict[str, Any] | None:
    one = _read(Capture, body)
    return None if one is None else {"key": key_of(one.id), "sha256": bytes.fromhex(one.sha256)}


def _note_columns(body: str) -> dict[str, Any] | None:
    one = _read(Note, body)
    return None if one is None else {"key": key_of(one.id), "sha256": bytes.fromhex(one.report.sha256)}


def _judgement_columns(body: str) -> dict[str, Any] | None:
    one = _read(Judgement, body)
    return None if one is None else {"key": key_of(one.id), "subject": bytes.fromhex(subject(one))}


def _attempt_columns(body: str) -> dict[str, Any] | None:
    one = _read(Attempt, body)
    return None if one is None else {"key": attempt_key(one.archive, one.url, one.timestamp)}


def _errand_columns(body: str) -> dict[str, Any] | None:
    one = _read(Errand, body)
    return None if one is None else {"key": key_of(one.id)}


def _inquiry_columns(body: str) -> dict[str, Any] | None:
    one = _read(Inquiry, body)
    return None if one is None else {"key": key_of(one.id)}


def _reply_columns(body: str) -> dict[str, Any] | None:
    one = _read(Reply, body)
    return None if one is None else {"key": key_of(one.id)}


def _read(kind: type[V], body: str) -> V | None:
    """The value of a body; nothing where it was spoiled, which its entry of the chain shows."""
    try:
        return unnamed(kind, body)
    except Exception:
        return None
