"""What follows from sightings: who served where, between which bounds, and why we say so.

Everything here is derived and can be made again; every value names its rule and its inputs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.dates import Bounds
from legation.model.documents import Passage
from legation.model.parties import Person
from legation.model.quick import quick

StartBasis = Literal["printed", "stated", "editions"]
EndKind = Literal["left-list", "named-in-event", "successor", "stated", "list-removed", "open"]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """What a conclusion rests on: a listing's place and quote, or the id of another value."""

    id: str
    sha256: str | None = None
    quote: str | None = None
    order: int | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """Which rule drew a conclusion, from what."""

    rule: str
    version: int
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleSpan:
    """A title inside one posting, with the first and last edition that print it."""

    title: str | None
    rank: str | None
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A person at a mission.

    `listed_from` and `listed_to` come from editions alone; `start` and `end` from printed or stated dates, or else from
    those.
    """

    id: str
    person: Person
    mission: str
    titles: tuple[TitleSpan, ...]
    listed_from: Bounds
    listed_to: Bounds | None
    """`None` where the last comparable edition still lists the person."""
    start: Bounds
    start_basis: StartBasis
    end: Bounds | None
    end_basis: StartBasis | None
    end_kind: EndKind
    windows: tuple[str, ...]
    editions: tuple[str, ...]
    """As-of dates of the editions that list the person here."""
    derivation: tuple[Derivation, ...]
    passages: tuple[Passage, ...]
    """Where the person stands in each of the editions, in their order."""
