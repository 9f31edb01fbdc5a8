"""How does a part of a Word document become lines?

The part is gone through tag by tag, so no depth of nesting breaks it. A paragraph gives one line, more where it is
broken by hand; a text box gives its lines after those of the paragraph that it hangs on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple
from xml.parsers import expat

from legation.model.documents import BlockKind
from legation.reading.docx_open import TELLS, Paragraph, Table, columns_named
from legation.reading.docx_styles import DEFAULT, Style
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

Running = Literal["header", "footer"]


class Section(NamedTuple):
    """Where a section ends, in drafts, and which headers and footers it names: kind and number of the relation."""

    end: int
    references: tuple[tuple[Running, str], ...]


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
        self._open: list[Paragraph] = []
        self._around = [Table(None)]
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
        elif tag in TELLS and self._open:
            TELLS[tag](self._open[-1], next((v for k, v in attributes.items() if k.rpartition(" ")[2] == "val"), None))

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
        self._open.append(Paragraph(self._counted))
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
        self._around.append(Table(self._tables))
        self._tables += 1

    def _open_box(self, _: Mapping[str, str]) -> None:
        self._around.append(Table(None))
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
        self._around[-1].column += columns_named(attributes.get("val"))

    def _widen(self, attributes: Mapping[str, str]) -> None:
        self._around[-1].width = max(columns_named(attributes.get("val")), 1)

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

    def _style(self, paragraph: Paragraph) -> Style:
        return self._styles.get(paragraph.style) or self._styles.get(DEFAULT) or Style()

    def _lines(self, paragraph: Paragraph) -> list[Draft]:
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
