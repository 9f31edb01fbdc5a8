from __future__ import annotations

import io
import zipfile
from time import perf_counter

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.shared import Pt

from legation.model.documents import Document
from legation.reading import read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def body(xml: str, *, root: str = "w:document") -> bytes:
    """A file with just this in its body."""
    spaces = (
        f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    out = io.BytesIO()
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{relation}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", f"<{root} {spaces}><w:body>{xml}</w:body></{root}>")
    return out.getvalue()


def said(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_headings_and_tables_come_in_the_order_of_the_document() -> None:
    made = docx.Document()
    made.add_heading("QUMAR", 1)
    made.add_paragraph("Mr Ilo TARBO\tFirst Secretary")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ms Ana OREL", "Attaché"
    made.add_paragraph("National Day: 1 May", style="List Bullet")
    document = read(saved(made))
    assert said(document) == [
        ("heading", "QUMAR"),
        ("paragraph", "Mr Ilo TARBO\tFirst Secretary"),
        ("cell", "Ms Ana OREL"),
        ("cell", "Attaché"),
        ("item", "National Day: 1 May"),
    ]
    assert (document.state, document.coverage, document.notes) == ("ok", 1.0, ())
    assert document.media_type.endswith("wordprocessingml.document")
    assert [block.level for block in document.blocks] == [1, None, None, None, None]


def test_a_line_broken_by_hand_is_two_lines_of_one_paragraph() -> None:
    made = docx.Document()
    made.add_paragraph("Mr Ilo  TARBO\nFirst Secretary")
    first, second = read(saved(made)).blocks
    assert (first.text, second.text) == ("Mr Ilo TARBO", "First Secretary")
    assert first.element == second.element


def test_merged_cells_stand_where_they_begin() -> None:
    made = docx.Document()
    table = made.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "QUMAR"
    table.cell(0, 2).text = "since"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Mr Ilo TARBO"
    table.cell(2, 2).text = "2019"
    places = {block.text: block.cell for block in read(saved(made)).blocks}
    assert places == {"QUMAR": (0, 0, 0), "since": (0, 0, 2), "Mr Ilo TARBO": (0, 1, 0), "2019": (0, 2, 2)}


def test_a_table_in_a_cell_has_cells_of_its_own() -> None:
    made = docx.Document()
    outer = made.add_table(1, 2)
    outer.cell(0, 0).text = "outside"
    outer.cell(0, 0).add_table(1, 1).cell(0, 0).text = "inside"
    outer.cell(0, 1).text = "beside"
    places = {block.text: block.cell for block in read(saved(made)).blocks}
    assert places == {"outside": (0, 0, 0), "inside": (1, 0, 0), "beside": (0, 0, 1)}


def test_headers_and_footers_stand_around_the_section_that_prints_them() -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Diplomatic List"
    made.sections[0].footer.paragraphs[0].text = "Protocol"
    made.add_paragraph("one")
    later = made.add_section(WD_SECTION.NEW_PAGE)
    later.header.is_linked_to_previous = False
    later.header.paragraphs[0].text = "Consular List"
    made.add_paragraph("two")
    document = read(saved(made))
    assert said(document) == [
        ("header", "Diplomatic List"),
        ("paragraph", "one"),
        ("footer", "Protocol"),
        ("header", "Consular List"),
        ("paragraph", "two"),
    ]
    assert [block.element for block in document.blocks] == [0, 1, 2, 3, 4]


def test_size_and_weight_of_a_line_are_told() -> None:
    made = docx.Document()
    name = made.add_paragraph().add_run("Mr Ilo TARBO")
    name.bold, name.font.size = True, Pt(14)
    made.add_paragraph("First Secretary")
    first, second = read(saved(made)).blocks
    assert (first.size, first.role) == (14.0, "bold")
    assert (second.size, second.role) == (11.0, None)


def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_on() -> None:
    box = f"<w:txbxContent><w:p>{run('Mr Ilo TARBO')}</w:p></w:txbxContent>"
    shape = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(body(f"<w:p>{run('Staff')}{shape}{run(' of Qumar')}</w:p><w:p>{run('end')}</w:p>"))
    assert [block.text for block in document.blocks] == ["Staff of Qumar", "Mr Ilo TARBO", "end"]
    assert document.blocks[1].role == "textbox"


def test_what_tracked_changes_took_away_is_left_out_and_counted() -> None:
    xml = (
        f"<w:p>{run('Mr Ilo TARBO')}<w:del><w:r><w:delText>Mr Olo SARRE</w:delText></w:r></w:del>"
        f"<w:ins>{run(', Attaché')}</w:ins><w:moveFrom>{run('moved')}</w:moveFrom></w:p>"
    )
    document = read(body(xml))
    assert [block.text for block in document.blocks] == ["Mr Ilo TARBO, Attaché"]
    assert document.notes[0].startswith("1 passages are marked as deleted")


def test_stops_of_tabs_and_codes_of_fields_are_no_text() -> None:
    xml = (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr>"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('a')}<w:r><w:tab/></w:r>{run('b')}</w:p>"
    )
    assert [block.text for block in read(body(xml)).blocks] == ["a\tb"]


def test_footnotes_come_at_the_end() -> None:
    made = docx.Document()
    made.add_paragraph("Mr Ilo TARBO")
    note = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="1"><w:p>{run("until May")}</w:p></w:footnote></w:footnotes>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    package = made.part.package
    assert package is not None
    uri = PackURI("/word/footnotes.xml")
    type_ = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    made.part.relate_to(XmlPart(uri, type_, parse_xml(note), package), kind)
    assert [(b.text, b.role) for b in read(saved(made)).blocks] == [("Mr Ilo TARBO", None), ("until May", "footnote")]


def test_what_the_file_says_of_itself() -> None:
    made = docx.Document()
    made.core_properties.title = "Diplomatic List"
    made.add_paragraph("x")
    assert dict(read(saved(made)).meta)["title"] == "Diplomatic List"


def test_a_document_that_breaks_off_keeps_what_came_before() -> None:
    data = body(f"<w:p>{run('Mr Ilo TARBO')}</w:p><w:p>{run('Ms Ana OREL')}<oops")
    document = read(data)
    assert [block.text for block in document.blocks] == ["Mr Ilo TARBO", "Ms Ana OREL"]
    assert document.state == "truncated"
    assert 0 < document.coverage < 1


def test_no_depth_of_nesting_loses_a_name() -> None:
    levels = 10_000
    deep = "<w:sdt><w:sdtContent>" * levels + f"<w:p>{run('Mr Ilo TARBO')}</w:p>" + "</w:sdtContent></w:sdt>" * levels
    assert [block.text for block in read(body(deep)).blocks] == ["Mr Ilo TARBO"]


def test_nested_tables_without_end_lose_no_name() -> None:
    levels = 3_000
    opened, closed = "<w:tbl><w:tr><w:tc>" * levels, "</w:tc></w:tr></w:tbl>" * levels
    assert [block.text for block in read(body(f"{opened}<w:p>{run('x')}</w:p>{closed}")).blocks] == ["x"]


def test_a_document_without_text_is_empty() -> None:
    document = read(saved(docx.Document()))
    assert (document.state, len(document.notes)) == ("empty", 1)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_half_a_file_is_truncated(share: float) -> None:
    data = saved(docx.Document())
    document = read(data[: int(len(data) * share)])
    assert document.state == "truncated"
    assert "again" in document.notes[0]


def test_nine_thousand_paragraphs_take_less_than_three_seconds() -> None:
    data = body(
        "".join(f"<w:p>{run(f'Mr Person NUMBER{n}')}<w:r><w:tab/></w:r>{run('Attaché')}</w:p>" for n in range(9000))
    )
    began = perf_counter()
    assert len(read(data).blocks) == 9000
    assert perf_counter() - began < 3
