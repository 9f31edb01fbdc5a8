"""What does the place of a passage look like, for people to check it by eye?

A clip shows the passage sharply and what stands around it only as blurred shapes, and a clip of text never goes beyond
the passage's own lines: who stands next to somebody in a list is no part of the evidence.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

from legation.model.documents import Box, Document, Passage
from legation.reading.mend import with_pages
from legation.reading.pictures import picture_page
from legation.reading.sniff import Format, sniff

SCALE = 2.0
"""Pixels per point."""
WIDEST = 3000
"""Pixels that a page's longer side may have; bigger pages are drawn smaller."""
AROUND = 60.0
"""Points of the page shown above and below the passage."""
CONTEXT = 240
"""Signs of its own lines shown before and after a passage."""
_WORD_BEGUN, _WORD_BROKEN_OFF = re.compile(r"\A\S+(?=\s)"), re.compile(r"(?<=\s)\S+\Z")
_MARK = (214, 138, 0)
_PAD = 1.5
"""Points by which a mark is wider than its line."""


class TextClip(NamedTuple):
    """A quote between what its own lines print before and after it."""

    before: str
    quote: str
    after: str


def page_clip(data: bytes, passage: Passage, *, clear: Sequence[Box] = ()) -> bytes | None:
    """A PNG of the passage on its page, marked; `None` where the format has no page or the page can't be drawn.

    Args:
        data: the file's bytes.
        passage: what to show; of a passage over several pages the parts on the first.
        clear: further boxes of that page that stay readable, such as the heading above.
    """
    parts = passage.parts or (passage,)
    page_number = parts[0].page
    boxes = [part.box for part in parts if part.page == page_number and part.box is not None]
    if page_number is None or not boxes:
        return None
    form = sniff(data)
    drawn = _drawn(data, page_number) if form.reader == "pdf" else _pictured(data, form, page_number)
    if drawn is None:
        return None
    image, scale = drawn
    return _png(_marked(image, [_scaled(box, scale) for box in boxes], [_scaled(box, scale) for box in clear], scale))


def text_clip(document: Document, passage: Passage) -> TextClip:
    """The passage's quote, with what the same lines print around it."""
    parts = passage.parts or (passage,)
    first, last = parts[0], parts[-1]
    before = after = ""
    for block in document.blocks:
        if block.start <= first.start <= block.end:
            before = document.text[max(block.start, first.start - CONTEXT) : first.start]
            if first.start - CONTEXT > block.start:
                before = _WORD_BEGUN.sub("", before)
        if block.start <= last.end <= block.end:
            after = document.text[last.end : min(block.end, last.end + CONTEXT)]
            if last.end + CONTEXT < block.end:
                after = _WORD_BROKEN_OFF.sub("", after)
    return TextClip(before, passage.quote, after)


def _drawn(data: bytes, page_number: int) -> tuple[Image.Image, float] | None:
    document = _opened(data)
    if document is None:
        return None
    try:
        if not 1 <= page_number <= len(document):
            return None
        page = document[page_number - 1]
        try:
            scale = min(SCALE, WIDEST / max(*page.get_size(), 1.0))
            return page.render(scale=scale).to_pil().convert("RGB"), scale
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()


def _pictured(data: bytes, form: Format, page_number: int) -> tuple[Image.Image, float] | None:
    found = picture_page(data, form.media_type, page_number) if form.reader == "picture" else None
    if found is None:
        return None
    image, resolution = found
    points = (image.width * 72 / resolution, image.height * 72 / resolution)
    scale = min(SCALE, WIDEST / max(points))
    size = (max(round(points[0] * scale), 1), max(round(points[1] * scale), 1))
    return image.convert("RGB").resize(size, Image.Resampling.LANCZOS), scale


def _opened(data: bytes) -> pypdfium2.PdfDocument | None:
    """The PDF, with a list of its pages made anew where that is lost, as for reading."""
    for one in (data, None):
        try:
            mended = one or with_pages(data)
            return pypdfium2.PdfDocument(mended) if mended else None
        except pypdfium2.PdfiumError:
            continue
    return None


def _scaled(box: Box, scale: float) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = box
    return (
        int((x0 - _PAD) * scale),
        int(y0 * scale),
        int((x1 + _PAD) * scale) + 1,
        int(y1 * scale) + 1,
    )


def _marked(
    image: Image.Image,
    marked: list[tuple[int, int, int, int]],
    clear: list[tuple[int, int, int, int]],
    scale: float,
) -> Image.Image:
    """The part of the page around the boxes: these sharp and framed, the rest blurred beyond reading."""
    around = int(AROUND * scale)
    top = max(min(box[1] for box in marked) - around, 0)
    bottom = min(max(box[3] for box in marked) + around, image.height)
    shown = image.filter(ImageFilter.GaussianBlur(5 * scale))
    if top >= bottom:
        return shown
    for box in (*clear, *marked):
        inside = (max(box[0], 0), max(box[1], 0), min(box[2], image.width), min(box[3], image.height))
        if inside[0] < inside[2] and inside[1] < inside[3]:
            shown.paste(image.crop(inside), inside[:2])
    pen = ImageDraw.Draw(shown)
    for box in marked:
        pen.rectangle(box, outline=_MARK, width=2)
    return shown.crop((0, top, image.width, bottom))


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, format="PNG", optimize=True)
    return out.getvalue()
