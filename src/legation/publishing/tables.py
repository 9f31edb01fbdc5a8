"""What does a spreadsheet get? Flat tables of the case, as CSV that no program takes for formulas, and as XLSX.

Unknown is an empty cell. Printed words stay as printed; in CSV a cell that a spreadsheet would take for a formula gets
an apostrophe before it, as OWASP advises. The lossless form is JSON Lines.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import xlsxwriter

from legation.model.dates import Bounds, Edtf
from legation.model.documents import Passage
from legation.model.findings import Change, Seen, Step, Sum, Tally
from legation.model.postings import Posting
from legation.publishing.content import DRAFT, Content
from legation.publishing.phrases import place_phrase, with_unnamed
from legation.publishing.presence import PRESENCE_WORDS, presence

Cell = str | int | float | None

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet read a cell as a formula: OWASP ASVS 1.2.10 with their full-width forms."""
_FORMULA = re.compile(rf"\A(?=[{''.join(map(re.escape, FORMULA_STARTS))}])|(?<=[;|\t])(?= *[=+@＝＋－＠-])")
"""Where a formula begins: with the cell, or behind what parts cells in other countries."""
XLSX_CELL_CHARACTERS = 32_767
"""The most that one cell of the format holds."""
MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
"""A creation time that says nothing, so that a workbook tells of no machine and of no hour."""

