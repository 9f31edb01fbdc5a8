"""What of a Word document is open while it is gone through: a paragraph with its run, a table with its cell?

Each takes what the tags inside it tell; what becomes of that is decided where the part is walked.
"""

from __future__ import annotations

from collections.abc import Callable

from legation.model.documents import Cell
from legation.reading.docx_styles import DEFAULT, half_points, is_on, outline
from legation.reading.lines import Draft

_WIDEST = 1000


class Paragraph:
    """A paragraph that is open, and the run of it that is."""

    __slots__ = (
        "bold",
        "changed",
        "drafts",
        "heavy",
        "item",
        "level",
        "light",
        "number",
        "runs",
        "size",
        "style",
        "texts",
    )

    def __init__(self, number: int) -> None:
        self.number = number
        self.style = DEFAULT
        self.level: int | None = None
        self.item = False
        self.texts: list[str] = []
        self.changed: dict[float, int] = {}
        """Signs by the size that they are set in, where that isn't the style's."""
        self.heavy = self.light = 0
        """Signs in bold, and others."""
        self.drafts: list[Draft] = []
        """Lines of text boxes that hang on it."""
        self.runs = 0
        self.size: float | None = None
        self.bold: bool | None = None


class Table:
    """A table that is open, or, without a number, what is set apart from the one around it."""

    __slots__ = ("column", "number", "row", "width")

    def __init__(self, number: int | None) -> None:
        self.number, self.row, self.column, self.width = number, -1, 0, 1

    @property
    def cell(self) -> Cell | None:
        """The cell that is open."""
        return None if self.number is None else (self.number, max(self.row, 0), self.column)


def columns_named(value: str | None) -> int:
    """How many columns an attribute names; what is no number is none."""
    return min(int(value), _WIDEST) if value and value.isascii() and value.isdigit() and len(value) < 9 else 0


def _take_style(paragraph: Paragraph, value: str | None) -> None:
    paragraph.style = value or DEFAULT


def _take_level(paragraph: Paragraph, value: str | None) -> None:
    paragraph.level = outline(value)


def _take_number(paragraph: Paragraph, value: str | None) -> None:
    # List 0 takes a paragraph out of the list that its style would put it into.
    paragraph.item = value != "0"


def _take_size(paragraph: Paragraph, value: str | None) -> None:
    if paragraph.runs:
        paragraph.size = half_points(value)


def _take_bold(paragraph: Paragraph, value: str | None) -> None:
    if paragraph.runs:
        paragraph.bold = is_on(value)


TELLS: dict[str, Callable[[Paragraph, str | None], None]] = {
    "pStyle": _take_style,
    "outlineLvl": _take_level,
    "numId": _take_number,
    "sz": _take_size,
    "b": _take_bold,
}
"""What a paragraph takes from the value of a tag inside it."""
