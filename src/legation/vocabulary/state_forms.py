"""Which words make a state's long form, as `Republic of`? Before and behind its short name, with their languages.

What is left without them is for the gazetteer to know; a form alone names no state.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from legation.vocabulary.phrases import Phrases
from legation.vocabulary.tables import rows, spelled_out

Words = tuple[str, ...]
_ARTICLE = 3
"""Letters of the longest word in a form that is no more than an article, which may be another language's word: `do`."""


@cache
def _forms(place: str) -> Phrases[tuple[str, ...]]:
    """Forms of state, each with the languages that have it."""
    spoken: dict[Words, dict[str, None]] = {}
    for language, where, text in rows("state_forms.tsv"):
        for words in spelled_out(text) if where == place else ():
            spoken.setdefault(words, {})[language] = None
    return Phrases((words, tuple(languages)) for words, languages in spoken.items())


def form_before(words: Sequence[str], at: int) -> tuple[str, ...] | None:
    """The languages of the form of state that ends before a word; `None` where none or a mere article does."""
    form = tuple(words[form_start(words, at) : at])
    return _forms("before").whole(form) if any(len(word) > _ARTICLE for word in form) else None


@cache
def without_forms(words: Words) -> tuple[tuple[Words, tuple[str, ...]], ...]:
    """The words without a form of state before or behind them, up to twice, and the languages that have the form."""
    found = []
    rest = words
    for _ in range(2):
        hit = _forms("before").longest(rest)
        if hit is None or hit[1] >= len(rest):
            break
        rest = rest[hit[1] :]
        found.append((rest, hit[0]))
    for start in range(1, len(words)):
        spoken = _forms("behind").whole(words[start:])
        if spoken is not None:
            found.append((words[:start], spoken))
    return tuple(found)


def form_start(words: Sequence[str], at: int) -> int:
    """Where the words of a form of state before a name begin (`the Republic of`), or the name's own place."""
    for start in range(max(at - 5, 0), at):
        if _forms("before").whole(tuple(words[start:at])) is not None:
            return start
    return at


def stands_beside(word: str) -> bool:
    """Whether a form of state begins with a word that makes a name together with an adjective."""
    return _forms("beside").starts(word)
