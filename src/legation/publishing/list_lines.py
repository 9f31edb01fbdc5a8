"""What does a list print, block by block, and which of it belongs to which listing?

A relative's line is never shown: it stands there as withheld.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from legation.model.documents import Block, Document, Passage
from legation.model.listings import Listing, Roster

WITHHELD = "a line about a relative, withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Text of a line: `number` of the listing it belongs to, or plain."""

    text: str
    number: int | None
    first: bool = False
    """Whether it is the first that the page shows of its listing, to which the listing's row leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of the list as the page shows it; the cells of one row are one line, and a new page is a line too."""

    kind: str
    stretches: tuple[Stretch, ...]
    reason: str | None


class Printed(NamedTuple):
    """A block of a list with the line that shows it, and the spans of it that are never shown."""

    block: Block
    line: TextLine
    hidden: tuple[tuple[int, int], ...]
    """Counted from the block's first sign."""


def printed_lines(document: Document, roster: Roster, withheld: frozenset[int]) -> Iterator[Printed]:
    """Each block that prints something, with what belongs to listings marked and what belongs to relatives left out.

    Args:
        document: the list.
        roster: what was read of it.
        withheld: where the blocks start that hold a relative's name.
    """
    spans = _spans(roster.listings)
    starts = [start for start, _, _ in spans]
    longest = max((end - start for start, end, _ in spans), default=0)
    reasons = {each.passage.start: each.reason for each in roster.residue}
    accompanied = {number for number, each in enumerate(roster.listings, 1) if each.accompanied}
    for block in document.blocks:
        if not block.text.strip():
            continue
        near = spans[bisect_left(starts, block.start - longest) : bisect_left(starts, block.end)]
        inside = [each for each in near if each[0] < block.end and block.start < each[1]]
        if block.start in withheld and not inside:
            line = TextLine(kind="withheld", stretches=(Stretch(text=WITHHELD, number=None),), reason=None)
            yield Printed(block, line, ((0, len(block.text)),))
            continue
        private = any(number in accompanied for _, _, number in inside) or block.start in withheld
        reason = reasons.get(block.start)
        kind = "person" if inside else "residue" if reason is not None else "other"
        stretches = tuple(_stretches(block, inside, private=private))
        hidden = tuple(_between(block, inside)) if private else ()
        yield Printed(block, TextLine(kind=kind, stretches=stretches, reason=reason), hidden)


def _between(block: Block, inside: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """The spans of a private line that belong to no listing."""
    at = 0
    for start, end, _ in [*inside, (block.end, block.end, 0)]:
        first = max(start - block.start, at)
        if block.text[at:first].strip():
            yield at, first
        at = max(at, end - block.start)


def together(block: Block) -> tuple[int | None, tuple[int, int] | None, int | None]:
    """Blocks alike in this stand on one line: the cells of one row of a table, any other by itself."""
    return block.page, block.cell[:2] if block.cell is not None else None, None if block.cell else block.start


def _spans(listings: tuple[Listing, ...]) -> list[tuple[int, int, int]]:
    return sorted(
        (part.start, part.end, number) for number, listing in enumerate(listings, 1) for part in _parts(listing.passage)
    )


def _parts(passage: Passage) -> tuple[Passage, ...]:
    return passage.parts or (passage,)


def _stretches(block: Block, inside: list[tuple[int, int, int]], *, private: bool) -> Iterator[Stretch]:
    """The line's text with what belongs to listings marked; of a private line nothing else."""
    at = block.start
    for start, end, number in inside:
        first, stop = max(start, at), min(end, block.end)
        if first >= stop:
            continue
        if first > at and not private:
            yield Stretch(text=block.text[at - block.start : first - block.start], number=None)
        yield Stretch(text=block.text[first - block.start : stop - block.start], number=number)
        at = stop
    if at < block.end:
        rest = block.text[at - block.start :]
        yield Stretch(text=f" [{WITHHELD}]" if private and rest.strip() else rest, number=None)
