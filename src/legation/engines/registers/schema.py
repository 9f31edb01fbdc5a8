"""What does a register say of each record, and in which columns?

A register is one or several Parquet files with one row for each record. Columns that are missing are unknown; columns
of other names stay out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from legation.errors import DamagedInputError, UnreadableInputError, UnsupportedInputError
from legation.resolution.records import Post, Record, Spelling, record

EPOCH = date(1970, 1, 1).toordinal()

SCHEMA = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("name", pa.string(), nullable=False),
        pa.field("family", pa.string()),
        pa.field("given", pa.string()),
        pa.field("sending", pa.string()),
        pa.field("mission", pa.string()),
        pa.field("rank", pa.string()),
        pa.field("first", pa.date32()),
        pa.field("last", pa.date32()),
        pa.field("edition", pa.string()),
        pa.field("born", pa.string()),
    ]
)
"""The columns of a register.

`id` once in the register; `name` as printed; `family` and `given` where the source tells them apart; `sending` and
`mission` as `RU` and `RU/DE`; `rank` by its code; `first` and `last` day on which the source shows the person there;
`edition`: two records of one edition and mission are two persons; `born` as EDTF."""

NEEDED = ("id", "name")


def register_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The Parquet files of a register, folders looked through.

    Raises:
        UnreadableInputError: there is no such file, or no Parquet file in a folder.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*.parquet")) if path.is_dir() else [path]
        if not inside or not inside[0].is_file():
            raise UnreadableInputError(f"{path} holds no Parquet file: name a file or a folder of them", item=str(path))
        found += inside
    return tuple(found)


def read_register(paths: Sequence[Path]) -> pa.Table:
    """All records, in the columns of `SCHEMA`, as the files have them.

    Raises:
        UnsupportedInputError: a file is no Parquet, or lacks a column.
        DamagedInputError: two records that differ have one id, or one has none.
    """
    table = pa.concat_tables([_of_file(path) for path in paths])
    ids = table.column("id")
    if ids.null_count or table.column("name").null_count:
        raise nameless()
    if len(ids.unique()) != len(ids):
        # the same bytes of one day, read twice, give the same records twice
        table = table.group_by(SCHEMA.names).aggregate([])
        ids = table.column("id")
    if len(ids.unique()) != len(ids):
        often = pc.value_counts(ids)
        twice = often.filter(pc.greater(often.field("counts"), 1)).field("values")
        raise duplicate(len(twice), twice[0].as_py())
    return table


def lacking(item: str, names: Sequence[str]) -> UnsupportedInputError:
    """The error of a file without columns that a register needs."""
    return UnsupportedInputError(
        f"{item} has no column {' and no column '.join(names)}: a register needs {' and '.join(NEEDED)}", item=item
    )


def nameless() -> DamagedInputError:
    """The error of a register with a record that nothing names."""
    return DamagedInputError("a record has no id or no name: give every record both")


def duplicate(count: int, example: str) -> DamagedInputError:
    """The error of a register in which ids stand for several records."""
    return DamagedInputError(f"{count} ids stand more than once, such as {example}: give every record its own")


def _of_file(path: Path) -> pa.Table:
    try:
        file = pq.ParquetFile(path)
        names = [name for name in SCHEMA.names if name in file.schema_arrow.names]
        if missing := [name for name in NEEDED if name not in names]:
            raise lacking(str(path), missing)
        return conformed(file.read(columns=names))
    except (pa.ArrowException, OSError) as error:
        raise UnsupportedInputError(
            f"{path} can't be read as a register ({error}): check its columns", item=str(path)
        ) from error


def conformed(table: pa.Table) -> pa.Table:
    """The columns of `SCHEMA` in their order and types; those that are missing are null."""
    columns = [
        table.column(field.name).cast(field.type)
        if field.name in table.column_names
        else pa.nulls(table.num_rows, field.type)
        for field in SCHEMA
    ]
    return pa.Table.from_arrays(columns, names=SCHEMA.names)


def records_of(batch: pa.RecordBatch | pa.Table, prefix: str = "") -> Iterator[Record]:
    """The record of each row.

    Args:
        batch: rows with the columns of `SCHEMA`.
        prefix: what stands before their names.
    """
    columns = [_values(batch.column(prefix + field.name), field.type) for field in SCHEMA]
    for id_, name, family, given, sending, mission, rank, first, last, edition, born in zip(*columns, strict=True):
        day, until = (first if first is not None else last), (last if last is not None else first)
        posts = []
        if mission is not None and day is not None:
            posts.append(
                Post(
                    mission=mission,
                    first=day + EPOCH,
                    last=until + EPOCH,
                    first_rank=rank,
                    last_rank=rank,
                    editions=frozenset() if edition is None else frozenset({edition}),
                )
            )
        spelling = Spelling(text=name, family=family, given=given)
        yield record(id_, [spelling], sending=sending, posts=posts, born=born)


def _values(column: pa.Array | pa.ChunkedArray, kind: pa.DataType) -> list[object]:
    values: list[object] = (column.cast(pa.int32()) if kind == pa.date32() else column).to_pylist()
    return values
