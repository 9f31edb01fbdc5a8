"""From bytes to blocks: what does a file say, line by line, and where exactly?

`read` takes the bytes of one file and gives a `Document`; it never fails on bad bytes, but says in the document's state
and notes what is wrong and what to do. Nothing here knows what a list or a report is.
"""

from __future__ import annotations

from legation.model.documents import Block, Document
from legation.model.keys import sha256_hex
from legation.model.quick import collection_rested
from legation.reading.docx import read_docx
from legation.reading.encoding import Decoded, declared_in_markup, decode
from legation.reading.html import read_html
from legation.reading.lines import Draft, Drafted, laid_out
from legation.reading.pdf import read_pdf
from legation.reading.pictures import read_picture
from legation.reading.sheets import looks_separated, sheet_drafts
from legation.reading.sniff import sniff
from legation.reading.text import lines_in, text_blocks
from legation.reading.workbook import read_workbook

READER_VERSION = "5"
"""Offsets into a document's text are valid for one version."""

_SEPARATED_NAMES = (".csv", ".tsv", ".tab", ".psv")
_SEPARATED_TYPES = ("text/csv", "text/tab-separated-values")


def read(data: bytes, *, name: str = "", media_type: str | None = None, charset: str | None = None) -> Document:
    """What the bytes say.

    Args:
        data: the whole file, transfer and content codings undone.
        name: its name; decides only between plain text and separated values.
        media_type: as declared by whoever gave the file; used like the name.
        charset: as declared by whoever gave the file; believed before what the file says of itself.
    """
    with collection_rested():
        return _read(data, name, media_type, charset)


def _read(data: bytes, name: str, media_type: str | None, charset: str | None) -> Document:
    form = sniff(data)
    match form.reader:
        case "characters":
            named = name.lower().endswith(_SEPARATED_NAMES) or (media_type or "").partition(";")[0] in _SEPARATED_TYPES
            return _characters(data, charset, named=named)
        case "html":
            decoded = decode(data, declared=(charset, declared_in_markup(data)))
            return _document(data, form.media_type, "html", read_html(decoded.text), decoded)
        case "pdf":
            return _document(data, form.media_type, "pdf", read_pdf(data))
        case "docx":
            return _document(data, form.media_type, "docx", read_docx(data))
        case "workbook":
            return _document(data, form.media_type, "workbook", read_workbook(data, form.media_type))
        case "picture":
            return _document(data, form.media_type, "picture", read_picture(data, form.media_type))
    return _document(data, form.media_type, "sniff", Drafted([], form.state, (form.note,) if form.note else ()))


def lines_total(document: Document) -> int:
    """All lines of the document, as accounts of lines have to add up to: blocks, and blank lines of plain text."""
    return lines_in(document.text) if document.media_type == "text/plain" else len(document.blocks)


def _reader(form: str) -> str:
    return f"legation-{form}/{READER_VERSION}"


def _document(data: bytes, media_type: str, reader: str, found: Drafted, decoded: Decoded | None = None) -> Document:
    text, blocks = laid_out(found.drafts)
    return Document(
        sha256=sha256_hex(data),
        media_type=media_type,
        reader=_reader(reader),
        encoding=decoded.encoding if decoded else None,
        encoding_basis=decoded.basis if decoded else None,
        languages=found.languages,
        pages=found.pages,
        text=text,
        blocks=blocks,
        coverage=found.coverage,
        state=found.state,
        notes=(*decoded.notes, *found.notes) if decoded else found.notes,
        meta=found.meta,
    )


def _characters(data: bytes, charset: str | None, *, named: bool) -> Document:
    decoded = decode(data, declared=(charset,))
    shape = looks_separated(decoded.text, named=named)
    if shape is not None:
        text, blocks = laid_out(sheet_drafts(decoded.text, shape.separator))
        tabs = shape.separator == "\t"
        return _text_document(data, decoded, "text/tab-separated-values" if tabs else "text/csv", text, blocks)
    return _text_document(data, decoded, "text/plain", decoded.text, text_blocks(decoded.text))


def _text_document(data: bytes, decoded: Decoded, media_type: str, text: str, blocks: tuple[Block, ...]) -> Document:
    return Document(
        sha256=sha256_hex(data),
        media_type=media_type,
        reader=_reader("text" if media_type == "text/plain" else "sheets"),
        encoding=decoded.encoding,
        encoding_basis=decoded.basis,
        text=text,
        blocks=blocks,
        state="ok" if blocks else "empty",
        notes=decoded.notes if blocks else (*decoded.notes, "no line holds a sign to print: get the file again"),
    )


__all__ = ["READER_VERSION", "Draft", "lines_total", "read"]
