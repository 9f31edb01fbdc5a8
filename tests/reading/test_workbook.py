from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from legation.model.documents import Cell, Document
from legation.reading import read

ROWS: list[list[object]] = [
    ["Name", "Title", "Arrived"],
    ["Ilo TARBO", "First Secretary", date(2019, 3, 1)],
    ["Ana OREL", "Attaché", date(2020, 11, 30)],
]
SHOWN = {(0, row, column): str(value) for row, values in enumerate(ROWS) for column, value in enumerate(values)}


def xlsx(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx_rows() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    return xlsx(book)


def xls(book: xlwt.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls_rows() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    style = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for row, values in enumerate(ROWS):
        for column, value in enumerate(values):
            sheet.write(row, column, value, style if isinstance(value, date) else xlwt.Style.default_style)
    return xls(book)


def ods(*tables: Table) -> bytes:
    made = OpenDocumentSpreadsheet()
    for table in tables:
        made.spreadsheet.addElement(table)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def ods_cell(value: object = None, **told: object) -> TableCell:
    if value is None:
        return TableCell(**told)
    if isinstance(value, date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat(), **told)
    else:
        cell = TableCell(valuetype="string", **told)
    cell.addElement(P(text=str(value)))
    return cell


def ods_row(values: list[object], **told: object) -> TableRow:
    row = TableRow(**told)
    for value in values:
        row.addElement(ods_cell(value))
    return row


def ods_rows() -> bytes:
    table = Table(name="Sheet1")
    for row in ROWS:
        table.addElement(ods_row(row))
    # What every office program writes below the last row.
    last = TableRow(numberrowsrepeated=1_048_573)
    last.addElement(ods_cell(numbercolumnsrepeated=16_384))
    table.addElement(last)
    return ods(table)


def cells(document: Document) -> dict[Cell | None, str]:
    return {block.cell: block.text for block in document.blocks if block.kind == "cell"}


@pytest.mark.parametrize(
    ("data", "word"), [(xlsx_rows(), "spreadsheetml"), (xls_rows(), "ms-excel"), (ods_rows(), "opendocument")]
)
def test_the_three_formats_give_the_same_cells_with_dates_in_iso(data: bytes, word: str) -> None:
    document = read(data)
    assert cells(document) == SHOWN
    assert {block.kind for block in document.blocks} == {"cell"}
    assert (document.state, document.notes) == ("ok", ())
    assert word in document.media_type


def test_figures_are_written_without_a_point_where_they_are_whole() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([12, 0.5, True, datetime(2020, 3, 1, 12, 30), "007", 2015.0])  # noqa: DTZ001
    assert [block.text for block in read(xlsx(book)).blocks] == ["12", "0.5", "TRUE", "2020-03-01 12:30", "007", "2015"]


def test_a_merged_cell_stands_where_it_begins_and_tells_its_span() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"], sheet["C2"] = "Embassy of Qumar", "Ilo TARBO", "x"
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A2:A4")
    first, second, third = read(xlsx(book)).blocks
    assert (first.cell, first.role) == ((0, 0, 0), "colspan=3")
    assert (second.cell, second.role) == ((0, 1, 0), "rowspan=3")
    assert (third.cell, third.role) == ((0, 1, 2), None)


def test_a_cell_of_two_lines_is_two_blocks_at_one_place() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["B2"] = "Ilo TARBO\nFirst  Secretary"
    assert [(b.text, b.cell) for b in read(xlsx(book)).blocks] == [
        ("Ilo TARBO", (0, 1, 1)),
        ("First Secretary", (0, 1, 1)),
    ]


def test_every_sheet_is_read_and_its_own_name_is_a_heading() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Consulate Bonn")["A1"] = "Ana OREL"
    first = book.worksheets[0]
    first.title, first["A1"] = "Tabelle1", "Ilo TARBO"
    assert [(b.kind, b.text, b.cell) for b in read(xlsx(book)).blocks] == [
        ("cell", "Ilo TARBO", (0, 0, 0)),
        ("heading", "Consulate Bonn", None),
        ("cell", "Ana OREL", (1, 0, 0)),
    ]


def test_the_name_of_the_only_sheet_is_what_the_file_says_of_itself() -> None:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title, first["A1"] = "Diplomatic List", "Ilo TARBO"
    document = read(xlsx(book))
    assert document.text == "Ilo TARBO"
    assert document.meta == (("sheet", "Diplomatic List"),)


def test_hidden_sheets_are_read_and_the_notes_say_so() -> None:
    book = xlwt.Workbook()
    book.add_sheet("Sheet1").write(0, 0, "Ilo TARBO")
    hidden = book.add_sheet("old")
    hidden.visibility = 1
    hidden.write(0, 0, "Ana OREL")
    document = read(xls(book))
    assert cells(document) == {(0, 0, 0): "Ilo TARBO", (1, 0, 0): "Ana OREL"}
    assert [block.role for block in document.blocks] == [None, "sheet hidden", "hidden"]
    assert "'old' is hidden" in document.notes[0]


def test_two_cells_far_apart_fill_no_memory() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "a", "b"
    document = read(xlsx(book))
    assert document.state == "unsupported"
    assert "CSV" in document.notes[0]


def test_one_cell_repeated_over_all_rows_fills_no_memory() -> None:
    table = Table(name="Sheet1")
    row = TableRow(numberrowsrepeated=1_048_576)
    row.addElement(ods_cell("a", numbercolumnsrepeated=1_024))
    table.addElement(row)
    assert read(ods(table)).state == "unsupported"


def test_a_workbook_without_cells_is_empty() -> None:
    document = read(xlsx(openpyxl.Workbook()))
    assert (document.state, len(document.notes)) == ("empty", 1)


@pytest.mark.parametrize("data", [xlsx_rows(), xls_rows(), ods_rows()])
@pytest.mark.parametrize("share", [0.4, 0.8])
def test_half_a_workbook_is_truncated_and_says_so(data: bytes, share: float) -> None:
    document = read(data[: int(len(data) * share)])
    assert document.state in ("truncated", "unsupported")
    assert document.notes


def test_twenty_thousand_rows_are_read_whole() -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for n in range(20_000):
        sheet.append([f"Person NUMBER{n}", "Attaché", 2019])
    assert len(read(xlsx(book)).blocks) == 60_000
