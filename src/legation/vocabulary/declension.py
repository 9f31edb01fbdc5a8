"""What is left of a name of a place without its ending? So that `ve Varšavě` and `Varšava` meet, by language.

Stems are for looking names up in headings whose language is known; two names with one stem are told apart nowhere.
"""

from __future__ import annotations

from functools import cache, lru_cache

from legation.vocabulary.folding import fold_word
from legation.vocabulary.tables import rows

_LEAST = 3
"""Letters that a stem keeps."""


@cache
def _rules() -> dict[str, tuple[tuple[str, ...], dict[str, str]]]:
    found = {}
    for language, endings, *turns in rows("state_endings.tsv"):
        turned: dict[str, str] = {}
        for pair in " ".join(turns).split():
            left, right = pair.split(":")
            group = "".join(sorted({*right.split("|")}))
            turned |= dict.fromkeys((left, *right.split("|")), f"<{group}>")
        found[language] = (tuple(sorted(map(fold_word, endings.split()), key=len, reverse=True)), turned)
    return found


@lru_cache(maxsize=16384)
def stem(words: tuple[str, ...], language: str) -> tuple[str, ...] | None:
    """The folded words without the endings of a language's cases; `None` where nothing is known of them."""
    rule = _rules().get(language)
    return None if rule is None else tuple(_stem(word, *rule) for word in words)


def _stem(word: str, endings: tuple[str, ...], turned: dict[str, str]) -> str:
    ending = next((each for each in endings if word.endswith(each) and len(word) - len(each) >= _LEAST), "")
    bare = word[: len(word) - len(ending)]
    for length in (2, 1):
        if bare[-length:] in turned and len(bare) > length + 1:
            return bare[:-length] + turned[bare[-length:]]
    return bare
