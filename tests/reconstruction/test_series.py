from __future__ import annotations

from itertools import permutations

from legation.model.dates import Edtf
from legation.reconstruction.series import bounds_of, grouped, series_of
from tests.make import edition, roster
from tests.reconstruction.cases import people, posting, streams, text

ANNA, DARIO = "Anna BRODIK", "Dario VELTRAN"


def test_a_list_goes_on_under_another_address() -> None:
    lists = (roster("2020-01-01", ANNA, DARIO, series="old page"), roster("2020-06-01", ANNA, series="new page"))
    assert text(posting(DARIO, *lists).listed_to) == "2020-01-01/2020-05-31"


def test_a_list_that_shows_few_of_the_people_does_not_take_over() -> None:
    lists = (
        roster("2020-01-01", ANNA, DARIO, "Elio MARSK", "Irma TOLD", series="list"),
        roster("2020-06-01", ANNA, series="page"),
    )
    assert posting(DARIO, *lists).listed_to is None


def test_two_lists_at_one_time_stay_two() -> None:
    lists = (
        roster("2020-01-01", ANNA, DARIO, series="one"),
        roster("2020-06-01", ANNA, DARIO, series="one"),
        roster("2020-03-01", ANNA, series="two"),
        roster("2020-09-01", ANNA, series="two"),
    )
    assert posting(DARIO, *lists).listed_to is None


def test_a_list_of_heads_does_not_go_on_in_a_list_of_diplomats() -> None:
    lists = (
        roster("2020-01-01", ANNA, series="a", coverage_class="heads-only"),
        roster("2020-06-01", DARIO, series="b"),
    )
    assert posting(DARIO, *lists).listed_from.earliest is None


def test_lists_of_unknown_coverage_go_on_only_on_their_host() -> None:
    def seen(later: str) -> str | None:
        lists = (
            roster("2020-01-01", ANNA, DARIO, series="velmark.example/staff.htm", coverage_class="unknown"),
            roster("2020-06-01", ANNA, series=later, coverage_class="unknown"),
        )
        return text(posting(DARIO, *lists).listed_to)

    assert seen("https://velmark.example/team") == "2020-01-01/2020-05-31"
    assert seen("https://elsewhere.example/team") is None


def test_the_order_of_editions_does_not_matter() -> None:
    lists = [
        roster("2020-01-01", ANNA, series="a"),
        roster("2020-06-01", ANNA, series="b"),
        roster("2020-09-01", ANNA, series="b"),
    ]
    assert len({str(grouped(order, people(tuple(lists)))) for order in permutations(lists)}) == 1


def test_an_edition_that_names_no_series_belongs_to_the_lists_of_its_party() -> None:
    assert series_of(edition(series=None)) == "list:XB"
    assert series_of(edition(series=None, receiving=None)) == "list"


def test_a_day_open_on_one_side_is_no_place_in_time() -> None:
    assert bounds_of(Edtf.parse("2020/..")) is None
    assert streams(roster("2020/..", ANNA)) == {}
