"""Which cells does a workbook hold, sheet by sheet?

XLSX, XLS and ODS give the same: one block for each line of a cell, at its sheet, row and column. Dates are written in
ISO 8601, whatever the file shows; hidden sheets are read, and the notes say so.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence

import python_calamine

from legation.model.documents import Cell, DocumentState
from legation.reading.extent import WIDEST_AREA, fits
from legation.reading.lines import Draft, Drafted
from legation.reading.parts import Refusal, open_parts, repacked

XLS = "application/vnd.ms-excel"
_GENERIC = re.compile(r"[^\W\d]+ ?\d{1,3}|Sheet")
"""A sheet's name as programs give it: Sheet1, Tabelle1, Feuil1, Лист1."""
_LOST = "a sheet ({name!r}) can't be read ({why}): open the file, save the sheet as CSV and add that"

Value = str | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta


def read_workbook(data: bytes, media_type: str) -> Drafted:
    """The cells of every sheet, row by row, the sheets in the workbook's order."""
    if media_type != XLS:
        parts = open_parts(data, _is_read)
        if isinstance(parts, Refusal):
            return Drafted([], parts.state, (parts.note,), 0.0)
        if not fits(parts):
            note = f"the workbook spreads over more than {WIDEST_AREA} cells: save its sheet as CSV and add that"
            return Drafted([], "unsupported", (note,), 0.0)
        data = repacked(parts)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except python_calamine.PasswordError:
        note = "the workbook asks for a password: save it without one and add that file"
        return Drafted([], "encrypted", (note,), 0.0)
    except BaseException as error:
        note = f"the workbook is cut off or damaged ({_reason(error)}): get the whole file again"
        return Drafted([], "truncated", (note,), 0.0)
    return _sheets(workbook)


def _is_read(name: str) -> bool:
    """Pictures, macros and printer settings are left packed."""
    return name == "mimetype" or name.endswith((".xml", ".rels")) or (name.startswith("xl/") and name.endswith(".bin"))


def _sheets(workbook: python_calamine.CalamineWorkbook) -> Drafted:
    filled: list[tuple[str, list[Draft]]] = []
    notes: list[str] = []
    sheets = [one for one in workbook.sheets_metadata if one.typ == python_calamine.SheetTypeEnum.WorkSheet]
    lost = 0
    for number, sheet in enumerate(sheets):
        hidden = sheet.visible != python_calamine.SheetVisibleEnum.Visible
        try:
            cells = list(_cells(workbook.get_sheet_by_name(sheet.name), number, hidden=hidden))
        except BaseException as error:
            notes.append(_LOST.format(name=sheet.name, why=_reason(error)))
            lost += 1
            continue
        if cells:
            filled.append((" ".join(sheet.name.split()), cells))
            if hidden:
                notes.append(f"the sheet {sheet.name!r} is hidden from who opens the file; it was read all the same")
    drafts = _in_one(filled)
    state: DocumentState = "abridged" if lost else "ok" if drafts else "empty"
    if not drafts and not lost:
        notes.append("no cell of the workbook holds anything: get it again from its source")
    coverage = 1.0 - lost / len(sheets) if sheets else 1.0
    return Drafted(drafts, state, tuple(notes), coverage, tuple(("sheet", name) for name, _ in filled))


def _in_one(sheets: Sequence[tuple[str, list[Draft]]]) -> list[Draft]:
    """The lines of all sheets; of several, each begins with its name where somebody gave it one."""
    drafts: list[Draft] = []
    for name, cells in sheets:
        if len(sheets) > 1 and not _GENERIC.fullmatch(name):
            role = " ".join(["sheet", *(word for word in (cells[0].role or "").split() if word == "hidden")])
            drafts.append(Draft(kind="heading", text=name, level=1, role=role))
        drafts.extend(cells)
    return drafts


def _cells(sheet: python_calamine.CalamineSheet, number: int, *, hidden: bool) -> Iterator[Draft]:
    spans = _spans(sheet)
    for row, values in enumerate(sheet.to_python(skip_empty_area=False)):
        for column, value in enumerate(values):
            if value == "":
                continue
            words = [*spans.get((row, column), ()), *(("hidden",) if hidden else ())]
            role = " ".join(words) or None
            cell: Cell = (number, row, column)
            for line in written(value).splitlines():
                yield Draft(kind="cell", text=" ".join(line.split()), cell=cell, role=role)


def _spans(sheet: python_calamine.CalamineSheet) -> dict[tuple[int, int], list[str]]:
    """For the first cell of each merged range how many rows and columns it spans."""
    spans = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        words = [f"rowspan={bottom - top + 1}"] if bottom > top else []
        spans[top, left] = words + ([f"colspan={right - left + 1}"] if right > left else [])
    return spans


def written(value: Value) -> str:
    """A cell's value in words and figures: dates in ISO 8601, whole numbers without a point."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime():
            return value.isoformat(" ", "minutes")
        case dt.date():
            return value.isoformat()
        case dt.time():
            return value.isoformat("minutes")
        case _:
            return str(value)


def _reason(error: BaseException) -> str:
    """What the library says of a broken file; what isn't about the file goes on as it is."""
    name = type(error).__name__
    if not isinstance(error, Exception) and name != "PanicException":
        raise error
    if isinstance(error, MemoryError):
        raise error
    return " ".join(str(error).split())[:120] or name


__all__ = ["read_workbook", "written"]
