"""What does a register say of somebody: sanctions, officials, alumni, as it enters them?

An entry is the register's, never a person of the case: who is meant is judged. What it says are claims of the register,
which name the entry.
"""

from __future__ import annotations

from dataclasses import dataclass

from legation.model.documents import Passage
from legation.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person as a register enters them."""

    id: str
    key: str
    """The register's own id of the entry, or the number of its line."""
    names: tuple[str, ...]
    """The names that the register gives, the first one in front."""
    passage: Passage
    """Where the first name stands."""
    line: int
    """Of the file, from 1."""
    born: str | None = None
    """A year, a month or a day, as the register gives it."""
    countries: tuple[str, ...] = ()
    """Codes of the states that the register names with the person."""
    says: tuple[str, ...] = ()
    """What else the register says, each with its field: to know the person again, and to be judged by."""
