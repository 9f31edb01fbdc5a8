from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from legation.model.dates import Bounds, Certainty, Edtf
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.pipeline.answering.people import certainty_on

FIRST = date(2020, 1, 1)
DAYS = st.integers(0, 12).map(lambda days: FIRST + timedelta(days=days))


def day(number: int) -> date:
    return date(2020, 1, number)


POSTING = Posting(
    id="posting-1",
    person=Person(id="listing-1", label="Ana Velled"),
    mission="QZ/QV",
    titles=(),
    listed_from=Bounds(earliest=day(3), latest=day(5)),
    listed_to=Bounds(earliest=day(8), latest=day(10)),
    start=Bounds.on(day(1)),
    start_basis="printed",
    end=Bounds(earliest=day(8), latest=day(10)),
    end_basis="editions",
    end_kind="left-list",
    windows=(),
    editions=("2020-01-05", "2020-01-08"),
    derivation=(),
    passages=(),
)


def on(number: int, posting: Posting = POSTING) -> Certainty:
    return certainty_on(posting, Bounds.on(day(number)))


def test_between_two_editions_that_list_the_person_it_is_certain() -> None:
    assert [on(number) for number in (5, 6, 8)] == [Certainty.CERTAIN] * 3


def test_between_an_edition_with_and_one_without_it_is_possible() -> None:
    assert [on(number) for number in (3, 4, 9, 10)] == [Certainty.POSSIBLE] * 4


def test_a_printed_start_before_the_first_edition_makes_it_possible_and_no_more() -> None:
    assert on(2) is Certainty.POSSIBLE


def test_outside_of_all_bounds_it_is_excluded() -> None:
    assert on(11) is Certainty.EXCLUDED
    assert on(2, replace(POSTING, start=POSTING.listed_from, start_basis="editions")) is Certainty.EXCLUDED


def test_whoever_is_still_listed_may_be_there_later() -> None:
    still = replace(POSTING, listed_to=None, end=None, end_basis=None, end_kind="open")
    assert on(31, still) is Certainty.POSSIBLE
    assert on(7, still) is Certainty.CERTAIN


@given(DAYS, DAYS)
def test_a_wider_question_never_makes_it_surer(first: date, last: date) -> None:
    order = [Certainty.EXCLUDED, Certainty.POSSIBLE, Certainty.CERTAIN]
    low, high = sorted((first, last))
    wide = certainty_on(POSTING, Bounds(earliest=low, latest=high))
    days = [low + timedelta(days=number) for number in range((high - low).days + 1)]
    each = [certainty_on(POSTING, Bounds.on(one)) for one in days]
    if wide is Certainty.CERTAIN:
        assert set(each) == {Certainty.CERTAIN}
    if wide is Certainty.EXCLUDED:
        assert set(each) == {Certainty.EXCLUDED}
    assert order.index(wide) <= max(order.index(one) for one in each)


def test_a_month_is_certain_where_all_its_days_are() -> None:
    long = replace(POSTING, editions=("2020-01-05", "2020-03-08"), listed_to=Bounds(earliest=date(2020, 3, 8)))
    assert certainty_on(long, Edtf.parse("2020-02").bounds) is Certainty.CERTAIN


def test_an_edition_without_the_person_ends_what_editions_say() -> None:
    until_the_edition = replace(POSTING, end=Bounds(earliest=day(8), latest=day(11)), end_basis="editions")
    assert on(11, until_the_edition) is Certainty.EXCLUDED
    stated = replace(until_the_edition, end_basis="stated")
    assert on(11, stated) is Certainty.POSSIBLE
