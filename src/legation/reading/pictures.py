"""What does the scan of a list say?

PNG, JPEG, TIFF with its pages, GIF, BMP and WebP; pictures too large to be pages are refused before they are unpacked.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageFile, ImageSequence, UnidentifiedImageError

from legation.model.documents import DocumentState
from legation.reading.lines import Drafted
from legation.reading.ocr import MISSING
from legation.reading.pages import Page, page_drafts
from legation.reading.scans import Scanner

LARGEST = 80_000_000
"""Pixels of one page: A3 at 600 per inch has 70 million."""
_TOO_LARGE = f"the picture has more than {LARGEST // 10**6} million points, as no page has: scan it again, smaller"
MOST_FRAMES = 500
_SHEET = 8.27
"""Inches that a page is taken to be wide where the picture doesn't say how large it is: A4."""
_COARSE, _FINE = 72.0, 1300.0
"""Pixels per inch that a scanner gives; others that a file claims are made up by the program that saved it."""
_LEAST = 180.0
"""Pixels per inch below which a picture is enlarged before it is read."""
_FORMATS = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/tiff": "TIFF",
    "image/gif": "GIF",
    "image/bmp": "BMP",
    "image/webp": "WEBP",
}
_FAILURES = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError)
"""What Pillow raises at one broken picture or another."""


def read_picture(data: bytes, media_type: str) -> Drafted:
    """The lines of every page of a picture, with boxes in points."""
    scanner = Scanner()
    if not scanner.has_room:
        return Drafted([], "unsupported", (f"the file is a picture ({media_type}): {MISSING}",), 0.0)
    pages: list[Page] = []
    broken: str | None = None
    with warnings.catch_warnings():
        # Pillow warns of large pictures; ours are measured here.
        warnings.simplefilter("ignore")
        try:
            with _opened(data, media_type) as image:
                if image.width * image.height > LARGEST:
                    return Drafted([], "unsupported", (_TOO_LARGE,), 0.0)
                for frame in _frames(image):
                    pages.append(scanner.page(*frame, number=len(pages) + 1))
        except Image.DecompressionBombError:
            return Drafted([], "unsupported", (_TOO_LARGE,), 0.0)
        except _FAILURES as error:
            # What Pillow can't identify it names by a place in memory, another one each time.
            why = "" if isinstance(error, UnidentifiedImageError) else f" ({' '.join(str(error).split())[:80]})"
            broken = f"the picture is cut off or damaged{why}: get the whole file again"
    return _judged(pages, scanner, broken)


def _opened(data: bytes, media_type: str) -> Image.Image:
    # WeasyPrint, once loaded, has Pillow let half a picture pass, for everybody in the process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return Image.open(io.BytesIO(data), formats=[_FORMATS[media_type]])


def _judged(pages: list[Page], scanner: Scanner, broken: str | None) -> Drafted:
    drafts = page_drafts(pages)
    notes = scanner.notes()
    state: DocumentState = "abridged" if scanner.unread else "ok"
    if broken is not None:
        state, notes = "truncated", (broken, *notes)
    elif not drafts:
        state, notes = "empty", ("no letter can be made out on the picture: look at it, or scan it again", *notes)
    read = sum(1 for page in pages if not page.pictured)
    whole = len(pages) + (broken is not None)
    return Drafted(drafts, state, notes, read / whole if whole else 0.0, pages=len(pages))


def _frames(image: Image.Image) -> Iterator[tuple[Image.Image, float]]:
    """The pages of a picture in shades of gray, each with its pixels per inch; small ones are enlarged."""
    for number, frame in enumerate(ImageSequence.Iterator(image)):
        if number >= MOST_FRAMES or frame.width * frame.height > LARGEST:
            return
        resolution, page = _resolution(frame), gray(frame)
        if resolution < _LEAST:
            times = min(2.0, _LEAST / resolution * 1.5)
            page = page.resize((round(page.width * times), round(page.height * times)), Image.Resampling.LANCZOS)
            resolution *= times
        yield page, resolution


def _resolution(image: Image.Image) -> float:
    """Pixels per inch, as the file says where that can be, else as of a sheet."""
    told = float(image.info.get("dpi", (0, 0))[0])
    return told if _COARSE < told <= _FINE else image.width / _SHEET


def picture_page(data: bytes, media_type: str, number: int) -> tuple[Image.Image, float] | None:
    """A page of a picture as it is, with its pixels per inch; `None` where there is none.

    Args:
        data: the file.
        media_type: what it is.
        number: the page's, from 1.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with _opened(data, media_type) as image:
                image.seek(number - 1)
                if image.width * image.height > LARGEST:
                    return None
                return gray(image), _resolution(image)
        except (*_FAILURES, Image.DecompressionBombError):
            return None


def gray(image: Image.Image) -> Image.Image:
    """A picture in shades of gray; what is transparent is white paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        whole = image.convert("RGBA")
        paper = Image.new("RGBA", whole.size, "white")
        return Image.alpha_composite(paper, whole).convert("L")
    if image.mode.startswith("I") or image.mode == "F":
        # Deeper shades than eight bits.
        return image.convert("I").point(lambda shade: shade / 256).convert("L")
    return image.convert("L")
