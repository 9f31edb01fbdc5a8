"""Where are the lines of a plain text?

The text stays as it was decoded, sign for sign; only its places are noted.
"""

from __future__ import annotations

import re

from legation.model.documents import Block, BlockKind

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_FIGURES = re.compile(r"\d+")
_DEEP = 2
"""Lines at the edge of a page among which running lines are looked for."""
_SHARE = 0.5
"""Share of the pages on which a running line stands."""
_LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def text_blocks(text: str) -> tuple[Block, ...]:
    """The non-blank lines, without the white space around them."""
    running = _running(text) if "\f" in text else {}
    blocks = []
    for number, line in enumerate(_LINE.finditer(text)):
        shown = line[0].strip()
        if shown:
            start = line.start() + line[0].index(shown[0])
            blocks.append(Block(kind=running.get(start, "paragraph"), text=shown, start=start, element=number))
    return tuple(blocks)


def _running(text: str) -> dict[int, BlockKind]:
    """Where lines start that stand at the top or the bottom of several printed pages, with what they are."""
    found: dict[tuple[BlockKind, str], list[int]] = {}
    at = pages = 0
    for page in text.split("\f"):
        lines = [(at + line.start(), line[0]) for line in _LINE.finditer(page) if line[0].strip()]
        pages += bool(lines)
        edges: tuple[tuple[BlockKind, list[tuple[int, str]]], ...] = (
            ("header", lines[:_DEEP]),
            ("footer", lines[_DEEP:][-_DEEP:]),
        )
        for kind, several in edges:
            for start, line in several:
                shown = line.strip()
                key = _FIGURES.sub("#", " ".join(shown.split()))
                found.setdefault((kind, key), []).append(start + line.index(shown[0]))
        at += len(page) + 1
    least = max(2, pages * _SHARE)
    return {start: kind for (kind, _), starts in found.items() if len(starts) >= least for start in starts}


def lines_in(text: str) -> int:
    """Lines of a text, blank ones too; a line end at the end begins no further line."""
    ends = 0
    last = 0
    for found in _LINE_END.finditer(text):
        ends += 1
        last = found.end()
    return ends + (last < len(text))
