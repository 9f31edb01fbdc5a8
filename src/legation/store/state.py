"""In which state is a case? A digest that is another one after anything was kept, read, built or set."""

from __future__ import annotations

import hashlib

from sqlalchemy import func, select

from legation.store import schema
from legation.store.case import Case


def state_of(case: Case) -> bytes:
    """The digest of a case's state, much sooner than what follows from it.

    Whatever is kept has its entry in the chain; a reading that is put in place of another has a later number, or its
    own seal where it was the last; a build has its time and its seal; settings are files.
    """
    ledger, reading, built = schema.ledger, schema.reading, schema.built
    entry, last = select(func.max(ledger.c.id)).scalar_subquery(), select(func.max(reading.c.id)).scalar_subquery()
    asked = select(
        select(ledger.c.hash).where(ledger.c.id == entry).scalar_subquery(),
        select(func.count()).select_from(reading).scalar_subquery(),
        last,
        select(reading.c.seal).where(reading.c.id == last).scalar_subquery(),
        select(built.c.inputs).scalar_subquery(),
        select(built.c.at).scalar_subquery(),
        select(built.c.seal).scalar_subquery(),
    )
    with case.database.reading() as connection:
        state = tuple(connection.execute(asked).one())
    settings = case.states_digest, case.weights
    return hashlib.sha256(repr((state, settings)).encode("utf-8", "surrogatepass")).digest()
