"""Which words stand beside spouses and children? So that they can be left out, and nothing else with them."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from legation.vocabulary.phrases import Phrases
from legation.vocabulary.tables import rows, spelled_out

Relative = Literal["spouse", "child"]


@cache
def relative_words() -> Phrases[Relative]:
    """Words before a spouse's or children's names."""
    return Phrases(
        (words, cast(Relative, kind))
        for kind, _, text in rows("relatives.tsv")
        if kind in ("spouse", "child")
        for words in spelled_out(text)
    )


@cache
def short_words() -> frozenset[str]:
    """Words for a spouse that are cut short, as in `(w. …)`."""
    return frozenset(
        words[0] for kind, _, text in rows("relatives.tsv") if kind == "short" for words in spelled_out(text)
    )


@cache
def told_relatives() -> Phrases[str]:
    """What somebody calls relatives in running text, in any language."""
    return Phrases(
        (words, " ".join(words))
        for kind, _, text in rows("relatives.tsv")
        if kind == "told"
        for words in spelled_out(text)
    )


@cache
def joining_words() -> frozenset[str]:
    """Words between a person's name and the spouse's."""
    return frozenset(
        words[0] for kind, _, text in rows("relatives.tsv") if kind == "join" for words in spelled_out(text)
    ) | {"&"}
