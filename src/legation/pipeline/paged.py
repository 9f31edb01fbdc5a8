"""What does one page of a long list show? The rows of the commands, of which only those that are shown are made.

The order is that of the commands. A case of a million listings has tens of thousands of postings: to read all of them
for fifty takes longer than anybody waits.
"""

from __future__ import annotations

from typing import NamedTuple

from legation.model.disputes import Contradiction
from legation.model.findings import Change, Happening
from legation.model.postings import Posting
from legation.model.tenures import Succession
from legation.pipeline.asking import counted, counted_rows, happening_rows
from legation.pipeline.missions import mission_key
from legation.publishing.rows import (
    Row,
    change_row,
    contradiction_row,
    posting_row,
    succession_row,
)
from legation.store.case import Case
from legation.store.parts import Wanted, part


class Extent(NamedTuple):
    """Which rows of a list are wanted: so many, after so many."""

    offset: int
    limit: int


class Share(NamedTuple):
    """Some rows of a list, and how many it has."""

    total: int
    rows: list[Row]


def postings(case: Case, extent: Extent, *, mission: str | None = None, person: str | None = None) -> Share:
    """Postings of a mission, of a person by id, or of everybody.

    Raises:
        UsageError: the words name no mission of the case.
    """
    found = part(case.database, Posting, _wanted(case, extent, mission, person))
    return Share(found.total, [posting_row(one) for one in found.values])


def changes(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """Who joined and who left, at a mission or anywhere, the earliest window first.

    Raises:
        UsageError: the words name no mission of the case.
    """
    found = part(case.database, Change, _wanted(case, extent, mission))
    return Share(found.total, [change_row(one) for one in found.values])


def successions(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """Who came after whom, at a mission or anywhere, mission by mission.

    Raises:
        UsageError: the words name no mission of the case.
    """
    found = part(case.database, Succession, _wanted(case, extent, mission))
    return Share(found.total, [succession_row(one) for one in found.values])


def events(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """Happenings with the passages of their tellings, the earliest first.

    Raises:
        UsageError: the words name no mission of the case.
    """
    found = part(case.database, Happening, _wanted(case, extent, mission))
    return Share(found.total, [*happening_rows(case, found.values)])


def contradictions(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """What can't all be so, rule by rule.

    Raises:
        UsageError: the words name no mission of the case.
    """
    found = part(case.database, Contradiction, _wanted(case, extent, mission))
    return Share(found.total, [contradiction_row(one) for one in found.values])


def tallies(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """Announced numbers beside the lists, posts beside persons, then numbers of one report that should agree.

    Raises:
        UsageError: the words name no mission of the case.
    """
    found = counted(case, mission=mission)
    shown = found[extent.offset : extent.offset + extent.limit]
    return Share(len(found), [*counted_rows(case, shown)])


def _wanted(case: Case, extent: Extent, mission: str | None, person: str | None = None) -> Wanted:
    key = mission_key(case, mission) if mission else None
    return Wanted(offset=extent.offset, limit=extent.limit, mission=key, person=person)
