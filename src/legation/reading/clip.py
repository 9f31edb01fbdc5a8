"""What does the place of a passage look like, for people to check it by eye?

A clip shows the passage sharply and what stands around it only as blurred shapes, and a clip of text never goes beyond
the passage's own lines: who stands next to somebody in a list is no part of the evidence.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFilter

from legation.model.documents import Box, Document, Passage
from legation.reading.page_picture import drawn_page

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
    drawn = drawn_page(data, page_number)
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
