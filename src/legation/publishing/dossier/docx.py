"""How is a dossier written for a word processor? As DOCX with real endnotes, languages, and no field, link or macro.

The parts are written by hand, since no library at hand writes endnotes. The same dossier gives the same bytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

from legation.publishing.dossier.docx_parts import (
    CONTENT_TYPES,
    DOCUMENT_RELATIONS,
    NAMESPACES,
    RELATIONS,
    SEPARATORS,
    SETTINGS,
    STYLES,
    core_properties,
)
from legation.publishing.dossier.laid_out import LaidOut, Line, Mark, Note, Shown, Stretch
from legation.publishing.markup import xml_text
from legation.publishing.word_package import packed

_EMU_PER_CENTIMETER = 360_000
_TEXT_WIDTH = 16 * _EMU_PER_CENTIMETER
_DIGEST = re.compile(r"(?<=[0-9a-f]{16})(?=[0-9a-f])")


def render_docx(laid: LaidOut) -> bytes:
    """The dossier as DOCX."""
    pictures = [block.picture for block in laid.blocks if block.picture is not None]
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "docProps/core.xml": core_properties(_clean(laid.dossier.title)),
        "word/document.xml": _document(laid),
        "word/endnotes.xml": _endnotes(laid.notes),
        "word/styles.xml": STYLES,
        "word/settings.xml": SETTINGS,
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS.format(pictures="".join(map(_relation, pictures))),
    }
    data = {name: text.encode() for name, text in parts.items()}
    data |= {f"word/media/note-{note.number}.png": note.picture or b"" for note in pictures}
    return packed(data)


def _document(laid: LaidOut) -> str:
    body = [_paragraph("Kicker", _line(laid.kicker)), _paragraph("Title", _line(laid.heading))]
    if laid.draft_words:
        body.append(_paragraph("Draft", _run(laid.draft_words)))
    body += [part for block in laid.blocks for part in _block(block)]
    return f"{_XML}<w:document {NAMESPACES}><w:body>{''.join(body)}{_SECTION}</w:body></w:document>"


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SECTION = (
    '<w:sectPr><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1247" w:right="1134" w:bottom="1247" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)


def _block(block: Shown) -> Iterator[str]:
    match block.kind:
        case "heading":
            yield _paragraph(f"Heading{min(block.level - 1, 4)}", _line(block.rows[0][0]))
        case "paragraph":
            yield _paragraph("Normal", _run(" ").join(_line(one) for one in block.rows[0]))
        case "points":
            for row in block.rows:
                yield _paragraph("Point", _run("•\t") + _line(row[0]))
        case "said":
            yield _table(block.rows, widths=(1900, 7700), heads=False)
            yield _paragraph("Gap", "")
        case "table":
            caption, heads, *rows = block.rows
            yield _paragraph("Caption", _line(caption[0]), keep=True)
            wide = 9600 // (len(heads) + 1)
            yield _table(
                (heads, *rows), widths=(9600 - wide * (len(heads) - 1), *[wide] * (len(heads) - 1)), heads=True
            )
            yield _paragraph("Gap", "")
        case "picture":
            assert block.picture is not None
            yield _paragraph("Normal", _picture(block.picture), keep=True)
            yield _paragraph("Caption", _line(block.rows[0][0]))


def _table(rows: Iterable[tuple[Line, ...]], *, widths: tuple[int, ...], heads: bool) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = []
    for place, row in enumerate(rows):
        head = (
            "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
            if heads and not place
            else "<w:trPr><w:cantSplit/></w:trPr>"
        )
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{_paragraph(_cell_style(place, column, heads=heads), _line(cell))}</w:tc>"
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        made.append(f"<w:tr>{head}{cells}</w:tr>")
    style = "Grid" if heads else "Said"
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(made)}</w:tbl>'
    )


def _cell_style(row: int, column: int, *, heads: bool) -> str:
    if heads:
        return "CellHead" if row == 0 else "Cell"
    return "Label" if column == 0 else "SaidText"


def _paragraph(style: str, runs: str, *, keep: bool = False) -> str:
    kept = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>{runs}</w:p>'


def _line(line: Line) -> str:
    marks = "".join(f"{_run(',', above=True) if place else ''}{_mark(mark)}" for place, mark in enumerate(line.marks))
    return "".join(map(_stretch, line.stretches)) + marks


def _mark(mark: Mark) -> str:
    """The reference that makes the endnote where it is cited first; its number in plain letters afterwards."""
    if mark.first:
        style = '<w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr>'
        return f'<w:r>{style}<w:endnoteReference w:id="{mark.note.number + 1}"/></w:r>'
    return _run(str(mark.note.number), above=True)


def _stretch(stretch: Stretch) -> str:
    text = _DIGEST.sub("\u200b", stretch.text) if stretch.kind == "digest" and len(stretch.text) > 16 else stretch.text
    return _run(text, language=stretch.language, right_to_left=stretch.right_to_left, code=stretch.kind == "digest")


def _run(
    text: str, *, language: str | None = None, right_to_left: bool = False, above: bool = False, code: bool = False
) -> str:
    marks = []
    if code:
        marks.append('<w:rStyle w:val="Digest"/>')
    if above:
        marks.append('<w:vertAlign w:val="superscript"/>')
    if right_to_left:
        marks.append(f"<w:rtl/><w:lang w:bidi={quoteattr(_word_language(language))}/>")
    elif language:
        marks.append(f"<w:lang w:val={quoteattr(_word_language(language))}/>")
    look = f"<w:rPr>{''.join(marks)}</w:rPr>" if marks else ""
    pieces = _clean(text).split("\t")
    body = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in pieces)
    return f"<w:r>{look}{body}</w:r>"


def _word_language(tag: str | None) -> str:
    """A tag that word processors know: those of a script alone stand for no language, and get no spelling check."""
    return {None: "x-none", "und-Arab": "ar", "und-Hebr": "he"}.get(
        tag, tag if tag and not tag.startswith("und") else "x-none"
    )


def _clean(text: str) -> str:
    """The text in one line, with a mark for each letter that XML can't hold."""
    return xml_text(text, mark="\ufffd").replace("\r", " ").replace("\n", " ")


def _endnotes(notes: Iterable[Note]) -> str:
    made = "".join(
        f'<w:endnote w:id="{note.number + 1}"><w:p><w:pPr><w:pStyle w:val="EndnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr><w:endnoteRef/></w:r>'
        f"{_run(' ')}{_run(' · ').join(''.join(map(_stretch, line)) for line in note.lines)}</w:p></w:endnote>"
        for note in notes
    )
    return f"{_XML}<w:endnotes {NAMESPACES}>{SEPARATORS}{made}</w:endnotes>"


def _picture(note: Note) -> str:
    with Image.open(io.BytesIO(note.picture or b"")) as image:
        width, height = image.size
    wide = min(_TEXT_WIDTH, int(width * 9525))
    high = int(wide * height / max(width, 1))
    name, alt = f"note-{note.number}", quoteattr(_clean(note.alt))
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{note.number}" name="{name}" descr={alt}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{note.number}" name="{name}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="picture{note.number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _relation(note: Note) -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    return f'<Relationship Id="picture{note.number}" Type="{kind}" Target="media/note-{note.number}.png"/>'
