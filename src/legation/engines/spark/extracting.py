"""What do the documents of a collection print, read on a cluster?

Each worker reads its documents in supervised children of its own; the lines are those of one machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

import pyarrow as pa

from legation.engines.registers.documents import LINES, SAID, documents_of, lines_of
from legation.engines.registers.extracting import Extraction
from legation.engines.spark.columns import ddl
from legation.errors import UnsupportedInputError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Batches: TypeAlias = Iterator[pa.RecordBatch]


def extract(session: SparkSession, documents: Sequence[str], out: str, how: Extraction) -> dict[str, int]:
    """Read documents and write their lines, as a folder with a folder `kind=..` for each kind of line.

    Args:
        session: where it runs.
        documents: paths or addresses of Parquet files that the whole cluster reads; see `documents.DOCUMENTS`.
        out: the folder to write; it must not be there.
        how: what is done to each document.

    Returns:
        How many lines of each kind there are.

    Raises:
        InputError: a file holds no documents.
    """
    frame = session.read.parquet(*documents)
    if not {"name", "data"} <= set(frame.columns):
        raise UnsupportedInputError(f"{', '.join(documents)}: no columns name and data: pack documents first")
    wanted = frame.select("name", "data", *(name for name in SAID if name in frame.columns))
    lines = wanted.mapInArrow(_reading(how), ddl(LINES))
    lines.write.partitionBy("kind").parquet(out)
    kinds = session.read.parquet(out).groupBy("kind").count().collect()
    return {row["kind"]: row["count"] for row in sorted(kinds, key=lambda row: str(row["kind"]))}


def _reading(how: Extraction) -> Callable[[Batches], Batches]:
    def read(batches: Batches) -> Batches:
        for batch in batches:
            documents = list(documents_of(batch))
            yield from lines_of(documents, how.extract, preload=how.preload).to_batches()

    return read
