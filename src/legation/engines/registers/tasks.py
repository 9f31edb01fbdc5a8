"""What does a child process do for a register? Each task reads its part from the work folder and gives back columns.

Tasks are pure but for what they read; whoever called for them writes what they give.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from legation.engines.registers.blocks import Blocks, Numbers, open_blocks
from legation.engines.registers.marking import MOST_FAMILY_MARKS, MOST_MARKS, digest, keys, marks, of_state, states
from legation.engines.registers.populations import open_populations
from legation.engines.registers.schema import FORMS, forms_of, known_records_of, records_of
from legation.engines.registers.weighing import Measure, link_rows
from legation.engines.registers.work import Work, packed
from legation.resolution.weights import read_weights

MARKED = pa.schema(
    [
        pa.field("place", pa.string()),
        pa.field("keys", pa.list_(pa.uint64())),
        pa.field("both", pa.list_(pa.int32(), MOST_MARKS)),
        pa.field("family", pa.list_(pa.int32(), MOST_FAMILY_MARKS)),
        *FORMS,
    ]
)
"""What a record is compared by: where it stands among the others, its keys, its marks, filled up with `NO_MARK`, and
what its name stands for."""

NO_MARK, ANY_MARK = -1, -2
"""In place of a mark: there is none, and: there are too many, so that it meets all."""
_AT_ONCE = 1 << 17
"""Pairs whose marks are compared at once: 32 MiB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of records, in the work folder of a register."""

    folder: str
    first: int
    stop: int


def mark_part(part: Part) -> bytes:
    """The keys and marks of a run of records, as columns of `MARKED`."""
    work = Work(Path(part.folder))
    rows = work.table(Work.RECORDS).slice(part.first, part.stop - part.first)
    return packed(marked(rows, stateless=work.settings().stateless))


def marked(rows: pa.Table | pa.RecordBatch, *, stateless: bool) -> pa.RecordBatch:
    """The keys and marks of records, as columns of `MARKED`.

    Args:
        rows: the records.
        stateless: whether some record of the register has no sending state.
    """
    places: list[str] = []
    both: list[tuple[int, ...]] = []
    family: list[tuple[int, ...]] = []
    numbers: list[int] = []
    within: list[int] = []
    ends = [0]
    records = list(records_of(rows))
    for one in records:
        places.append(min(one.families, default=""))
        own = marks(one.names[0])
        both.append(_filled(own.both, MOST_MARKS))
        family.append(_filled(own.family, MOST_FAMILY_MARKS))
        found = keys(one)
        for state in states(one, stateless=stateless):
            numbers += found
            within += [digest(state)] * len(found)
        ends.append(len(numbers))
    mixed = of_state(np.array(numbers, dtype=np.uint64), np.array(within, dtype=np.uint64))
    lists = pa.ListArray.from_arrays(pa.array(ends, pa.int32()), pa.array(mixed))
    named = [pa.array(both, MARKED.field("both").type), pa.array(family, MARKED.field("family").type)]
    columns = [pa.array(places, pa.string()), lists, *named, *forms_of(records)]
    return pa.RecordBatch.from_arrays(columns, schema=MARKED)


def _filled(own: tuple[int, ...] | None, most: int) -> tuple[int, ...]:
    if own is None:
        return (ANY_MARK,) * most
    return own + (NO_MARK,) * (most - len(own))


def weigh_part(part: Part) -> bytes:
    """The links between a run of records and later ones, as columns of `LINKS`."""
    register = _opened(part.folder)
    one, other = register.blocks.pairs(part.first, part.stop)
    kept = may_be_one(one, other, register.both, register.family)
    one, other = one[kept], other[kept]
    needed, back = np.unique(np.concatenate([one, other]), return_inverse=True)
    records = list(known_records_of(register.rows.take(pa.array(needed))))
    pairs = ((records[a], records[b]) for a, b in zip(back[: len(one)], back[len(one) :], strict=True))
    return packed(link_rows(pairs, register.measure))


def may_be_one(one: Numbers, other: Numbers, both: NDArray[np.int32], family: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which pairs share what two names of one person share; where a name has no given name, of the family name alone.

    Args:
        one: a record of each pair.
        other: the other one.
        both: by record, its marks of family and given name.
        family: by record, its marks of the family name.
    """
    found = [
        _meet(one[at : at + _AT_ONCE], other[at : at + _AT_ONCE], both, family) for at in range(0, len(one), _AT_ONCE)
    ]
    return np.concatenate(found) if found else np.zeros(0, dtype=bool)


def _meet(one: Numbers, other: Numbers, both: NDArray[np.int32], family: NDArray[np.int32]) -> NDArray[np.bool_]:
    # no two names share a mark of both parts that don't share one of the family name
    found = _share(family[one], family[other])
    alike = np.flatnonzero(found)
    left, right = both[one[alike]], both[other[alike]]
    found[alike] = _share(left, right) | (left[:, 0] == NO_MARK) | (right[:, 0] == NO_MARK)
    return found


def _share(left: NDArray[np.int32], right: NDArray[np.int32]) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (left[:, 0] == ANY_MARK) | (right[:, 0] == ANY_MARK)
    for column in range(left.shape[1]):
        mark = left[:, column : column + 1]
        found |= ((right == mark) & (mark != NO_MARK)).any(axis=1)
    return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Register:
    rows: pa.Table
    blocks: Blocks
    both: NDArray[np.int32]
    family: NDArray[np.int32]
    measure: Measure


@lru_cache(maxsize=1)
def _opened(folder: str) -> _Register:
    work = Work(Path(folder))
    settings = work.settings()
    return _Register(
        rows=work.table(Work.ORDERED),
        blocks=open_blocks(work.folder),
        both=work.array("both"),
        family=work.array("family"),
        measure=Measure(
            populations=open_populations(work.folder, settings.persons),
            weights=read_weights(settings.weights),
            least=settings.least,
        ),
    )
