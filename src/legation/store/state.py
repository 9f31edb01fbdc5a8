"""In which state is a case? A digest that is another one after anything was kept, read, built or set."""

from __future__ import annotations

import hashlib

from sqlalchemy import func, select

from legation.store import schema
from legation.store.case import Case

_LAST_ENTRY = select(func.max(schema.ledger.c.id)).scalar_subquery()
_LAST_READING = select(func.max(schema.reading.c.id)).scalar_subquery()
_BUILT = select(
    select(schema.built.c.inputs).scalar_subquery(),
    select(schema.built.c.at).scalar_subquery(),
    select(schema.built.c.seal).scalar_subquery(),
)
_STATE = _BUILT.add_columns(
    select(schema.ledger.c.hash).where(schema.ledger.c.id == _LAST_ENTRY).scalar_subquery(),
    select(func.count()).select_from(schema.reading).scalar_subquery(),
    _LAST_READING,
    select(schema.reading.c.seal).where(schema.reading.c.id == _LAST_READING).scalar_subquery(),
)


def state_of(case: Case) -> bytes:
    """The digest of a case's state, much sooner than what follows from it.

    Whatever is kept has its entry in the chain; a reading that is put in place of another has a later number, or its
    own seal where it was the last; a build has its time and its seal; settings are files.
    """
    with case.database.reading() as connection:
        state = tuple(connection.execute(_STATE).one())
    return _digest(state, case.states_digest, case.weights)


def build_of(case: Case) -> bytes:
    """The digest of the last build: another one after the next, whatever is kept or set meanwhile."""
    with case.database.reading() as connection:
        return _digest(tuple(connection.execute(_BUILT).one()))


def _digest(*parts: object) -> bytes:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).digest()
