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
from typing import NamedTuple

import pypdfium2.raw as pdfium

from legation.model.documents import BlockKind, DocumentState
from legation.reading.columns import running_columns
from legation.reading.layout import (
    COLUMN_LINES,
    Piece,
    bands_of,
    column_edges,
    reading_order,
    rows_of,
    strong_edges,
)
from legation.reading.lines import Draft
from legation.reading.ruler import Frame, Handle, Ruler
from legation.reading.running import running_lines

_LINE = re.compile(r"[^\r\n\ufffe\x02]+(?:\r\n?|\n|[\ufffe\x02])?|[\r\n\ufffe\x02]")
"""A line with its end; the two odd signs are a hyphen at the end of a line."""
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_UNPRINTED = dict.fromkeys((*range(9), *range(10, 32), *range(127, 160), 65279, 65534, 65535))


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
    pictured: bool = False
    """Whether the page holds a picture and no text."""


@contextmanager
def opened(data: bytes) -> Iterator[Handle]:
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
    notes += [
        f"page {index + 1} is a picture without text: have it read by OCR"
        for index, page in enumerate(pages)
        if page and page.pictured
    ]
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
    share = sum(1 for page in pages if page and not page.pictured) / count if count else 0.0
    return PdfText(drafts, count, state, tuple(notes), share, meta, languages)


def _unopened(data: bytes) -> PdfText:
    reason = pdfium.FPDF_GetLastError()
    if reason == pdfium.FPDF_ERR_PASSWORD:
        return PdfText([], 0, "encrypted", ("the PDF asks for a password: save it without one and add that file",))
    if reason == pdfium.FPDF_ERR_SECURITY:
        return PdfText([], 0, "encrypted", ("the PDF is locked by a scheme that isn't known here: save it unlocked",))
    note = f"no page of the PDF's {len(data)} bytes can be found: the file is cut off or damaged, get it again"
    return PdfText([], 0, "truncated", (note,))


def _meta(document: Handle) -> tuple[tuple[str, str], ...]:
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


def _languages(document: Handle) -> tuple[str, ...]:
    length = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if length <= 2:
        return ()
    buffer = (ctypes.c_ushort * length)()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, length)
    tag = bytes(buffer)[: length - 2].decode("utf-16-le", "replace").strip("\0 ").lower()
    return (tag.partition("-")[0],) if tag else ()


def _read_page(document: Handle, index: int) -> _Page | None:
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
            pictured = not upright and not sideways and _holds_picture(page)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)
    width, height = (frame.height, frame.width) if frame.turns % 2 else (frame.width, frame.height)
    return _Page(width, height, rows_of(upright), sideways, pictured)


def _holds_picture(page: Handle) -> bool:
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page)))
    return any(pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_IMAGE for one in objects)


def frame_of(page: Handle) -> Frame:
    """Where the visible part of a page lies, and how often it is turned by a quarter."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    turns = max(pdfium.FPDFPage_GetRotation(page), 0) % 4
    return Frame(rect.left, rect.bottom, rect.right - rect.left, rect.top - rect.bottom, turns)


def _page_text(text_page: Handle) -> str:
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    # One place can hold two UTF-16 units, and a closing zero is written.
    buffer = (ctypes.c_ushort * (2 * count + 1))()
    units = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    return bytes(buffer)[: 2 * max(units - 1, 0)].decode("utf-16-le", "replace")


def _pieces(text_page: Handle, frame: Frame) -> tuple[list[Piece], list[Piece]]:
    """What is set upright, and what runs along another direction."""
    text = _page_text(text_page)
    upright: list[Piece] = []
    sideways: list[Piece] = []
    if not text:
        return upright, sideways
    ruler = Ruler(text_page, frame, same=len(text) == pdfium.FPDFText_CountChars(text_page))
    start = 0
    for line in _LINE.findall(text):
        shown = line.strip()
        if shown:
            first = start + len(line) - len(line.lstrip())
            if ruler.begin(first):
                upright.extend(ruler.pieces(shown, first))
            else:
                sideways.extend(ruler.whole(shown, first))
        start += len(line)
    return upright, sideways


def _drafts(pages: list[_Page]) -> list[Draft]:
    """Lines of all pages; columns are those of the whole document, so that a page with few lines keeps them."""
    edges: Counter[int] = Counter()
    own: list[Counter[int]] = []
    for page in pages:
        found = column_edges(page.rows)
        own.append(found)
        edges.update(found)
    common = strong_edges(edges, max(COLUMN_LINES, len(pages)))
    bands = [
        bands_of(page.rows, _merged(strong_edges(found), common, found)) for page, found in zip(pages, own, strict=True)
    ]
    running = running_columns((band for some in bands for band in some), _right(pages))
    lines = [reading_order(some, running) + page.sideways for page, some in zip(pages, bands, strict=True)]
    kinds = running_lines([(page.height, order) for page, order in zip(pages, lines, strict=True)])
    drafts: list[Draft] = []
    for number, order in enumerate(lines, start=1):
        outer = kinds.get(number, {})
        first = [place for place, kind in outer.items() if kind == "header"]
        last = [place for place, kind in outer.items() if kind == "footer"]
        drafts.extend(_draft(order[place], number, "header") for place in sorted(first))
        drafts.extend(_draft(line, number, "paragraph") for place, line in enumerate(order) if place not in outer)
        drafts.extend(_draft(order[place], number, "footer") for place in sorted(last))
    return drafts


def _right(pages: list[_Page]) -> float:
    """Where the printed width ends: at the longest line, or as far from the edge as lines start on the left."""
    extents = [(row[0].x0, max(piece.x1 for piece in row)) for page in pages for row in page.rows]
    if not extents:
        return 0.0
    margin = min(left for left, _ in extents)
    return max(max(right for _, right in extents), max(page.width for page in pages) - margin)


def _merged(strong: list[float], common: list[float], found: Counter[int]) -> list[float]:
    """A page's own column edges, and those of the document that at least one of its pieces has."""
    weak = [edge for edge in common if any(abs(edge - one) <= 2 for one in found)]
    edges: list[float] = []
    for edge in sorted([*strong, *weak]):
        if not edges or edge - edges[-1] > 2:
            edges.append(edge)
    return edges


def _draft(piece: Piece, page: int, kind: BlockKind) -> Draft:
    x0, y0, x1, y1, size, text = piece
    if not text.isprintable():
        text = text.translate(_UNPRINTED)
    box = (round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))
    return Draft(kind, text, None, page, box, None, None, round(size, 2))
