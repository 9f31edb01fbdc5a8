"""Which phrase of a table starts at this word? The longest one, found by its first word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases of folded words, each with a value; where two share their words, the first given stays."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Value]]) -> None:
        self._whole: dict[tuple[str, ...], Value] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], int, tuple[Value, int]]]] = {}
        for words, value in entries:
            if words and words not in self._whole:
                self._whole[words] = value
                self._by_first.setdefault(words[0], []).append((words, len(words), (value, len(words))))
        for found in self._by_first.values():
            found.sort(key=lambda entry: entry[1], reverse=True)

    @property
    def firsts(self) -> Iterable[str]:
        """The words with which phrases start."""
        return self._by_first.keys()

    def starts(self, word: str) -> bool:
        """Whether some phrase starts with a word."""
        return word in self._by_first

    def touches(self, words: Iterable[str]) -> bool:
        """Whether some phrase starts with one of these words."""
        return not self._by_first.keys().isdisjoint(words)

    def longest(self, words: Sequence[str], at: int = 0) -> tuple[Value, int] | None:
        """The value of the longest phrase that starts at a word, and how many words it has."""
        known = self._by_first.get(words[at]) if at < len(words) else None
        if known is None:
            return None
        for phrase, length, found in known:
            if length == 1 or tuple(words[at : at + length]) == phrase:
                return found
        return None

    def whole(self, words: Sequence[str]) -> Value | None:
        """The value of the phrase that these words are."""
        return self._whole.get(tuple(words))

    def scan(self, words: Sequence[str], places: Sequence[int] | None = None) -> list[tuple[Value, int, int]]:
        """Phrases from left to right that don't overlap, as (value, first word, word after the last).

        Args:
            words: folded words.
            places: where phrases of this table may start, in order; looked for where it isn't known.
        """
        starts = self._by_first
        if places is None:
            if starts.keys().isdisjoint(words):
                return []
            places = [index for index, word in enumerate(words) if word in starts]
        folded = tuple(words)
        found: list[tuple[Value, int, int]] = []
        after = 0
        for at in places:
            if at < after:
                continue
            for phrase, length, (value, _) in starts[folded[at]]:
                if length == 1 or folded[at : at + length] == phrase:
                    after = at + length
                    found.append((value, at, after))
                    break
        return found
