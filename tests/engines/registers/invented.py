"""Small registers of invented persons, as tables and as files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.registers import SCHEMA, records
from legation.engines.registers.linking import Rules
from legation.vocabulary.link_weights import shipped_weights

RULES = Rules(weights=shipped_weights(), least=0.0, version="test")


def register(count: int, *, seed: int = 1) -> pa.Table:
    """A register of so many records."""
    return pa.Table.from_pylist(
        [dict(zip(SCHEMA.names, row, strict=True)) for row in records(count, seed=seed)], schema=SCHEMA
    )


def written(table: pa.Table, path: Path) -> Path:
    """The table as a Parquet file."""
    pq.write_table(table, path)
    return path


def of_rows(*rows: dict[str, object]) -> pa.Table:
    """A register of these rows, whatever columns they have."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return pa.table({name: [row.get(name) for row in rows] for name in names})


def pairs_of(links: pa.Table) -> Iterable[tuple[str, str]]:
    """The ids of links."""
    return list(zip(links.column("a").to_pylist(), links.column("b").to_pylist(), strict=True))
