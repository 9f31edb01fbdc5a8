"""What format are these bytes?

The answer comes from the bytes; the name and the declared media type decide only between kinds of plain text.
Formats that no reader knows are named, with what to do about them.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from legation.model.documents import DocumentState

Reader = Literal["pdf", "html", "characters", "docx", "workbook", "picture"]


class Format(NamedTuple):
    """A format by its media type; `reader` is `None` where nothing here reads it, and then `note` says what to do."""

    media_type: str
    reader: Reader | None
    state: DocumentState = "ok"
    note: str | None = None


_SCAN = "a scan"
"""A picture that may be the scan of a page; the reader of pictures says what is missing where it can't."""
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", _SCAN),
    (b"\xff\xd8\xff", "image/jpeg", _SCAN),
    (b"GIF8", "image/gif", _SCAN),
    (b"II*\x00", "image/tiff", _SCAN),
    (b"MM\x00*", "image/tiff", _SCAN),
    (b"BM", "image/bmp", _SCAN),
    (b"\x1f\x8b", "application/gzip", "a packed file"),
    (b"BZh", "application/x-bzip2", "a packed file"),
    (b"\xfd7zXZ\x00", "application/x-xz", "a packed file"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed", "a packed file"),
    (b"Rar!\x1a\x07", "application/vnd.rar", "a packed file"),
    (b"(\xb5/\xfd", "application/zstd", "a packed file"),
    (b"{\\rtf", "application/rtf", "a word processor's file"),
    (b"WARC/", "application/warc", "a web archive"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3", "a database"),
    (b"%!PS", "application/postscript", "a printer's file"),
    (b"AT&TFORM", "image/vnd.djvu", "a scanned book"),
    (b"\x00\x00\x01\x00", "image/x-icon", "a picture"),
)
_WHAT_TO_DO = {
    "a picture": "save it as PNG or have it read by OCR, and add that",
    "a packed file": "unpack it and add what is inside",
    "a word processor's file": "save it as PDF or plain text and add that",
    "a slide show": "print it to PDF and add that",
    "a Word file from before 2007": "open it in Word or LibreOffice, save it as DOCX or PDF and add that",
    "an office program's file of an older kind": "open it there, save it as DOCX, XLSX or PDF and add that",
    "a web archive": "take the page out of it and add the HTML",
    "a database": "export the table as CSV and add that",
    "a printer's file": "convert it to PDF and add that",
    "a scanned book": "convert it to PDF with a text layer and add that",
    "structured data": "convert it to CSV and add that",
    "of no format that is known here": "save it as PDF, HTML, CSV or plain text and add that",
}
_OFFICE = "application/vnd.openxmlformats-officedocument"
_ZIPPED: tuple[tuple[bytes, str, Reader | str], ...] = (
    (b"word/", f"{_OFFICE}.wordprocessingml.document", "docx"),
    (b"xl/", f"{_OFFICE}.spreadsheetml.sheet", "workbook"),
    (b"ppt/", f"{_OFFICE}.presentationml.presentation", "a slide show"),
    (b"opendocument.text", "application/vnd.oasis.opendocument.text", "a word processor's file"),
    (b"opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", "workbook"),
    (b"opendocument.presentation", "application/vnd.oasis.opendocument.presentation", "a slide show"),
)
_STREAMS: tuple[tuple[str, str, Reader | str], ...] = (
    ("Workbook", "application/vnd.ms-excel", "workbook"),
    ("Book\0", "application/vnd.ms-excel", "workbook"),
    ("WordDocument", "application/msword", "a Word file from before 2007"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint", "a slide show"),
)
"""Streams of a compound file by which its kind is told."""
_LOCKED = "the office file asks for a password: save it without one and add that file"
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|table|div|frameset|p|h[1-6]|ul|dl|center|font|span|article)"
    rb"[\s>/]",
    re.IGNORECASE,
)
_MARKUP_WINDOW = 4096
_ENTITY = re.compile(rb'\{(?=[^\n]*"schema":)(?=[^\n]*"properties":)[^\n]*(?:\}[ \r]*\n|\}\s*\Z)')
"""A register with an entity on each line: its text is what it says, line by line."""
_CONTROLS = bytes(frozenset(range(32)) - {9, 10, 12, 13, 27})


