from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.numbers import digits, numbers
from legation.language.tokens import tokens


@pytest.mark.parametrize(
    ("language", "text", "value", "modifier"),
    [
        ("en", "twenty-one", 21, None),
        ("en", "two hundred and forty-five", 245, None),
        ("en", "at least 19", 19, "at-least"),
        ("en", "more than a dozen", 12, "more-than"),
        ("en", "dozens of", None, "dozens"),
        ("en", "4,00,000", 400000, None),
        ("de", "einundzwanzig", 21, None),
        ("de", "rund vierzig", 40, "about"),
        ("fr", "soixante-quinze", 75, None),
        ("fr", "une trentaine de", 30, "about"),
        ("es", "treinta y cinco", 35, None),
        ("ru", "сто двадцать один", 121, None),
        ("ru", "не менее восьми", 8, "at-least"),
    ],
)
def test_a_number_in_words_or_digits_is_read_whole(language: str, text: str, value: int | None, modifier: str) -> None:
    found = [number for number in numbers(tokens(f"{text} x"), language) if not number.article]
    assert [(number.value, number.modifier) for number in found] == [(value, modifier)]


def test_ages_lengths_percentages_and_decades_are_no_numbers() -> None:
    assert numbers(tokens("the 48-year-old, 42-metre, 50 % of it, in the 1990s"), "en") == ()


def test_an_article_is_one_only_as_an_article() -> None:
    (number,) = numbers(tokens("ein Botschafter"), "de")
    assert (number.value, number.article) == (1, True)


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from([",", ".", "\u00a0"]))
def test_grouped_digits_keep_their_value(value: int, mark: str) -> None:
    assert digits(f"{value:,}".replace(",", mark)) == value
