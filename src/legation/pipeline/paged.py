"""What does one page of a long list show? The rows of the commands, of which only those that are shown are made.

The order is that of the commands. A case of a million listings has tens of thousands of postings: to read all of them
for fifty takes longer than anybody waits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from legation.model.findings import Change
from legation.model.postings import Posting
from legation.model.tenures import Succession, Tenure
from legation.pipeline.asking import place_of_change
from legation.pipeline.missions import mission_key
from legation.pipeline.people import place_of_posting
from legation.pipeline.seats import in_order
from legation.publishing.rows import Row, change_row, posting_row, succession_row
from legation.store import schema
from legation.store.case import Case
from legation.store.parts import Part, part, with_ids

V = TypeVar("V")


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
    if mission or person:
        key = mission_key(case, mission) if mission else None
        found = _whole(case.derived.postings(mission=key, person=person))
    else:
        found = part(case.database, Posting, schema.posting.c.mission, **extent._asdict())
    return _share(found, extent, place_of_posting, posting_row)


def changes(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """Who joined and who left, at a mission or anywhere, the earliest window first.

    Raises:
        UsageError: the words name no mission of the case.
    """
    if mission:
        found = _whole(case.derived.changes(mission=mission_key(case, mission)))
    else:
        found = part(case.database, Change, schema.change.c.window_hi, **extent._asdict())
    return _share(found, extent, place_of_change, change_row)


def successions(case: Case, extent: Extent, *, mission: str | None = None) -> Share:
    """Who came after whom, at a mission or anywhere, mission by mission.

    Raises:
        UsageError: the words name no mission of the case.
    """
    if mission:
        found = _whole(case.derived.successions(mission=mission_key(case, mission)))
    else:
        found = part(case.database, Succession, schema.succession.c.mission, **extent._asdict())
    rests_on = (given.id for one in found.values for step in one.derivation for given in step.inputs)
    tenures = with_ids(case.database, Tenure, schema.tenure, rests_on)
    shown = _cut(in_order(found.values, tenures), found, extent)
    return Share(found.total, [succession_row(one) for one in shown])


def _share(found: Part[V], extent: Extent, place: Callable[[V], Any], row: Callable[[V], Row]) -> Share:
    return Share(found.total, [row(one) for one in _cut(sorted(found.values, key=place), found, extent)])


def _whole(values: tuple[V, ...]) -> Part[V]:
    return Part(total=len(values), before=0, values=values)


def _cut(values: Sequence[V], found: Part[V], extent: Extent) -> Sequence[V]:
    start = extent.offset - found.before
    return values[start : start + extent.limit]
