"""Where in a source does each row stand that was read of it? Its lines with marks, and the places of these on pages.

The number of a row is its place among the rows, from 1. What belongs to a relative is never among the lines: it stands
there as withheld, and its place on a page is to be covered, with the whole line that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from legation.model.claims import Claim, Event
from legation.model.documents import Block, Box, Document, Passage
from legation.model.listings import Roster
from legation.publishing.list_lines import Printed, printed_lines, together


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Text of a line, with the numbers of all rows that it belongs to and of those that begin with it."""

    text: str
    rows: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the source; the cells of one row of a table are one line."""

    kind: str
    """`person`, `said`, `residue`, `withheld` or `other`."""
    start: int
    end: int
    page: int | None
    stretches: tuple[Stretch, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place on a page: of a row, or of a line that wasn't understood (`row` is 0)."""

    row: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A source as it is shown beside its rows."""

    rows: tuple[str, ...]
    """Ids of listings, or of events and claims in the order of their places."""
    lines: tuple[Line, ...]
    blocks: tuple[tuple[int, tuple[Stretch, ...]], ...]
    """Where each block starts, and its text with marks: for a view that has an order of its own."""
    marks: tuple[Mark, ...]
    covered: tuple[tuple[int, Box], ...]
    """Pages and boxes of which nothing may be seen."""
    sentences: tuple[str, ...] = ()
    """Why a list was read as it was."""


def beside_list(document: Document, roster: Roster, withheld: frozenset[int], sentences: Sequence[str] = ()) -> Beside:
    """A list beside its listings."""
    printed = tuple(printed_lines(document, roster, withheld))
    begun: set[int] = set()
    blocks = tuple((each, _numbered(each, begun)) for each in printed)
    residue = (Mark(row=0, page=p.page, box=p.box) for r in roster.residue for p in (r.passage,) if p.page and p.box)
    return Beside(
        rows=tuple(listing.id for listing in roster.listings),
        lines=tuple(_lines((each.block, each.line.kind, each.line.reason, made) for each, made in blocks)),
        blocks=tuple((each.block.start, made) for each, made in blocks),
        marks=(*_marks([listing.passage for listing in roster.listings]), *residue),
        covered=tuple(cover for each in printed for cover in _covers(each)),
        sentences=tuple(sentences),
    )


def beside_said(document: Document, told: Iterable[Event | Claim]) -> Beside:
    """A source beside the events and claims that were read of it, in the order of their places; its text where none."""
    said = sorted(told, key=lambda one: (one.passage.start, one.passage.end, one.id))
    spans = sorted(
        (part.start, part.end, number)
        for number, one in enumerate(said, 1)
        for part in (one.passage.parts or (one.passage,))
    )
    begun: set[int] = set()
    blocks = tuple((block, tuple(_cut(block, spans, begun))) for block in document.blocks if block.text.strip())
    return Beside(
        rows=tuple(one.id for one in said),
        lines=tuple(
            _lines((block, "said" if any(s.rows for s in made) else "other", None, made) for block, made in blocks)
        ),
        blocks=tuple((block.start, made) for block, made in blocks),
        marks=tuple(_marks([one.passage for one in said])),
        covered=(),
    )


def _numbered(printed: Printed, begun: set[int]) -> tuple[Stretch, ...]:
    made = []
    for each in printed.line.stretches:
        numbers = () if each.number is None else (each.number,)
        made.append(Stretch(text=each.text, rows=numbers, begins=tuple(n for n in numbers if n not in begun)))
        begun.update(numbers)
    return tuple(made)


def _cut(block: Block, spans: Sequence[tuple[int, int, int]], begun: set[int]) -> Iterator[Stretch]:
    """A block's text, cut where rows begin and end; one stretch may belong to several."""
    inside = [span for span in spans if span[0] < block.end and block.start < span[1]]
    edges = sorted(
        {block.start, block.end, *(min(max(edge, block.start), block.end) for span in inside for edge in span[:2])}
    )
    for first, stop in pairwise(edges):
        numbers = tuple(number for start, end, number in inside if start <= first and stop <= end)
        fresh = tuple(number for number in numbers if number not in begun)
        begun.update(fresh)
        yield Stretch(text=block.text[first - block.start : stop - block.start], rows=numbers, begins=fresh)


def _lines(blocks: Iterable[tuple[Block, str, str | None, tuple[Stretch, ...]]]) -> Iterator[Line]:
    for _, group in groupby(blocks, key=lambda each: together(each[0])):
        cells = list(group)
        stretches: list[Stretch] = []
        for at, (_, _, _, made) in enumerate(cells):
            stretches += [*([Stretch(text=" · ")] if at else []), *made]
        kinds = [kind for _, kind, _, _ in cells]
        yield Line(
            kind=next((each for each in ("residue", "person", "said", "withheld") if each in kinds), kinds[0]),
            start=cells[0][0].start,
            end=cells[-1][0].end,
            page=cells[0][0].page,
            stretches=tuple(stretches),
            reason=next(filter(None, (reason for _, _, reason, _ in cells)), None),
        )


def _marks(passages: Sequence[Passage]) -> Iterator[Mark]:
    for number, passage in enumerate(passages, 1):
        for part in passage.parts or (passage,):
            if part.page is not None and part.box is not None:
                yield Mark(row=number, page=part.page, box=part.box)


def _covers(printed: Printed) -> Iterator[tuple[int, Box]]:
    """What hides the words of a line that are never shown.

    A line's box is measured, the places of words in it aren't: where a relative is named on the line of who is listed,
    the whole line is covered, and read as text instead.
    """
    block = printed.block
    if block.page is None or block.box is None:
        return
    if any(sign.isalnum() for start, end in printed.hidden for sign in block.text[start:end]):
        yield block.page, block.box
