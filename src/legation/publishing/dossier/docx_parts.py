"""Which parts of a DOCX hold no value of a case? Types, relations, settings and styles, after ECMA-376."""

from __future__ import annotations

from xml.sax.saxutils import escape

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/endnotes.xml" ContentType="{_WORD}.endnotes+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="document" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
DOCUMENT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="styles" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/>'
    f'<Relationship Id="settings" Type="{_OFFICE}/relationships/settings" Target="settings.xml"/>'
    f'<Relationship Id="endnotes" Type="{_OFFICE}/relationships/endnotes" Target="endnotes.xml"/>'
    "{pictures}</Relationships>"
)
SETTINGS = (
    f"{_XML}<w:settings {NAMESPACES}>"
    '<w:endnotePr><w:numFmt w:val="decimal"/><w:endnote w:id="0"/><w:endnote w:id="1"/></w:endnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="en-US"/></w:settings>'
)
SEPARATORS = (
    '<w:endnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:endnote>'
    '<w:endnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:endnote>'
)


def core_properties(title: str) -> str:
    """What the file says of itself: a title that is a key, and the language; no author, no machine and no hour."""
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>en-US</dc:language></cp:coreProperties>"
    )


def _style(
    name: str, shown: str, *, look: str = "", layout: str = "", after: str = "Normal", kind: str = "paragraph"
) -> str:
    based = f'<w:basedOn w:val="{after}"/>' if after and after != name else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{shown}"/>{based}'
        f"{f'<w:pPr>{layout}</w:pPr>' if layout else ''}{f'<w:rPr>{look}</w:rPr>' if look else ''}</w:style>"
    )


def _heading(level: int, half_points: int, before: int) -> str:
    return _style(
        f"Heading{level}",
        f"heading {level}",
        look=f'<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:bCs/><w:sz w:val="{half_points}"/>'
        f'<w:szCs w:val="{half_points}"/>',
        layout=f'<w:keepNext/><w:spacing w:before="{before}" w:after="60"/><w:outlineLvl w:val="{level - 1}"/>',
    )


_SANS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
_LINE = '<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _table_style(name: str, *lines: tuple[str, int, str]) -> str:
    borders = "".join(_LINE.format(side=side, size=size, color=color) for side, size, color in lines)
    return (
        f'<w:style w:type="table" w:styleId="{name}"><w:name w:val="{name}"/><w:tblPr><w:tblBorders>{borders}'
        '</w:tblBorders><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )


STYLES = (
    f"{_XML}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="Cambria" w:cs="Times New Roman"/>'
    f'{_size(21)}<w:lang w:val="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _style("Title", "Title", look=f"{_SANS}<w:b/><w:bCs/>{_size(40)}", layout='<w:spacing w:after="60"/>')
    + _style("Kicker", "Kicker", look=f'{_SANS}<w:color w:val="525A64"/>{_size(18)}')
    + _style("Draft", "Draft", look=f'{_SANS}<w:b/><w:bCs/><w:color w:val="8A3A00"/>{_size(18)}')
    + _heading(1, 28, 320)
    + _heading(2, 23, 240)
    + _heading(3, 21, 200)
    + _heading(4, 20, 160)
    + _style(
        "Point",
        "Point",
        layout='<w:tabs><w:tab w:val="left" w:pos="284"/></w:tabs><w:spacing w:after="30"/>'
        '<w:ind w:left="284" w:hanging="284"/>',
    )
    + _style("Caption", "caption", look=f'{_SANS}<w:color w:val="525A64"/>{_size(16)}')
    + _style("Cell", "Cell", look=_size(18), layout='<w:spacing w:before="20" w:after="20"/>')
    + _style("CellHead", "Cell head", look=f"{_SANS}<w:b/><w:bCs/>", after="Cell")
    + _style("SaidText", "Said", look=_size(20), layout='<w:spacing w:before="20" w:after="20"/>')
    + _style("Label", "Label", look=f'{_SANS}<w:color w:val="525A64"/>{_size(17)}', after="SaidText")
    + _style("Gap", "Gap", look=_size(8), layout='<w:spacing w:after="0"/>')
    + _style("EndnoteText", "endnote text", look=_size(17), layout='<w:spacing w:after="30"/>')
    + _style(
        "EndnoteReference", "endnote reference", look='<w:vertAlign w:val="superscript"/>', after="", kind="character"
    )
    + _style(
        "Digest",
        "Digest",
        look=f'<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>{_size(16)}',
        after="",
        kind="character",
    )
    + _table_style("Grid", ("top", 8, "16191D"), ("bottom", 4, "CFD4DA"), ("insideH", 4, "CFD4DA"))
    + _table_style("Said", ("top", 8, "16191D"))
    + "</w:styles>"
)
