"""Where are the lines of a plain text?

The text stays as it was decoded, sign for sign; only its places are noted.
"""

from __future__ import annotations

import re

from legation.model.documents import Block

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def text_blocks(text: str) -> tuple[Block, ...]:
    """The non-blank lines, without the white space around them."""
    blocks = []
    for number, line in enumerate(_LINE.finditer(text)):
        shown = line[0].strip()
        if shown:
            start = line.start() + line[0].index(shown[0])
            blocks.append(Block(kind="paragraph", text=shown, start=start, element=number))
    return tuple(blocks)


def lines_in(text: str) -> int:
    """Lines of a text, blank ones too; a line end at the end begins no further line."""
    ends = 0
    last = 0
    for found in _LINE_END.finditer(text):
        ends += 1
        last = found.end()
    return ends + (last < len(text))
