"""Where do the data files of the vocabulary lie, and what do their rows say?

A data file is tab-separated text; lines that start with `#` tell its sources and conventions.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import product

from legation.vocabulary.folding import fold


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a data file beside this module, as tuples of stripped cells."""
    text = files("legation.vocabulary").joinpath(name).read_text(encoding="utf-8")
    return tuple(
        tuple(cell.strip() for cell in line.split("\t"))
        for line in text.splitlines()
        if line.strip() and not line.startswith("#")
    )


@cache
def sounds(name: str) -> Mapping[str, Mapping[str, str]]:
    """A table of sounds by ISO 15924 code of the script: letters to their class, empty where it is none."""
    found: dict[str, dict[str, str]] = {}
    for script, letters, sound in rows(name):
        found.setdefault(script, {})[letters] = "" if sound == "-" else sound
    return found


def spelled_out(pattern: str) -> list[tuple[str, ...]]:
    """All folded word sequences of a pattern: `[second/deuxième] secrétaire` stands for two, `[/x]` may be left out.

    Several patterns stand beside each other with `|` between them.
    """
    found = []
    for one in pattern.split("|"):
        pieces = [piece.split("/") for piece in one.replace("]", "[").split("[")]
        fixed = [options if i % 2 else ["/".join(options)] for i, options in enumerate(pieces)]
        found += [fold("".join(choice)) for choice in product(*fixed)]
    return [words for words in dict.fromkeys(found) if words]
