"""How does a part of a Word document become lines?

The part is gone through tag by tag, so no depth of nesting breaks it. A paragraph gives one line, more where it is
broken by hand; a text box gives its lines after those of the paragraph that it hangs on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple
from xml.parsers import expat

from legation.model.documents import BlockKind, Cell
from legation.reading.docx_styles import DEFAULT, Style, half_points, is_on, outline
from legation.reading.lines import Draft

_SPACES = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
"""What is shown where a program doesn't know the first choice: the same text again."""
_LEFT_OUT = frozenset({"del", "moveFrom"})
_FORMER = frozenset({"rPrChange", "pPrChange", "tcPrChange", "tblPrChange", "trPrChange", "sectPrChange"})
"""How something looked before tracked changes."""
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WIDEST = 1000

Running = Literal["header", "footer"]


class Section(NamedTuple):
    """Where a section ends, in drafts, and which headers and footers it names: kind and number of the relation."""

    end: int
    references: tuple[tuple[Running, str], ...]


class _Paragraph:
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


class _Table:
    """A table that is open, or, without a number, what is set apart from the one around it."""

    __slots__ = ("column", "number", "row", "width")

    def __init__(self, number: int | None) -> None:
        self.number, self.row, self.column, self.width = number, -1, 0, 1

    @property
    def cell(self) -> Cell | None:
        """The cell that is open."""
        return None if self.number is None else (self.number, max(self.row, 0), self.column)


class DocxWalk:
    """Goes through one part and keeps its lines in `drafts`."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self.drafts: list[Draft] = []
        self.sections: list[Section] = []
        self.deleted = 0
        """Passages that tracked changes took away."""
        self.broken: int | None = None
        """The byte at which the part breaks off."""
        self._styles = styles
        self._counted = self._tables = self._boxes = self._skipping = 0
        self._open: list[_Paragraph] = []
        self._around = [_Table(None)]
        self._references: list[tuple[Running, str]] = []
        self._shown = False

    def through(self, part: bytes) -> None:
        """Walk the part; one that breaks off is walked as far as it goes."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.buffer_text = True
        try:
            parser.Parse(part, True)
        except (expat.ExpatError, ValueError):
            self.broken = max(parser.CurrentByteIndex, 0)
            while self._open:
                self._close_paragraph()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if self._skipping:
            self._skipping += 1
            self.deleted += tag == "delText"
        elif name == _FALLBACK or (space in _SPACES and (tag in _LEFT_OUT or tag in _FORMER)):
            self._skipping = 1
        elif space not in _SPACES:
            return
        elif tag == "t":
            self._shown = True
        elif tag in _SIGNS:
            if self._open and self._open[-1].runs:
                self._open[-1].texts.append(_SIGNS[tag])
        elif tag in _OPENS:
            _OPENS[tag](self, {key.rpartition(" ")[2]: value for key, value in attributes.items()})
        elif tag in _TELLS and self._open:
            _TELLS[tag](self._open[-1], next((v for k, v in attributes.items() if k.rpartition(" ")[2] == "val"), None))

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        space, _, tag = name.rpartition(" ")
        if space not in _SPACES:
            return
        if tag == "t":
            self._shown = False
        elif tag in _CLOSES:
            _CLOSES[tag](self)

    def _characters(self, text: str) -> None:
        if not self._shown or self._skipping or not self._open:
            return
        paragraph = self._open[-1]
        paragraph.texts.append(text)
        signs = len(text) - text.count(" ")
        if paragraph.size is not None:
            paragraph.changed[paragraph.size] = paragraph.changed.get(paragraph.size, 0) + signs
        if paragraph.bold if paragraph.bold is not None else self._style(paragraph).bold:
            paragraph.heavy += signs
        else:
            paragraph.light += signs

    def _open_paragraph(self, _: Mapping[str, str]) -> None:
        self._open.append(_Paragraph(self._counted))
        self._counted += 1

    def _close_paragraph(self) -> None:
        if not self._open:
            return
        paragraph = self._open.pop()
        drafts = self._lines(paragraph) + paragraph.drafts
        if self._open:
            self._open[-1].drafts += drafts
            return
        self.drafts += drafts
        if self.sections and self.sections[-1].end < 0:
            self.sections[-1] = self.sections[-1]._replace(end=len(self.drafts))

    def _open_run(self, _: Mapping[str, str]) -> None:
        if self._open:
            paragraph = self._open[-1]
            paragraph.runs += 1
            paragraph.size = paragraph.bold = None

    def _close_run(self) -> None:
        if self._open:
            self._open[-1].runs -= 1

    def _open_table(self, _: Mapping[str, str]) -> None:
        self._around.append(_Table(self._tables))
        self._tables += 1

    def _open_box(self, _: Mapping[str, str]) -> None:
        self._around.append(_Table(None))
        self._boxes += 1

    def _close_box(self) -> None:
        self._close_table()
        self._boxes -= 1

    def _close_table(self) -> None:
        if len(self._around) > 1:
            self._around.pop()

    def _open_row(self, _: Mapping[str, str]) -> None:
        table = self._around[-1]
        table.row += 1
        table.column = 0

    def _pass_columns(self, attributes: Mapping[str, str]) -> None:
        self._around[-1].column += _count(attributes.get("val"))

    def _widen(self, attributes: Mapping[str, str]) -> None:
        self._around[-1].width = max(_count(attributes.get("val")), 1)

    def _close_cell(self) -> None:
        table = self._around[-1]
        table.column += table.width
        table.width = 1

    def _refer(self, kind: Running, attributes: Mapping[str, str]) -> None:
        self._references.append((kind, attributes.get("id", "")))

    def _close_section(self) -> None:
        # A section's settings stand in its last paragraph, those of the last section behind all.
        self.sections.append(Section(-1 if self._open else len(self.drafts), tuple(self._references)))
        self._references.clear()

    def _style(self, paragraph: _Paragraph) -> Style:
        return self._styles.get(paragraph.style) or self._styles.get(DEFAULT) or Style()

    def _lines(self, paragraph: _Paragraph) -> list[Draft]:
        """The lines of a paragraph, as broken by hand; runs of spaces are one space, runs of tabs one tab."""
        style, table = self._style(paragraph), self._around[-1]
        if paragraph.level is not None:
            style = style._replace(level=paragraph.level)
        kind: BlockKind = "cell" if table.cell else "item" if paragraph.item and style.level is None else style.kind
        role = [style.role or "", "bold" if paragraph.heavy > paragraph.light else "", "textbox" if self._boxes else ""]
        whole = Draft(
            kind=kind,
            text="",
            level=style.level if kind == "heading" else None,
            cell=table.cell,
            element=paragraph.number,
            size=max(paragraph.changed, key=lambda one: paragraph.changed[one], default=style.size),
            role=" ".join(filter(None, (*role, f"colspan={table.width}" if table.width > 1 else ""))) or None,
        )
        lines = []
        for line in "".join(paragraph.texts).split("\n"):
            pieces = (" ".join(piece.split()) for piece in line.split("\t"))
            lines.append(whole._replace(text="\t".join(piece for piece in pieces if piece)))
        return [line for line in lines if line.text]


