"""What is printed on the pages of a PDF, line by line, and where?

The whole text of a page is asked for once; boxes are asked for at the ends of lines and around gaps only. Pages that
can't be read are named in the notes; those that can are kept. Scripts, links and forms are left alone.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2.raw as pdfium

from legation.model.documents import DocumentState
from legation.reading.layout import Piece, rows_of
from legation.reading.lines import Drafted
from legation.reading.mend import with_pages
from legation.reading.pages import Page, page_drafts
from legation.reading.render import drawn, holds_picture, is_picture
from legation.reading.ruler import Frame, Handle, Ruler
from legation.reading.scans import Scanner, ranges

_LINE = re.compile(r"[^\r\n\ufffe\x02]+(?:\r\n?|\n|[\ufffe\x02])?|[\r\n\ufffe\x02]")
"""A line with its end; the two odd signs are a hyphen at the end of a line."""
FEW = 120
"""Signs below which the text of a page that is a picture may be but its number or a stamp."""
_CUT = (
    "the file ends before its end mark: {count} pages were still found, and what is missing can't be told; get the "
    "whole file from its source or from another archive"
)
_LOST = (
    "no page can be found in the PDF's {size} bytes, for what leads to them is cut off or damaged: get the whole file "
    "from its source or from another archive; if there is none, a repair program (qpdf, mutool) may save some pages"
)
_TEXTLESS = "none of the {count} pages holds text: look at them in a viewer; if they show some, have it read by OCR"
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")


@contextmanager
def opened(data: bytes) -> Iterator[Handle]:
    """A PDF of pdfium, closed at the end; `None` where it can't be opened."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        yield document or None
    finally:
        if document:
            pdfium.FPDF_CloseDocument(document)


def read_pdf(data: bytes) -> Drafted:
    """The lines of every page in reading order, with boxes in points and sizes of type."""
    with opened(data) as document:
        if document is not None and pdfium.FPDF_GetPageCount(document) > 0:
            return _read(document, cut=b"%%EOF" not in data[-2048:])
        reason = pdfium.FPDF_GetLastError() if document is None else pdfium.FPDF_ERR_FORMAT
    if reason == pdfium.FPDF_ERR_PASSWORD:
        return Drafted([], "encrypted", ("the PDF asks for a password: save it without one and add that file",))
    if reason == pdfium.FPDF_ERR_SECURITY:
        return Drafted([], "encrypted", ("the PDF is locked by a scheme that isn't known here: save it unlocked",))
    mended = with_pages(data)
    if mended is not None:
        with opened(mended) as document:
            if document is not None:
                return _read(document, cut=True)
    return Drafted([], "truncated", (_LOST.format(size=len(data)),), 0.0)


def _read(document: Handle, *, cut: bool) -> Drafted:
    """All pages of an open document.

    Args:
        document: the document.
        cut: whether the file ends before its end.
    """
    count = pdfium.FPDF_GetPageCount(document)
    scanner = Scanner()
    pages = [_read_page(document, index, scanner) for index in range(count)]
    lost = [number for number, page in enumerate(pages, start=1) if not page]
    notes = [f"{ranges(lost)} can't be read: look there in a viewer"] if lost else []
    notes += scanner.notes()
    drafts = page_drafts([page or Page(0.0, 0.0, [], []) for page in pages])
    state: DocumentState = "abridged" if lost or scanner.unread else "ok"
    if cut:
        state = "truncated"
        notes.insert(0, _CUT.format(count=count))
    elif not drafts:
        state = "empty"
        notes.insert(0, _TEXTLESS.format(count=count))
    share = sum(1 for page in pages if page and not page.pictured) / count if count else 0.0
    return Drafted(drafts, state, tuple(notes), share, _meta(document), _languages(document), count)


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


def _read_page(document: Handle, index: int, scanner: Scanner) -> Page | None:
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
            signs = sum(len(piece.text) for piece in (*upright, *sideways)) if len(upright) < FEW else FEW
            scanned = _scanned(page, frame, signs, scanner, index + 1) if signs < FEW else None
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)
    width, height = (frame.height, frame.width) if frame.turns % 2 else (frame.width, frame.height)
    if scanned is not None and not scanned.pictured:
        return scanned
    return Page(width, height, rows_of(upright), sideways, pictured=scanned is not None)


def _scanned(page: Handle, frame: Frame, signs: int, scanner: Scanner, number: int) -> Page | None:
    """The page as its picture is read; `None` where it is no picture, or the picture says no more than its text."""
    if not (is_picture(page, frame) if signs else holds_picture(page)):
        return None
    picture = drawn(page) if scanner.has_room else None
    if picture is None:
        scanner.unread.append(number)
        return Page(frame.width, frame.height, [], [], pictured=True)
    found = scanner.page(*picture, number=number)
    return found if sum(len(piece.text) for row in found.rows for piece in row) > signs else None


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
