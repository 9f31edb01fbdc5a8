from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model.dates import Bounds, Edtf
from legation.publishing.ftm.values import LONGEST_NAME, date_value, moment_value, name_value, text_value, url_value


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((2020, 2, 1), (2020, 2, 1), "2020-02-01"),
        ((2020, 2, 1), (2020, 2, 29), "2020-02"),
        ((2020, 2, 1), (2020, 2, 28), None),
        ((2020, 1, 1), (2020, 12, 31), "2020"),
        ((2020, 1, 1), (2021, 12, 31), None),
        ((2020, 1, 2), (2020, 1, 31), None),
    ],
)
def test_bounds_are_a_date_only_where_they_are_a_whole_day_month_or_year(
    first: tuple[int, int, int], last: tuple[int, int, int], expected: str | None
) -> None:
    assert date_value(Bounds(earliest=date(*first), latest=date(*last))) == expected


@pytest.mark.parametrize("text", ["2020-02~", "2020?", "2020-01-01/2020-01-31", "202X", "2020-21", "../2020"])
def test_a_date_that_followthemoney_would_cut_is_none(text: str) -> None:
    assert date_value(Edtf.parse(text)) is None


@pytest.mark.parametrize("text", ["2020-02-03", "2020-02", "2020"])
def test_a_date_that_it_takes_stays(text: str) -> None:
    assert date_value(Edtf.parse(text)) == text


def test_open_bounds_are_no_date() -> None:
    assert date_value(Bounds(earliest=date(2020, 1, 1))) is None
    assert date_value(None) is None


def test_a_moment_is_told_in_utc() -> None:
    at = datetime(2020, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    assert moment_value(at) == "2019-12-31T22:30:00"
    assert moment_value(at) == moment_value(at.astimezone(UTC))


@given(st.text())
def test_a_value_is_not_changed_by_being_made_a_value_again(text: str) -> None:
    for made in (text_value, name_value):
        once = made(text)
        assert once is None or (made(once) == once and once == once.strip() and len(once) > 0)


def test_quotation_marks_around_a_whole_name_are_no_part_of_it() -> None:
    assert name_value('"Odd Brekne"') == "Odd Brekne"
    assert name_value('"Odd" Brekne') == '"Odd" Brekne'
    assert name_value(' "" ') is None


def test_a_name_of_no_end_is_cut_and_says_so() -> None:
    cut = name_value("Odd " * 200)
    assert cut is not None
    assert len(cut) <= LONGEST_NAME
    assert cut.endswith("…")


@pytest.mark.parametrize(
    "url", ["urn:a:b", "ftp://a.example/", "https://", "https://a.example/ b", "http://[", "", None]
)
def test_what_is_no_address_of_the_web_is_none(url: str | None) -> None:
    assert url_value(url) is None


def test_an_address_without_a_path_gets_one() -> None:
    assert url_value("https://a.example") == "https://a.example/"
    assert url_value("https://a.example/x?y=%20#z") == "https://a.example/x?y=%20#z"
