"""How do lines become a document's text?

Readers give drafts; here each gets its place, so that the text is the blocks joined by one line feed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from legation.model.documents import Block, BlockKind, Box, Cell, DocumentState
from legation.model.quick import maker

_block = maker(Block)


class Draft(NamedTuple):
    """A line on its way to a block: all of it but its place in the text."""

    kind: BlockKind
    text: str
    level: int | None = None
    page: int | None = None
    box: Box | None = None
    cell: Cell | None = None
    element: int | None = None
    size: float | None = None
    role: str | None = None


class Drafted(NamedTuple):
    """What a reader made of a file's bytes: its lines, what it says of itself, and what is wrong with it."""

    drafts: list[Draft]
    state: DocumentState = "ok"
    notes: tuple[str, ...] = ()
    coverage: float = 1.0
    """Share of the file that could be read."""
    meta: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()
    pages: int | None = None


def laid_out(drafts: Iterable[Draft]) -> tuple[str, tuple[Block, ...]]:
    """The document's text and its blocks; lines without a sign to print are left out."""
    blocks: list[Block] = []
    start = 0
    for kind, text, level, page, box, cell, element, size, role in drafts:
        if not text or text.isspace():
            continue
        blocks.append(
            _block(
                kind=kind,
                text=text,
                start=start,
                level=level,
                page=page,
                box=box,
                cell=cell,
                element=element,
                size=size,
                role=role,
            )
        )
        start += len(text) + 1
    return "\n".join([block.text for block in blocks]), tuple(blocks)
