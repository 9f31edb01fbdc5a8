"""What did a person decide, when and why?

Judgements are appended, never changed: one replaces another by naming it. A judgement keeps enough of each side to be
attached again after the bytes were read with new rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verdict = Literal["same", "different", "unsure", "accept", "correct", "reject", "withhold", "waive"]
ABOUT_LEAVING: frozenset[Verdict] = frozenset({"withhold", "waive"})
"""Verdicts on what leaves the case: who stays unnamed, and which claim leaves without its other side being heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What a judgement was about: the id at that time, and what finds it again."""

    id: str
    quote: str | None = None
    mission: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of a person. `undone` judgements stay in the log and count no more."""

    id: str
    verdict: Verdict
    sides: tuple[Side, ...]
    author: str
    at: datetime
    why: str
    changes: tuple[tuple[str, str | None], ...] = ()
    """For `correct`: field and new value."""
    rules: str | None = None
    """Version of the rules whose output the person saw."""
    shown: tuple[str, ...] = ()
    """What spoke for and against, as the person saw it, one short phrase each; nothing where none was shown.

    For `withhold`: the names that are withheld. Of somebody whom no list shows they are all there is: it has no sides.
    """
    replaces: str | None = None
    undone: bool = False
