"""What left the case, to whom, and what stood in it: enough to find who has to be told of a correction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One leaving, as the case keeps it."""

    form: str
    at: datetime
    author: str
    files: Mapping[str, str] = field(default_factory=dict)
    """Names of what was written, each with its SHA-256."""
    published: bool = False
    """Whether it passed as a publication; a draft otherwise."""
    version: str | None = None
    """Of the program."""
    cut_off: str | None = None
    """Day of the newest capture in it."""
    to_whom: tuple[str, ...] = ()
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each row or sentence in it by its id, with the ids that it rests on."""
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each person in it the first digits of the lines that were hers."""
    said: Mapping[str, str] = field(default_factory=dict)
    """The sentences about claims and tellings, by id, as they left."""
    included: Mapping[str, str] = field(default_factory=dict)
    """What was chosen one by one, each with the reason."""
