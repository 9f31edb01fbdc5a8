"""What of a source is looked at in one go? A page of it, or a part that is as long as one.

Every line is on one leaf, and every row on the one where it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.publishing.beside import Beside, Line

LINES = 240
"""Lines of a leaf where the source has no pages; it ends before the next row that begins."""
LONGEST = 400
"""Lines after which a leaf ends wherever it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page of a source, or a part of it."""

    number: int
    page: int | None
    """`None` for a part of a source without pages."""
    lines: tuple[Line, ...]
    rows: tuple[int, ...]
    """Numbers of the rows that begin here."""


def leaves(beside: Beside, *, pages: int | None) -> tuple[Leaf, ...]:
    """The leaves of a source in their order; at least one.

    Args:
        beside: the source.
        pages: how many it has, if it has any.
    """
    paged = pages is not None and any(line.page for line in beside.lines)
    groups = _by_page(beside.lines, pages or 1) if paged else list(_by_length(beside.lines)) or [()]
    begun: set[int] = set()
    made = []
    for number, lines in enumerate(groups, 1):
        rows = sorted({row for line in lines for stretch in line.stretches for row in stretch.begins} - begun)
        begun.update(rows)
        made.append(Leaf(number=number, page=number if paged else None, lines=tuple(lines), rows=tuple(rows)))
    rest = tuple(row for row in range(1, len(beside.rows) + 1) if row not in begun)
    if rest:
        first = made[0]
        made[0] = Leaf(number=1, page=first.page, lines=first.lines, rows=tuple(sorted((*first.rows, *rest))))
    return tuple(made)


def leaf_at(found: Sequence[Leaf], place: int) -> Leaf:
    """The leaf where a place of the source's text is."""
    return next((leaf for leaf in reversed(found) if leaf.lines and leaf.lines[0].start <= place), found[0])


def leaf_of_row(found: Sequence[Leaf], row: int) -> Leaf:
    """The leaf where a row begins."""
    return next((leaf for leaf in found if row in leaf.rows), found[0])


def _by_page(lines: Sequence[Line], pages: int) -> list[list[Line]]:
    groups: list[list[Line]] = [[] for _ in range(max(pages, *(line.page or 1 for line in lines)))]
    for line in lines:
        groups[(line.page or 1) - 1].append(line)
    return groups


def _by_length(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    part: list[Line] = []
    for line in lines:
        begins = any(stretch.begins for stretch in line.stretches)
        if len(part) >= LONGEST or (len(part) >= LINES and begins):
            yield part
            part = []
        part.append(line)
    if part:
        yield part
