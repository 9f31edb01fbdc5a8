"""Who decided what, when and why? The whole log, each judgement with a way to take it back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from legation.pipeline.deciding.judging import undo
from legation.publishing.rows import Row, judgement_row
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, see_other, shown
from legation.workbench.turning import After, cut, turned

router = APIRouter(prefix="/log")


@router.get("")
def log(request: Request, case: OpenCase, after: After = 0) -> Response:
    """The judgements, the latest first, some on each page; what was undone stays and says so."""
    every = case.kept.judgements()[::-1]
    view: Row = {
        "judgements": [judgement_row(judgement) for judgement in cut(every, after)],
        "loose": [*case.derived.loose()],
        "refused": [*case.derived.refused()],
        **turned(len(every), after),
    }
    return shown(request, case, Page(template="log.html", title="Log", view=view))


@router.post("/undo")
def take_back(case: OpenCase, id_: Annotated[str, Form(alias="id")], why: Annotated[str, Form()]) -> Response:
    """Take back one judgement."""
    undo(case, id_, why=why)
    return see_other("/log", told="undone")
