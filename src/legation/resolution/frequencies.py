"""How many bear a name? Counted once over a population, so that order and batches don't matter."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from legation.resolution.records import Record

UNSEEN = 0.5
"""What is added to the number of others who bear a name, for those whom the population doesn't show."""
STEPS_PER_BIT = 4
"""Steps of a frequency level for each doubling."""
UNKNOWN_GIVEN_SHARE = 10
"""One in so many is taken to bear a given name whose forms don't agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequencies:
    """How many persons of one population bear each form of a name."""

    persons: int
    families: Mapping[str, int] = field(default_factory=dict)
    givens: Mapping[str, int] = field(default_factory=dict)

    @staticmethod
    def of(records: Iterable[Record]) -> Frequencies:
        """The frequencies of these records, each of them one person."""
        families: Counter[str] = Counter()
        givens: Counter[str] = Counter()
        persons = 0
        for one in records:
            persons += 1
            families.update(one.families)
            givens.update(one.givens)
        return Frequencies(persons=persons, families=families, givens=givens)

    def others_with_family(self, a: Record, b: Record) -> int:
        """Others who bear the rarest form that both share; where they share none, of the more frequent of theirs."""
        shared = a.families & b.families
        if shared:
            return max(min(self.families.get(form, 0) for form in shared) - 2, 0)
        rarest = (min((self.families.get(form, 0) for form in one.families), default=0) for one in (a, b))
        return max(max(rarest) - 1, 0)

    def others_with_given(self, a: Record, b: Record) -> int:
        """The same of given names; where they share no form, a share of all."""
        shared = a.givens & b.givens
        if shared:
            return max(min(self.givens.get(form, 0) for form in shared) - 2, 0)
        return max(max(self.persons // UNKNOWN_GIVEN_SHARE, 1) - 2, 0)

    def rarity(self, others: int) -> int:
        """How rare a name is that so many others bear, in steps of a quarter of a bit."""
        return round(STEPS_PER_BIT * math.log2(max(self.persons, 1) / (others + UNSEEN)))

    def size(self) -> int:
        """How large the population is, in the same steps."""
        return round(STEPS_PER_BIT * math.log2(max(self.persons, 1)))
