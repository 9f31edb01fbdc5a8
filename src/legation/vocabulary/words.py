"""What do the tool's own words mean? One meaning each, on one screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A term and its only meaning here."""

    term: str
    meaning: str


@cache
def words() -> tuple[Word, ...]:
    """The glossary in alphabetical order."""
    text = files("legation.vocabulary").joinpath("words.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    pairs = [line.split("\t") for line in lines[1:]]
    return tuple(Word(term=term, meaning=meaning) for term, meaning in pairs)
