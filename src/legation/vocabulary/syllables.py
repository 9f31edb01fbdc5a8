"""Which letters do romanizations of Chinese and Korean write for one another; which family names have two characters?

Loads the tables; compares nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from legation.vocabulary.tables import rows, sounds


def syllable_sounds() -> Mapping[str, Mapping[str, str]]:
    """The table `syllables.tsv` by ISO 15924 code of the script: Latin letters to their class, empty for none."""
    return sounds("syllables.tsv")


@cache
def long_family_names() -> frozenset[str]:
    """Family names of two characters, of the table `name_words.tsv`."""
    return frozenset(form for kind, form, *_ in rows("name_words.tsv") if kind == "characters")
