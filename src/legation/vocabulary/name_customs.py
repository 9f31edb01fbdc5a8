"""How are people of a state named where nothing printed shows it? Order and number of family names, from a table."""

from __future__ import annotations

from functools import cache, lru_cache

from legation.vocabulary.folding import fold_word
from legation.vocabulary.tables import rows


@cache
def _words(custom: str) -> frozenset[str]:
    return frozenset(word for held, text in rows("name_customs.tsv") if held == custom for word in text.split())


def has_two_families(state: str | None) -> bool:
    """Whether a state's people carry two family names."""
    return state in _words("two-families")


@lru_cache(maxsize=4096)
def is_family_first(state: str | None, languages: tuple[str, ...]) -> bool:
    """Whether a state's people are named family name first in a list in these languages."""
    return state in _words("family-first") or any(
        f"{state}:{language}" in _words("family-first-at-home") for language in languages
    )


@cache
def surnames(state: str | None) -> frozenset[str]:
    """One-syllable family names of a state, folded; empty for other states."""
    return frozenset(
        word
        for held, text in rows("name_customs.tsv")
        if held == "surname" and text.partition(":")[0] == state
        for word in text.partition(":")[2].split()
    )


@cache
def second_given_names() -> frozenset[str]:
    """Folded names that are given names behind another one, where people carry two family names."""
    return frozenset(map(fold_word, _words("second-given")))
