"""What happened, or is said to have? Happenings, each with tellings, tally and who is still listed."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from legation.pipeline.asking import events
from legation.pipeline.happened import happening
from legation.pipeline.naming import sources
from legation.publishing.rows import Row
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, shown

router = APIRouter(prefix="/happenings")


@router.get("")
def every_happening(request: Request, case: OpenCase) -> Response:
    """Every happening of the case, the earliest first."""
    view: Row = {"happenings": [*events(case)]}
    return shown(request, case, Page(template="happenings.html", title="Happenings", view=view))


@router.get("/{id_}")
def one_happening(request: Request, case: OpenCase, id_: str) -> Response:
    """One happening: who tells it and how, the numbers beside the lists, and what the lists show of each person."""
    view: Row = {"happening": happening(case, id_), "sources": {**sources(case)}}
    return shown(request, case, Page(template="happening.html", title="Happening", view=view))
