"""Which words say more about a person than a list does? Expulsion and secret work, in many languages, by beginnings."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

Use = Literal["expulsion", "label"]


@cache
def _beginnings(use: Use) -> tuple[str, ...]:
    text = files("legation.vocabulary").joinpath("loaded_words.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        sorted({line.split("\t")[2] for line in lines[1:] if line.split("\t")[0] == use}, key=len, reverse=True)
    )


@cache
def _pattern(use: Use) -> re.Pattern[str]:
    # An underscore or a digit parts words in a key or a file name, where \b would see one word.
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, _beginnings(use)))})")


def loaded_word(use: Use, text: str) -> str | None:
    """The first word of this use that the text has at the beginning of a word, whatever its case; `None` for none."""
    lowered = text.lower()
    # Looking for plain substrings first is what makes this fast enough for every row of a big case.
    if not any(beginning in lowered for beginning in _beginnings(use)):
        return None
    found = _pattern(use).search(lowered)
    return found[0] if found else None
