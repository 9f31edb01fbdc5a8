"""How are two persons, missions or happenings connected in a case? Chains of steps, each with its time and passages.

A path is a way to look, never a finding about anybody: those who serve at one mission meet, and it says nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.dates import Bounds, Certainty
from legation.model.documents import Passage

StepKind = Literal["posting", "co-posting", "succession", "named", "claim", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A person, mission or happening on the way."""

    id: str
    kind: Literal["person", "mission", "happening"]
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """From one stop to the next."""

    kind: StepKind
    start: Stop
    end: Stop
    mission: str | None
    between: Bounds
    """The days on which it may have been; for a co-posting those that both may share."""
    certainty: Certainty
    grounds: tuple[str, ...]
    """Ids of postings, a succession, a happening, a claim or a link."""
    passages: tuple[Passage, ...]
    says: str | None = None
    """The editions that list them, the seat of a succession, the type of a claim, the probability of a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One chain between two stops; each step can follow the one before in time."""

    id: str
    steps: tuple[PathStep, ...]
