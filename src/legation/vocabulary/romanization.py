"""What can letters stand for, under which convention?

Loads the table of conventions and of what each reads its letters as; reads no name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from legation.vocabulary.tables import rows

LETTERS = "абвгдежзийклмнопрстуфхцчшщыэюяё"
"""The common alphabet into which every spelling is read; the signs are silent."""

LANE = 32
"""Bits of one place of a reading: a bit for each letter that may stand there, and a free one on top."""

_BIT = {letter: 1 << place for place, letter in enumerate(LETTERS)}
_CLASS = re.compile(r"\[(.+?)\]|(.)")

Lanes = tuple[int, ...]
"""A reading or a part of one: for every place, the letters that may stand there as bits of `LETTERS`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """One way of spelling names: an alphabet, a standard of romanization, or the usage of a country's press."""

    id: str
    bit: int
    """One bit of its own, so that several conventions make one number."""
    script: str
    """ISO 15924 code of the spelling."""
    language: str | None
    """The language whose names it spells, where it is for one alone."""
    standard: str
    needs_nothing: bool
    """Whether it counts without anything in the name that shows it."""
    shown_by: re.Pattern[str] | None
    """What shows it in casefolded words, a line each; `None` where nothing can, or nothing needs to."""
    barred_by: re.Pattern[str] | None
    """What it never writes."""
    groups: Mapping[str, tuple[Lanes, ...]]
    """Groups of letters to their readings; `^` and `$` mark those at the beginning or the end of a word only."""
    cutter: re.Pattern[str]
    """Finds the longest group of letters at a place of a word."""


@cache
def conventions() -> tuple[Convention, ...]:
    """The table `conventions.tsv` with its rows of `romanization.tsv`."""
    return tuple(_convention(place, row) for place, row in enumerate(rows("conventions.tsv")))


def convention(name: str) -> Convention:
    """The convention of that name.

    Raises:
        LookupError: no row has that name.
    """
    for one in conventions():
        if one.id == name:
            return one
    raise LookupError(f"conventions.tsv has no convention {name!r}")


def lanes(letters: str) -> Lanes:
    """The places of a reading as the table writes it: `р[ао]в` has three."""
    return tuple(sum(_BIT[one] for one in set(several or single)) for several, single in _CLASS.findall(letters))


@cache
def letters_in(lane: int) -> str:
    """The letters that may stand in one place, in the order of `LETTERS`."""
    return "".join(letter for letter in LETTERS if lane & _BIT[letter])


def _convention(place: int, row: tuple[str, ...]) -> Convention:
    name, script, language, tables, shown, barred, standard = row
    groups: dict[str, tuple[Lanes, ...]] = {}
    for table in tables.split():
        groups |= _tables()[table]
    kept = {letters: readings for letters, readings in groups.items() if readings}
    return Convention(
        id=name,
        bit=1 << place,
        script=script,
        language=language if language != "-" else None,
        standard=standard,
        needs_nothing=shown == "*",
        shown_by=re.compile(shown, re.MULTILINE) if shown not in "*-" else None,
        barred_by=re.compile(barred) if barred else None,
        groups=kept,
        cutter=_cutter(kept),
    )


def _cutter(groups: Mapping[str, tuple[Lanes, ...]]) -> re.Pattern[str]:
    """One expression with the longest groups first; at the beginning and the end those that stand there only."""
    ordered = sorted(groups, key=lambda letters: (-len(letters.strip("^$")), letters[-1] != "$", letters[0] != "^"))
    return re.compile("|".join(f"(?<!^){letters[:-1]}$" if letters[-1] == "$" else letters for letters in ordered))


@cache
def _tables() -> Mapping[str, Mapping[str, tuple[Lanes, ...]]]:
    found: dict[str, dict[str, tuple[Lanes, ...]]] = {}
    for table, letters, readings, *_ in rows("romanization.tsv"):
        found.setdefault(table, {})[letters] = _readings(readings)
    return found


def _readings(cell: str) -> tuple[Lanes, ...]:
    """The readings of a cell; those of one place become one reading with several letters in it."""
    if cell == "-":
        return ()
    found = [() if one == "0" else lanes(one) for one in cell.split("|")]
    together = 0
    for one in found:
        together |= one[0] if len(one) == 1 else 0
    several = [one for one in found if len(one) != 1]
    return tuple(dict.fromkeys([*several, *([(together,)] if together else [])]))
