"""How do pictures of pages become pages of text, and what is said about them?

Only so many pages of one file are read, for reading one takes seconds; the notes name those that weren't, and say in
which language and how surely the others were read.
"""

from __future__ import annotations

from collections.abc import Iterable

from PIL import Image

from legation.reading.layout import Piece, rows_of
from legation.reading.ocr import MISSING, Recognizer, recognizer
from legation.reading.pages import Page
from legation.vocabulary.ocr_packs import PAGES, pages_read

UNSURE = 75.0
"""Percent of confidence below which the notes ask for every name to be compared."""


class Scanner:
    """Reads the pictured pages of one file."""

    def __init__(self) -> None:
        self._recognizer: Recognizer | None = None
        self._asked = False
        self._confidences: list[float] = []
        self._most = pages_read()
        self.unread: list[int] = []
        """Numbers of the pages that were left, from 1."""

    @property
    def has_room(self) -> bool:
        """Whether another page is read."""
        if not self._asked:
            self._recognizer, self._asked = recognizer(), True
        return self._recognizer is not None and len(self._confidences) < self._most

    def page(self, image: Image.Image, resolution: float, *, number: int) -> Page:
        """A page from its picture; one that isn't read holds nothing and is `pictured`.

        Args:
            image: the page in shades of gray.
            resolution: pixels per inch.
            number: the page's, from 1.
        """
        width, height = image.width * 72 / resolution, image.height * 72 / resolution
        if not self.has_room or self._recognizer is None:
            self.unread.append(number)
            return Page(width, height, [], [], pictured=True)
        found = self._recognizer.read(image, round(resolution))
        scale = 72 / resolution
        pieces = [_scaled(piece, scale) for piece in found.pieces]
        if pieces:
            self._confidences.append(found.confidence)
        sides = (height, width) if found.turns % 2 else (width, height)
        return Page(*sides, rows_of(pieces), [], turns=found.turns)

    def notes(self) -> tuple[str, ...]:
        """What was read how surely, and what wasn't."""
        found = []
        if self._confidences and self._recognizer is not None and self._recognizer.pack is not None:
            sure = sum(self._confidences) / len(self._confidences)
            told = f"read by OCR in {self._recognizer.pack.language}, sure to {sure:.0f} %: "
            found.append(
                told + ("compare every name with the picture" if sure < UNSURE else "compare with the picture")
            )
        if self.unread:
            pages = ranges(self.unread)
            if self._recognizer is None:
                found.append(f"{pages} without text, a picture: {MISSING}")
            else:
                rest = (
                    f"only {self._most} pages of a scan are read, about ten seconds each: read more with --pages N "
                    f"({PAGES}=N for a case), split it, or have it made searchable (ocrmypdf)"
                )
                found.append(f"{pages} without text, a picture, not read by OCR: {rest}")
        return tuple(found)


def _scaled(piece: Piece, scale: float) -> Piece:
    x0, y0, x1, y1, size, text = piece
    return Piece(x0 * scale, y0 * scale, x1 * scale, y1 * scale, round(size * scale, 2), text)


def ranges(numbers: Iterable[int]) -> str:
    """Page numbers in words: `pages 3-7, 9`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    several = len(runs) > 1 or any(len(run) > 1 for run in runs)
    listed = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return f"page{'s' if several else ''} {listed}"
