"""What happened, or is said to have? Happenings, each with tellings, tally and who is still listed."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from legation.pipeline.answering.happened import happening
from legation.pipeline.answering.naming import sources
from legation.pipeline.answering.paged import events
from legation.publishing.rows import Row
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, shown
from legation.workbench.turning import After, extent, turned

router = APIRouter(prefix="/happenings")


@router.get("")
def every_happening(request: Request, case: OpenCase, after: After = 0) -> Response:
    """The happenings of the case, the earliest first; some on each page."""
    found = events(case, extent(after))
    view: Row = {"happenings": [*found.rows], **turned(found.total, after)}
    return shown(request, case, Page(template="happenings.html", title="Happenings", view=view))


@router.get("/{id_}")
def one_happening(request: Request, case: OpenCase, id_: str) -> Response:
    """One happening: who tells it and how, the numbers beside the lists, and what the lists show of each person."""
    view: Row = {"happening": happening(case, id_), "sources": {**sources(case)}}
    return shown(request, case, Page(template="happening.html", title="Happening", view=view))
