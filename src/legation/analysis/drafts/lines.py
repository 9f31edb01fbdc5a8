"""Which lines of a draft are to be checked? Its sentences, and the points and rows of tables that stand between them.

A report's points and tables mean whatever its page means by them, so the news grammar leaves them alone; a draft's are
going to be printed. A row is read as its cells, each behind the head of its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.extraction.news.layers import paragraphs
from legation.language.tokens import Token, sentences, tokens
from legation.model.documents import Block, Document


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A stretch of a draft that says one thing."""

    start: int
    end: int
    text: str
    """In which its tokens have their places: the document's text, or what a row is read as."""
    tokens: tuple[Token, ...]
    heading: bool = False


def draft_lines(document: Document) -> Iterator[DraftLine]:
    """The lines of a draft in their order."""
    parts = paragraphs(document)
    spoken = [
        (part.start, DraftLine(line.start, line.end, document.text, line.tokens, part.layer in ("title", "heading")))
        for part in parts
        for line in sentences(tokens(document.text, part.start, part.end))
    ]
    inside = [(part.start, part.end) for part in parts]
    others = [block for block in document.blocks if not any(a <= block.start < b for a, b in inside)]
    points = [
        (block.start, DraftLine(line.start, line.end, document.text, line.tokens))
        for block in others
        if block.kind in ("item", "definition")
        for line in sentences(tokens(document.text, block.start, block.end))
    ]
    rows = [(line.start, line) for line in _rows([block for block in others if block.kind == "cell"])]
    return (line for _, line in sorted([*spoken, *points, *rows], key=lambda each: each[0]))


def _rows(cells: Sequence[Block]) -> Iterator[DraftLine]:
    """The rows of tables, below their heads: a first row without a figure."""
    tables: dict[int, dict[int, list[Block]]] = {}
    for block in cells:
        if block.cell is not None and block.text.strip():
            number, place, _ = block.cell
            tables.setdefault(number, {}).setdefault(place, []).append(block)
    for table in tables.values():
        rows = [table[place] for place in sorted(table)]
        headed = not any(sign.isdecimal() for block in rows[0] for sign in block.text)
        heads = {block.cell[2]: block.text.strip() for block in rows[0] if headed and block.cell is not None}
        for row in rows[1:] if headed else rows:
            text = ". ".join(_headed(block, heads) for block in row)
            if found := tokens(text):
                yield DraftLine(row[0].start, row[-1].end, text, found)


def _headed(block: Block, heads: dict[int, str]) -> str:
    head = heads.get(block.cell[2]) if block.cell is not None else None
    text = " ".join(block.text.split())
    return f"{head} · {text}" if head else text
