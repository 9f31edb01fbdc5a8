"""By which words may two sayings contradict each other? Roles for the time being, reasons, negations."""

from __future__ import annotations

from functools import cache
from typing import Literal

from legation.vocabulary.folding import fold
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.tables import rows, spelled_out

DisputeWord = Literal["acting", "head", "reason", "negation", "these", "mission"]


@cache
def dispute_words(kind: DisputeWord) -> Phrases[str]:
    """The phrases of one kind, in every language, with the language."""
    return Phrases(
        (words, language)
        for found, language, text in rows("dispute_words.tsv")
        if found == kind
        for words in spelled_out(text)
    )


def says(kind: DisputeWord, text: str | None) -> bool:
    """Whether a text has a phrase of the kind."""
    return bool(text) and bool(dispute_words(kind).scan(fold(text or "")))
