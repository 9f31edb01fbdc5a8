"""Which words of a title are neither rank nor field? Acting, designate, and those that only link."""

from __future__ import annotations

from functools import cache

from legation.vocabulary.phrases import Phrases
from legation.vocabulary.tables import rows, spelled_out


@cache
def title_words() -> Phrases[str]:
    """Small words of titles with their kind: `acting`, `designate` or `link`."""
    return Phrases((words, kind) for kind, text in rows("title_words.tsv") for words in spelled_out(text))
