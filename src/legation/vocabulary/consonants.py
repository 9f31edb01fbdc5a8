"""Which consonants does a script without vowels write, and which do Latin letters give?

Loads the table; compares nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from legation.vocabulary.tables import sounds


def consonants() -> Mapping[str, Mapping[str, str]]:
    """The table `consonants.tsv` by ISO 15924 code of the script: letters to their class, empty where it is none."""
    return sounds("consonants.tsv")
