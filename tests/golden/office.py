"""Invented lists as word documents and workbooks: tabs, merged cells, hidden sheets, dates as numbers."""

from __future__ import annotations

import io
from datetime import date

import docx
import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from tests.golden.pages import capitals, western
from tests.golden.people import Staff, several, staff, word
from tests.golden.truth import Printed, Row, listed, numbered

KEYS = ("h.country", "h.name", "h.title", "h.arrived")


def _made(layout: str, ending: str, language: str, seed: int, body: bytes, rows: list[Row]) -> Printed:
    return Printed(id=f"{layout}-{language}-{seed}", name=f"list-{seed}.{ending}", body=body, rows=numbered(rows))


def tabbed(language: str, seed: int) -> Printed:
    """Word paragraphs: state as a heading, name with a city after a tab, title with its day below."""
    document = docx.Document()
    document.add_heading("Diplomatic List", 0)
    rows = []
    for each in several(seed, language, 4):
        document.add_heading(each.country.upper(), 1)
        for n, p in enumerate(each.people):
            document.add_paragraph(f"{p.honorific} {capitals(p)}" + ("\tRīga" if n == 0 else ""))
            document.add_paragraph(f"{p.title} ({p.dotted})")
            document.add_paragraph("")
            day = [{"kind": "printed", "value": p.iso}]
            row = listed(p, capitals(p), sending=each.state, honorific=p.honorific, dates=day)
            row.pop("resident_in")
            rows.append(row)
    return _made("tabbed", "docx", language, seed, _saved(document), rows)


def word_table(language: str, seed: int) -> Printed:
    """A Word table with the state's cell merged over its people."""
    document = docx.Document()
    missions = several(seed, language, 5)
    table = document.add_table(rows=1, cols=4)
    for cell, key in zip(table.rows[0].cells, KEYS, strict=True):
        cell.text = word(language, key)
    for each in missions:
        first = len(table.rows)
        for p in each.people:
            cells = table.add_row().cells
            cells[1].text, cells[2].text, cells[3].text = f"{p.honorific} {western(p)}", p.title, p.dotted
        merged = table.cell(first, 0).merge(table.cell(len(table.rows) - 1, 0))
        merged.text = each.country
    return _made("word-table", "docx", language, seed, _saved(document), _arrivals(missions, polite=True))


def workbook(language: str, seed: int) -> Printed:
    """A workbook with merged states, days as numbers, a title above and a hidden sheet behind."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "Diplomatic List"
    missions = several(seed, language, 6)
    for column, key in enumerate(KEYS, 1):
        sheet.cell(3, column, word(language, key))
    at = 4
    for each in missions:
        sheet.cell(at, 1, each.country)
        sheet.merge_cells(start_row=at, end_row=at + len(each.people) - 1, start_column=1, end_column=1)
        for p in each.people:
            sheet.cell(at, 2, capitals(p))
            sheet.cell(at, 3, p.title)
            sheet.cell(at, 4, date(p.year, p.month, p.day))
            at += 1
    hidden = book.create_sheet("old")
    hidden.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return _made("workbook", "xlsx", language, seed, out.getvalue(), _arrivals(missions, polite=False))


def old_workbook(language: str, seed: int) -> Printed:
    """The same in the format of 1997."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("list")
    missions = several(seed, language, 4)
    style = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for column, key in enumerate(KEYS):
        sheet.write(0, column, word(language, key))
    at = 1
    for each in missions:
        sheet.write_merge(at, at + len(each.people) - 1, 0, 0, each.country)
        for p in each.people:
            sheet.write(at, 1, capitals(p))
            sheet.write(at, 2, p.title)
            sheet.write(at, 3, date(p.year, p.month, p.day), style)
            at += 1
    out = io.BytesIO()
    book.save(out)
    return _made("old-workbook", "xls", language, seed, out.getvalue(), _arrivals(missions, polite=False))


def open_sheet(language: str, seed: int) -> Printed:
    """An open document with the state's cell spanning its people."""
    book = OpenDocumentSpreadsheet()
    table = Table(name="list")
    missions = several(seed, language, 5)
    table.addElement(_row([word(language, key) for key in KEYS]))
    for each in missions:
        for n, p in enumerate(each.people):
            span = len(each.people) if n == 0 else 0
            table.addElement(_row([each.country if n == 0 else None, capitals(p), p.title, p.dotted], span))
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.save(out)
    return _made("open-sheet", "ods", language, seed, out.getvalue(), _arrivals(missions, polite=False))


def one_mission_book(language: str, seed: int) -> Printed:
    """A workbook of one mission, without a header: name, title."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([word(language, "embassy.KZ")])
    sheet.append([])
    rows = []
    for p in staff(seed, "KZ", language).people:
        sheet.append([f"{p.honorific} {western(p)}", p.title])
        rows.append(listed(p, western(p), sending="KZ", honorific=p.honorific))
    out = io.BytesIO()
    book.save(out)
    return _made("one-mission-book", "xlsx", language, seed, out.getvalue(), rows)


def _row(texts: list[str | None], span: int = 1) -> TableRow:
    row = TableRow()
    for column, text in enumerate(texts):
        if text is None:
            row.addElement(CoveredTableCell())
            continue
        cell = (
            TableCell(valuetype="string", numberrowsspanned=span or 1) if column == 0 else TableCell(valuetype="string")
        )
        cell.addElement(P(text=text))
        row.addElement(cell)
    return row


def _arrivals(missions: tuple[Staff, ...], *, polite: bool) -> list[Row]:
    rows = []
    for each in missions:
        for p in each.people:
            day = [{"kind": "arrived", "value": p.iso}]
            if polite:
                rows.append(listed(p, western(p), sending=each.state, honorific=p.honorific, dates=day))
            else:
                rows.append(listed(p, capitals(p), sending=each.state, dates=day))
    return rows


def _saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
