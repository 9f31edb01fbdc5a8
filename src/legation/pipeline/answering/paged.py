"""What does one page of a long list show? The rows of the commands, of which only those that are shown are made.

The order is that of the commands. A case of a million listings has tens of thousands of postings: to read all of them
for fifty takes longer than anybody waits.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from legation.model.disputes import Contradiction
from legation.model.findings import Change, Happening
from legation.model.postings import Posting
from legation.model.tenures import Succession
from legation.pipeline.answering.asking import counted, counted_rows, happening_rows
from legation.pipeline.answering.missions import mission_key
from legation.publishing.rows import (
    Row,
    change_row,
    contradiction_row,
    posting_row,
    succession_row,
)
from legation.store.case import Case
from legation.store.parts import Wanted, part

V = TypeVar("V", Posting, Change, Succession, Contradiction)


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
    return _share(case, Posting, posting_row, _wanted(case, extent, mission, person))


def changes(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """Who joined and who left, at a mission or anywhere, the earliest window first; raises as `postings`."""
    return _share(case, Change, change_row, _wanted(case, extent, mission))


def successions(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """Who came after whom, at a mission or anywhere, mission by mission; raises as `postings`."""
    return _share(case, Succession, succession_row, _wanted(case, extent, mission))


def contradictions(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """What can't all be so, rule by rule; raises as `postings`."""
    return _share(case, Contradiction, contradiction_row, _wanted(case, extent, mission))


def events(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """Happenings with the passages of their tellings, the earliest first; raises as `postings`."""
    found = part(case.database, Happening, _wanted(case, extent, mission))
    return Share(found.total, [*happening_rows(case, found.values)])


def tallies(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """Announced numbers beside the lists, posts beside persons, then sums of one report; raises as `postings`."""
    found = counted(case, mission=mission)
    shown = found[extent.offset : extent.offset + extent.limit]
    return Share(len(found), [*counted_rows(case, shown)])


def _share(case: Case, kind: type[V], row: Callable[[V], Row], wanted: Wanted) -> Share:
    found = part(case.database, kind, wanted)
    return Share(found.total, [row(one) for one in found.values])


def _wanted(case: Case, extent: Extent, mission: str | None, person: str | None = None) -> Wanted:
    key = mission_key(case, mission) if mission else None
    return Wanted(offset=extent.offset, limit=extent.limit, mission=key, person=person)
