"""Which records of a register share a key, and so are worth comparing?

Keys are numbers; records that have one in common are a block. Blocks over their cap are left out and counted, never
shortened: so the pairs don't depend on the order of records, nor on how the work is cut.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Keys: TypeAlias = NDArray[np.uint64]
Numbers: TypeAlias = NDArray[np.int32]
Pairs: TypeAlias = NDArray[np.int64]

KIND_BITS = 3
"""The lowest bits of a key say of which kind it is; a register has up to eight kinds."""
KIND_MASK = (1 << KIND_BITS) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What the cap of one kind of keys left out: blocks, their records, and the pairs that they would have made."""

    kind: int
    blocks: int
    records: int
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Blocks:
    """Which records share keys, in four arrays that any process can open without reading them.

    An entry is one key of one record. Entries have two orders: by record, as they came, and by key and record, in which
    the entries of a block are neighbors.
    """

    starts: NDArray[np.int64]
    """By record: where its entries begin; one more at the end."""
    places: Numbers
    """By entry as it came: its place in the order by key."""
    records: Numbers
    """By place: the record."""
    stops: Numbers
    """By place: where its block ends; 0 where it isn't compared."""
    sizes: Numbers
    """By place: how many records have the key, whether the block is compared or not."""

    @property
    def count(self) -> int:
        """Records."""
        return len(self.starts) - 1

    def work(self) -> NDArray[np.int64]:
        """By record: with how many later ones it stands in blocks, each as often as they share one."""
        later = np.maximum(self.stops[self.places].astype(np.int64) - self.places - 1, 0)
        sums = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(later)])
        own: NDArray[np.int64] = sums[self.starts[1:]] - sums[self.starts[:-1]]
        return own

    def pairs(self, first: int, stop: int) -> tuple[Numbers, Numbers]:
        """The pairs whose smaller record is one of `first` to `stop`, each once, in order."""
        mine = self.places[self.starts[first] : self.starts[stop]].astype(np.int64)
        later = np.maximum(self.stops[mine] - mine - 1, 0)
        mine, later = mine[later > 0], later[later > 0]
        if not len(mine):
            none = np.zeros(0, dtype=np.int32)
            return none, none
        before = np.cumsum(later) - later
        others = np.arange(int(later.sum()), dtype=np.int64) - np.repeat(before - mine - 1, later)
        found = np.unique(np.repeat(self.records[mine].astype(np.int64), later) << 32 | self.records[others])
        return (found >> 32).astype(np.int32), (found & 0xFFFFFFFF).astype(np.int32)

    def save(self, folder: Path) -> None:
        """Write the arrays into a folder."""
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", getattr(self, name))


_ARRAYS = ("starts", "places", "records", "stops", "sizes")


def open_blocks(folder: Path) -> Blocks:
    """The arrays of a folder, as far as they are looked at."""
    return Blocks(**{name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS})


def make_blocks(keys: Keys, starts: NDArray[np.int64], caps: Mapping[int, int]) -> tuple[Blocks, tuple[Dropped, ...]]:
    """Sort entries into blocks.

    Args:
        keys: the keys of all records, those of the first record first; no record has one twice.
        starts: where the keys of each record begin, and where the last one's end.
        caps: by kind, how many records a block may have; a kind that isn't named makes no blocks, its keys are counted.

    Returns:
        The blocks, and what the caps left out.
    """
    owners = np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))
    order = np.argsort(keys, kind="stable")
    ordered, records = keys[order], owners[order]
    places = np.empty(len(order), dtype=np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    del order, owners
    first = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else np.zeros(0, int)
    sizes = np.diff(np.append(first, len(ordered)))
    kinds = (ordered[first] & np.uint64(KIND_MASK)).astype(np.int64)
    limits = np.array([caps.get(kind, 0) for kind in range(1 << KIND_BITS)], dtype=np.int64)[kinds]
    compared = (sizes > 1) & (sizes <= limits)
    stops = np.where(compared, first + sizes, 0)
    blocks = Blocks(
        starts=starts,
        places=places,
        records=records,
        stops=np.repeat(stops, sizes).astype(np.int32),
        sizes=np.repeat(sizes, sizes).astype(np.int32),
    )
    return blocks, tuple(_dropped(kind, sizes[(kinds == kind) & (sizes > cap)]) for kind, cap in sorted(caps.items()))


def _dropped(kind: int, sizes: NDArray[np.int64]) -> Dropped:
    return Dropped(kind=kind, blocks=len(sizes), records=int(sizes.sum()), pairs=int((sizes * (sizes - 1) // 2).sum()))


def ranges(work: NDArray[np.int64], most: int) -> Sequence[tuple[int, int]]:
    """Cut records into runs of about so much work each, in their order."""
    done = np.cumsum(work + 1)
    if not len(done):
        return ()
    parts = max(int(-(-done[-1] // most)), 1)
    cuts = np.searchsorted(done, np.arange(1, parts) * (done[-1] / parts)) + 1
    bounds = np.unique(np.concatenate([[0], cuts, [len(done)]])).tolist()
    return tuple(pairwise(bounds))
