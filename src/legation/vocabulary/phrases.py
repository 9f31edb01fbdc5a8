"""Which phrase of a table starts at this word? The longest one, found by its first word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases of folded words, each with a value; where two share their words, the first given stays."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Value]]) -> None:
        by_first: dict[str, dict[tuple[str, ...], Value]] = {}
        for words, value in entries:
            if words:
                by_first.setdefault(words[0], {}).setdefault(words, value)
        self._by_first = {
            first: sorted(found.items(), key=lambda item: -len(item[0])) for first, found in by_first.items()
        }

    def starts(self, word: str) -> bool:
        """Whether some phrase starts with a word."""
        return word in self._by_first

    def longest(self, words: Sequence[str], at: int = 0) -> tuple[Value, int] | None:
        """The value of the longest phrase that starts at a word, and how many words it has."""
        for phrase, value in self._by_first.get(words[at], ()) if at < len(words) else ():
            if tuple(words[at : at + len(phrase)]) == phrase:
                return value, len(phrase)
        return None

    def whole(self, words: Sequence[str]) -> Value | None:
        """The value of the phrase that these words are."""
        found = self.longest(words)
        return found[0] if found is not None and found[1] == len(words) else None

    def scan(self, words: Sequence[str]) -> list[tuple[Value, int, int]]:
        """Phrases from left to right that don't overlap, as (value, first word, word after the last)."""
        found, at = [], 0
        while at < len(words):
            hit = self.longest(words, at)
            if hit is None:
                at += 1
                continue
            found.append((hit[0], at, at + hit[1]))
            at += hit[1]
        return found
