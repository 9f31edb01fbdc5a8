"""What does a draft say, and what does a case hold against each of its sentences?

A point is one thing that can be checked: a number, a day, a name, an event, a quotation. A sentence is what the worst
of its points is; nothing here says that a sentence is true.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.documents import Passage

DraftVerdict = Literal["supported", "differs", "unsupported", "nothing-to-check"]
PointKind = Literal[
    "event", "claim", "name", "number", "date", "party", "place", "rank", "quote", "speaker", "accusation", "words"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One thing that the case holds and that a sentence may rest on: its words, where they stand, and what they are."""

    id: str
    """Of the telling, claim, posting, tally or edition; for a sentence of a report made of its digest and place."""
    text: str
    """The source's own words; for what follows from lists a sentence of ours."""
    passage: Passage
    derived: bool = False
    """Whether the text is ours, made of what lists show."""
    before: str = ""
    """For a sentence of a report: the sentence before it, so that "he" has somebody to mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPoint:
    """One thing that a sentence says, and what the case has to it."""

    kind: PointKind
    printed: str
    """As the draft words it."""
    verdict: DraftVerdict
    says: str | None = None
    """What the case has instead, or how the draft goes further; `None` where it agrees or has nothing."""
    ground: Ground | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSentence:
    """A sentence of a draft with its points; `verdict` is that of the worst of them."""

    id: str
    number: int
    """From 1 in the order of the draft."""
    text: str
    heading: bool
    verdict: DraftVerdict
    points: tuple[DraftPoint, ...]
    grounds: tuple[Ground, ...]
    """What the case holds nearest to it, the nearest first."""
