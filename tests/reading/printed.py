"""Small PDFs for tests: text at given places, in points from the top left corner."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Put = tuple[float, float, float, str]
"""Left edge, baseline from the top, size of type, text."""


def pdf(*pages: Iterable[Put], password: str | None = None, turn: int = 0, upright: bool = False) -> bytes:
    """A PDF with these texts on its pages, drawn in the order given.

    A turned page holds the texts across; `upright` sets them so that they can be read on it.
    """
    out = io.BytesIO()
    sides = (A4[1], A4[0]) if turn in (90, 270) and not upright else A4
    canvas = Canvas(out, pagesize=sides, encrypt=password, invariant=1)
    for page in pages:
        if turn:
            canvas.setPageRotation(turn)
        if turn and upright:
            canvas.translate(*{90: (A4[1], 0.0), 180: A4, 270: (0.0, A4[0])}[turn])
            canvas.rotate(turn)
        for left, down, size, text in page:
            canvas.setFont("Helvetica", size)
            canvas.drawString(left, A4[1] - down, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def people(first: int, count: int) -> list[str]:
    """Lines of a column: names with their ranks below."""
    return [line for n in range(first, first + count) for line in (f"Mr Person NUMBER{n}", "Second Secretary")]


def columns(lines: Sequence[Sequence[str]], *, lefts: Sequence[float], by_row: bool, top: float = 100) -> list[Put]:
    """Columns of lines, drawn one after the other or row by row."""
    placed = [
        (row, column, (lefts[column], top + 14.0 * row, 9.0, text))
        for column, texts in enumerate(lines)
        for row, text in enumerate(texts)
    ]
    placed.sort(key=lambda one: one[:2] if by_row else (one[1], one[0]))
    return [put for _, _, put in placed]
