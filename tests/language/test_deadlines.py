from __future__ import annotations

import pytest

from legation.language.deadlines import graces
from legation.language.tokens import tokens


@pytest.mark.parametrize(
    ("language", "text", "duration"),
    [
        ("en", "told to go within 36 hours", "PT36H"),
        ("en", "The nine have six days to leave", "P6D"),
        ("en", "a 72-hour deadline", "PT72H"),
        ("de", "binnen 72 Stunden", "PT72H"),
        ("de", "Sie hat zwei Wochen Zeit", "P2W"),
        ("fr", "sous 48 heures", "PT48H"),
        ("es", "un plazo de 24 horas para irse", "PT24H"),
        ("ru", "в течение 48 часов", "PT48H"),
    ],
)
def test_a_period_of_grace_is_a_duration(language: str, text: str, duration: str) -> None:
    assert [grace.duration for grace in graces(tokens(text), language)] == [duration]


@pytest.mark.parametrize("text", ["two weeks later, they left", "ten days ago", "a man of 41 years", "a 48-year-old"])
def test_a_period_that_looks_back_or_is_an_age_is_no_deadline(text: str) -> None:
    assert graces(tokens(text), "en") == ()
