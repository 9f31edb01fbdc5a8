from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.tokens import tokens
from legation.language.when import whens
from legation.model.dates import Bounds

THURSDAY = Bounds.on(date(2021, 10, 7))


def read(text: str, language: str = "en", published: Bounds | None = THURSDAY) -> list[tuple[str | None, str]]:
    found = whens(tokens(text), language, published)
    return [(when.value.text if when.value else None, when.role) for when in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("said on Thursday", "2021-10-07"),
        ("wrote Wednesday", "2021-10-06"),
        ("Last April the", "2021-04"),
        ("in December they", "2020-12"),
        ("November last year", "2020-11"),
        ("earlier this year of", "2021-01-01/2021-10-07"),
        ("over the summer wrote", "2021-22"),
        ("last spring that", "2021-21"),
        ("early this week.", "2021-10-04/2021-10-07"),
        ("last week expelled", "2021-09-27/2021-10-03"),
        ("last year", "2020"),
        ("a day earlier had", "2021-10-06"),
        ("in 2018 with", "2018"),
        ("in the 1990s,", "199X"),
        ("ten days later, on 5 April 2020, nine", "2020-04-05"),
        ("October 7, 2021", "2021-10-07"),
        ("Friday, April 16 expelled", "2021-04-16"),
        ("Sept. 29", "2021-09-29"),
    ],
)
def test_an_expression_is_read_against_the_publication(text: str, value: str) -> None:
    assert read(text) == [(value, "on")]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "am 5. April 2020", "2020-04-05"),
        ("de", "vergangenen Mai", "2021-05"),
        ("de", "letzte Woche", "2021-09-27/2021-10-03"),
        ("fr", "le 1er mai", "2021-05-01"),
        ("fr", "en novembre dernier", "2020-11"),
        ("es", "el 21 de diciembre de 2020", "2020-12-21"),
        ("es", "la semana pasada", "2021-09-27/2021-10-03"),
        ("ru", "13 сентября 2020 года", "2020-09-13"),
        ("ru", "в среду", "2021-10-06"),
        ("ru", "в апреле прошлого года", "2020-04"),
    ],
)
def test_five_languages_say_the_same_days(language: str, text: str, value: str) -> None:
    assert read(text, language) == [(value, "on")]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "three days ago", "2021-10-04"),
        ("en", "two weeks ago", "2021-09-20/2021-09-26"),
        ("en", "five years ago", "2016"),
        ("en", "last Thursday they", "2021-09-30"),
        ("en", "the 5th of April 2020", "2020-04-05"),
        ("en", "in the spring of 2018", "2018-21"),
        ("en", "the autumn of last year", "2020-23"),
        ("en", "25/04/2020", "2020-04-25"),
        ("de", "vor drei Tagen", "2021-10-04"),
        ("de", "vor zwei Monaten", "2021-08"),
        ("de", "im Frühjahr 2018", "2018-21"),
        ("de", "in den 90er-Jahren", "199X"),
        ("de", "am 05.04.2020", "2020-04-05"),
        ("fr", "il y a deux mois", "2021-08"),
        ("fr", "l'été dernier", "2021-22"),
        ("fr", "à l'été 2019", "2019-22"),
        ("fr", "dans les années 90", "199X"),
        ("fr", "le 05/04/2020", "2020-04-05"),
        ("es", "hace tres días", "2021-10-04"),
        ("es", "en la primavera de 2018", "2018-21"),
        ("es", "el verano pasado", "2021-22"),
        ("es", "en los años 90", "199X"),
        ("ru", "пять лет назад", "2016"),
        ("ru", "весной 2018 года", "2018-21"),
        ("ru", "на прошлой неделе", "2021-09-27/2021-10-03"),
        ("ru", "в прошлом году", "2020"),
        ("ru", "05.04.2020", "2020-04-05"),
    ],
)
def test_what_words_count_out_is_a_date(language: str, text: str, value: str) -> None:
    assert read(text, language) == [(value, "on")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "three days later they"),
        ("en", "05/04/2020"),
        ("de", "vor drei Diplomaten"),
        ("fr", "a été expulsé"),
        ("fr", "il y a trois diplomates"),
        ("es", "hace tres diplomáticos"),
        ("ru", "три дня отпуска"),
    ],
)
def test_what_counts_nothing_out_is_no_date(language: str, text: str) -> None:
    assert read(text, language) == []


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)), st.integers(min_value=1, max_value=90))
def test_days_ago_are_that_many_days_before_the_publication(day: date, number: int) -> None:
    ((value, _),) = read(f"{number} days ago", published=Bounds.on(day))
    assert value is not None
    assert (day - date.fromisoformat(value)).days == number


def test_what_ends_or_begins_later_is_told_apart() -> None:
    assert read("has until Sunday") == [("2021-10-10", "by")]
    assert read("by August 15") == [("2022-08-15", "by")]
    assert read("from November 1") == [("2021-11-01", "from")]
    assert read("since February 24") == [("2021-02-24/2021-10-07", "since")]


def test_the_pronoun_and_the_verb_are_no_days() -> None:
    assert read("We may march now that 00:00 is 2014") == []


def test_without_a_publication_only_full_dates_are_settled() -> None:
    assert read("on Monday, 5 May 2020, not on 6 June or in July", published=None)[0] == ("2020-05-05", "on")
    assert [value for value, _ in read("on Tuesday and 6 June, last year", published=None)] == [None, None, None]


def test_a_yearless_day_between_bounds_takes_the_year_that_all_of_them_allow() -> None:
    bounds = Bounds(earliest=date(2023, 10, 20), latest=date(2023, 12, 31))
    assert read("on 2 November and", published=bounds) == [("2023-11-02", "on")]


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert read("on 31 February 2020 or") == [] or all(
        value != "2020-02-31" for value, _ in read("on 31 February 2020 or")
    )


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)), st.integers(min_value=0, max_value=6))
def test_a_weekday_is_never_after_the_publication_nor_a_week_before(day: date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    ((value, _),) = read(f"on {name} they", published=Bounds.on(day))
    assert value is not None
    found = date.fromisoformat(value)
    assert found.weekday() == weekday
    assert 0 <= (day - found).days < 7
