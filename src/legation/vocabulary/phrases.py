"""Which phrases of a table stand at these words? The longest at each, found by its first two words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases of folded words, each with a value; where two share their words, the first given stays."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Value]]) -> None:
        self._whole: dict[tuple[str, ...], Value] = {}
        self._single: dict[str, tuple[Value, int]] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], int, tuple[Value, int]]]]] = {}
        for words, value in entries:
            if not words or words in self._whole:
                continue
            self._whole[words] = value
            behind = self._longer.setdefault(words[0], {})
            if len(words) == 1:
                self._single[words[0]] = (value, 1)
            else:
                behind.setdefault(words[1], []).append((words, len(words), (value, len(words))))
        for behind in self._longer.values():
            for found in behind.values():
                found.sort(key=lambda entry: entry[1], reverse=True)

    @property
    def firsts(self) -> Iterable[str]:
        """The words with which phrases start."""
        return self._longer.keys()

    def starts(self, word: str) -> bool:
        """Whether some phrase starts with a word."""
        return word in self._longer

    def touches(self, words: Iterable[str]) -> bool:
        """Whether some phrase starts with one of these words."""
        return not self._longer.keys().isdisjoint(words)

    def longest(self, words: Sequence[str], at: int = 0) -> tuple[Value, int] | None:
        """The value of the longest phrase that starts at a word, and how many words it has."""
        behind = self._longer.get(words[at]) if at < len(words) else None
        if behind is None:
            return None
        if behind and at + 1 < len(words):
            for phrase, length, found in behind.get(words[at + 1], ()):
                if length == 2 or tuple(words[at : at + length]) == phrase:
                    return found
        return self._single.get(words[at])

    def whole(self, words: Sequence[str]) -> Value | None:
        """The value of the phrase that these words are."""
        return self._whole.get(tuple(words))

    def scan(self, words: Sequence[str]) -> list[tuple[Value, int, int]]:
        """Phrases from left to right that don't overlap, as (value, first word, word after the last)."""
        starts = self._longer
        if starts.keys().isdisjoint(words):
            return []
        found: list[tuple[Value, int, int]] = []
        after = 0
        for at in [index for index, word in enumerate(words) if word in starts]:
            hit = self.longest(words, at) if at >= after else None
            if hit is not None:
                after = at + hit[1]
                found.append((hit[0], at, after))
        return found


Places = Mapping[int, tuple[Value, int]]
"""At each place where a phrase of a table begins: the value of the longest, and how many words it has."""


class PhraseTables(Generic[Value]):
    """Several tables of phrases by name, all of them found in one pass over a sentence."""

    def __init__(self, tables: Mapping[str, Iterable[tuple[tuple[str, ...], Value]]]) -> None:
        self._single: dict[str, list[tuple[str, tuple[Value, int]]]] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], int, str, tuple[Value, int]]]]] = {}
        for name, entries in tables.items():
            known: set[tuple[str, ...]] = set()
            for words, value in entries:
                if words and words not in known:
                    known.add(words)
                    self._put(name, words, (value, len(words)))
        for behind in self._longer.values():
            for found in behind.values():
                found.sort(key=lambda entry: entry[1])

    def _put(self, name: str, words: tuple[str, ...], found: tuple[Value, int]) -> None:
        if len(words) == 1:
            self._single.setdefault(words[0], []).append((name, found))
        else:
            behind = self._longer.setdefault(words[0], {})
            behind.setdefault(words[1], []).append((words, len(words), name, found))

    def found(self, words: tuple[str, ...]) -> Mapping[str, Places[Value]]:
        """For each table of which a phrase stands among folded words, its places in order."""
        found: dict[str, dict[int, tuple[Value, int]]] = {}
        single, longer = self._single, self._longer
        last = len(words) - 1
        for at, word in enumerate(words):
            for name, hit in single.get(word, ()):
                found.setdefault(name, {})[at] = hit
            behind = longer.get(word) if at < last else None
            for phrase, length, name, hit in behind.get(words[at + 1], ()) if behind is not None else ():
                if length == 2 or words[at : at + length] == phrase:
                    found.setdefault(name, {})[at] = hit
        return found
