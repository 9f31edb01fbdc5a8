"""What does a document say, and where exactly?

A document is text made of blocks, each one line of it with its place; a passage is a quote with its place and can be
found again. Nothing here interprets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from legation.model.quick import maker, quick

BlockKind = Literal["heading", "paragraph", "row", "cell", "item", "term", "definition", "caption", "header", "footer"]
DocumentState = Literal[
    "ok",
    "abridged",
    "redirected",
    "error-page",
    "soft-404",
    "wall",
    "login-wall",
    "needs-script",
    "list-removed",
    "truncated",
    "empty",
    "encrypted",
    "unsupported",
]
Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in PDF points, origin top left."""
Cell = tuple[int, int, int]
"""Sheet (or table), row and column, each from 0."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of a document with its place: `start` counts code points in the document's text."""

    kind: BlockKind
    text: str
    start: int
    level: int | None = None
    page: int | None = None
    box: Box | None = None
    cell: Cell | None = None
    element: int | None = None
    size: float | None = None
    """Type size in points where the format tells it."""
    role: str | None = None
    """What the format says of it beside its kind: the class or tag names of HTML around it, space separated."""

    @property
    def end(self) -> int:
        """The code point after the block's last."""
        return self.start + len(self.text)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quote, the bytes it stands in, and its place there.

    A passage broken over lines, columns or pages has parts; its quote is theirs joined by one space.
    """

    sha256: str
    start: int
    end: int
    quote: str
    page: int | None = None
    box: Box | None = None
    cell: Cell | None = None
    element: int | None = None
    parts: tuple[Passage, ...] = ()

    def stands_in(self, text: str) -> bool:
        """Whether the quote is found again at its place in the document's text; white space is folded."""
        if self.parts:
            return folded(" ".join(part.quote for part in self.parts)) == folded(self.quote) and all(
                part.stands_in(text) for part in self.parts
            )
        return bool(self.quote) and folded(text[self.start : self.end]) == folded(self.quote)


_passage = maker(Passage)


def folded(text: str) -> str:
    """The text with each run of white space as one space and none at the ends."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader made of bytes: text, blocks in reading order, and how it came to that.

    Except for plain text, `text` is the blocks' texts joined by one line feed.
    """

    sha256: str
    media_type: str
    reader: str
    """Name and version of the reader; offsets are valid for it."""
    encoding: str | None = None
    encoding_basis: str | None = None
    languages: tuple[str, ...] = ()
    pages: int | None = None
    text: str = ""
    blocks: tuple[Block, ...] = ()
    coverage: float = 1.0
    """Share of the characters that a linear tokenizer sees which the blocks hold."""
    state: DocumentState = "ok"
    notes: tuple[str, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    """What the file says of itself: title, publication dates and the like, as (name, value)."""

    def passage(self, block: Block, start: int = 0, end: int | None = None) -> Passage:
        """The passage of a block, or of a span inside it (code points counted from the block's first)."""
        stop = len(block.text) if end is None else end
        return _passage(
            sha256=self.sha256,
            start=block.start + start,
            end=block.start + stop,
            quote=block.text[start:stop],
            page=block.page,
            box=block.box,
            cell=block.cell,
            element=block.element,
        )

    def span(self, start: int, end: int) -> Passage:
        """The passage of a stretch of the text; in parts where it runs over several blocks."""
        nearest = max(bisect_right(self.blocks, start, key=_first) - 1, 0)
        after = bisect_left(self.blocks, end, nearest, key=_first)
        parts = [
            self.passage(block, max(start - block.start, 0), min(end - block.start, len(block.text)))
            for block in self.blocks[nearest:after]
            if start < block.end
        ]
        return joined(parts) if parts else Passage(sha256=self.sha256, start=start, end=end, quote=self.text[start:end])


def _first(block: Block) -> int:
    return block.start


def joined(parts: Sequence[Passage]) -> Passage:
    """Passages of one document as one: itself for one, in parts for several.

    Raises:
        ValueError: there is no part.
    """
    if not parts:
        raise ValueError("a passage has at least one part")
    if len(parts) == 1:
        return parts[0]
    first = parts[0]
    return _passage(
        sha256=first.sha256,
        start=first.start,
        end=max([part.end for part in parts]),
        quote=" ".join([part.quote for part in parts]),
        page=first.page,
        box=first.box,
        cell=first.cell,
        element=first.element,
        parts=tuple(parts),
    )
