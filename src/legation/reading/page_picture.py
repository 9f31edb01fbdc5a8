"""What does a page look like, as a whole? Drawn for the eye, with what must not be seen covered.

Pages of PDFs and of scans alike; what can't be drawn is `None`, never an error.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageDraw

from legation.model.documents import Box
from legation.reading.mend import with_pages
from legation.reading.pictures import picture_page
from legation.reading.sniff import Format, sniff

SCALE = 2.0
"""Pixels per point."""
WIDEST = 3000
"""Pixels that a page's longer side may have; bigger pages are drawn smaller."""
MOST_PAGES = 2000
"""Pages whose size is told."""
_COVER = (176, 180, 186)
_PAD = 1.0
"""Points by which a cover is larger than what it hides."""
Size = tuple[float, float]
"""Width and height in points."""


def page_sizes(data: bytes) -> tuple[Size, ...]:
    """The sizes of a file's pages in their order; none for a format without pages that can be drawn."""
    form = sniff(data)
    if form.reader == "pdf":
        return _pdf_sizes(data)
    sizes: list[Size] = []
    while form.reader == "picture" and len(sizes) < MOST_PAGES:
        found = picture_page(data, form.media_type, len(sizes) + 1)
        if found is None:
            break
        image, resolution = found
        sizes.append((image.width * 72 / resolution, image.height * 72 / resolution))
    return tuple(sizes)


def page_png(data: bytes, number: int, *, covered: Sequence[Box] = ()) -> bytes | None:
    """A page as PNG; `None` where there is none or it can't be drawn.

    Args:
        data: the file's bytes.
        number: the page's, from 1.
        covered: boxes of that page of which nothing may be seen.
    """
    drawn = drawn_page(data, number)
    if drawn is None:
        return None
    image, scale = drawn
    pen = ImageDraw.Draw(image)
    for x0, y0, x1, y1 in covered:
        corners = ((x0 - _PAD) * scale, (y0 - _PAD) * scale, (x1 + _PAD) * scale, (y1 + _PAD) * scale)
        pen.rectangle(corners, fill=_COVER)
    out = io.BytesIO()
    image.convert("L").save(out, format="PNG")
    return out.getvalue()


def drawn_page(data: bytes, number: int) -> tuple[Image.Image, float] | None:
    """A page as a picture in color, with its pixels per point; `None` where there is none or it can't be drawn."""
    form = sniff(data)
    return _of_pdf(data, number) if form.reader == "pdf" else _of_picture(data, form, number)


def _pdf_sizes(data: bytes) -> tuple[Size, ...]:
    document = _opened(data)
    if document is None:
        return ()
    try:
        return tuple(document.get_page_size(at) for at in range(min(len(document), MOST_PAGES)))
    except pypdfium2.PdfiumError:
        return ()
    finally:
        document.close()


def _of_pdf(data: bytes, number: int) -> tuple[Image.Image, float] | None:
    document = _opened(data)
    if document is None:
        return None
    try:
        if not 1 <= number <= len(document):
            return None
        page = document[number - 1]
        try:
            scale = min(SCALE, WIDEST / max(*page.get_size(), 1.0))
            return page.render(scale=scale).to_pil().convert("RGB"), scale
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()


def _of_picture(data: bytes, form: Format, number: int) -> tuple[Image.Image, float] | None:
    found = picture_page(data, form.media_type, number) if form.reader == "picture" else None
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
