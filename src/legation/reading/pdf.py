"""What is printed on the pages of a PDF, line by line, and where?

The whole text of a page is asked for once; boxes are asked for at the ends of lines and around gaps only. Pages that
can't be read are named in the notes; those that can are kept. Scripts, links and forms are left alone.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from legation.model.documents import DocumentState
from legation.reading.layout import (
    COLUMN_LINES,
    WORD_GAP,
    Line,
    Piece,
    column_edges,
    reading_order,
    rows_of,
    strong_edges,
)
from legation.reading.lines import Draft
from legation.reading.running import running_lines

_SPACES = re.compile(r"\s+")
_LINE_END = re.compile(r"\r\n?|\n|[\ufffe\x02]")
"""Ends of lines; the two signs are a hyphen at the end of a line that the library took away."""
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_UNPRINTED = {sign: None for sign in (*range(9), *range(10, 32), *range(127, 160), 0xFEFF, 0xFFFE, 0xFFFF)}


class PdfText(NamedTuple):
    """What a PDF prints, and what is wrong with it."""

    drafts: list[Draft]
    pages: int
    state: DocumentState
    notes: tuple[str, ...]
    coverage: float = 1.0
    """Share of the pages that could be read."""
    meta: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()


class _Page(NamedTuple):
    width: float
    height: float
    rows: list[list[Piece]]
    sideways: list[Piece]


class _Frame(NamedTuple):
    """How a page's own coordinates become the printed ones: origin top left, turned as a reader sees it."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int

    def box(self, rect: Any) -> tuple[float, float, float, float]:
        """A box of the page as x0, y0, x1, y1 of the printed page."""
        x0, x1 = rect.left - self.left, rect.right - self.left
        y0, y1 = rect.bottom - self.bottom, rect.top - self.bottom
        if self.turns == 0:
            return x0, self.height - y1, x1, self.height - y0
        if self.turns == 1:
            return y0, x0, y1, x1
        if self.turns == 2:
            return self.width - x1, y0, self.width - x0, y1
        return self.height - y1, self.width - x1, self.height - y0, self.width - x0


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """A PDF of pdfium, closed at the end; `None` where it can't be opened."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        yield document or None
    finally:
        if document:
            pdfium.FPDF_CloseDocument(document)


def read_pdf(data: bytes) -> PdfText:
    """The lines of every page in reading order, with boxes in points and sizes of type."""
    with opened(data) as document:
        if document is None:
            return _unopened(data)
        count = pdfium.FPDF_GetPageCount(document)
        pages = [_read_page(document, index) for index in range(count)]
        meta = _meta(document)
        languages = _languages(document)
    notes = [f"page {index + 1} can't be read: look at it in a viewer" for index, page in enumerate(pages) if not page]
    drafts = _drafts([page or _Page(0.0, 0.0, [], []) for page in pages])
    state: DocumentState = "ok"
    if b"%%EOF" not in data[-2048:]:
        state = "truncated"
        notes.insert(0, f"the file ends before its end mark; {count} pages could be read: get the whole file")
    elif not drafts:
        state = "empty"
        notes.insert(0, f"none of the {count} pages holds text: if they are pictures, have them read by OCR first")
    elif notes:
        state = "abridged"
    share = sum(1 for page in pages if page) / count if count else 0.0
    return PdfText(drafts, count, state, tuple(notes), share, meta, languages)


def _unopened(data: bytes) -> PdfText:
    reason = pdfium.FPDF_GetLastError()
    if reason == pdfium.FPDF_ERR_PASSWORD:
        return PdfText([], 0, "encrypted", ("the PDF asks for a password: save it without one and add that file",))
    if reason == pdfium.FPDF_ERR_SECURITY:
        return PdfText([], 0, "encrypted", ("the PDF is locked by a scheme that isn't known here: save it unlocked",))
    note = f"no page of the PDF's {len(data)} bytes can be found: the file is cut off or damaged, get it again"
    return PdfText([], 0, "truncated", (note,))


def _meta(document: Any) -> tuple[tuple[str, str], ...]:
    """What the file says of itself; dates are rewritten from `D:20220426…` to ISO 8601."""
    found = []
    for name, tag in (("title", b"Title"), ("created", b"CreationDate"), ("modified", b"ModDate")):
        length = pdfium.FPDF_GetMetaText(document, tag, None, 0)
        if length > 2:
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDF_GetMetaText(document, tag, buffer, length)
            value = buffer.raw[: length - 2].decode("utf-16-le", "replace").strip()
            date = _PDF_DATE.match(value)
            if value:
                found.append((name, "-".join(filter(None, date.groups())) if date else value))
    return tuple(found)


def _languages(document: Any) -> tuple[str, ...]:
    length = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if length <= 2:
        return ()
    buffer = (ctypes.c_ushort * length)()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, length)
    tag = bytes(buffer)[: length - 2].decode("utf-16-le", "replace").strip("\0 ").lower()
    return (tag.partition("-")[0],) if tag else ()


def _read_page(document: Any, index: int) -> _Page | None:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return None
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return None
        try:
            frame = frame_of(page)
            upright, sideways = _pieces(text_page, frame)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)
    width, height = (frame.height, frame.width) if frame.turns % 2 else (frame.width, frame.height)
    return _Page(width, height, rows_of(upright), sideways)


def frame_of(page: Any) -> _Frame:
    """Where the visible part of a page lies, and how often it is turned by a quarter."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    turns = max(pdfium.FPDFPage_GetRotation(page), 0) % 4
    return _Frame(rect.left, rect.bottom, rect.right - rect.left, rect.top - rect.bottom, turns)


