from __future__ import annotations

import io

from PIL import Image

from legation.model.documents import joined
from legation.reading import read
from legation.reading.clip import page_clip, text_clip
from tests.reading.printed import pdf

DATA = pdf([(76, 200, 11, "Mr Ilo TARBO"), (76, 212, 8, "First Secretary"), (76, 260, 11, "Ms Ana OREL")])


def test_a_clip_shows_the_passage_marked_and_blurs_what_stands_around() -> None:
    document = read(DATA)
    passage = joined([document.passage(block) for block in document.blocks[:2]])
    clip = page_clip(DATA, passage)
    assert clip is not None
    image = Image.open(io.BytesIO(clip)).convert("RGB")
    assert image.width in (1190, 1191)
    assert image.height < 400
    colors = {pixel for _, pixel in image.getcolors(1 << 24) or []}
    assert colors >= {(214, 138, 0), (0, 0, 0)}
    below = image.convert("L").crop((150, image.height - 60, 320, image.height))
    assert min(below.tobytes()) > 100


def test_a_passage_without_a_page_has_no_clip() -> None:
    data = b"<html><body><p>Ilo TARBO</p></body></html>"
    document = read(data)
    assert page_clip(data, document.passage(document.blocks[0])) is None


def test_bytes_that_are_no_pdf_any_more_have_no_clip() -> None:
    passage = read(DATA).passage(read(DATA).blocks[0])
    assert page_clip(b"%PDF-1.4 broken", passage) is None


def test_a_clip_of_text_stays_within_its_own_lines() -> None:
    document = read(b"First line\nMr Ilo TARBO was told to leave\nThird line")
    start = document.text.index("Ilo")
    assert text_clip(document, document.span(start, start + 9)) == ("Mr ", "Ilo TARBO", " was told to leave")
