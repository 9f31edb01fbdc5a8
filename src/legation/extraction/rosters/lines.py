"""What are the lines of a document that people may stand on, and what shape does each have?

A line's shape is what the format shows of it: kind of element, level, class, type size, capitals; lines of one shape
tend to play one part in a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from legation.extraction.rosters.saying import Said, say
from legation.model.documents import Block
from legation.vocabulary.headings import post_classes
from legation.vocabulary.honorifics import addressed

Shape = tuple[str, int | None, float | None, str | None]
_FRAME = frozenset(
    {"nav", "menu", "footer", "breadcrumb", "breadcrumbs", "sidebar", "navigation", "navbar", "aside", "cookie", "toc"}
)
_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
_CELL_WIDE = re.compile(r"\S+(?: \S+)*")
_CELL_TAB = re.compile(r"[^\t]+")
_CLASS_WORD = re.compile(r"[\W\d_]+")
_NO_POST = re.compile(r"position-(?:relative|absolute|fixed|static|sticky)|rank-math\S*")
"""Classes of common style sheets and plug-ins that say nothing of what an element holds."""
_LONGEST_POST = 160
_LOOSE = 0.75
"""Gaps beyond this share of a line's height are more than the space between lines of one block."""


class Part(NamedTuple):
    """A stretch of a line between tabs: its text, where it starts in the block, and what it says."""

    text: str
    start: int
    said: Said


class Line(NamedTuple):
    """One block with its parts; `gap` where more space than between lines of a block stands before it."""

    block: Block
    parts: tuple[Part, ...]
    said: Said
    """What the line says where it has one part; its first part otherwise."""
    shape: Shape
    gap: bool
    broken: bool
    """Whether a page or a column ends before it."""
    frame: bool
    """Whether the format says that it is furniture: navigation, running header or footer."""

    @property
    def text(self) -> str:
        """The line as printed."""
        return self.block.text

    @property
    def capitals(self) -> bool:
        """Whether its letters are capitals."""
        return self.block.text.isupper()


def lines_of(blocks: Iterable[Block]) -> tuple[Line, ...]:
    """The lines of blocks, in their order."""
    found: list[Line] = []
    before: Block | None = None
    for block in blocks:
        found.append(_line(block, before))
        before = block
    return tuple(found)


def _line(block: Block, before: Block | None) -> Line:
    broken = before is not None and _is_broken(before, block)
    role = block.role
    parts = _parts(block.text)
    if parts[0].said.kind == "other" and role is not None and block.element is not None and _holds_posts(role):
        parts = _as_post(parts)
    shape = (block.kind, block.level, block.size, role)
    gap = before is not None and not broken and _is_apart(before, block)
    return Line(block, parts, parts[0].said, shape, gap, broken, _is_frame(block.kind, role))


@lru_cache(maxsize=4096)
def _holds_posts(role: str) -> bool:
    """Whether an element's class says that it holds a post: `job-position`, `field--fonction`."""
    return not post_classes().isdisjoint(_CLASS_WORD.split(_NO_POST.sub(" ", role.casefold())))


def _as_post(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """An unknown line as the post that its element says it is."""
    (text, start, said), *rest = parts
    end = len(text.rstrip())
    if rest or said.dates or not any(map(str.isalpha, text)) or end > _LONGEST_POST:
        return parts
    return (Part(text, start, said._replace(kind="title", title=(0, end))),)


@lru_cache(maxsize=4096)
def _is_frame(kind: str, role: str | None) -> bool:
    """Whether the format says that a block is furniture: navigation, running header or footer."""
    return kind in ("header", "footer") or (role is not None and not _FRAME.isdisjoint(role.casefold().split()))


@lru_cache(maxsize=65536)
def _parts(text: str) -> tuple[Part, ...]:
    """What a line says between its tabs; labels, sections and pages are one part."""
    whole = Part(text, 0, say(text))
    spaced = "  " in text and "\t" not in text and _is_spaced(text.strip())
    if not ("\t" in text or spaced) or whole.said.kind in ("contact", "section", "page"):
        return (whole,)
    parts = []
    for found in (_CELL_WIDE if spaced else _CELL_TAB).finditer(text):
        if found.group().strip():
            parts.append(Part(found.group(), found.start(), say(found.group())))
    return tuple(parts) or (whole,)


def _is_spaced(text: str) -> bool:
    """Whether wide gaps part a line into columns: two of them, or one before somebody addressed."""
    gaps = list(_WIDE.finditer(text))
    if len(gaps) == 1:
        behind = addressed(text[gaps[0].end() :])
        return behind is not None and behind.sure
    return len(gaps) > 1


def _is_apart(before: Block, block: Block) -> bool:
    """Whether a block stands apart from the one before: by space on a page, blank lines in a text, its element."""
    if block.box is not None and before.box is not None:
        if before.page != block.page or block.box[1] < before.box[1]:
            return False
        height = max(block.box[3] - block.box[1], 1.0)
        return block.box[1] - before.box[3] > _LOOSE * height
    if block.element is not None:
        return block.element != before.element
    return block.start > before.end + 1


def _is_broken(before: Block, block: Block) -> bool:
    if block.box is None or before.box is None:
        return False
    return block.page != before.page or block.box[1] < before.box[1]


def follower(lines: Sequence[Line], at: int) -> Line | None:
    """The next line that no page furniture is, and no relative's."""
    for line in lines[at + 1 : at + 6]:
        if not line.frame and line.said.kind not in ("page", "nothing", "relative"):
            return line
    return None


def is_followed_by_title(after: Line | None) -> bool:
    """Whether a name's next line is a title or a date."""
    if after is None:
        return False
    return after.said.kind in ("title", "date") or (after.said.kind == "other" and bool(after.said.dates))
