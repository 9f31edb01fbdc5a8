"""How is the workbench put together? Screens and the API around one case, behind the door.

Every error of ours is a page that says what happened and what to do, or one shape of JSON for programs.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from legation import __version__
from legation.errors import CaseLockedError, GateError, JudgementError, LegationError, UnknownIdError, UsageError
from legation.workbench import api
from legation.workbench.building import Builder
from legation.workbench.desk import Desk
from legation.workbench.door import App, Door, Keys
from legation.workbench.pages import environment
from legation.workbench.screens import (
    build,
    captures,
    claims,
    diff,
    drafts,
    happenings,
    home,
    leaving,
    log,
    missions,
    notes,
    persons,
    replies,
    review,
    sources,
    why,
)

API = api.PREFIX
STATUSES: tuple[tuple[type[LegationError], int], ...] = (
    (UnknownIdError, 404),
    (CaseLockedError, 409),
    (JudgementError, 409),
    (GateError, 409),
    (UsageError, 400),
)
"""The HTTP status of each kind of error, the first that fits; any other is 500."""


def workbench(path: Path, keys: Keys) -> App:
    """The workbench on the case in a folder, behind its door."""
    app = FastAPI(
        title="Legation",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API}/openapi.json",
        exception_handlers={
            LegationError: _refused,
            HTTPException: _refused,
            RequestValidationError: _refused,
        },
    )
    app.state.desk = Desk(path)
    app.state.builder = Builder(path)
    app.add_api_route("/static/page.css", _page_style, include_in_schema=False)
    app.mount("/static", StaticFiles(packages=[("legation.workbench", "static")]))
    for screen in (
        home,
        captures,
        sources,
        diff,
        missions,
        persons,
        happenings,
        claims,
        replies,
        drafts,
        why,
        review,
        log,
        notes,
        leaving,
        build,
    ):
        app.include_router(screen.router, include_in_schema=False)
    app.include_router(api.router)
    return Door(app, keys)


async def _page_style() -> Response:
    """The style of the page that is mailed, which the workbench shares."""
    style = files("legation.publishing").joinpath("templates", "page.css").read_bytes()
    return Response(style, media_type="text/css")


async def _refused(request: Request, error: Exception) -> Response:
    status, code, message, item = _said(error)
    if request.url.path.startswith(API) or request.query_params.get("format") == "json":
        return JSONResponse({"error": {"code": code, "message": message, "item": item}}, status_code=status)
    html = environment().get_template("refused.html").render(status=status, message=message)
    return HTMLResponse(html, status_code=status)


def _said(error: Exception) -> tuple[int, str, str, str | None]:
    match error:
        case LegationError():
            status = next((status for kind, status in STATUSES if isinstance(error, kind)), 500)
            return status, error.code, error.message, error.item
        case RequestValidationError():
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"][1:])
            return 422, "usage", f"{where}: {first['msg']}" if where else str(first["msg"]), where or None
        case HTTPException(status_code=404):
            return 404, "unknown", "there is no such page: go on from the questions", None
        case HTTPException():
            return error.status_code, "failed", str(error.detail), None
        case _:
            raise error
