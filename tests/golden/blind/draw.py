"""How lines become pages of PDF, and pictures of pages: for lists that were written blind."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path("/usr/share/fonts/truetype/dejavu")
Put = tuple[float, float, float, str]
"""Left edge, baseline from the top, type size, text; a negative size is bold."""


def pdf(pages: Iterable[Iterable[Put]], *, size: tuple[float, float] = A4, turned: int = 0) -> bytes:
    """Pages of text; turned pages are drawn upright for a reader who turns them back."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for name in ("DejaVuSans", "DejaVuSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    for page in pages:
        width, height = size
        if turned:
            canvas.setPageRotation(turned)
            canvas.translate(width, 0)
            canvas.rotate(90)
            width, height = height, width
        for left, down, points, text in page:
            canvas.setFont("DejaVuSans-Bold" if points < 0 else "DejaVuSans", abs(points))
            canvas.drawString(left, height - down, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def column(lines: Iterable[tuple[float, str]], left: float = 60, top: float = 70, lead: float = 5) -> list[Put]:
    """Lines (type size, text) set one below the other; a line without text is a gap."""
    down, found = top, []
    for points, text in lines:
        if text:
            found.append((left, down, points, text))
        down += abs(points) + lead
    return found


def picture(puts: Iterable[Put], *, dpi: int = 200, size: tuple[float, float] = A4) -> Image.Image:
    """A page as a scanner sees it, in gray."""
    scale = dpi / 72
    image = Image.new("L", (round(size[0] * scale), round(size[1] * scale)), 250)
    pen = ImageDraw.Draw(image)
    for left, down, points, text in puts:
        name = "DejaVuSans-Bold" if points < 0 else "DejaVuSans"
        font = ImageFont.truetype(str(FONTS / f"{name}.ttf"), round(abs(points) * scale))
        pen.text((left * scale, down * scale), text, fill=20, font=font, anchor="ls")
    return image


def saved(image: Image.Image, form: str, *more: Image.Image, dpi: int = 200) -> bytes:
    """A picture as a file; TIFF may hold more pages."""
    out = io.BytesIO()
    if form == "TIFF":
        image.save(out, form, dpi=(dpi, dpi), save_all=True, append_images=list(more), compression="tiff_deflate")
    else:
        image.save(out, form, dpi=(dpi, dpi))
    return out.getvalue()


def pictured_pdf(images: Iterable[Image.Image]) -> bytes:
    """A PDF that holds nothing but pictures of pages."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for image in images:
        canvas.drawImage(ImageReader(image), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
