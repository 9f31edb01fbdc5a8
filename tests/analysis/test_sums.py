# ruff: noqa: ANN401 - any field of a value may be given by name
from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from legation.analysis.notes import SUM_AGREES, SUM_EXPLANATIONS
from legation.analysis.sums import sums
from legation.model.claims import Claim, Event
from tests.make import claim, event, report


def page(value: int | str = 50, start: int = 0, **fields: Any) -> Claim:
    return claim(
        "capture",
        "a version of the page with the names",
        start=start,
        value=value,
        subject="staff page of Velmark's mission",
        **fields,
    )


def leavers(value: int | None = 12, start: int = 100, **fields: Any) -> Event:
    return event("expulsion", "diplomats were told to leave", start=start, count=value, status="executed", **fields)


def stayers(value: int = 35, start: int = 150, **fields: Any) -> Claim:
    given: dict[str, Any] = {"role": "remaining", "subject": "Velmark's mission"} | fields
    return claim("headcount", "remained at the mission", start=start, value=value, **given)


def test_numbers_that_should_agree_are_compared_and_the_difference_is_kept() -> None:
    (found,) = sums([report(page(), leavers(), stayers())])
    assert (found.expected, found.printed, found.difference) == (38, 35, 3)
    assert [(term.role, term.value) for term in found.terms] == [("listed", 50), ("expelled", 12), ("remained", 35)]
    assert found.notes == SUM_EXPLANATIONS


def test_each_term_has_its_passage() -> None:
    said: tuple[Event | Claim, ...] = (page(), leavers(), stayers())
    (found,) = sums([report(*said)])
    assert [term.passage for term in found.terms] == [one.passage for one in said]


def test_numbers_that_agree_are_told_as_well() -> None:
    (found,) = sums([report(page(), leavers(), stayers(38))])
    assert (found.difference, found.notes) == (0, (SUM_AGREES,))


@pytest.mark.parametrize("without", [0, 1, 2])
def test_two_numbers_make_no_sum(without: int) -> None:
    said: list[Event | Claim] = [page(), leavers(), stayers()]
    del said[without]
    assert sums([report(*said)]) == ()


def test_a_number_of_those_listed_may_be_a_head_count_or_a_total() -> None:
    for role in ("listed", "total"):
        counted = claim("headcount", "fifty people", value=50, role=role)
        assert [found.expected for found in sums([report(counted, leavers(), stayers())])] == [38]


def test_people_who_left_without_an_announcement_count_as_departed() -> None:
    gone = claim("headcount", "twelve have left", start=100, value=12, role="departed")
    (found,) = sums([report(page(), gone, stayers())])
    assert found.terms[1].role == "departed"


def test_people_who_left_are_those_told_to_leave_where_the_report_tells_so_of_as_many() -> None:
    gone = claim("headcount", "twelve have left", start=100, value=12, role="departed")
    (found,) = sums([report(page(), gone, stayers(), leavers(start=9000))])
    assert found.terms[1].role == "expelled"
    assert found.terms[1].passage == gone.passage


def test_the_number_next_to_the_remaining_ones_is_taken() -> None:
    (found,) = sums([report(page(), leavers(21, start=60), leavers(12, start=110), stayers())])
    assert found.terms[1].value == 12


def test_numbers_far_apart_in_the_text_are_not_read_together() -> None:
    assert sums([report(page(), leavers(start=5000), stayers(start=5100))]) == ()


def test_numbers_of_two_reports_are_not_read_together() -> None:
    assert sums([report(page(), leavers()), report(stayers(), source="another article")]) == ()


def test_numbers_of_two_missions_are_not_read_together() -> None:
    assert sums([report(page(), leavers(mission="XV/XB"), stayers(subject="XV/XC"))]) == ()


def test_ceilings_are_posts_and_no_term() -> None:
    ceiling = event(
        "ceiling", "from 50 posts to 38", start=100, posts_from=50, posts_to=38, count=12, count_unit="posts"
    )
    assert sums([report(page(), ceiling, stayers())]) == ()


def test_what_was_only_threatened_is_no_term() -> None:
    assert sums([report(page(), event("expulsion", start=100, count=12, status="threatened"), stayers())]) == ()


def test_a_page_whose_names_were_not_counted_is_no_term() -> None:
    assert sums([report(page("names"), leavers(), stayers())]) == ()


def test_numbers_that_a_report_repeats_are_one_sum_from_where_they_stand_closest() -> None:
    repeated: list[Event | Claim] = [page(), leavers(), stayers(), stayers(start=900)]
    (found,) = sums([report(*repeated)])
    assert found.terms[2].passage.start == 150


def test_the_order_of_what_was_said_does_not_matter() -> None:
    said: tuple[Event | Claim, ...] = (page(), leavers(), stayers(), leavers(21, start=60))
    assert len({sums([report(*order)]) for order in permutations(said)}) == 1


def test_more_leaving_than_were_listed_are_two_different_groups() -> None:
    assert sums([report(page(10), leavers(12), stayers(3))]) == ()
