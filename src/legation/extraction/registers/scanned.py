"""What came of reading a register: how much was read, what is damaged, and who was found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.extraction.registers.forms import Form
from legation.extraction.registers.found import PERSONS, Found
from legation.extraction.registers.lines import Damage

MOST_DAMAGES = 1000
"""Damaged lines that are told one by one; of more the number is."""


@dataclass(slots=True, kw_only=True)
class Scan:
    """What came of reading a register."""

    form: Form
    records: int = 0
    """Lines, rows or statements that were read."""
    persons: int = 0
    """Entries that are, or may be, persons."""
    damaged: int = 0
    damages: list[Damage] = field(default_factory=list)
    latest: str | None = None
    """The last day on which the register says that it saw or changed an entry."""
    found: list[Found] = field(default_factory=list)
    """The entries that may be somebody who is looked for, in the order of the file."""

    def add_damage(self, one: Damage) -> None:
        """Take one more damaged line."""
        self.damaged += 1
        if len(self.damages) < MOST_DAMAGES:
            self.damages.append(one)

    def is_person(self, schema: str, seen: str | None) -> bool:
        """Whether an entity is, or may be, a person; each that is asked about is counted, with when it was seen."""
        self.saw(seen)
        person = schema.casefold() in PERSONS
        self.records += 1
        self.persons += person
        return person

    def saw(self, day: str | None) -> None:
        """Take a day on which something was seen or changed."""
        if day and day[:4].isdigit():
            self.latest = max(self.latest or "", day[:10])
