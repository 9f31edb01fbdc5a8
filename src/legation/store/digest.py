"""Are two cases the same?

The case digest is SHA-256 over what is kept and what is derived: every value as canonical JSON, one line each, sorted.
It is equal for equal inputs, whatever their order, the batches they came in, or the machine. What this machine alone
knows doesn't count: when something was added, decided or built, and the running numbers of rows. The memo doesn't
count, since it follows from the rest; confidential notes don't, since nothing reads them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from legation.model.judgements import Judgement
from legation.store import schema
from legation.store.case import Case
from legation.store.codec import named

_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)


def case_digest(case: Case) -> str:
    """The digest of a case, 64 hexadecimal digits."""
    with case.database.reading() as connection:
        lines = [f"derived {line}" for line in _derived(connection)]
    lines += [f"kept {line}" for line in _kept(case)]
    digest = hashlib.sha256()
    for line in sorted(lines):
        digest.update(line.encode())
        digest.update(b"\n")
    return digest.hexdigest()


def _kept(case: Case) -> Iterator[str]:
    yield f"states {case.states_digest}"
    for capture in case.kept.captures():
        yield f"capture {named(replace(capture, added_at=_NO_TIME))}"
    for note in case.kept.notes():
        yield f"note {note.author!r} {named(note.report)}"
    live = {judgement.id for judgement in (*case.kept.live_judgements(), *case.kept.live_rulings())}
    for judgement in case.kept.judgements():
        yield f"judgement {judgement.id in live} {_timeless(judgement)}"


def _timeless(judgement: Judgement) -> str:
    return named(replace(judgement, id="", at=_NO_TIME, replaces=None))


def _derived(connection: Connection) -> Iterator[str]:
    for table in schema.derived.sorted_tables:
        if "body" in table.c:
            for body in connection.execute(select(table.c.body)).scalars():
                yield f"{table.name} {body}"
    query = select(schema.member.c.listing, schema.person.c.key).join(schema.person)
    for listing, person in connection.execute(query):
        yield f"member {listing.hex()} {person.hex()}"
