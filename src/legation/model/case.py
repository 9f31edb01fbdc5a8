"""What does the middle of the house take, and what does it give?

`Evidence` is everything that was read and judged; `Derived` is everything that follows from it, and nothing else does:
the same evidence in any order gives the same derived values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from legation.model.claims import Report
from legation.model.disputes import Contradiction, Corroboration
from legation.model.findings import Ceiling, Change, Happening, MissionSummary, Remaining, Sum, Tally
from legation.model.judgements import Judgement
from legation.model.links import Mention, Naming, PersonLink, Resurfacing
from legation.model.listings import Roster
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.model.tenures import Succession, Tenure


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was read from captures, what was entered by hand, and what people decided about it."""

    rosters: tuple[Roster, ...] = ()
    reports: tuple[Report, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What follows from evidence; each tuple is sorted by the id of its values."""

    persons: tuple[Person, ...] = ()
    members: Mapping[str, str] = field(default_factory=dict)
    """Listing id to person id, for every listing that isn't vacant or rejected."""
    postings: tuple[Posting, ...] = ()
    changes: tuple[Change, ...] = ()
    happenings: tuple[Happening, ...] = ()
    tallies: tuple[Tally, ...] = ()
    sums: tuple[Sum, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    remaining: tuple[Remaining, ...] = ()
    missions: tuple[MissionSummary, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    successions: tuple[Succession, ...] = ()
    links: tuple[PersonLink, ...] = ()
    mentions: tuple[Mention, ...] = ()
    namings: tuple[Naming, ...] = ()
    resurfacings: tuple[Resurfacing, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    corroborations: tuple[Corroboration, ...] = ()
    loose: tuple[str, ...] = ()
    """Ids of judgements that attach to nothing any more."""
    refused: tuple[str, ...] = ()
    """Ids of judgements that call two one who can't be, since other judgements or one edition say so."""
