"""How are many documents read, and registers of millions linked? Parquet in and out, on this machine or on Spark.

Both engines call the same functions and give the same lines, links and weights. Nothing is merged: links are
proposals.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from legation import __version__
from legation.errors import LegationError, UsageError
from legation.model.listings import Listing, Roster
from legation.pipeline.work.files import bytes_of
from legation.pipeline.work.given import given_from
from legation.pipeline.work.stages import Task, roster_of
from legation.pipeline.work.supervised import PRELOADED, Progress
from legation.pipeline.work.versions import deriving_rules, reading_rules

if TYPE_CHECKING:
    from legation.engines.registers.documents import Document, Line
    from legation.engines.registers.extracting import Extraction

Engine: TypeAlias = Literal["local", "spark"]
Row: TypeAlias = dict[str, object]

KINDS_OF_KEYS = {"s": "one sound", "p": "two sounds", "i": "a sound and an initial", "m": "a family name at one post"}
"""What the kinds of keys are called where their blocks were too large."""


def link_register(
    register: Sequence[str],
    out: Path,
    *,
    least: float,
    processes: int | None = None,
    progress: Progress | None = None,
) -> Row:
    """Link the records of a register on this machine; what came of it, as a row.

    Args:
        register: Parquet files, or folders of them.
        out: the file to write.
        least: the weight in bits from which a link is kept.
        processes: how many work at once; as many as there are processors, where none are given.
        progress: told after each part.

    Raises:
        UsageError: the extra isn't installed, or the file is there already.
        InputError: a file is no register.
    """
    with _installed("registers"):
        from legation.engines.registers.linking import Rules, link
        from legation.engines.registers.marking import KINDS
    from legation.vocabulary.link_weights import shipped_weights

    _free(out)
    rules = Rules(weights=shipped_weights(), least=least, version=_version())
    done = link([Path(one) for one in register], out, rules, processes=processes or _processors(), progress=progress)
    dropped = [
        {"key": KINDS_OF_KEYS[KINDS[one.kind]], "blocks": one.blocks, "records": one.records, "pairs": one.pairs}
        for one in done.dropped
        if one.blocks
    ]
    return {"kind": "linked", "id": "linked", "records": done.records, "links": done.links, "dropped": dropped}


def link_on_spark(register: Sequence[str], out: str, *, least: float, master: str) -> Row:
    """Link the records of a register on Spark; what came of it, as a row.

    Args:
        register: addresses of Parquet files that the whole cluster reads.
        out: the folder to write.
        least: the weight in bits from which a link is kept.
        master: `local[N]`, or the address of a cluster.
    """
    with _installed("spark"):
        from legation.engines.registers.linking import Rules
        from legation.engines.spark.linking import link
        from legation.engines.spark.session import spark_session
    from legation.vocabulary.link_weights import shipped_weights

    rules = Rules(weights=shipped_weights(), least=least, version=_version())
    with spark_session(master) as session, _told():
        return {"kind": "linked", "id": "linked", "links": link(session, register, out, rules)}


def extract_documents(
    documents: Sequence[str], out: Path, *, processes: int | None = None, progress: Progress | None = None
) -> Row:
    """Read the lists of packed documents on this machine; how many lines of each kind there are, as a row."""
    with _installed("registers"):
        from legation.engines.registers.extracting import extract

    _free(out)
    paths = [Path(one) for one in documents]
    lines = extract(paths, out, extraction(), processes=processes or _processors(), progress=progress)
    return {"kind": "extracted", "id": "extracted", "lines": lines}


def extract_on_spark(documents: Sequence[str], out: str, *, master: str) -> Row:
    """Read the lists of packed documents on Spark; how many lines of each kind there are, as a row."""
    with _installed("spark"):
        from legation.engines.spark.extracting import extract
        from legation.engines.spark.session import spark_session

    with spark_session(master) as session, _told():
        lines = extract(session, documents, out, extraction())
        return {"kind": "extracted", "id": "extracted", "lines": lines}


def pack_documents(paths: Sequence[Path], out: Path, said: dict[str, str | None]) -> tuple[int, list[LegationError]]:
    """Put files with their bytes into one Parquet file; how many, and the errors of those that can't be read.

    Args:
        paths: the files.
        out: the file to write.
        said: what is said of all of them, by the names of options.
    """
    with _installed("registers"):
        import pyarrow as pa
        import pyarrow.parquet as pq

        from legation.engines.registers.documents import DOCUMENTS, SAID

    given_from({**said, "kind": "list"})
    _free(out)
    failed: list[LegationError] = []
    constant = {name: said.get(name.replace("_", "-")) for name in SAID}
    half, done = out.with_name(f"{out.name}.half"), 0
    with pq.ParquetWriter(half, DOCUMENTS) as writer:
        for path in paths:
            try:
                row = {"name": path.name, "data": bytes_of(path), **constant}
            except LegationError as error:
                failed.append(error)
                continue
            writer.write_table(pa.Table.from_pylist([row], schema=DOCUMENTS))
            done += 1
    half.replace(out)
    return done, failed


def lines_of_list(document: Document) -> tuple[Line, ...]:
    """The lines of a document that is a list: its edition, its listings as records of a register, and its residue.

    Raises:
        InputError: nothing can be read from it.
    """
    options = {name.replace("_", "-"): text for name, text in document.said.items() if name != "media_type"}
    roster = roster_of(
        Task(
            data=document.data,
            name=document.name,
            given=given_from({**options, "kind": "list"}),
            media_type=document.said.get("media_type"),
        )
    )
    return tuple(_lines(roster))


def _lines(roster: Roster) -> Iterator[Line]:
    from legation.publishing.rows import roster_rows

    listings = iter(roster.listings)
    for row in roster_rows(roster):
        text = json.dumps(row, ensure_ascii=False)
        if row["kind"] == "listing":
            yield _record(next(listings), roster) | {"row": text}
        else:
            yield {"kind": row["kind"], "row": text}


def _record(listing: Listing, roster: Roster) -> Line:
    """A listing in the columns of a register; a line that names nobody is no record."""
    as_of = roster.edition.as_of
    day = as_of.bounds.earliest if as_of is not None else None
    return {
        "kind": "vacant" if listing.vacant or not listing.name else "listing",
        "id": listing.id,
        "name": listing.name,
        "family": listing.family,
        "given": listing.given,
        "sending": listing.sending,
        "mission": listing.mission,
        "rank": listing.rank,
        "first": day,
        "last": day,
        "edition": roster.edition.id,
    }


def extraction() -> Extraction:
    """How the lists of packed documents become lines, on any engine."""
    from legation.engines.registers.extracting import Extraction

    return Extraction(extract=lines_of_list, preload=(__name__, *PRELOADED), version=_version())


def _version() -> str:
    """The version of everything that a result depends on."""
    from legation.vocabulary.link_weights import shipped_weights

    weights = hashlib.sha256(shipped_weights().encode()).hexdigest()
    return "+".join((__version__, reading_rules(), deriving_rules(), weights))


def _processors() -> int:
    return len(os.sched_getaffinity(0))


def _free(out: Path) -> None:
    if out.exists():
        raise UsageError(f"{out} is there already: name another place, or remove it")


@contextmanager
def _installed(extra: str) -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise UsageError(f"{error.name or error} isn't installed: pip install 'legation[{extra}]'") from None


@contextmanager
def _told() -> Iterator[None]:
    """What Spark says, without its Java."""
    from pyspark.errors import PySparkException

    try:
        yield
    except PySparkException as error:
        first = str(error).strip().splitlines()[0]
        raise LegationError(f"Spark couldn't do it: {first}") from None
