"""Files made to do harm, each of a known kind: they inflate, nest, spread, repeat or refer to themselves."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_MAIN = "application/vnd.openxmlformats-officedocument"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORDS = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_WORDS_END, _SHEET_END = b"</w:body></w:document>", b"</sheetData></worksheet>"


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def _office(main: str, kind: str, parts: Mapping[str, bytes]) -> bytes:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{main}" ContentType="{_MAIN}.{kind}.main+xml"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
        "</Relationships>"
    )
    return _packed({"[Content_Types].xml": types.encode(), "_rels/.rels": relations.encode(), **parts})


def document(body: bytes) -> bytes:
    """A Word document with this body."""
    part = _WORDS + body + _WORDS_END
    return _office("word/document.xml", "wordprocessingml.document", {"word/document.xml": part})


def workbook(rows: bytes) -> bytes:
    """A workbook with these rows."""
    book = (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'xmlns:r="{_OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="s"/></sheets></workbook>'
    )
    relations = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="s" Type="{_OFFICE}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    )
    parts = {
        "xl/workbook.xml": book.encode(),
        "xl/_rels/workbook.xml.rels": relations.encode(),
        "xl/worksheets/sheet1.xml": _SHEET + rows + _SHEET_END,
    }
    return _office("xl/workbook.xml", "spreadsheetml.sheet", parts)


def picture(width: int, height: int) -> bytes:
    """A PNG that claims to be so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(10_000_000), 9)) + chunk(b"IEND", b"")


def stream(data: bytes, told: bytes = b"") -> bytes:
    """A stream of a PDF."""
    return b"<</Length %d %b>>\nstream\n%b\nendstream" % (len(data), told, data)


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, after its catalog (1), its pages (2) and one page (3) whose content is the first (4)."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e9 1e9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    pages = b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2000000000>>"
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate((b"<</Type/Catalog/Pages 2 0 R>>", pages, page, *objects), 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    tail = b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(out))
    return out + head + table + tail


def _form(content: bytes, inner: int) -> bytes:
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % inner)


_BILLION = b"/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 1/ColorSpace/DeviceGray"
_LAUGHS = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_INFLATED = b"<w:p><w:r><w:t>" + b"A" * (80 << 20) + b"</w:t></w:r></w:p>"

BOMBS: dict[str, bytes] = {
    "inflates.docx": document(_INFLATED),
    "inflates.xlsx": workbook(
        b'<row r="1">' + b'<c t="inlineStr"><is><t>AAAAAAAA</t></is></c>' * 2_000_000 + b"</row>"
    ),
    "nests.docx": document(b"<w:tbl><w:tr><w:tc>" * 20_000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 20_000),
    "laughs.docx": _packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": _LAUGHS + _WORDS + _WORDS_END}),
    "spreads.xlsx": workbook(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>1</v></c></row>'),
    "spreads-by-rows.xlsx": workbook(
        b'<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>'
    ),
    "nests.html": b"<html><body>" + b"<div>" * 60_000 + b"Mr Ilo SARRE",
    "misnests.html": b"<html><body>" + b"".join(b"<p><a href=%d><b><i><font size=%d>x" % (n, n) for n in range(4000)),
    "spans.html": b"<html><table>" + (b"<tr>" + b"<td rowspan=65534 colspan=1000>x</td>" * 20 + b"</tr>") * 200,
    "one-line.html": b"<html><body><p>" + b"Mr. Ilo SARRE, (Second Secretary) - " * 8_000,
    "one-line.txt": b"1 " * 100_000,
    "one-row.csv": (b"a;" * 5_000 + b"\n") * 20,
    "is-large.png": picture(60_000, 60_000),
    "is-cut.png": picture(8_000, 8_000),
    "is-large.pdf": pdf(
        stream(b"/X Do"), stream(zlib.compress(bytes(30000 * 30000 // 8)), _BILLION + b"/Filter/FlateDecode")
    ),
    "draws-itself.pdf": pdf(stream(b"/X Do"), _form(b"/X Do /X Do /X Do", 5)),
}
"""What each is called, and its bytes."""
