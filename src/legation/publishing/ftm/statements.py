"""How do entities look as JSON lines, and as the statements that they are made of?

A statement has its id from dataset, entity, property and value, as followthemoney makes it; the columns are those that
it reads. The days on which a source was seen are no days on which a statement was first seen, and aren't put there.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence

from legation.publishing.content import Content
from legation.publishing.ftm.entity import Entity
from legation.vocabulary.ftm import schemata

COLUMNS = (
    "canonical_id",
    "entity_id",
    "prop",
    "prop_type",
    "schema",
    "value",
    "dataset",
    "origin",
    "lang",
    "original_value",
    "external",
    "first_seen",
    "last_seen",
    "id",
)
"""As followthemoney 4.9 to 4.11 writes and reads them."""
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def dataset_of(content: Content) -> str:
    """The name of what leaves: a draft is another dataset, and says so in every line."""
    return dataset_name(f"{content.title} draft" if content.draft else content.title)


def dataset_name(title: str) -> str:
    """The name of a case's dataset: small Latin letters, digits and `_` alone."""
    return f"legation_{_NOT_IN_NAMES.sub('_', title.lower()).strip('_') or 'case'}"


def statement_id(dataset: str, entity: str, prop: str, value: str) -> str:
    """The id of a statement without a language that is no enrichment."""
    return hashlib.sha1(f"{dataset}.{entity}.{prop}.{value}".encode(), usedforsecurity=False).hexdigest()


def entity_lines(entities: Iterable[Entity], dataset: str) -> bytes:
    """One entity a line, in the form that Aleph, yente, nomenklatura and ftmq read."""
    lines = (
        json.dumps(
            {
                "id": one.id,
                "caption": one.caption,
                "schema": one.schema,
                "properties": one.properties,
                "referents": list(one.referents),
                "datasets": [dataset],
            },
            ensure_ascii=False,
        )
        for one in entities
    )
    return "".join(f"{line}\n" for line in lines).encode()


def statement_lines(entities: Iterable[Entity], dataset: str) -> bytes:
    """The statements of all entities as CSV, each entity closed by the statement of its id.

    The cells are as they are: this is read by programs, which take an apostrophe before a sign for a part of the value.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, dialect=csv.unix_dialect)
    writer.writerow(COLUMNS)
    writer.writerows(row for one in entities for row in _rows(one, dataset))
    return out.getvalue().encode()


def _rows(one: Entity, dataset: str) -> Iterator[Sequence[str]]:
    properties = schemata()[one.schema].properties
    ids: list[str] = []
    for fact in one.facts:
        ids.append(statement_id(dataset, one.id, fact.prop, fact.value))
        yield _row(one, (fact.prop, properties[fact.prop].type, fact.value), dataset, ids[-1])
    digest = hashlib.sha1(one.schema.encode(), usedforsecurity=False)
    for id_ in sorted(ids):
        digest.update(id_.encode())
    value = digest.hexdigest()
    yield _row(one, ("id", "id", value), dataset, statement_id(dataset, one.id, "id", value))


def _row(one: Entity, said: tuple[str, str, str], dataset: str, id_: str) -> Sequence[str]:
    prop, type_, value = said
    return (one.id, one.id, prop, type_, one.schema, value, dataset, "", "", "", "f", "", "", id_)
