"""What does a register say of each record, and in which columns?

A register is one or several Parquet files with one row for each record. Columns that are missing are unknown; columns
of other names stay out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

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

FORMS = pa.schema([pa.field(name, pa.list_(pa.string())) for name in ("families", "givens", "initials", "middles")])
"""What a record's name stands for, as `Record` has it: made once, where keys are, and carried to where pairs are
weighed."""


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
        spelling = Spelling(text=name, family=family, given=given)
        posts = _posts(mission, rank, first, last, edition)
        yield record(id_, [spelling], sending=sending, posts=posts, born=born)


def known_records_of(rows: pa.Table) -> Iterator[Record]:
    """The record of each row, whose names were read before.

    Args:
        rows: rows with the columns of `SCHEMA` and `FORMS`.
    """
    columns = [_values(rows.column(field.name), field.type) for field in SCHEMA]
    forms = [_sets(rows.column(name).combine_chunks()) for name in FORMS.names]
    for row, families, givens, initials, middles in zip(zip(*columns, strict=True), *forms, strict=True):
        id_, name, _, _, sending, mission, rank, first, last, edition, born = row
        yield Record(
            id=id_,
            names=(name,),
            families=families,
            givens=givens,
            initials=initials,
            middles=middles,
            sending=sending,
            posts=_posts(mission, rank, first, last, edition),
            born=born,
        )


def forms_of(records: Sequence[Record]) -> list[pa.Array]:
    """What the names of records stand for, as columns of `FORMS`."""
    return [pa.array([sorted(getattr(one, name)) for one in records], FORMS.field(name).type) for name in FORMS.names]


def _posts(
    mission: str | None, rank: str | None, first: int | None, last: int | None, edition: str | None
) -> tuple[Post, ...]:
    """The post of a row; none where it names no mission or no day."""
    day, until = (first if first is not None else last), (last if last is not None else first)
    if mission is None or day is None or until is None:
        return ()
    editions = frozenset() if edition is None else frozenset({edition})
    days = day + EPOCH, until + EPOCH
    post = Post(mission=mission, first=days[0], last=days[1], first_rank=rank, last_rank=rank, editions=editions)
    return (post,)


def _values(column: pa.Array | pa.ChunkedArray, kind: pa.DataType) -> list[Any]:
    values: list[Any] = (column.cast(pa.int32()) if kind == pa.date32() else column).to_pylist()
    return values


def _sets(lists: pa.ListArray) -> list[frozenset[str]]:
    values, offsets = lists.flatten().to_pylist(), lists.offsets.to_pylist()
    return [frozenset(values[start - offsets[0] : stop - offsets[0]]) for start, stop in pairwise(offsets)]
