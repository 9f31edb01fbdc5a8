"""One page of a long list is what the command prints there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from legation.pipeline.answering import asking, doubting, paged, people, seats
from legation.pipeline.answering.paged import Extent, Share
from legation.publishing.rows import Row
from legation.store.case import Case

LISTS: list[tuple[Callable[..., Share], Callable[..., Iterator[Row]]]] = [
    (paged.postings, people.postings),
    (paged.changes, asking.changes),
    (paged.successions, seats.successions),
    (paged.events, asking.events),
    (paged.contradictions, doubting.contradictions),
    (paged.tallies, asking.tally),
]


@pytest.mark.parametrize(("page", "command"), LISTS)
@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_the_pages_of_a_list_are_the_list(
    built_demo: Path, page: Callable[..., Share], command: Callable[..., Iterator[Row]], limit: int
) -> None:
    with Case.open(built_demo) as case:
        every = [*command(case)]
        pages = [page(case, Extent(offset, limit)) for offset in range(0, len(every) + limit, limit)]
    assert len(every) > 1
    assert [row for one in pages for row in one.rows] == every
    assert {one.total for one in pages} == {len(every)}


@pytest.mark.parametrize(("page", "command"), [one for one in LISTS if one[0] is not paged.contradictions])
def test_the_pages_of_a_mission_are_its_list(
    built_demo: Path, page: Callable[..., Share], command: Callable[..., Iterator[Row]]
) -> None:
    with Case.open(built_demo) as case:
        mission = next(row["mission"] for row in command(case) if row.get("mission"))
        every = [*command(case, mission=mission)]
        share = page(case, Extent(1, 2), mission=mission)
    assert every
    assert share == Share(len(every), every[1:3])


def test_the_postings_of_a_person_are_paged_too(built_demo: Path) -> None:
    with Case.open(built_demo) as case:
        person = case.derived.postings()[0].person.id
        share = paged.postings(case, Extent(0, 1), person=person)
        (first, *_) = people.postings(case, person=person)
    assert share.rows == [first]
