from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
import pytest
from PIL import Image, ImageFile

from legation.model.documents import Document
from legation.reading import read
from legation.reading.clip import page_clip
from legation.reading.ocr import recognizer
from legation.reading.scans import ranges
from legation.vocabulary.ocr_packs import USUAL_PAGES as MOST_PAGES
from tests.reading.printed import Put, columns, pdf, people

installed = pytest.mark.skipif(recognizer() is None, reason="tesserocr or the packs of tesseract are not installed")
LIST: list[Put] = [
    (120, 60, 14, "EMBASSY OF QUMAR IN TEMBURONG"),
    *columns([people(1, 6), people(21, 6)], lefts=(60, 310), by_row=True, top=120),
]


def picture(puts: Sequence[Put] = LIST, *, resolution: int = 200) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf(puts))
    try:
        image: Image.Image = document[0].render(scale=resolution / 72).to_pil().convert("L")
        return image
    finally:
        document.close()


def saved(image: Image.Image, form: str, **told: object) -> bytes:
    out = io.BytesIO()
    image.save(out, format=form, **told)
    return out.getvalue()


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.service
@installed
@pytest.mark.parametrize(("form", "word"), [("JPEG", "jpeg"), ("TIFF", "tiff")])
def test_a_scan_is_read_column_by_column_with_places_in_points(form: str, word: str) -> None:
    document = read(saved(picture(), form, dpi=(200, 200)))
    assert (document.media_type, document.state, document.pages) == (f"image/{word}", "ok", 1)
    assert "read by OCR" in document.notes[0]
    found = lines(document)
    assert found[0] == "EMBASSY OF QUMAR IN TEMBURONG"
    assert found[1::2] == ["Mr Person NUMBER" + text.removeprefix("Mr Person NUMBER") for text in found[1::2]]
    assert found[2::2] == ["Second Secretary"] * 12
    box = document.blocks[0].box
    assert box is not None
    assert box[0] == pytest.approx(120, abs=3)
    assert box[3] == pytest.approx(60, abs=3)


@pytest.mark.service
@installed
def test_a_scan_that_lies_on_its_side_keeps_its_places_as_it_lies() -> None:
    upright = read(saved(picture(), "PNG", dpi=(200, 200)))
    turned = read(saved(picture().rotate(90, expand=True), "PNG", dpi=(200, 200)))
    assert lines(turned)[0] == lines(upright)[0]
    box, other = turned.blocks[0].box, upright.blocks[0].box
    assert box is not None
    assert other is not None
    assert box == pytest.approx((other[1], 595 - other[2], other[3], 595 - other[0]), abs=3)


@pytest.mark.service
@installed
def test_a_pdf_of_a_picture_is_read_too_and_one_with_text_and_a_picture_page_whole() -> None:
    out = io.BytesIO()
    picture().save(out, format="PDF", resolution=200)
    document = read(out.getvalue())
    assert (document.media_type, document.state, document.pages) == ("application/pdf", "ok", 1)
    assert lines(document)[0] == "EMBASSY OF QUMAR IN TEMBURONG"
    assert document.coverage == 1.0


@pytest.mark.service
@installed
def test_pages_of_a_tiff_are_pages() -> None:
    first, second = picture(LIST[:1]), picture([(120, 60, 14, "CONSULATE GENERAL IN TEMBURONG")])
    document = read(saved(first, "TIFF", dpi=(200, 200), save_all=True, append_images=[second]))
    assert [(block.page, block.text) for block in document.blocks] == [
        (1, "EMBASSY OF QUMAR IN TEMBURONG"),
        (2, "CONSULATE GENERAL IN TEMBURONG"),
    ]


@pytest.mark.service
@installed
def test_pages_beyond_what_is_read_are_named() -> None:
    page = picture(LIST[:1], resolution=100)
    out = io.BytesIO()
    page.save(out, format="PDF", resolution=100, save_all=True, append_images=[page] * (MOST_PAGES + 1))
    document = read(out.getvalue())
    assert document.state == "abridged"
    assert f"pages {MOST_PAGES + 1}-{MOST_PAGES + 2} without text" in document.notes[-1]
    assert document.coverage == pytest.approx(MOST_PAGES / (MOST_PAGES + 2))


@pytest.mark.service
@installed
def test_a_picture_without_letters_is_empty() -> None:
    document = read(saved(Image.new("L", (900, 1200), 255), "PNG"))
    assert (document.state, document.blocks) == ("empty", ())


@pytest.mark.service
@installed
@pytest.mark.parametrize("another_library_lets_it_pass", [False, True])
def test_half_a_picture_is_truncated(monkeypatch: pytest.MonkeyPatch, another_library_lets_it_pass: bool) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", another_library_lets_it_pass)
    data = saved(picture(), "PNG", dpi=(200, 200))
    document = read(data[: len(data) // 2])
    assert document.state == "truncated"
    assert "again" in document.notes[0]


@pytest.mark.service
@installed
def test_a_clip_of_a_scan_shows_the_passage() -> None:
    data = saved(picture(LIST[:1]), "PNG", dpi=(200, 200))
    document = read(data)
    clip = page_clip(data, document.passage(document.blocks[0]))
    assert clip is not None
    with Image.open(io.BytesIO(clip)) as image:
        assert image.width == pytest.approx(595 * 2, abs=4)


def test_a_picture_with_too_many_points_is_refused_before_it_is_unpacked() -> None:
    data = saved(Image.new("1", (20_000, 20_000), 1), "PNG")
    assert read(data).state == "unsupported"


def test_what_to_install_is_said_where_pictures_cant_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "tesserocr", None)
    document = read(saved(picture(LIST[:1], resolution=100), "PNG"))
    assert (document.state, document.coverage) == ("unsupported", 0.0)
    assert "legation[ocr]" in document.notes[0]
    assert "tesseract-ocr-eng" in document.notes[0]
    out = io.BytesIO()
    picture(LIST[:1], resolution=100).save(out, format="PDF", resolution=100)
    document = read(out.getvalue())
    assert document.state == "empty"
    assert any("legation[ocr]" in note for note in document.notes)


def test_numbers_of_pages_in_words() -> None:
    assert ranges([3]) == "page 3"
    assert ranges([9, 3, 4, 5, 7]) == "pages 3-5, 7, 9"
