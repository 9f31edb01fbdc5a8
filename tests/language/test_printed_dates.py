from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from legation.language.printed_dates import day_in_name, find_date, find_dates, whole_date
from legation.vocabulary.cldr import LANGUAGES

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(03.02.2021)", "2021-02-03"),
        ("26. April 2022", "2022-04-26"),
        ("16th December 1993", "1993-12-16"),
        ("March 2, 2014", "2014-03-02"),
        ("1er mars 1998", "1998-03-01"),
        ("16 de diciembre de 1993", "1993-12-16"),
        ("2019-03-04T05:00:00.000Z", "2019-03-04"),
        ("05/13/2015", "2015-05-13"),
        ("June 2015", "2015-06"),
        ("07/2015", "2015-07"),
        ("2015年3月4日", "2015-03-04"),
        ("1998", "1998"),
        ("1995. május 12.", "1995-05-12"),
        ("1995. május", "1995-05"),
    ],
)
def test_a_printed_date_is_read(text: str, value: str) -> None:
    found = whole_date(text)
    assert found is not None
    assert found.text == value


@pytest.mark.parametrize(
    "text", ["31.02.2020", "+49 30 2022", "2001 people", "May", "Room 1998 b", "ended in 2018. May said"]
)
def test_what_is_no_date_of_the_calendar_is_none(text: str) -> None:
    assert find_date(text) is None
    assert whole_date(text) is None


def test_a_slash_date_is_read_with_the_month_first_where_the_list_does() -> None:
    assert [each.date.text for each in find_dates("3/4/2015")] == ["2015-04-03"]
    assert [each.date.text for each in find_dates("3/4/2015", month_first=True)] == ["2015-03-04"]


def test_dates_are_found_in_their_place() -> None:
    text = "from 1 January 2000 to 2 May 2001"
    assert [text[each.start : each.end] for each in find_dates(text)] == ["1 January 2000", "2 May 2001"]


@pytest.mark.parametrize(
    "name", ["2022-04-26.pdf", "list_20220426.pdf", "2022_04_26_data.pdf", "Liste 26. April 2022.pdf"]
)
def test_a_file_s_name_may_carry_the_day(name: str) -> None:
    found = day_in_name(name)
    assert found is not None
    assert found.text == "2022-04-26"


@given(DAYS, st.sampled_from(("{:%d.%m.%Y}", "{:%Y-%m-%d}", "{:%d/%m/%Y}", "{0.day}.{0.month}.{0.year}")))
def test_every_day_in_numbers_is_read_back(day: date, pattern: str) -> None:
    found = whole_date(pattern.format(day))
    assert found is not None
    assert found.text == day.isoformat()


@given(DAYS, st.sampled_from(LANGUAGES))
def test_every_day_in_a_language_s_own_long_form_is_read_back(day: date, language: str) -> None:
    found = find_date(format_date(day, format="long", locale=language))
    assert found is not None
    assert found.date.text == day.isoformat()