HEADERS = {
    "postings": """
        id person_id person mission title rank listed_from_earliest listed_from_latest listed_to_earliest
        listed_to_latest start_earliest start_latest start_basis end_earliest end_latest end_basis end_kind
        editions source place quote sha256
    """,
    "changes": """
        id mission change person_id person window_earliest window_latest name_before title_before name_after
        title_after source place quote sha256
    """,
    "tally": """
        id mission announced as_of coverage listed left joined left_in_window joined_in_window rest
        usual_per_30_days usual_least usual_most usual_intervals usual_days notes
    """,
    "sums": """
        id role value expected printed difference source place quote sha256
    """,
    "presence": """
        mission series person_id person title as_of state
    """,
    "sources": """
        capture name input source url captured_at as_of published origin media_type size added_at sha256
    """,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with its name, its header, and rows as long as the header."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheets(content: Content) -> tuple[Sheet, ...]:
    """Postings, changes, tally steps, sums, presence and sources of a case."""
    derived = content.derived
    rows: dict[str, Iterable[tuple[Cell, ...]]] = {
        "postings": (_posting_cells(posting, content) for posting in derived.postings),
        "changes": (_change_cells(change, content) for change in derived.changes),
        "tally": (cells for tally in derived.tallies for cells in _tally_cells(tally, content)),
        "sums": (cells for found in derived.sums for cells in _sum_cells(found, content)),
        "presence": _presence_cells(content),
        "sources": _source_cells(content),
    }
    return tuple(
        Sheet(name=name, header=tuple(header.split()), rows=tuple(rows[name])) for name, header in HEADERS.items()
    )


def csv_bytes(sheet: Sheet, *, draft: bool = False) -> bytes:
    """The sheet as RFC 4180 CSV in UTF-8 with a byte order mark, without which Excel misreads Cyrillic.

    The first line of a draft says that it is one.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    if draft:
        writer.writerow([DRAFT])
    writer.writerow(sheet.header)
    writer.writerows([formula_safe(cell) for cell in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def formula_safe(cell: Cell) -> Cell:
    """The cell with an apostrophe before what a spreadsheet would take for a formula; numbers stay numbers.

    Where the semicolon or the tabulator parts cells, as in many countries, a text may fall into several.
    """
    return _FORMULA.sub("'", cell) if isinstance(cell, str) else cell


def xlsx_bytes(content_sheets: Sequence[Sheet], *, draft: bool = False) -> bytes:
    """The sheets as one workbook of typed cells: no formula, no link, nothing about who made it or when.

    Each sheet of a draft says so in its first row and on each printed page.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": MADE_AT})
        head = book.add_format({"bold": True, "bottom": 1})
        for sheet in content_sheets:
            page = book.add_worksheet(sheet.name)
            top = 1 if draft else 0
            if draft:
                page.write_string(0, 0, DRAFT, head)
                page.set_header(f"&C{DRAFT}")
            page.freeze_panes(top + 1, 0)
            for column, name in enumerate(sheet.header):
                page.write_string(top, column, name, head)
            for number, row in enumerate(sheet.rows, start=top + 1):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        page.write_string(number, column, _within_a_cell(cell))
                    elif cell is not None:
                        page.write_number(number, column, cell)
            if sheet.rows:
                page.autofilter(top, 0, top + len(sheet.rows), len(sheet.header) - 1)
    return out.getvalue()


def _within_a_cell(text: str) -> str:
    return text if len(text) <= XLSX_CELL_CHARACTERS else f"{text[: XLSX_CELL_CHARACTERS - 1]}…"


def _days(bounds: Bounds | None) -> tuple[str | None, str | None]:
    if bounds is None:
        return None, None
    return (
        bounds.earliest.isoformat() if bounds.earliest else None,
        bounds.latest.isoformat() if bounds.latest else None,
    )


def _evidence(passage: Passage | None, content: Content) -> tuple[Cell, ...]:
    if passage is None:
        return None, None, None, None
    return content.source_name(passage.sha256), place_phrase(passage), passage.quote, passage.sha256


def _posting_cells(posting: Posting, content: Content) -> tuple[Cell, ...]:
    last = posting.titles[-1] if posting.titles else None
    return (
        posting.id,
        posting.person.id,
        posting.person.label,
        posting.mission,
        last.title if last else None,
        last.rank if last else None,
        *_days(posting.listed_from),
        *_days(posting.listed_to),
        *_days(posting.start),
        posting.start_basis,
        *_days(posting.end),
        posting.end_basis,
        posting.end_kind,
        " ".join(posting.editions),
        *_evidence(posting.passages[-1] if posting.passages else None, content),
    )


def _change_cells(change: Change, content: Content) -> tuple[Cell, ...]:
    seen = change.after or change.before
    return (
        change.id,
        change.mission,
        change.change,
        change.person.id,
        change.person.label,
        *_days(change.window),
        *_seen_cells(change.before),
        *_seen_cells(change.after),
        *_evidence(seen.passage if seen else None, content),
    )


def _seen_cells(seen: Seen | None) -> tuple[Cell, Cell]:
    return (seen.name, seen.title) if seen else (None, None)


def _tally_cells(tally: Tally, content: Content) -> Iterator[tuple[Cell, ...]]:
    usual = tally.usual
    rate: tuple[Cell, ...] = (
        (usual.per_30_days, *usual.range, usual.intervals, usual.days) if usual else (None, None, None, None, None)
    )
    for step in tally.steps or (None,):  # an announcement without an edition beside it has its line all the same
        yield (
            tally.id,
            tally.mission,
            tally.announced,
            *_step_cells(tally.id, step, content),
            tally.left,
            tally.joined,
            tally.rest,
            *rate,
            " ".join(tally.notes) or None,
        )


def _step_cells(tally: str, step: Step | None, content: Content) -> tuple[Cell, ...]:
    if step is None:
        return None, None, None, None, None
    return (
        step.as_of,
        step.coverage,
        step.listed,
        "; ".join(with_unnamed(step.left, content.unnamed.left.get((tally, step.as_of), 0))) or None,
        "; ".join(with_unnamed(step.joined, content.unnamed.joined.get((tally, step.as_of), 0))) or None,
    )


def _sum_cells(found: Sum, content: Content) -> Iterator[tuple[Cell, ...]]:
    for term in found.terms:
        yield (
            found.id,
            term.role,
            term.value,
            found.expected,
            found.printed,
            found.difference,
            *_evidence(term.passage, content),
        )


def _presence_cells(content: Content) -> Iterator[tuple[Cell, ...]]:
    derived = content.derived
    for mission in content.shown_missions():
        for table in presence(mission, content.rosters, derived.members, derived.persons, content.unnamed.listed):
            for row in table.rows:
                for column, state in zip(table.columns, row.states, strict=True):
                    who = (row.person.id, row.person.label, row.title)
                    yield (mission, table.series, *who, column.as_of, PRESENCE_WORDS[state])


def _source_cells(content: Content) -> Iterator[tuple[Cell, ...]]:
    as_of = {roster.edition.sha256: roster.edition.as_of for roster in content.rosters}
    published = {report.sha256: report.published for report in content.reports}
    for capture in content.captures:
        given = capture.given
        yield (
            capture.id,
            capture.name,
            given.kind,
            given.source,
            given.url,
            given.captured_at.isoformat() if given.captured_at else None,
            _text(as_of.get(capture.sha256) or given.as_of),
            _text(published.get(capture.sha256) or given.published),
            capture.origin,
            capture.media_type,
            capture.size,
            capture.added_at.isoformat(),
            capture.sha256,
        )


def _text(day: Edtf | None) -> str | None:
    return day.text if day else None
