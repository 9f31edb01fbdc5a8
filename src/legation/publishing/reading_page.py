"""What does a list look like beside what was read of it? One HTML file with the text, its marks, and the rows.

It holds no script and asks no network. A spouse's line is never shown: it stands there as withheld. A page to check a
reading by, not one to publish, and it says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from legation.model.documents import Block, Document, Passage
from legation.model.listings import Listing, Roster
from legation.publishing.page import environment

if TYPE_CHECKING:
    from legation.extraction.rosters.explaining import Explanation

_WITHHELD = "a line about a relative, withheld"
_BETWEEN = " · "


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


def explanation_rows(file: str, reasons: Explanation) -> Iterator[dict[str, object]]:
    """One row for each sentence, in the order in which they are read."""
    for part in ("structure", "fields", "edition", "residue"):
        for text in getattr(reasons, part):
            yield {"kind": "explanation", "file": file, "part": part, "text": text}


def render_reading(file: str, document: Document, roster: Roster, reasons: Explanation) -> str:
    """The page as one HTML document."""
    return (
        environment()
        .get_template("reading.html")
        .render(
            file=file,
            sha256=document.sha256,
            lines=tuple(_lines(document, roster, reasons.withheld)),
            missions=tuple(_by_mission(roster.listings)),
            sectioned=any(each.section for each in roster.listings),
            parts=tuple((part, getattr(reasons, part)) for part in ("structure", "fields", "edition", "residue")),
            dates=_dates,
        )
    )


def _lines(document: Document, roster: Roster, withheld: frozenset[int]) -> Iterator[TextLine]:
    """Rows as one line each, and a line that says where a page begins."""
    shown: set[int] = set()
    page = None
    made = _made(document, roster, withheld)
    for (number, _, _), group in groupby(made, key=lambda each: _together(each[0])):
        lines = [line for _, line in group]
        if number != page and document.pages and document.pages > 1:
            page = number
            yield TextLine(kind="page", stretches=(Stretch(text=f"page {number}", number=None),), reason=None)
        yield _joined(lines, shown)


def _together(block: Block) -> tuple[int | None, tuple[int, int] | None, int | None]:
    """Blocks alike in this stand on one line: the cells of one row of a table, any other by itself."""
    return block.page, block.cell[:2] if block.cell is not None else None, None if block.cell else block.start


def _joined(lines: Sequence[TextLine], shown: set[int]) -> TextLine:
    """One line of all of them; stretches that show a listing for the first time are noted as such."""
    stretches: list[Stretch] = []
    for place, line in enumerate(lines):
        if place:
            stretches.append(Stretch(text=_BETWEEN, number=None))
        for each in line.stretches:
            first = each.number is not None and each.number not in shown
            if each.number is not None:
                shown.add(each.number)
            stretches.append(Stretch(text=each.text, number=each.number, first=first))
    kinds = {line.kind for line in lines}
    kind = next((each for each in ("residue", "person", "withheld") if each in kinds), lines[0].kind)
    return TextLine(kind=kind, stretches=tuple(stretches), reason=next(filter(None, (x.reason for x in lines)), None))


def _made(document: Document, roster: Roster, withheld: frozenset[int]) -> Iterator[tuple[Block, TextLine]]:
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
            yield block, TextLine(kind="withheld", stretches=(Stretch(text=_WITHHELD, number=None),), reason=None)
            continue
        private = any(number in accompanied for _, _, number in inside) or block.start in withheld
        reason = reasons.get(block.start)
        kind = "person" if inside else "residue" if reason is not None else "other"
        yield block, TextLine(kind=kind, stretches=tuple(_stretches(block, inside, private=private)), reason=reason)


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
        yield Stretch(text=f" [{_WITHHELD}]" if private and rest.strip() else rest, number=None)


def _by_mission(listings: Sequence[Listing]) -> Iterator[tuple[str, list[tuple[int, Listing]]]]:
    """Listings with their numbers, in the list's order, under what the list says of their mission."""
    for name, group in groupby(enumerate(listings, 1), key=lambda each: _mission(each[1])):
        yield name, list(group)


def _mission(listing: Listing) -> str:
    said = (listing.mission or listing.sending, listing.mission_heading)
    return " – ".join(dict.fromkeys(filter(None, said))) or "no mission known"


def _dates(listing: Listing) -> tuple[str, ...]:
    return tuple(f"{each.kind} {each.value.text}" for each in listing.dates)
