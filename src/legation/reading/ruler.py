"""Where do the signs of a PDF's page stand, and how big are they?

The library is asked for as few signs as will do: the ends of a line, and both sides of each space in it.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import pypdfium2.raw as pdfium

from legation.reading.layout import WORD_GAP, Piece

Handle: TypeAlias = Any
"""A pointer of pdfium; its bindings carry no types."""
_SPACES = re.compile(r"\s+")
_HYPHENS = "\ufffe\x02"
_Box = tuple[float, float, float, float]


def _bare(function: Handle, result: type, *written: type) -> Callable[..., Any]:
    """A function of pdfium on a page and a place, and an address to write to, without checks of types.

    The checks take longer than the function, and it is called for every space of a document.
    """
    prototype = ctypes.PYFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int, *written)
    return prototype(ctypes.cast(function, ctypes.c_void_p).value or 0)


_loose_box = _bare(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p)
_matrix = _bare(pdfium.FPDFText_GetMatrix, ctypes.c_int, ctypes.c_void_p)
_font_size = _bare(pdfium.FPDFText_GetFontSize, ctypes.c_double)
_sign_of_text = _bare(pdfium.FPDFText_GetCharIndexFromTextIndex, ctypes.c_int)


class Frame(NamedTuple):
    """How a page's own coordinates become the printed ones: origin top left, turned as a reader sees it."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int
    """Quarters of a turn, clockwise."""

    def box(self, left: float, top: float, right: float, bottom: float) -> _Box:
        """A box of the page as x0, y0, x1, y1 of the printed page."""
        x0, x1 = left - self.left, right - self.left
        y0, y1 = bottom - self.bottom, top - self.bottom
        if self.turns == 0:
            return x0, self.height - y1, x1, self.height - y0
        if self.turns == 1:
            return y0, x0, y1, x1
        if self.turns == 2:
            return self.width - x1, y0, self.width - x0, y1
        return self.height - y1, self.width - x1, self.height - y0, self.width - x0


class Ruler:
    """Measures the lines of one page, one after the other."""

    def __init__(self, text_page: Handle, frame: Frame, *, same: bool) -> None:
        self._page = ctypes.cast(text_page, ctypes.c_void_p).value or 0
        self._frame = frame
        self._same = same
        """Whether the places of the text are those of the signs: what stands for nothing is left out of the text."""
        self._turned = frame.turns > 0
        self._across, self._down = frame.left, frame.height + frame.bottom
        # A view gives numbers ten times as fast as the array below it.
        sides, terms = (ctypes.c_float * 4)(), (ctypes.c_float * 6)()
        self._sides, self._sides_at = memoryview(sides).cast("B").cast("f"), ctypes.addressof(sides)
        self._terms, self._terms_at = memoryview(terms).cast("B").cast("f"), ctypes.addressof(terms)
        self._sizes: dict[tuple[float, int], tuple[float, bool]] = {}
        self._size = 0.0
        self._first: _Box = (0.0, 0.0, 0.0, 0.0)

    def begin(self, first: int) -> bool:
        """Begin with the line whose first sign stands there; whether it runs as a reader of the page reads."""
        self._first = self._box(first)
        index = self._index(first)
        nominal = _font_size(self._page, index)
        # Signs of one nominal size whose boxes are as high are set by one matrix.
        key = (nominal, int((self._first[3] - self._first[1]) * 10))
        known = self._sizes.get(key)
        if known is None:
            known = self._sizes[key] = self._scaled(index, nominal)
        self._size, upright = known
        return upright

    def whole(self, line: str, first: int) -> list[Piece]:
        """The line begun as one piece, in whatever direction it runs."""
        a, b = self._first, self._box(first + len(line) - 1)
        return [Piece(min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]), self._size, line)]

    def pieces(self, line: str, first: int) -> list[Piece]:
        """The pieces of the line begun: it is cut at gaps that are wider than those between words."""
        found: list[Piece] = []
        begin, box = 0, self._first
        for start, stop in self._gaps(line, first):
            found.append(self._piece(line[begin:start], box, self._box(first + start - 1)))
            begin, box = stop, self._box(first + stop)
        rest = line[begin:]
        if rest[-1] in _HYPHENS:
            rest = rest[:-1] + "-"
        found.append(self._piece(rest, box, self._box(first + len(line) - 1)))
        return found

    def _scaled(self, index: int, nominal: float) -> tuple[float, bool]:
        """The size as printed, and whether the sign stands upright."""
        _matrix(self._page, index, self._terms_at)
        a, b, c, d = self._terms[:4]
        along, across = ((a, b), (b, -a), (-a, -b), (-b, a))[self._frame.turns]
        upright = along >= abs(across) * 4 or not (along or across)
        return round(nominal * abs(a * d - b * c) ** 0.5, 2), bool(upright)

    def _gaps(self, line: str, first: int) -> list[tuple[int, int]]:
        """Spaces of the line that are wider than those between words, as start and end."""
        wide, back = WORD_GAP * self._size, -self._size
        found = []
        if self._turned or not self._same:
            for space in _SPACES.finditer(line):
                gap = self._box(first + space.end())[0] - self._box(first + space.start() - 1)[2]
                if not back <= gap <= wide:
                    found.append(space.span())
            return found
        page, sides, at = self._page, self._sides, self._sides_at
        for space in _SPACES.finditer(line):
            start, stop = space.span()
            _loose_box(page, first + start - 1, at)
            right = sides[2]
            _loose_box(page, first + stop, at)
            if not back <= sides[0] - right <= wide:
                found.append((start, stop))
        return found

    def _piece(self, text: str, first: _Box, last: _Box) -> Piece:
        x0, y0, _, y1 = first
        size = self._size or y1 - y0
        if not size / 2 <= y1 - y0 <= size * 2:
            # Some fonts claim heights that have nothing to do with their signs.
            middle = (y0 + y1) / 2
            y0, y1 = middle - size / 2, middle + size / 2
        x1 = last[2]
        return Piece(x0, y0, x1, y1, size, text) if x0 <= x1 else Piece(x1, y0, x0, y1, size, text)

    def _index(self, place: int) -> int:
        return place if self._same else max(_sign_of_text(self._page, place), 0)

    def _box(self, place: int) -> _Box:
        _loose_box(self._page, place if self._same else self._index(place), self._sides_at)
        left, top, right, bottom = self._sides
        if self._turned:
            return self._frame.box(left, top, right, bottom)
        across, down = self._across, self._down
        return left - across, down - top, right - across, down - bottom
