"""What do the documents of a collection print? Read on this machine, in parts that are put away as they are done.

Work that was stopped goes on with the part that was not done.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from legation.engines.registers.documents import LINES, Document, Line, documents_of, lines_of
from legation.engines.registers.linking import Progress
from legation.engines.registers.schema import register_files
from legation.engines.registers.work import Work
from legation.errors import UnsupportedInputError

DOCUMENTS_OF_A_PART = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """How documents become lines."""

    extract: Callable[[Document], tuple[Line, ...]]
    """At the top level of a module."""
    preload: tuple[str, ...]
    version: str
    """Whatever changes when the rules do; work under another one begins anew."""


def extract(
    paths: Sequence[Path], out: Path, how: Extraction, *, processes: int, progress: Progress | None = None
) -> dict[str, int]:
    """Read documents and write their lines, as a folder with a folder `kind=..` for each kind of line.

    Args:
        paths: Parquet files of documents, or folders of them; see `documents.DOCUMENTS`.
        out: the folder to write; it must not be there.
        how: what is done to each document.
        processes: documents that are read at once.
        progress: told after each document.

    Returns:
        How many lines of each kind there are.

    Raises:
        InputError: a file holds no documents.
    """
    files = register_files(paths)
    total = sum(_rows(path) for path in files)
    work = Work(out.with_name(f"{out.name}.work"))
    key = _key(files, how)
    if not (work.has("key") and work.read("key") == key.encode()):
        work.end()
        work.folder.mkdir(parents=True)
        work.write("key", key.encode())
    done = 0

    def tell(name: str) -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total, name)

    numbers = []
    for number, part in enumerate(_parts(files)):
        numbers.append(number)
        if work.has(_file(number)):
            done += part.num_rows
            continue
        documents = list(documents_of(part))
        lines = lines_of(documents, how.extract, processes=processes, preload=how.preload, progress=tell)
        work.write_table(_file(number), lines)
    counts = _write([work.table(_file(number)) for number in numbers], out)
    work.end()
    return counts


def _rows(path: Path) -> int:
    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise UnsupportedInputError(
            f"{path} is no Parquet file ({error}): pack documents first", item=str(path)
        ) from error
    if not {"name", "data"} <= set(file.schema_arrow.names):
        raise UnsupportedInputError(
            f"{path} has no columns name and data: pack documents with `legation registers pack`", item=str(path)
        )
    return int(file.metadata.num_rows)


def _key(files: Sequence[Path], how: Extraction) -> str:
    found = hashlib.sha256(how.version.encode())
    for path in files:
        with path.open("rb") as file:
            found.update(hashlib.file_digest(file, "sha256").digest())
    return found.hexdigest()


def _parts(files: Sequence[Path]) -> Iterator[pa.Table]:
    for path in files:
        for batch in pq.ParquetFile(path).iter_batches(DOCUMENTS_OF_A_PART):
            yield pa.Table.from_batches([batch])


def _file(number: int) -> str:
    return f"lines-{number:05}.arrow"


def _write(tables: Sequence[pa.Table], out: Path) -> dict[str, int]:
    lines = pa.concat_tables([LINES.empty_table(), *tables])
    kinds = sorted(kind.as_py() for kind in lines.column("kind").unique())
    half = out.with_name(f"{out.name}.half")
    counts: dict[str, int] = {}
    for kind in kinds:
        own = lines.filter(pc.equal(lines.column("kind"), kind)).drop_columns(["kind"])
        folder = half / f"kind={kind}"
        folder.mkdir(parents=True, exist_ok=True)
        pq.write_table(own, folder / "part-00000.parquet")
        counts[kind] = own.num_rows
    half.mkdir(exist_ok=True)
    half.rename(out)
    return counts
