"""What does a list print: editions, the sections of missions in them, and one line a person.

A listing is transcribed, never interpreted; its key is its place, never its name. What was not understood is residue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.dates import Edtf
from legation.model.documents import Passage
from legation.model.keys import made_id
from legation.model.parties import MissionType
from legation.model.quick import quick

AsOfBasis = Literal["printed", "file-name", "archive", "given", "none"]
CoverageClass = Literal["heads-only", "diplomatic", "diplomatic+administrative", "unknown"]
Coverage = Literal["complete", "partial", "unobservable"]
DateKind = Literal["printed", "accredited", "credentials", "arrived", "appointed"]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """A date that the list prints beside a person, and what it says the date is."""

    kind: DateKind
    value: Edtf


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One person's line as printed. `None` is what the line doesn't say."""

    id: str
    mission: str | None
    mission_heading: str | None
    mission_type: MissionType
    sending: str | None
    receiving: str | None
    order: int
    """From 1 within the mission of this edition."""
    name: str | None
    title: str | None
    rank: str | None
    passage: Passage
    city: str | None = None
    section: str | None = None
    honorific: str | None = None
    given: str | None = None
    family: str | None = None
    patronymic: str | None = None
    script: str | None = None
    function: str | None = None
    acting: bool = False
    vacant: bool = False
    dates: tuple[PrintedDate, ...] = ()
    accompanied: bool | None = None
    resident_in: str | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Residue:
    """A line that was not understood, and why."""

    text: str
    reason: str
    mission: str | None
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionSection:
    """What an edition shows of one mission, and whether it was read completely.

    `coverage` is `unobservable` where the section prints nobody at all, with the reason in `why`.
    """

    mission: str | None
    heading: str
    entries: int
    residue: int
    coverage: Coverage
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAccount:
    """What became of every line of the document; the three add up to all of them."""

    used: int
    furniture: int
    residue: int

    @property
    def total(self) -> int:
        """All lines of the document."""
        return self.used + self.furniture + self.residue


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One dated issue of a list. The same bytes on two days are two editions."""

    id: str
    sha256: str
    as_of: Edtf | None
    as_of_basis: AsOfBasis
    languages: tuple[str, ...]
    receiving: str | None
    coverage_class: CoverageClass
    complete: Literal["yes", "no", "unknown"]
    missions: tuple[MissionSection, ...]
    lines: LineAccount
    series: str | None = None
    """Which list this is an issue of; editions of one series are compared with each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """An edition with everything that was read from it."""

    edition: Edition
    listings: tuple[Listing, ...]
    residue: tuple[Residue, ...]


def edition_id(sha256: str, as_of: Edtf | None) -> str:
    """The id of an edition: the bytes and the day that they speak of."""
    return made_id("edition", sha256, as_of.text if as_of else None)


def listing_id(edition: str, passage: Passage) -> str:
    """The id of a listing: its place in its edition."""
    return made_id("listing", edition, passage.page, passage.element, passage.start)
