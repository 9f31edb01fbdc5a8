"""What the PDF is: tagged, with notes and a language, its text there to be found, and nothing fetched for it."""

import ctypes
import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from legation.publishing.content import Content
from legation.publishing.dossier.laid_out import LaidOut
from legation.publishing.dossier.pdf import pictures_only, render_pdf
from tests import make
from tests.publishing.cases import LAST_LINE
from tests.publishing.dossier.cases import DARIO, INES, content, hostile, png, printed

pytestmark = [pytest.mark.service, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
pytest.importorskip("weasyprint", exc_type=ImportError)

Element = tuple[str, str, str]
"""Type, alternative text and id of an element of the tree of tags."""


def laid(case: Content | None = None, *about: str) -> LaidOut:
    return printed(case or content(clips={LAST_LINE.passage: png()}), about or (INES.id, DARIO.id, make.MISSION))


@pytest.fixture(scope="module")
def document() -> Iterator[pypdfium2.PdfDocument]:
    with pypdfium2.PdfDocument(io.BytesIO(render_pdf(laid()))) as found:
        yield found


def text_of(found: pypdfium2.PdfDocument) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in found)


def unpacked(data: bytes) -> Iterator[bytes]:
    """The streams of a PDF, unpacked where they are packed."""
    for packed in re.findall(rb"stream\n(.*?)\nendstream", data, re.S):
        with suppress(zlib.error):
            yield zlib.decompress(packed)


def elements(found: pypdfium2.PdfDocument) -> Iterator[Element]:
    for page in found:
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            yield from _elements(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place))
        pdfium.FPDF_StructTree_Close(tree)


def _elements(element: object) -> Iterator[Element]:
    if not element:
        return
    yield tuple(  # type: ignore[misc]
        _said(get, element)
        for get in (
            pdfium.FPDF_StructElement_GetType,
            pdfium.FPDF_StructElement_GetAltText,
            pdfium.FPDF_StructElement_GetID,
        )
    )
    for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _elements(pdfium.FPDF_StructElement_GetChildAtIndex(element, place))


def _said(get: object, element: object) -> str:
    size = get(element, None, 0)  # type: ignore[operator]
    if not size:
        return ""
    buffer = ctypes.create_string_buffer(size)
    get(element, buffer, size)  # type: ignore[operator]
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def test_it_is_tagged_with_a_title_and_a_language(document: pypdfium2.PdfDocument) -> None:
    assert pdfium.FPDFCatalog_IsTagged(document.raw)
    assert document.get_metadata_value("Title") == "velmark – dossier " + " ".join(
        (*(one.id[:16] for one in (INES, DARIO)), make.MISSION)
    )
    inside = b"".join(unpacked(render_pdf(laid())))
    assert b"pdfuaid:part" in inside
    assert b"/Lang (en)" in inside
    assert b"/DisplayDocTitle true" in inside


def test_each_note_is_a_note_with_an_id_of_its_own(document: pypdfium2.PdfDocument) -> None:
    notes = {id_ for kind, _, id_ in elements(document) if kind == "Note"}
    assert len(notes) == len(laid().notes)
    assert "" not in notes


def test_every_picture_says_what_it_shows(document: pypdfium2.PdfDocument) -> None:
    pictures = [alt for kind, alt, _ in elements(document) if kind == "Figure"]
    assert pictures
    assert all(alt.startswith("The place in the source: ") for alt in pictures)


def test_paragraphs_headings_lists_and_tables_are_called_what_they_are(document: pypdfium2.PdfDocument) -> None:
    kinds = Counter(kind for kind, _, _ in elements(document))
    assert kinds["H1"] == 1
    assert all(kinds[kind] for kind in ("H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Caption"))
    assert not kinds["Div"]
    assert not kinds["Art"]


def test_what_sets_the_pages_finds_nothing_missing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        logging.getLogger("weasyprint").propagate = True
        render_pdf(laid())
    assert [record.getMessage() for record in caplog.records if record.name == "weasyprint"] == []


def test_every_sentence_and_every_note_can_be_read_from_it(document: pypdfium2.PdfDocument) -> None:
    said = "".join(text_of(document).split())
    for block in laid().blocks:
        for row in block.rows:
            for line in row:
                assert "".join(line.text.split()) in said or line.marks, line.text
    for note in laid().notes:
        assert note.reference.sha256[:12] in said
        if note.reference.passage is not None:
            assert "".join(note.reference.passage.quote.split()) in said


def test_the_same_case_gives_the_same_bytes() -> None:
    assert render_pdf(laid()) == render_pdf(laid())


@pytest.mark.parametrize(
    "address", ["https://mission.example/x.png", "file:///etc/hostname", "data:text/css,*{}", "ftp://x.example/y"]
)
def test_no_address_is_asked(address: str) -> None:
    with pytest.raises(ValueError, match="nothing is fetched"):
        pictures_only().fetch(address)


def test_hostile_words_stay_words() -> None:
    with pypdfium2.PdfDocument(io.BytesIO(render_pdf(laid(hostile(), INES.id)))) as found:
        assert "alert(1)" in text_of(found)
        assert not pdfium.FPDFDoc_GetJavaScriptActionCount(found.raw)
        assert not pdfium.FPDFDoc_GetAttachmentCount(found.raw)


def test_names_that_run_the_other_way_come_out_with_their_letters() -> None:
    case = content()
    people = tuple(replace(one, label="דוד לוי") if one.id == INES.id else one for one in case.derived.persons)
    case = replace(case, derived=replace(case.derived, persons=people))
    with pypdfium2.PdfDocument(io.BytesIO(render_pdf(laid(case, INES.id)))) as found:
        letters = set(text_of(found))
    assert set("דודלוי") <= letters


def test_a_draft_says_so_on_every_page_and_a_publication_on_none() -> None:
    for draft in (True, False):
        made = render_pdf(laid(content(draft=draft)))
        with pypdfium2.PdfDocument(io.BytesIO(made)) as found:
            assert all(("DRAFT" in page.get_textpage().get_text_bounded()) is draft for page in found)
