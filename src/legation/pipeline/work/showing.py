"""What is done to the bytes of one file so that it can be looked at: the work of a supervised child process.

Pure functions at the top of the module, with imports of their own, as for reading: a child loads nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from legation.model.claims import Claim, Event
from legation.model.documents import Box
from legation.model.sources import InputKind
from legation.pipeline.work.stages import Task, document_of
from legation.publishing.beside import Beside, beside_list, beside_said

Told = tuple[Event | Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A source that was read once more to be shown: it beside its rows, and the sizes of pages that can be drawn."""

    beside: Beside
    sizes: tuple[tuple[float, float], ...]
    """Width and height in points."""
    pages: int | None
    state: str
    reader: str
    media_type: str
    notes: tuple[str, ...]

    def covered(self, page: int) -> tuple[Box, ...]:
        """The boxes of a page of which nothing may be seen."""
        return tuple(box for at, box in self.beside.covered if at == page)


def opened_from(task: Task, *, kind: InputKind | None, told: Told) -> Opened:
    """The work of a child: read the bytes and lay them out beside what was read of them."""
    from legation.reading.page_picture import page_sizes

    document = document_of(task)
    if kind == "list":
        from legation.extraction.rosters.explaining import explain_roster
        from legation.vocabulary.states import Gazetteer

        gazetteer = Gazetteer.default().with_states(task.states)
        roster, why = explain_roster(document, task.given, gazetteer, name=task.name)
        beside = beside_list(document, roster, why.withheld, (*why.structure, *why.fields, *why.edition))
    else:
        beside = beside_said(document, told)
    return Opened(
        beside=beside,
        sizes=page_sizes(task.data) if document.pages else (),
        pages=document.pages,
        state=document.state,
        reader=document.reader,
        media_type=document.media_type,
        notes=document.notes,
    )


def drawn_page(task: Task, *, number: int, covered: tuple[Box, ...]) -> bytes:
    """The work of a child: draw a page; nothing where it can't be drawn."""
    from legation.reading.page_picture import page_png

    return page_png(task.data, number, covered=covered) or b""


def outlined(task: Task, *, lines: dict[int, str]) -> str:
    """The work of a child: the outline of a page of HTML; nothing for another format."""
    from legation.reading.rebuilt import rebuilt
    from legation.reading.sniff import sniff

    return (rebuilt(task.data, lines) or "") if sniff(task.data).reader == "html" else ""
