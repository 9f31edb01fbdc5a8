"""Is this a place that the case quotes?

Of other places no picture is made: beside a quote may stand people who are not the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from legation.model.documents import Box, Passage
from legation.pipeline.building.readings import present_keys
from legation.store.case import Case


def is_quoted(case: Case, sha256: str, page: int, box: Box) -> bool:
    """Whether a line, telling or claim of the case stands there; boxes are compared as rows print them."""
    keys = [key for key in present_keys(case) if key.sha256 == sha256]
    listings = (listing.passage for roster in case.memo.rosters(keys) for listing in roster.listings)
    reports = [*case.memo.reports(keys), *(note.report for note in case.kept.notes() if note.report.sha256 == sha256)]
    events = (event.passage for report in reports for event in report.events)
    claims = (claim.passage for report in reports for claim in report.claims)
    prints = (one.passage for report in reports for one in report.prints)
    return any(
        each.page == page and each.box is not None and _rounded(each.box) == _rounded(box)
        for each in _with_parts(chain(listings, events, claims, prints))
    )


def _with_parts(passages: Iterable[Passage]) -> Iterator[Passage]:
    for passage in passages:
        yield passage
        yield from passage.parts


def _rounded(box: Box) -> tuple[float, ...]:
    return tuple(round(side, 2) for side in box)
