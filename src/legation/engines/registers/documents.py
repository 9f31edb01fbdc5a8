"""What do many documents print? Documents as rows of Parquet in, their lines as rows out, on any engine.

Each document is read in a supervised child process, on a cluster too: one that does harm costs itself alone, and is
told as a line of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pyarrow as pa

from legation.engines.local import Outcome, Task, run_all
from legation.engines.registers.schema import SCHEMA
from legation.model.keys import sha256_hex

SAID = ("media_type", "as_of", "mission", "sending", "receiving", "source", "url")
"""What may be said of a document from outside, in columns of these names."""

DOCUMENTS = pa.schema(
    [
        pa.field("name", pa.string(), nullable=False),
        pa.field("data", pa.binary(), nullable=False),
        *(pa.field(name, pa.string()) for name in SAID),
    ]
)

LINES = pa.schema(
    [
        pa.field("kind", pa.string(), nullable=False),
        pa.field("document", pa.string(), nullable=False),
        pa.field("sha256", pa.string(), nullable=False),
        *(field.with_nullable(True) for field in SCHEMA),
        pa.field("row", pa.string(), nullable=False),
    ]
)
"""A line: what it is (`edition`, `listing`, `vacant`, `residue`, `problem`), its document, the columns of a register
where somebody is listed, and the whole row as JSON."""

Line: TypeAlias = dict[str, object]
"""Columns of `LINES`; those that are left out are unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The bytes of one document, and what is said of it."""

    name: str
    data: bytes
    said: Mapping[str, str | None]


def documents_of(batch: pa.RecordBatch | pa.Table) -> Iterator[Document]:
    """The documents of rows; `name` and `data` are needed, columns of other names stay out of it."""
    said = [name for name in SAID if name in batch.schema.names]
    for row in batch.select(["name", "data", *said]).to_pylist():
        yield Document(name=row["name"], data=row["data"], said={name: row[name] for name in said})


def lines_of(
    documents: Sequence[Document],
    extract: Callable[[Document], tuple[Line, ...]],
    *,
    processes: int = 1,
    preload: Sequence[str] = (),
    progress: Callable[[str], None] | None = None,
) -> pa.Table:
    """The lines of documents, in their order.

    Args:
        documents: what to read.
        extract: gives the lines of one; at the top level of a module.
        processes: documents that are read at once.
        preload: modules that children have imported before they see a byte.
        progress: told the name of each document that is done.
    """
    numbers = {id(document): number for number, document in enumerate(documents)}
    found: dict[int, Sequence[Line]] = {}
    tasks = [Task(name=document.name, argument=document) for document in documents]
    for outcome in run_all(extract, tasks, workers=processes, preload=preload):
        found[numbers[id(outcome.task.argument)]] = _lines(outcome)
        if progress is not None:
            progress(outcome.task.name)
    rows = [line for number in sorted(found) for line in found[number]]
    arrays = [pa.array([row.get(field.name) for row in rows], field.type) for field in LINES]
    return pa.Table.from_arrays(arrays, schema=LINES)


def _lines(outcome: Outcome[Document, tuple[Line, ...]]) -> Sequence[Line]:
    document = outcome.task.argument
    own: Line = {"document": document.name, "sha256": sha256_hex(document.data)}
    if outcome.error is None:
        return [own | line for line in outcome.value or ()]
    problem = {"kind": "problem", "item": document.name, "code": outcome.error.code, "message": outcome.error.message}
    return [own | {"kind": "problem", "row": json.dumps(problem, ensure_ascii=False)}]
