"""How many records of a state bear a name, when there are too many forms for one dictionary in every process?

Forms are numbers in sorted arrays, which processes share and look into.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from legation.engines.registers.blocks import KIND_MASK, Keys, Numbers
from legation.engines.registers.marking import ANY_STATE, FAMILY, GIVEN, digest, number, one_of_state
from legation.resolution.frequencies import Frequencies


@dataclass(frozen=True, slots=True, eq=False)
class FormCounts(Mapping[str, int]):
    """How many records of one state bear each form of one kind."""

    kind: int
    state: str
    numbers: Keys
    """Sorted."""
    counts: Numbers

    def __getitem__(self, form: str) -> int:
        """How many bear a form.

        Raises:
            KeyError: nobody does.
        """
        wanted = np.uint64(one_of_state(number(self.kind, form), digest(self.state)))
        place = int(np.searchsorted(self.numbers, wanted))
        if place == len(self.numbers) or self.numbers[place] != wanted:
            raise KeyError(form)
        return int(self.counts[place])

    def __iter__(self) -> Iterator[str]:
        """Nothing: numbers don't tell forms."""
        return iter(())

    def __len__(self) -> int:
        """Forms of all states."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True, eq=False)
class Populations:
    """The name frequencies of each sending state, and of all records together."""

    persons: Mapping[str, int]
    """Records by state; those of `ANY_STATE` are all of them."""
    numbers: Keys
    counts: Numbers

    def of(self, a: str | None, b: str | None) -> Frequencies:
        """The frequencies among which two records of these states are compared."""
        return _frequencies(self, a if a is not None and a == b else ANY_STATE)

    def save(self, folder: Path) -> None:
        """Write the arrays into a folder; `persons` isn't among them."""
        np.save(folder / "form-numbers.npy", self.numbers)
        np.save(folder / "form-counts.npy", self.counts)


@lru_cache(maxsize=4096)
def _frequencies(populations: Populations, state: str) -> Frequencies:
    numbers, counts = populations.numbers, populations.counts
    return Frequencies(
        persons=populations.persons.get(state, 0),
        families=FormCounts(FAMILY, state, numbers, counts),
        givens=FormCounts(GIVEN, state, numbers, counts),
    )


def open_populations(folder: Path, persons: Mapping[str, int]) -> Populations:
    """The populations of a folder, as far as they are looked at."""
    # as plain arrays: one number of a mapped array takes ten times as long to look up
    numbers, counts = (
        np.asarray(np.load(folder / f"form-{name}.npy", mmap_mode="r")) for name in ("numbers", "counts")
    )
    return Populations(persons, numbers, counts)


def counted(keys: NDArray[np.uint64]) -> tuple[Keys, Numbers]:
    """The forms among the keys of all records, sorted, with how many have each."""
    kinds = keys & np.uint64(KIND_MASK)
    numbers, counts = np.unique(keys[(kinds == FAMILY) | (kinds == GIVEN)], return_counts=True)
    return numbers, counts.astype(np.int32)
