"""Which words say more about a person than a list does? Expulsion and secret work, in many languages, by beginnings."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

Use = Literal["expulsion", "label"]


@cache
def loaded_words(use: Use) -> re.Pattern[str]:
    """A pattern that finds every word of this use at the beginning of a word, whatever its case."""
    text = files("legation.vocabulary").joinpath("loaded_words.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    beginnings = sorted(
        {line.split("\t")[2] for line in lines[1:] if line.split("\t")[0] == use}, key=len, reverse=True
    )
    # An underscore or a digit parts words in a key or a file name, where \b would see one word.
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, beginnings))})", re.IGNORECASE)
