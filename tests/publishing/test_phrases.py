from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model.claims import Attribution
from legation.model.dates import Bounds
from legation.publishing.phrases import (
    bounds_phrase,
    chain_phrase,
    mission_phrase,
    place_phrase,
    quoted,
    series_phrase,
)
from tests import make
from tests.publishing.cases import label


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("XV/XB", "Velmark’s mission to Brannia"),
        ("XV/XB/consulate-general/Lorne", "Velmark’s consulate general in Lorne to Brannia"),
        (None, "a mission that is not named"),
        ("no key", "no key"),
    ],
)
def test_a_mission_is_said_by_the_two_that_it_stands_between(key: str | None, words: str) -> None:
    assert mission_phrase(key, label) == words


@pytest.mark.parametrize(
    ("series", "words"),
    [
        ("list:XB", "Brannia’s diplomatic list"),
        ("heads:XV", "Velmark’s list of its heads of mission"),
        ("page:XV/XB", "the page of Velmark’s mission to Brannia"),
        ("mission.example/staff", "mission.example/staff"),
        ("List: of the Ministry", "List: of the Ministry"),
        (None, None),
    ],
)
def test_a_list_is_said_by_who_keeps_it(series: str | None, words: str | None) -> None:
    assert series_phrase(series, label) == words


def test_a_name_in_s_takes_an_apostrophe_alone() -> None:
    assert (
        mission_phrase("XS/XB", {"XS": "Salt Isles", "XB": "Brannia"}.__getitem__) == "Salt Isles’ mission to Brannia"
    )


@given(st.dates(), st.dates())
def test_bounds_are_never_said_as_a_day_unless_they_are_one(first: date, second: date) -> None:
    earliest, latest = sorted((first, second))
    words = bounds_phrase(Bounds(earliest=earliest, latest=latest))
    assert (words == earliest.isoformat()) == (earliest == latest)


def test_an_open_side_is_said_as_open() -> None:
    assert bounds_phrase(Bounds(latest=date(2020, 1, 1))) == "on or before 2020-01-01"
    assert bounds_phrase(Bounds(earliest=date(2020, 1, 1))) == "on or after 2020-01-01"
    assert bounds_phrase(None) == "date not known"


def test_a_chain_is_said_outermost_first_and_keeps_what_is_unnamed() -> None:
    chain = (
        Attribution(speaker="Lorne Radio", stance="reports"),
        Attribution(speaker="officials", stance="confirms", anonymous=True, count=2, independent=True),
        Attribution(speaker=None, stance="suspects"),
    )
    assert chain_phrase(chain) == (
        "Lorne Radio (reports) › officials (unnamed, 2 of them, confirms, independently of each other) › "
        "somebody who is not named (suspects)"
    )
    assert chain_phrase(()) == "the report in its own voice"


def test_a_quote_with_its_own_marks_gets_no_others() -> None:
    assert quoted("no") == "“no”"
    assert quoted("“no,” he said") == "“no,” he said"
    assert quoted("is not so,” he said") == "“… is not so,” he said"
    assert quoted("he said: “it is not") == "he said: “it is not …”"
    assert quoted("“no,” she said") == "“no,” she said"


def test_a_place_is_said_as_far_as_the_format_tells_it() -> None:
    assert place_phrase(make.passage("a", page=7)) == "p. 7"
    assert place_phrase(make.passage("a", start=12)) == "character 12"
