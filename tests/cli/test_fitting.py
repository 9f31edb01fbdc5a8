from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from legation.cli.fitting import fitted

HEADER = ("id", "person", "title", "source")
ROWS = (
    ("posting-3f1c2a9b", "Dario VELTRAN", "Ambassador Extraordinary and Plenipotentiary", "2020-03-01.pdf, p. 12"),
    ("posting-77aa01cd", "Ilva SORENN", "", "2020-03-01.pdf, p. 12"),
)
WORDS = st.lists(st.text("abcdeй日", min_size=1, max_size=12), max_size=6).map(" ".join)


def lines(width: int) -> list[str]:
    return [line for line, _ in fitted(HEADER, ROWS, width)]


def test_with_room_every_row_is_one_line_of_a_table() -> None:
    assert lines(200) == [
        "id                person         title                                         source",
        "posting-3f1c2a9b  Dario VELTRAN  Ambassador Extraordinary and Plenipotentiary  2020-03-01.pdf, p. 12",
        "posting-77aa01cd  Ilva SORENN                                                  2020-03-01.pdf, p. 12",
    ]


def test_with_less_room_columns_break_between_words_alone() -> None:
    assert lines(80)[:3] == [
        "id                person         title                     source",
        "posting-3f1c2a9b  Dario VELTRAN  Ambassador Extraordinary  2020-03-01.pdf, p. 12",
        "                                 and Plenipotentiary",
    ]


def test_with_too_little_room_rows_stand_one_below_the_other_and_say_nothing_empty() -> None:
    assert lines(50) == [
        "posting-3f1c2a9b",
        "    person Dario VELTRAN",
        "    title Ambassador Extraordinary and",
        "    Plenipotentiary · source 2020-03-01.pdf, p. 12",
        "posting-77aa01cd",
        "    person Ilva SORENN",
        "    source 2020-03-01.pdf, p. 12",
    ]


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=5), st.integers(20, 120))
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost_or_broken(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    shown = [line for line, _ in fitted(("one", "two", "three"), rows, width)]
    assert all(cell_len(line) <= width for line in shown)
    printed = " ".join(shown).split()
    assert all(word in printed for row in rows for cell in row for word in cell.split() if cell_len(word) < width - 4)