def _page_text(text_page: Any) -> str:
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    # One place can hold two UTF-16 units, and a closing zero is written.
    buffer = (ctypes.c_ushort * (2 * count + 1))()
    units = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    return bytes(buffer)[: 2 * max(units - 1, 0)].decode("utf-16-le", "replace")


def _pieces(text_page: Any, frame: _Frame) -> tuple[list[Piece], list[Piece]]:
    """What is set upright, and what runs along another direction."""
    text = _page_text(text_page)
    upright: list[Piece] = []
    sideways: list[Piece] = []
    ruler = _Ruler(text_page, frame, same=len(text) == pdfium.FPDFText_CountChars(text_page))
    start = 0
    for end in [*_LINE_END.finditer(text), None]:
        stop = end.start() if end else len(text)
        hyphen = end is not None and end[0] in "\ufffe\x02"
        line = text[start : stop + hyphen]
        shown = line.strip()
        if shown:
            first = start + line.index(shown[0])
            (upright if ruler.is_upright(first) else sideways).extend(ruler.cut(shown, first, hyphen=hyphen))
        start = end.end() if end else stop
    return upright, sideways


class _Ruler:
    """Measures the signs of one page."""

    def __init__(self, text_page: Any, frame: _Frame, *, same: bool) -> None:
        self._page = text_page
        self._frame = frame
        self._same = same
        self._rect = pdfium.FS_RECTF()
        self._rect_ref = ctypes.byref(self._rect)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)
        self._size = 0.0

    def is_upright(self, place: int) -> bool:
        """Whether the sign runs as a reader of the page reads; notes its size."""
        index = self._index(place)
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._page, index, self._matrix_ref)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        self._size = pdfium.FPDFText_GetFontSize(self._page, index) * abs(a * d - b * c) ** 0.5
        along, across = ((a, b), (-b, a), (-a, -b), (b, -a))[self._frame.turns]
        return bool(along >= abs(across) * 4 or not (along or across))

    def cut(self, line: str, first: int, *, hyphen: bool) -> Iterator[Piece]:
        """The pieces of a line: it is cut at gaps that are wider than those between words."""
        begin = 0
        box = self._box(first)
        for start, stop in self._gaps(line, first):
            yield self._piece(line[begin:start], box, self._box(first + start - 1))
            begin, box = stop, self._box(first + stop)
        last = self._box(first + len(line) - 1)
        rest = line[begin:-1] + "-" if hyphen else line[begin:]
        yield self._piece(rest, box, last)

    def _gaps(self, line: str, first: int) -> Iterator[tuple[int, int]]:
        """Spaces of the line that are wider than those between words, as start and end."""
        wide = WORD_GAP * self._size
        if self._frame.turns or not self._same:
            for space in _SPACES.finditer(line):
                gap = self._box(first + space.end())[0] - self._box(first + space.start() - 1)[2]
                if gap > wide or gap < -self._size:
                    yield space.span()
            return
        # The bare calls: most of the time of a page with upright text goes here.
        measure, page, rect, ref = pdfium.FPDFText_GetLooseCharBox, self._page, self._rect, self._rect_ref
        for space in _SPACES.finditer(line):
            start, stop = space.span()
            measure(page, first + start - 1, ref)
            right = rect.right
            measure(page, first + stop, ref)
            gap = rect.left - right
            if gap > wide or gap < -wide:
                yield start, stop

    def _piece(self, text: str, first: tuple[float, ...], last: tuple[float, ...]) -> Piece:
        x0, y0, _, y1 = first
        size = self._size or y1 - y0
        if not size / 2 <= y1 - y0 <= size * 2:
            # Some fonts claim heights that have nothing to do with their signs.
            middle = (y0 + y1) / 2
            y0, y1 = middle - size / 2, middle + size / 2
        x1 = last[2]
        return Piece(x0, y0, x1, y1, size, text) if x0 <= x1 else Piece(x1, y0, x0, y1, size, text)

    def _index(self, place: int) -> int:
        if self._same:
            return place
        return max(int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, place)), 0)

    def _box(self, place: int) -> tuple[float, float, float, float]:
        pdfium.FPDFText_GetLooseCharBox(self._page, self._index(place), self._rect_ref)
        return self._frame.box(self._rect)


