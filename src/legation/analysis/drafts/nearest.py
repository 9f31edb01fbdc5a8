"""Which sentences of the case speak of what a sentence of the draft speaks of, and do their values agree?

A value counts by the words around it: "19 were expelled, 40 remained" supports neither "40 were expelled" nor "19
remained". Rare words and values weigh more than common ones; weights come from the case's own sentences.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.analysis.drafts.agreeing import agree, comparable
from legation.analysis.drafts.atoms import Atom
from legation.analysis.drafts.reading import Said
from legation.model.drafts import Ground

_SHARES = {"g": 0.5, "t": 0.5, "n": 1.5}
"""How much more a name says than a word, and how much less a group of words that mean alike."""
_REACH = 7
"""Words around a value that say what it is of."""
_NEAREST = 12
"""Sentences of the case that one of the draft is held against."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A sentence of the case, read."""

    ground: Ground
    said: Said
    beside: tuple[Said, ...] = ()
    """The sentences before and after it, where they are of the same source."""


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence of the case, and which share (0..1) of what the draft's sentence says it has."""

    known: Known
    share: float


@dataclass(frozen=True, slots=True)
class Held:
    """A value of the case beside one of the draft; `likeness` is how near its surroundings are, 0..1."""

    near: Near
    atom: Atom
    likeness: float


class Nearest:
    """The sentences of a case, to be searched for those that speak of the same."""

    def __init__(self, known: Sequence[Known]) -> None:
        self.known = known
        counted: Counter[str] = Counter()
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(known):
            counted.update(each.said.all)
            for feature in each.said.all:
                self._with[feature].append(number)
        self._most = math.log(len(known) + 2)
        self._weights = {feature: math.log((len(known) + 2) / (count + 1)) for feature, count in counted.items()}

    def weight(self, feature: str) -> float:
        """How much a word or value says, the rarer the more; one that the case never has says most."""
        found = self._weights.get(feature, self._most)
        return found * _SHARES.get(feature[0], 1.0)

    def near(self, said: Said) -> tuple[Near, ...]:
        """The sentences that speak of most of what this one says, the nearest first."""
        shared: Counter[int] = Counter()
        for feature in frozenset().union(*said.features):
            for number in self._with.get(feature, ()):
                shared[number] += 1
        found = [Near(self.known[n], self.share(said, self.known[n].said)) for n, _ in shared.most_common(60)]
        found.sort(key=lambda each: (-each.share, each.known.ground.id))
        return tuple(found[:_NEAREST])

    def share(self, said: Said, other: Said) -> float:
        """Which share of what one sentence says stands in another."""
        total = got = 0.0
        if said.carried and not any(said.of_kind("name")):
            total += self._most / 2
            got += self._most / 2 if any(f"n:{word}" in other.all for word in said.carried) else 0.0
        for features in said.features:
            total += max(map(self.weight, features), default=0.0)
            got += max((self.weight(each) for each in features & other.all), default=0.0)
        return got / total if total else 0.0

    def held(self, said: Said, atom: Atom, near: Sequence[Near]) -> Iterator[tuple[bool, Held]]:
        """The values of one kind in near sentences, each with whether it agrees and how alike its surroundings are."""
        own = self._around(said, atom)
        for each in near:
            other = each.known.said
            for value in other.atoms:
                if comparable(atom, value):
                    likeness = self._likeness(own, self._around(other, value))
                    yield agree(atom, value), Held(each, value, 0.4 * each.share + 0.6 * likeness)

    def _around(self, said: Said, atom: Atom) -> dict[str, float]:
        """What stands around a value, weighing less the farther it is."""
        found: dict[str, float] = {}
        for index in range(max(atom.first - _REACH, 0), min(atom.after + _REACH, len(said.features))):
            distance = max(atom.first - index, index - atom.after + 1, 0)
            if any(said.marked.tokens[i].text in ",;:" for i in _between(index, atom)):
                distance += 3
            for feature in _of_others(said, index, atom):
                found[feature] = max(found.get(feature, 0.0), self.weight(feature) / (1 + distance / 2))
        return found

    @staticmethod
    def _likeness(own: dict[str, float], other: dict[str, float]) -> float:
        total = sum(own.values())
        return sum(min(weight, other.get(feature, 0.0)) for feature, weight in own.items()) / total if total else 0.5


def _of_others(said: Said, index: int, atom: Atom) -> Iterator[str]:
    """What a token can be matched by, without the value itself: "year" and "old" of "48-year-old"."""
    inside = atom.first <= index < atom.after
    return (each for each in said.features[index] if not inside or (atom.kind == "number" and each[0] == "s"))


def _between(index: int, atom: Atom) -> range:
    return range(index + 1, atom.first) if index < atom.first else range(atom.after, index)
