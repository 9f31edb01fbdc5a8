"""What does a list look like beside what was read of it? One HTML file with the text, its marks, and the rows.

It holds no script and asks no network. A spouse's line is never shown: it stands there as withheld. A page to check a
reading by, not one to publish, and it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from legation.model.documents import Document
from legation.model.listings import Listing, Roster
from legation.publishing.list_lines import Stretch, TextLine, printed_lines, together
from legation.publishing.page import environment

if TYPE_CHECKING:
    from legation.extraction.rosters.explaining import Explanation

_BETWEEN = " · "


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
    made = printed_lines(document, roster, withheld)
    for (number, _, _), group in groupby(made, key=lambda each: together(each.block)):
        lines = [each.line for each in group]
        if number != page and document.pages and document.pages > 1:
            page = number
            yield TextLine(kind="page", stretches=(Stretch(text=f"page {number}", number=None),), reason=None)
        yield _joined(lines, shown)


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


def _by_mission(listings: Sequence[Listing]) -> Iterator[tuple[str, list[tuple[int, Listing]]]]:
    """Listings with their numbers, in the list's order, under what the list says of their mission."""
    for name, group in groupby(enumerate(listings, 1), key=lambda each: _mission(each[1])):
        yield name, list(group)


def _mission(listing: Listing) -> str:
    said = (listing.mission or listing.sending, listing.mission_heading)
    return " – ".join(dict.fromkeys(filter(None, said))) or "no mission known"


def _dates(listing: Listing) -> tuple[str, ...]:
    return tuple(f"{each.kind} {each.value.text}" for each in listing.dates)
