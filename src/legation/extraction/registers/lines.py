"""Which lines and cells does a file have, read in pieces, each with its place in the whole text?

The places are those that reading the whole file gives: of lines in the decoded file, of cells in the text of its cells.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from legation.extraction.registers.forms import Form
from legation.model.documents import Passage

LONGEST_LINE = 1 << 24
"""Bytes of one line; an entity that takes more is told as damaged."""
_LINES_IN_CELL = 40
"""Line ends in one cell from which on its quote counts as never closed, as for any table."""
_SHOWN = 200

Opened = Callable[[], BinaryIO]
"""Opens the file anew, at its beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """What couldn't be read, with the line of the file."""

    line: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as it stands."""

    sha256: str
    number: int
    start: int
    text: str

    def place(self, value: str) -> Passage | None:
        """Where a text of JSON stands in the line, as it is written there; `None` where it doesn't."""
        for ascii_ in (False, True):
            written = json.dumps(value, ensure_ascii=ascii_)[1:-1]
            at = self.text.find(f'"{written}"')
            if at >= 0 and written.strip():
                return self.passage(at + 1, at + 1 + len(written))
        return None

    def whole(self) -> Passage:
        """The beginning of the line."""
        text = self.text.strip()
        at = self.text.index(text) if text else 0
        return self.passage(at, at + len(text[:_SHOWN].rstrip()))

    def passage(self, start: int, end: int) -> Passage:
        """A stretch of the line."""
        return Passage(sha256=self.sha256, start=self.start + start, end=self.start + end, quote=self.text[start:end])


def lines(opened: Opened, sha256: str) -> Iterator[Line | Damage]:
    """The lines of a file in UTF-8 that aren't blank."""
    start = number = 0
    with opened() as file:
        while raw := file.readline(LONGEST_LINE):
            number += 1
            if number == 1:
                raw = raw.removeprefix(b"\xef\xbb\xbf")
            whole = raw.endswith(b"\n") or len(raw) < LONGEST_LINE
            try:
                text = raw.decode()
            except UnicodeDecodeError as error:
                start += len(raw.decode("utf-8", "replace"))
                yield Damage(line=number, says=f"byte {error.start} of the line is no UTF-8")
                continue
            if not whole:
                yield Damage(line=number, says=f"the line is longer than {LONGEST_LINE >> 20} MiB")
                while not raw.endswith(b"\n") and (raw := file.readline(LONGEST_LINE)):
                    text += raw.decode("utf-8", "replace")
            elif not text.isspace():
                yield Line(sha256=sha256, number=number, start=start, text=text)
            start += len(text)


class NeverClosed(Exception):
    """A quote that isn't closed: quotes are signs like others in this file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record of separated values."""

    sha256: str
    number: int
    """From 0, the header counted."""
    line: int
    """On which it ends, from 1."""
    cells: Sequence[str]
    """With single spaces."""
    start: int
    """Of its first cell that isn't blank, in the text of the cells."""

    def place(self, column: int) -> Passage | None:
        """The passage of a cell; `None` for a blank one."""
        if column >= len(self.cells) or not self.cells[column]:
            return None
        text = self.cells[column]
        start = self.start + sum(len(cell) + 1 for cell in self.cells[:column] if cell)
        return Passage(
            sha256=self.sha256,
            start=start,
            end=start + len(text),
            quote=text,
            cell=(0, self.number, column),
            element=self.number,
        )


def rows(opened: Opened, sha256: str, form: Form) -> Iterator[Row | Damage]:
    """The records of a file of separated values; where a quote is never closed, quotes are signs like others.

    Raises:
        NeverClosed: a quote isn't closed, and records were given already: begin anew with `quoted` off.
    """
    yield from _rows(opened, sha256, form, csv.QUOTE_MINIMAL)


def unquoted_rows(opened: Opened, sha256: str, form: Form) -> Iterator[Row | Damage]:
    """The records of a file in which quotes are signs like others."""
    yield from _rows(opened, sha256, form, csv.QUOTE_NONE)


def _rows(opened: Opened, sha256: str, form: Form, quoting: int) -> Iterator[Row | Damage]:
    before = csv.field_size_limit(LONGEST_LINE)
    try:
        with opened() as file, io.TextIOWrapper(file, encoding=form.encoding, errors="replace", newline="") as text:
            reader = csv.reader(_unmarked(text), delimiter=form.separator, quoting=quoting)  # type: ignore[arg-type]
            start = number = 0
            while True:
                try:
                    record = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    yield Damage(line=reader.line_num, says=str(error))
                    number += 1
                    continue
                if quoting != csv.QUOTE_NONE and any(cell.count("\n") > _LINES_IN_CELL for cell in record):
                    raise NeverClosed
                cells = [" ".join(cell.split()) for cell in record]
                yield Row(sha256=sha256, number=number, line=reader.line_num, cells=cells, start=start)
                start += sum(len(cell) + 1 for cell in cells if cell)
                number += 1
    finally:
        csv.field_size_limit(before)


def _unmarked(text: Iterable[str]) -> Iterator[str]:
    """The lines of a text without the mark of its byte order."""
    for number, line in enumerate(text):
        yield line.removeprefix("\ufeff") if number == 0 else line