def _drafts(pages: list[_Page]) -> list[Draft]:
    """Lines of all pages; columns are those of the whole document, so that a page with few lines keeps them."""
    edges: Counter[int] = Counter()
    own: list[Counter[int]] = []
    for page in pages:
        found = column_edges(page.rows)
        own.append(found)
        edges.update(found)
    common = strong_edges(edges, max(COLUMN_LINES, len(pages)))
    right = max((piece.x1 for page in pages for row in page.rows for piece in row), default=0.0)
    lines = [
        reading_order(page.rows, _merged(strong_edges(found), common, found), right)
        + [Line(piece) for piece in page.sideways]
        for page, found in zip(pages, own, strict=True)
    ]
    kinds = running_lines([(page.height, order) for page, order in zip(pages, lines, strict=True)])
    return [
        _draft(line, number, kinds.get((number, place)))
        for number, order in enumerate(lines, start=1)
        for place, line in sorted(enumerate(order), key=lambda item: _band(kinds.get((number, item[0]))))
    ]


def _merged(strong: list[float], common: list[float], found: Counter[int]) -> list[float]:
    """A page's own column edges, and those of the document that at least one of its pieces has."""
    weak = [edge for edge in common if any(abs(edge - one) <= 2 for one in found)]
    edges: list[float] = []
    for edge in sorted([*strong, *weak]):
        if not edges or edge - edges[-1] > 2:
            edges.append(edge)
    return edges


def _band(kind: str | None) -> int:
    return {"header": 0, "footer": 2}.get(kind or "", 1)


def _draft(line: Line, page: int, kind: str | None) -> Draft:
    piece = line.piece
    box = (round(piece.x0, 1), round(piece.y0, 1), round(piece.x1, 1), round(piece.y1, 1))
    text = piece.text.translate(_UNPRINTED) if not piece.text.isprintable() else piece.text
    return Draft(
        kind="header" if kind == "header" else "footer" if kind == "footer" else "paragraph",
        text=text,
        page=page,
        box=box,
        size=round(piece.size, 2),
    )
