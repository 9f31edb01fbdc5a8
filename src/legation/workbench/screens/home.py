"""What does the case answer, and what waits? The first screen."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from legation.pipeline.answering.naming import sources
from legation.pipeline.questions import answers, waiting_work
from legation.publishing.rows import Row
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, shown
from legation.workbench.turning import After, cut, turned

router = APIRouter()
A_PAGE = 25
"""Answers on one page, each with its passages."""


@router.get("/")
def home(request: Request, case: OpenCase, after: After = 0) -> Response:
    """Answers with their passages, some on each page, then what waits; an empty case says what to do next."""
    every = answers(case)
    view: Row = {
        "answers": [*cut(every, after, A_PAGE)],
        **turned(len(every), after, A_PAGE),
        "waiting": [*waiting_work(case)],
        "captures": len(case.kept.captures()),
        "sources": {**sources(case)},
    }
    return shown(request, case, Page(template="home.html", title="Questions", view=view))
