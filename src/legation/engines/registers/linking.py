"""Which records of a register may be one person? The whole way on one machine, in parts that child processes work on.

The result is the same whatever the number of processes, the size of parts and the order of records. Nothing is merged:
a link is a proposal with its weight and its levels. Work that was stopped goes on with the part that was not done.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from legation.engines.isolation import MEBIBYTE
from legation.engines.local import Limits, Task, run_all
from legation.engines.registers.blocks import Dropped, make_blocks, open_blocks, ranges
from legation.engines.registers.marking import ANY_STATE, KIND_CAPS, MOST_FAMILY_MARKS, MOST_MARKS
from legation.engines.registers.populations import Populations, counted
from legation.engines.registers.schema import FORMS, read_register, register_files
from legation.engines.registers.tasks import MARKED, Part, mark_part, weigh_part
from legation.engines.registers.weighing import LINKS
from legation.engines.registers.work import Settings, Work
from legation.errors import LegationError

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told how many parts are done, how many there are, and what is done."""

REMEMBERED = 60_000
"""Records after which a child makes room for a fresh one, so that what it remembers of names doesn't add up."""
PRELOADED = ("legation.engines.registers.warm",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """How work is cut into parts; the result doesn't depend on it."""

    records: int = 10_000
    """Records of a part whose keys are made."""
    pairs: int = 300_000
    """Pairs of a part that are looked at, those in several blocks several times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Crew:
    """Who does the parts."""

    processes: int
    limits: Limits
    progress: Progress | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What came of a register."""

    records: int
    links: int
    compared: int
    """Pairs in blocks, those in several blocks several times."""
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """By what links are made."""

    weights: str
    """The text of the file of weights."""
    least: float
    """The weight from which a link is kept."""
    version: str
    """Whatever changes when the rules do; work under another one begins anew."""


def link(
    register: Sequence[Path],
    out: Path,
    rules: Rules,
    *,
    processes: int,
    progress: Progress | None = None,
    cut: Cut | None = None,
) -> Linked:
    """Link the records of a register and write the links as Parquet, in the order of their ids.

    Args:
        register: Parquet files, or folders of them; see `schema.SCHEMA`.
        out: the file to write. Beside it stands a folder `.work` until it is whole.
        rules: the weights and what is kept.
        processes: how many work at once.
        progress: told after each part.
        cut: how the work is cut.

    Raises:
        InputError: a file is no register.
    """
    files, cut = register_files(register), cut or Cut()
    crew = _Crew(processes=processes, limits=_limits(cut), progress=progress)
    work = Work(out.with_name(f"{out.name}.work"))
    if not work.begins_with(_key(files, rules, cut)):
        _begin(work, files, rules, _key(files, rules, cut))
    count = work.table(Work.RECORDS).num_rows
    parts = [
        Part(folder=str(work.folder), first=at, stop=min(at + cut.records, count))
        for at in range(0, count, cut.records)
    ]
    _do(work, mark_part, "marked", parts, crew)
    if not work.has(Work.DROPPED):
        _order(work, len(parts))
    load = open_blocks(work.folder).work()
    parts = [Part(folder=str(work.folder), first=first, stop=stop) for first, stop in ranges(load, cut.pairs)]
    _do(work, weigh_part, "links", parts, crew)
    links = _write(work, out, len(parts))
    dropped = tuple(Dropped(**one) for one in json.loads(work.read(Work.DROPPED)))
    work.end()
    return Linked(records=count, links=links, compared=int(load.sum()), dropped=dropped)


def _key(files: Sequence[Path], rules: Rules, cut: Cut) -> str:
    found = hashlib.sha256(repr((rules, cut)).encode())
    for path in files:
        with path.open("rb") as file:
            found.update(hashlib.file_digest(file, "sha256").digest())
    return found.hexdigest()


def _begin(work: Work, files: Sequence[Path], rules: Rules, key: str) -> None:
    table = read_register(files)
    senders = Counter[str | None]()
    for one in pc.value_counts(table.column("sending")).to_pylist():
        senders[one["values"]] += one["counts"]
    stateless = None in senders
    persons = {state: count for state, count in senders.items() if state is not None}
    work.write_table(Work.RECORDS, table.take(_by_rarest_word(table.column("name"))))
    work.begin(
        Settings(
            key=key,
            stateless=stateless,
            persons=persons | {ANY_STATE: table.num_rows},
            weights=rules.weights,
            least=rules.least,
        )
    )


def _by_rarest_word(names: pa.ChunkedArray) -> NDArray[np.int64]:
    """An order in which a rare word stands in one part alone, so that one process reads it, and reads it once."""
    spaced = pc.replace_substring(pc.utf8_lower(names.combine_chunks()), ",", " ")
    lists = pc.utf8_split_whitespace(spaced)
    coded = lists.flatten().dictionary_encode()
    words, own = coded.dictionary, coded.indices.to_numpy()
    often = np.bincount(own, minlength=len(words))
    alphabet = np.empty(len(words), dtype=np.int64)
    alphabet[pc.sort_indices(words).to_numpy()] = np.arange(len(words))
    rareness = (often << 32 | alphabet)[own]
    starts = lists.offsets.to_numpy()[:-1]
    # split text has a word at least, an empty one where there is none
    rarest = np.minimum.reduceat(rareness, starts) & 0xFFFFFFFF if len(starts) else alphabet[:0]
    return np.argsort(rarest, kind="stable")


def _do(
    work: Work,
    function: Callable[[Part], bytes],
    name: str,
    parts: Sequence[Part],
    crew: _Crew,
) -> None:
    """Have every part done that isn't, and put away what comes of it."""
    numbers = {part: number for number, part in enumerate(parts)}
    waiting = [part for part, number in numbers.items() if not work.has(_file(name, number))]
    done = len(parts) - len(waiting)
    tasks = (Task(name=f"{name} {numbers[part]}", argument=part) for part in waiting)
    workers = max(min(crew.processes, len(waiting)), 1)
    for outcome in run_all(function, tasks, workers=workers, limits=crew.limits, preload=PRELOADED):
        if outcome.error is not None or outcome.value is None:
            raise outcome.error or LegationError(f"{outcome.task.name} gave nothing: run the command again")
        work.write(_file(name, numbers[outcome.task.argument]), outcome.value)
        done += 1
        if crew.progress is not None:
            crew.progress(done, len(parts), name)


def _limits(cut: Cut) -> Limits:
    """What one part may use. The names are no foreign bytes; a fault is to cost the part, not the machine."""
    parts = max(REMEMBERED // cut.records, 1)
    return Limits(memory=3072 * MEBIBYTE, seconds=3600.0, output=1024 * MEBIBYTE, tasks_per_child=parts)


def _file(name: str, number: int) -> str:
    return f"{name}-{number:05}.arrow"


def _order(work: Work, parts: int) -> None:
    """Number the records, and sort their keys into blocks."""
    marked = pa.concat_tables([MARKED.empty_table(), *(work.table(_file("marked", number)) for number in range(parts))])
    rows = work.table(Work.RECORDS)
    places = pa.table({"place": marked.column("place"), "id": rows.column("id")})
    order = pc.sort_indices(places, sort_keys=[("place", "ascending"), ("id", "ascending")])
    for name in FORMS.names:
        rows = rows.append_column(name, marked.column(name))
    work.write_table(Work.ORDERED, rows.take(order))
    for name, most in (("both", MOST_MARKS), ("family", MOST_FAMILY_MARKS)):
        column = marked.column(name).combine_chunks()
        work.write_array(name, column.flatten().to_numpy().reshape(len(column), most)[order.to_numpy()])
    lists = marked.column("keys").combine_chunks().take(order)
    keys, starts = lists.flatten().to_numpy(), lists.offsets.to_numpy().astype(np.int64)
    del marked, lists
    Populations({}, *counted(keys)).save(work.folder)
    blocks, dropped = make_blocks(keys, starts - starts[0], KIND_CAPS)
    blocks.save(work.folder)
    work.write(Work.DROPPED, json.dumps([asdict(one) for one in dropped]).encode())


def _write(work: Work, out: Path, parts: int) -> int:
    tables = [work.table(_file("links", number)) for number in range(parts)]
    links = pa.concat_tables([LINKS.empty_table(), *tables]).sort_by([("a", "ascending"), ("b", "ascending")])
    half = out.with_name(f"{out.name}.half")
    pq.write_table(links, half)
    half.replace(out)
    return int(links.num_rows)
