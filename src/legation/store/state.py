"""In which state is a case? A digest that is another one after anything was kept, read, built or set."""

from __future__ import annotations

import hashlib

from sqlalchemy import select

from legation.store import schema
from legation.store.case import Case


def state_of(case: Case) -> bytes:
    """The digest of a case's state, much sooner than what follows from it.

    Whatever is kept has its entry in the chain, and readings and builds carry their seals; settings are files.
    """
    digest = hashlib.sha256()
    with case.database.reading() as connection:
        last = select(schema.ledger.c.id, schema.ledger.c.hash).order_by(schema.ledger.c.id.desc()).limit(1)
        read = select(schema.reading.c.id, schema.reading.c.seal).order_by(schema.reading.c.id)
        built = select(schema.built.c.inputs, schema.built.c.at, schema.built.c.seal)
        for query in (last, read, built):
            rows = connection.exec_driver_sql(str(query.compile(connection, compile_kwargs={"literal_binds": True})))
            digest.update(repr(rows.fetchall()).encode())
    digest.update(f"{case.states_digest} {case.weights}".encode("utf-8", "surrogatepass"))
    return digest.digest()
