"""Bring the case up to date, and say how far that is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from legation.publishing.rows import Row
from legation.workbench.building import Builder
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, see_other, shown

router = APIRouter(prefix="/build")
PATIENCE = 1.5
"""Seconds that a build may take before a page about its progress is shown."""


@router.post("")
async def start(request: Request, again: Annotated[bool, Form()] = False) -> Response:
    """Begin a build; one that is done soon leads straight back to the questions."""
    builder: Builder = request.app.state.builder
    builder.start(again=again)
    done = await run_in_threadpool(builder.wait, PATIENCE)
    return see_other("/", told="built") if done and builder.done else see_other("/build")


@router.get("")
def progress(request: Request, case: OpenCase) -> Response:
    """How far the build is."""
    builder: Builder = request.app.state.builder
    if not builder.running and builder.error is None:
        return see_other("/", told="built" if builder.done else None)
    done, total, what = builder.progress
    view: Row = {"running": builder.running, "done": done, "total": total, "what": what, "error": builder.error}
    return shown(request, case, Page(template="build.html", title="Build", view=view))
