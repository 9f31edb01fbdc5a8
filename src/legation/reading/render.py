"""What does a page of a PDF look like, and is it a picture?"""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium
from PIL import Image

from legation.reading.ruler import Frame, Handle

RESOLUTION = 300.0
"""Pixels per inch at which a page is drawn to be read."""
MOST_PIXELS = 40_000_000
LETTERS = 40
"""Drawn lines from which on they may be letters."""
COVERED = 0.8
"""Share of a page that a picture covers, from which on the page is a picture."""


def is_picture(page: Handle, frame: Frame) -> bool:
    """Whether a picture covers the page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    area = 0.0
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        one = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_IMAGE and pdfium.FPDFPageObj_GetBounds(
            one, left, bottom, right, top
        ):
            # Scanners cut pages into strips.
            area += max(right.value - left.value, 0.0) * max(top.value - bottom.value, 0.0)
    return area >= COVERED * frame.width * frame.height > 0


def holds_picture(page: Handle) -> bool:
    """Whether a page without text shows something all the same: a picture, or letters drawn as lines."""
    paths = 0
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        kind = pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index))
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            return True
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
    return paths >= LETTERS


def drawn(page: Handle) -> tuple[Image.Image, float] | None:
    """The page in shades of gray, as a reader sees it, with its pixels per inch; `None` where it can't be drawn."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if width <= 0 or height <= 0:
        return None
    scale = min(RESOLUTION / 72, (MOST_PIXELS / (width * height)) ** 0.5)
    across, down = max(round(width * scale), 1), max(round(height * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * down)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombytes("L", (across, down), pixels, "raw", "L", stride, 1), scale * 72
