"""Which of many names may be of somebody of the case? Quickly, for registers of millions of entries.

Two names are near where they share two sounds, or one beside an initial of which one of them has no more. The keys are
those of `candidates`; that two names are near says nothing yet of whether they are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.language.names.folding import words
from legation.resolution.candidates import CAPS, keys_of, sounds
from legation.resolution.evidence import may_be_one
from legation.resolution.records import Record

_PAIRS, _INITIALS = "p", "i"
_BOTH, _ALONE = frozenset((_PAIRS, _INITIALS)), frozenset((_PAIRS,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """Records by the keys under which names are near to them, named by their places."""

    by_key: Mapping[str, tuple[int, ...]]
    in_short: Mapping[str, tuple[int, ...]]
    """By keys of a sound and an initial those records of which a name has no more than initials."""

    @staticmethod
    def of(records: Sequence[Record], caps: Mapping[str, int] | None = CAPS) -> Nearby:
        """The index of records.

        Args:
            records: who is looked for.
            caps: how many records may share a key of each kind before it says nothing; any number, where none is given.
        """
        by_key: defaultdict[str, list[int]] = defaultdict(list)
        in_short: defaultdict[str, list[int]] = defaultdict(list)
        for place, record in enumerate(records):
            keys = keys_of(record, _BOTH)
            short = has_initials(record.names)
            for key in keys:
                by_key[key].append(place)
                if short and key[0] == _INITIALS:
                    in_short[key].append(place)
        return Nearby(by_key=_kept(by_key, caps), in_short=_kept(in_short, caps))

    def to(self, record: Record) -> tuple[int, ...]:
        """The places of the records that a record is near to, in order."""
        short = has_initials(record.names)
        found: set[int] = set()
        for key in keys_of(record, _BOTH if short or self.in_short else _ALONE):
            found.update((self.by_key if short or key[0] == _PAIRS else self.in_short).get(key, ()))
        return tuple(sorted(found))


def _kept(found: Mapping[str, Sequence[int]], caps: Mapping[str, int] | None) -> dict[str, tuple[int, ...]]:
    return {key: tuple(places) for key, places in found.items() if caps is None or len(places) <= caps[key[0]]}


def has_initials(names: Iterable[str]) -> bool:
    """Whether one of the names has a word of one letter."""
    return any(len(word) == 1 for name in names for word in words(name))


class NameSieve:
    """Lets names through that can be one of many; most of the others are told apart by their words alone."""

    def __init__(self, names: Iterable[str]) -> None:
        every = sorted(set(names))
        self._names = every
        self._nearby = Nearby.of([_bare(name) for name in every], caps=None)
        self._heard: dict[str, bool] = {}
        self._sounds = frozenset(sound for name in every for word in words(name) for sound in sounds(word))
        self._short = frozenset(
            sound for name in every if has_initials((name,)) for word in words(name) for sound in sounds(word)
        )

    def __call__(self, name: str) -> bool:
        """Whether a name is near to one of them, and can be it."""
        own = words(name)
        known = sum(map(self._knows, own))
        if known == 0 or (known == 1 and not (any(len(word) == 1 for word in own) or self._in_short(own))):
            return False
        return any(may_be_one(name, self._names[place]) for place in self._nearby.to(_bare(name)))

    def _knows(self, word: str) -> bool:
        found = self._heard.get(word)
        if found is None:
            found = self._heard[word] = len(word) > 1 and not self._sounds.isdisjoint(sounds(word))
        return found

    def _in_short(self, own: Sequence[str]) -> bool:
        return bool(self._short) and any(self._heard[word] and not self._short.isdisjoint(sounds(word)) for word in own)


def _bare(name: str) -> Record:
    """A record of a name and nothing else: its parts aren't looked at for keys of sounds."""
    none: frozenset[str] = frozenset()
    return Record(id=name, names=(name,), families=none, givens=none, initials=none, middles=none)
