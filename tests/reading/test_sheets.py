from __future__ import annotations

import pytest

from legation.reading import read

ROWS = [
    ("Name", "Rank", "Note"),
    ("Ilo TARBO", "First Secretary", "a, b"),
    ("Ana OREL", "Attaché", ""),
    ("B C", "x", "y"),
]


def table(separator: str) -> bytes:
    return "\r\n".join(separator.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in ROWS).encode()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_in_the_data(separator: str) -> None:
    document = read(table(separator))
    assert document.media_type == ("text/tab-separated-values" if separator == "\t" else "text/csv")
    assert {block.cell: block.text for block in document.blocks} == {
        (0, row, column): cell for row, cells in enumerate(ROWS) for column, cell in enumerate(cells) if cell
    }
    assert {block.kind for block in document.blocks} == {"cell"}


def test_a_quoted_line_end_is_a_space_in_its_cell() -> None:
    document = read(b'name,rank,x\n"Ilo\nTARBO",Attache,1\nAna,Minister,2\n')
    assert [block.text for block in document.blocks][3] == "Ilo TARBO"


def test_two_columns_are_enough_where_the_name_says_so() -> None:
    data = b"Ilo TARBO,Attache\nAna OREL,Minister\n"
    assert read(data, name="list.CSV").media_type == "text/csv"
    assert read(data, media_type="text/csv; charset=utf-8").media_type == "text/csv"
    assert read(data).media_type == "text/plain"


def test_prose_with_commas_is_no_table() -> None:
    text = "On Monday, in Qumar, it rained.\nOn Tuesday, in Elbonia, it snowed.\nLater, at night, it froze.\n"
    assert read(text.encode()).media_type == "text/plain"


def test_a_quote_that_is_never_closed_swallows_nothing() -> None:
    data = b'name,rank,town\nA "B,Attache,X\nC,Minister,Y\n"D,Counsellor,Z\n' + b"E,F,G\n" * 3
    assert "G" in [block.text for block in read(data, name="x.csv").blocks] or "G" in read(data, name="x.csv").text


def test_blank_records_keep_their_number() -> None:
    document = read(b"a;b;c\n\n1;2;3\n4;5;6\n")
    assert [block.cell for block in document.blocks if block.text == "1"] == [(0, 2, 0)]


def test_a_very_long_cell_is_read() -> None:
    document = read(b"a,b,c\n" + b"x" * (1 << 21) + b",2,3\n4,5,6\n7,8,9\n", name="x.csv")
    assert document.state == "ok"
    assert "9" in document.text
