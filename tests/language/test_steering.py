from hypothesis import given
from hypothesis import strategies as st

from legation.language.steering import printable, visible

TURNING = set("\x1b\x07\u202e\u2066")


@given(st.text())
def test_nothing_that_steers_or_turns_is_left(text: str) -> None:
    for shown in (visible(text), printable(text)):
        assert not TURNING & set(shown)
        assert len(shown) <= len(text)


def test_marks_of_direction_are_told_on_a_terminal_and_stay_away_on_paper() -> None:
    assert visible("דוד\u200f לוי") == "דוד\ufffd לוי"
    assert printable("דוד\u200f לוי") == "דוד לוי"


def test_ordinary_letters_stay() -> None:
    for text in ("Осокорин", "محمد", "a\tb\nc", "日本"):
        assert visible(text) == printable(text) == text