def _count(value: str | None) -> int:
    return min(int(value), _WIDEST) if value and value.isascii() and value.isdigit() and len(value) < 9 else 0


def _take_style(paragraph: _Paragraph, value: str | None) -> None:
    paragraph.style = value or DEFAULT


def _take_level(paragraph: _Paragraph, value: str | None) -> None:
    paragraph.level = outline(value)


def _take_number(paragraph: _Paragraph, value: str | None) -> None:
    # List 0 takes a paragraph out of the list that its style would put it into.
    paragraph.item = value != "0"


def _take_size(paragraph: _Paragraph, value: str | None) -> None:
    if paragraph.runs:
        paragraph.size = half_points(value)


def _take_bold(paragraph: _Paragraph, value: str | None) -> None:
    if paragraph.runs:
        paragraph.bold = is_on(value)


_OPENS: dict[str, Callable[[DocxWalk, Mapping[str, str]], None]] = {
    "p": DocxWalk._open_paragraph,
    "r": DocxWalk._open_run,
    "tbl": DocxWalk._open_table,
    "tr": DocxWalk._open_row,
    "gridBefore": DocxWalk._pass_columns,
    "gridSpan": DocxWalk._widen,
    "txbxContent": DocxWalk._open_box,
    "headerReference": lambda walk, attributes: walk._refer("header", attributes),
    "footerReference": lambda walk, attributes: walk._refer("footer", attributes),
}
_CLOSES: dict[str, Callable[[DocxWalk], None]] = {
    "p": DocxWalk._close_paragraph,
    "r": DocxWalk._close_run,
    "tbl": DocxWalk._close_table,
    "tc": DocxWalk._close_cell,
    "txbxContent": DocxWalk._close_box,
    "sectPr": DocxWalk._close_section,
}
_TELLS: dict[str, Callable[[_Paragraph, str | None], None]] = {
    "pStyle": _take_style,
    "outlineLvl": _take_level,
    "numId": _take_number,
    "sz": _take_size,
    "b": _take_bold,
}
