"""Which posts did one person hold, as lists show and as reports and notes state?

Each post says where it comes from; a stated one belongs to its claimant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.claims import Attribution, Status
from legation.model.dates import Bounds, Certainty
from legation.model.documents import Passage
from legation.model.parties import Person

PostBasis = Literal["lists", "claim", "event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post on the axis of a career."""

    id: str
    """Of the posting, the claim or the telling that it rests on."""
    basis: PostBasis
    mission: str | None
    place: str | None
    """As the report words it, where it gives no mission."""
    title: str | None
    start: Bounds | None
    """`None` where nothing is said of it."""
    end: Bounds | None
    derived: bool
    """Whether a year of the dates doesn't stand in the passage but was worked out from it."""
    status: Status | None
    attribution: tuple[Attribution, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two posts at different places that were held at one time, or may have been."""

    posts: tuple[str, str]
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The time between two posts that follow each other."""

    posts: tuple[str, str]
    days: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """One person's posts on one axis of time."""

    id: str
    person: Person | None
    """`None` for somebody whom only reports name."""
    label: str
    names: tuple[str, ...]
    posts: tuple[Post, ...]
    """The earliest first; those without a date at the end."""
    overlaps: tuple[Overlap, ...]
    gaps: tuple[Gap, ...]
    conflicts: tuple[str, ...]
    """Ids of contradictions in which one of the posts is a side."""