def sniff(data: bytes) -> Format:
    """The format of the bytes."""
    if not data.strip(b"\x00 \t\r\n\x0c\xef\xbb\xbf\xff\xfe"):
        what = f"{len(data)} bytes without a sign" if data else "no bytes"
        return Format("application/x-empty", None, "empty", f"the file holds {what}: get it again from its source")
    if b"%PDF-" in data[:1024]:
        return Format("application/pdf", "pdf")
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zipped(data)
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _compound(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Format("image/webp", "picture")
    for magic, media_type, what in _MAGIC:
        if data.startswith(magic) and (len(magic) > 2 or _is_binary(data)):
            return Format(media_type, "picture") if what is _SCAN else _unsupported(media_type, what)
    return _characters(data)


def _zipped(data: bytes) -> Format:
    names = data[:65536] + data[-65536:]
    for name, media_type, what in _ZIPPED:
        if name in names:
            return _read_or_not(media_type, what)
    if int.from_bytes(data[6:8], "little") & 1:
        note = "the packed file asks for a password: unpack it and add what is inside"
        return Format("application/zip", None, "encrypted", note)
    return _unsupported("application/zip", "a packed file")


def _compound(data: bytes) -> Format:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Format("application/x-ole-storage", None, "encrypted", _LOCKED)
    for stream, media_type, what in _STREAMS:
        if stream.encode("utf-16-le") in data:
            if stream == "WordDocument" and _locked_word(data):
                return Format(media_type, None, "encrypted", _LOCKED)
            return _read_or_not(media_type, what)
    return _unsupported("application/x-ole-storage", "an office program's file of an older kind")


def _locked_word(data: bytes) -> bool:
    """Whether a Word file of before 2007 is encrypted ([MS-DOC] 2.5.1: FibBase, fEncrypted), as far as it can be seen.

    Its first stream begins with the first sector, as Word writes it.
    """
    return data[512:514] == b"\xec\xa5" and bool(data[523:524] and data[523] & 1)


def _read_or_not(media_type: str, what: Reader | str) -> Format:
    if what == "docx" or what == "workbook":
        return Format(media_type, "docx" if what == "docx" else "workbook")
    return _unsupported(media_type, what)


def _characters(data: bytes) -> Format:
    head = data[:_MARKUP_WINDOW]
    squeezed = head.replace(b"\x00", b"")
    if _is_binary(data):
        return _unsupported("application/octet-stream", "of no format that is known here")
    start = squeezed.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _MARKUP.search(squeezed) and (start.startswith(b"<") or len(_MARKUP.findall(data[:65536])) >= 5):
        return Format("text/html", "html")
    if start.startswith((b"<?xml", b"<rss", b"<feed")):
        return _unsupported("application/xml", "structured data")
    if _ENTITY.match(start):
        return Format("text/plain", "characters")
    if start[:1] in (b"{", b"[") and re.match(rb'[\[{]\s*(?:["\[{]|[\]}]\s*\Z)', start):
        return _unsupported("application/json", "structured data")
    return Format("text/plain", "characters")


def _is_binary(data: bytes) -> bool:
    """Whether the bytes hold signs that no text holds; UTF-16 has its zeros on one side of each pair."""
    sample = data[:65536]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_order(sample):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\x00" in sample or controls > len(sample) * 0.02


def utf16_order(data: bytes) -> Literal["utf-16-le", "utf-16-be"] | None:
    """The byte order of UTF-16 without a mark, told by where the zeros and the spaces and line ends stand."""
    sample = data[: min(len(data), 4096) & ~1]
    pairs = len(sample) // 2
    if pairs < 4:
        return None
    even, odd = sample[::2], sample[1::2]
    for low, high, order in ((even, odd, "utf-16-le"), (odd, even, "utf-16-be")):
        alike = max(high.count(byte) for byte in (0, 4, 5, 6))
        if low.count(0) > pairs * 0.02 or high.count(0) + alike < pairs * 0.8:
            continue
        if any(b == 0 and a in b" \r\n\t,;." for a, b in zip(low, high, strict=True)):
            return "utf-16-le" if order == "utf-16-le" else "utf-16-be"
    return None


def _unsupported(media_type: str, what: str) -> Format:
    is_what = what if what.startswith("of ") else f"{what} ({media_type})"
    return Format(media_type, None, "unsupported", f"the file is {is_what}, which isn't read: {_WHAT_TO_DO[what]}")
