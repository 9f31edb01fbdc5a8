"""What does a list look like beside what was read of it? One HTML file with the text, its marks, and the rows.

It holds no script and asks no network. A spouse's line is never shown: it stands there as withheld. A page to check a
reading by, not one to publish, and it says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.model.documents import Block, Document, Passage
from legation.model.listings import Listing, Roster
from legation.publishing.page import environment

if TYPE_CHECKING:
    from legation.extraction.rosters.explaining import Explanation

_WITHHELD = "a line about a relative, withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Text of a line: `number` of the listing it belongs to, or plain."""

    text: str
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of the list as the page shows it."""

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
            listings=tuple(enumerate(roster.listings, 1)),
            parts=tuple((part, getattr(reasons, part)) for part in ("structure", "fields", "edition", "residue")),
            dates=_dates,
        )
    )


def _lines(document: Document, roster: Roster, withheld: frozenset[int]) -> Iterator[TextLine]:
    spans = _spans(roster.listings)
    reasons = {each.passage.start: each.reason for each in roster.residue}
    accompanied = {number for number, each in enumerate(roster.listings, 1) if each.accompanied}
    for block in document.blocks:
        if not block.text.strip():
            continue
        inside = [each for each in spans if each[0] < block.end and block.start < each[1]]
        if block.start in withheld and not inside:
            yield TextLine(kind="withheld", stretches=(Stretch(text=_WITHHELD, number=None),), reason=None)
            continue
        private = any(number in accompanied for _, _, number in inside) or block.start in withheld
        reason = reasons.get(block.start)
        kind = "person" if inside else "residue" if reason is not None else "other"
        yield TextLine(kind=kind, stretches=tuple(_stretches(block, inside, private=private)), reason=reason)


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


def _dates(listing: Listing) -> str:
    return ", ".join(f"{each.kind} {each.value.text}" for each in listing.dates)
