from __future__ import annotations

from legation.reading.layout import Piece
from legation.reading.running import running_lines


def line(down: float, text: str) -> Piece:
    return Piece(50, down, 200, down + 10, 9, text)


def test_two_pages_prove_a_running_line_only_where_a_figure_counts_them() -> None:
    pages = [(800.0, [line(20, "EMBASSY OF QUMAR"), line(300, "x"), line(780, f"- {n} -")]) for n in (1, 2)]
    assert running_lines(pages) == {1: {2: "footer"}, 2: {2: "footer"}}


def test_a_line_in_the_middle_of_the_page_runs_nowhere() -> None:
    pages = [(800.0, [line(400, "vacant")]) for _ in range(5)]
    assert running_lines(pages) == {}


def test_a_line_at_another_height_is_another_line() -> None:
    pages = [(800.0, [line(20 + 20 * n, "QUMAR")]) for n in range(4)]
    assert running_lines(pages) == {}


def test_roman_page_numbers_run() -> None:
    pages = [(800.0, [line(300, "x"), line(780, number)]) for number in ("ii", "iii", "iv")]
    assert [running_lines(pages)[page] for page in (1, 2, 3)] == [{1: "footer"}] * 3
