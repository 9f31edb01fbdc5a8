from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.reading.columns import running_columns
from legation.reading.layout import Piece, bands_of, column_edges, reading_order, rows_of, strong_edges, without_indents


def piece(x: float, y: float, text: str, width: float | None = None) -> Piece:
    return Piece(x, y, x + (5 * len(text) if width is None else width), y + 10, 10, text)


def ordered(pieces: list[Piece]) -> list[str]:
    rows = rows_of(pieces)
    right = max(one.x1 for one in pieces)
    bands = bands_of(rows, strong_edges(column_edges(rows)))
    return [line.text for line in reading_order(bands, running_columns(bands, right))]


def test_pieces_side_by_side_are_one_row_from_left_to_right() -> None:
    rows = rows_of([piece(100, 3, "b"), piece(10, 0, "a"), piece(10, 20, "c")])
    assert [[one.text for one in row] for row in rows] == [["a", "b"], ["c"]]


def test_columns_that_differ_in_width_are_read_by_rows() -> None:
    pieces = [
        one for n in range(5) for one in (piece(10, 20 * n, f"l{n}"), piece(60, 20 * n, f"a long value {n}", 400))
    ]
    assert ordered(pieces)[0] == "l0\ta long value 0"


def test_even_columns_of_which_one_holds_figures_are_a_table() -> None:
    pieces = [
        one for n in range(5) for one in (piece(10, 20 * n, "Name", 150), piece(210, 20 * n, f"0{n}.05.2020", 150))
    ]
    assert ordered(pieces)[0] == "Name\t00.05.2020"


def test_a_line_across_both_columns_parts_them() -> None:
    upper = [one for n in range(4) for one in (piece(10, 20 * n, f"a{n}"), piece(210, 20 * n, f"b{n}", 190))]
    middle = [piece(10, 90, "across", 390)]
    lower = [
        one for n in range(4) for one in (piece(10, 110 + 20 * n, f"c{n}"), piece(210, 110 + 20 * n, f"d{n}", 190))
    ]
    assert ordered(upper + middle + lower) == [
        *(f"a{n}" for n in range(4)),
        *(f"b{n}" for n in range(4)),
        "across",
        *(f"c{n}" for n in range(4)),
        *(f"d{n}" for n in range(4)),
    ]


def test_names_beside_their_ranks_are_rows_although_the_columns_are_even() -> None:
    titles = ["First Secretary", "Second Secretary", "First Secretary", "Attaché", "Attaché"]
    pieces = [
        one
        for n, title in enumerate(titles)
        for one in (piece(10, 20 * n, f"Mr Person {'abcde'[n]}", 150), piece(210, 20 * n, title, 150))
    ]
    assert ordered(pieces)[0] == "Mr Person a\tFirst Secretary"


@given(
    st.lists(
        st.tuples(st.floats(0, 500), st.floats(0, 700), st.text("abc:1", min_size=1, max_size=12)),
        min_size=1,
        max_size=40,
    )
)
def test_no_sign_is_lost_or_doubled_whatever_stands_where(places: list[tuple[float, float, str]]) -> None:
    pieces = [piece(x, y, text) for x, y, text in places]
    kept = "".join(ordered(pieces)).replace(" ", "").replace("\t", "")
    assert sorted(kept) == sorted("".join(text for _, _, text in places))


def test_lines_that_are_indented_in_a_column_open_no_column_of_their_own() -> None:
    rows = rows_of(
        [
            one
            for n in range(4)
            for one in (
                piece(10, 40 * n, f"name {n}"),
                piece(20, 40 * n + 15, "post"),
                piece(210, 40 * n + 6, f"other {n}"),
                piece(220, 40 * n + 21, "post"),
            )
        ]
    )
    assert without_indents([210, 220], rows) == [210]


def test_columns_that_are_printed_side_by_side_are_columns_however_near() -> None:
    rows = rows_of([piece(x, 20 * n, "ab", 10) for n in range(4) for x in (10, 210, 235)])
    assert without_indents([210, 235], rows) == [210, 235]
