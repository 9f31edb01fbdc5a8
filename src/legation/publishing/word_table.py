"""How does a table become a Word document? The few parts that the format needs (ECMA-376), nothing about who made it.

No macro, no field, no link, no picture: text in a table that Word and LibreOffice open and a checker writes into.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from legation.publishing.markup import xml_text
from legation.publishing.word_package import packed

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_WIDTH = 7_200
"""Of a column, in twentieths of a point: two of them on A4 lying on its side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable:
    """A title, lines before the table, and cells of paragraphs."""

    title: str
    before: Sequence[str]
    header: Sequence[str]
    rows: Sequence[Sequence[Sequence[str]]]


def word_table(table: WordTable) -> bytes:
    """The table as DOCX; the same values give the same bytes."""
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": "".join(_document(table))}
    return packed({name: text.encode() for name, text in parts.items()})


def _document(table: WordTable) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_MAIN}"><w:body>'
    yield _paragraph(table.title, bold=True)
    yield from map(_paragraph, table.before)
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="888888"/>' for side in _SIDES)
    yield f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>'
    yield "".join(f'<w:gridCol w:w="{_WIDTH}"/>' for _ in table.header)
    yield "</w:tblGrid>"
    yield _row(([cell] for cell in table.header), heading=True)
    for row in table.rows:
        yield _row(row)
    yield '</w:tbl><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    yield '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" '
    yield 'w:gutter="0"/></w:sectPr></w:body></w:document>'


def _row(cells: Iterator[Sequence[str]] | Sequence[Sequence[str]], *, heading: bool = False) -> str:
    repeated = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if heading else "<w:trPr><w:cantSplit/></w:trPr>"
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTH}" w:type="dxa"/></w:tcPr>'
        f"{''.join(_paragraph(text, bold=heading) for text in cell) or '<w:p/>'}</w:tc>"
        for cell in cells
    )
    return f"<w:tr>{repeated}{made}</w:tr>"


def _paragraph(text: str, *, bold: bool = False) -> str:
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p><w:r>{weight}<w:t xml:space="preserve">{escape(xml_text(text))}</w:t></w:r></w:p>'
