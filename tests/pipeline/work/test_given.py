from __future__ import annotations

from datetime import UTC, datetime

import pytest

from legation.errors import DateError, KeyFormError, UsageError
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.pipeline.work.given import given_from, given_key


def test_what_is_said_becomes_one_value() -> None:
    given = given_from(
        {"kind": "list", "as-of": "2020-02", "mission": "QZ/QV", "url": "https://example.org/staff", "other": "x"}
    )
    assert given == Given(kind="list", as_of=Edtf.parse("2020-02"), mission="QZ/QV", url="https://example.org/staff")


def test_blank_texts_say_nothing() -> None:
    assert given_from({"kind": " ", "as-of": None, "source": ""}) == Given()


def test_an_archives_own_stamp_is_a_moment() -> None:
    assert given_from({"captured-at": "20200203040506"}).captured_at == datetime(2020, 2, 3, 4, 5, 6, tzinfo=UTC)


def test_a_moment_without_zone_is_taken_as_universal_time() -> None:
    assert given_from({"captured-at": "2020-02-03T04:05"}).captured_at == datetime(2020, 2, 3, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("as-of", "2020-13-01", DateError),
        ("published", "2021-02-29", DateError),
        ("captured-at", "yesterday", DateError),
        ("mission", "Berlin", KeyFormError),
        ("sending", "Ruritania", KeyFormError),
        ("receiving", "de", KeyFormError),
        ("kind", "novel", UsageError),
        ("url", "example", UsageError),
        ("language", "English!", UsageError),
    ],
)
def test_what_cannot_be_is_a_usage_error_that_names_option_and_value(
    name: str, value: str, error: type[UsageError]
) -> None:
    with pytest.raises(error) as raised:
        given_from({name: value})
    assert f"--{name}" in raised.value.message
    assert value in raised.value.message


def test_equal_words_have_equal_keys_and_others_do_not() -> None:
    assert given_key(given_from({"sending": "QZ"})) == given_key(Given(sending="QZ"))
    assert given_key(Given(sending="QZ")) != given_key(Given(receiving="QZ"))
