"""Is each row what the source prints? A capture beside what was read of it, a page at a time, to be judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response

from legation.errors import LegationError, UnknownIdError, UsageError
from legation.model.sources import Capture
from legation.pipeline.answering.beside import captures_of, key_of, marked_up, opened, outline, page_picture, told_of
from legation.pipeline.deciding import judging
from legation.pipeline.deciding.checking import CONFIRMED, Checks, changed_fields, checked_row, checks, confirm_rest
from legation.pipeline.work.showing import Opened
from legation.publishing.rows import Row
from legation.store.case import Case
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, environment, see_other, shown
from legation.workbench.screens.source_view import Look, Place, look_at, source_view
from legation.workbench.shelf import Shelf

router = APIRouter()
CAPTURE_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
"""What a page made of a capture's own lines may do: be looked at within a page of ours."""
_OPENED: Shelf[Opened] = Shelf(most=6)
_PICTURES: Shelf[bytes] = Shelf(most=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which capture of the bytes is looked at, and where in it."""

    leaf: int | None = None
    view: Literal["page", "text", "outline"] | None = None
    capture: str | None = None
    at: int | None = None

    @property
    def query(self) -> str:
        """The same, as part of an address."""
        said = ((name, getattr(self, name)) for name in ("leaf", "view", "capture"))
        return "&".join(f"{name}={value}" for name, value in said if value is not None)


def _asked(
    leaf: int | None = None,
    view: Literal["page", "text", "outline"] | None = None,
    capture: str | None = None,
    at: int | None = None,
) -> Asked:
    return Asked(leaf=leaf, view=view, capture=capture, at=at)


WhatIsAsked = Annotated[Asked, Depends(_asked)]


async def _form(request: Request) -> dict[str, str]:
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


Filled = Annotated[dict[str, str], Depends(_form)]


@router.get("/sources/{sha256}")
def source(request: Request, case: OpenCase, sha256: str, asked: WhatIsAsked) -> Response:
    """A capture beside its rows; with `at`, the passage that begins at that character."""
    return _shown(request, case, sha256, asked)


@router.post("/sources/{sha256}/rows/{id_}")
def judge(request: Request, case: OpenCase, sha256: str, id_: str, asked: WhatIsAsked, filled: Filled) -> Response:
    """Confirm, correct or reject a row, or take back what was said of it."""
    capture = _chosen(case, sha256, asked)
    found = checks(case, capture)
    number = next((at for at, value in enumerate(found.values, 1) if value.id == id_), None)
    if number is None:
        raise UnknownIdError(f"{id_} is no row of this source as it is read now", item=id_)
    try:
        _judged(case, checked_row(found, number), filled)
    except LegationError as error:
        typed: Row = {"id": id_, "message": error.message, "fields": {**filled}}
        return _shown(request, case, sha256, asked, typed=typed)
    confirmed = filled.get("verdict") == "accept"
    beyond = min(number + 1, len(found.values)) if confirmed else number
    return _back(sha256, asked, told="judged", to=f"row-{beyond}")


@router.post("/sources/{sha256}/rest")
def rest(
    request: Request, case: OpenCase, sha256: str, asked: WhatIsAsked, count: Annotated[int, Form(ge=0)]
) -> Response:
    """Confirm the rest of a page, where the reader counts as many rows as were read."""
    capture = _chosen(case, sha256, asked)
    found, look = checks(case, capture), _look(case, capture, asked)
    try:
        confirm_rest(case, found, look.leaf.rows, seen=count)
    except LegationError as error:
        return _shown(request, case, sha256, asked, typed={"id": "rest", "message": error.message, "fields": {}})
    return _back(sha256, asked, told="judged", to="rows")


@router.get("/captures/{sha256}/pages/{number}.png")
def picture(case: OpenCase, sha256: str, number: int, asked: WhatIsAsked) -> Response:
    """A page as a picture, relatives covered."""
    capture = _chosen(case, sha256, asked)
    covered = _laid_out(case, capture).covered(number)
    key = (case.path, key_of(case, capture), number, covered)
    png = _PICTURES.get(key, lambda: page_picture(case, capture, number, covered))
    return Response(png, media_type="image/png")


@router.get("/captures/{sha256}/frame")
def frame(case: OpenCase, sha256: str, asked: WhatIsAsked) -> Response:
    """The headings, tables and lists of a page of HTML, made anew from its lines: nothing in it can act."""
    capture = _chosen(case, sha256, asked)
    lines = {start: marked_up(stretches) for start, stretches in _laid_out(case, capture).beside.blocks}
    markup = outline(case, capture, lines)
    if markup is None:
        raise UnknownIdError(f"{capture.name} is no page of HTML whose order can be shown", item=capture.id)
    html = environment().get_template("outline.html").render(markup=markup)
    headers = {"content-security-policy": CAPTURE_POLICY, "referrer-policy": "no-referrer"}
    return HTMLResponse(html, headers=headers)


def _judged(case: Case, row: Row, filled: dict[str, str]) -> None:
    id_, why = str(row["id"]), filled.get("why", "")
    match filled.get("verdict"):
        case "accept":
            judging.accept(case, id_, why=why or CONFIRMED)
        case "correct":
            changes = changed_fields(row, filled)
            if not changes:
                raise UsageError("no field differs from what stands there: change one, then press Correct")
            judging.correct(case, id_, changes, why=why)
        case "reject":
            judging.reject(case, id_, why=why)
        case "undo":
            judging.undo(case, filled.get("judgement"), why=why)
        case other:
            raise UsageError(f"{other!r} is nothing to do with a row: confirm, correct or reject it")


def _chosen(case: Case, sha256: str, asked: Asked) -> Capture:
    found = captures_of(case, sha256)
    return next((one for one in found if one.id == asked.capture), found[-1])


def _laid_out(case: Case, capture: Capture) -> Opened:
    told = tuple(one.id for one in told_of(case, capture))
    return _OPENED.get((case.path, key_of(case, capture), told), lambda: opened(case, capture))


def _look(case: Case, capture: Capture, asked: Asked) -> Look:
    found = checks(case, capture)
    place = Place(leaf=asked.leaf, view=asked.view, at=asked.at)
    return look_at(_laid_out(case, capture), found, place)


def _shown(request: Request, case: Case, sha256: str, asked: Asked, *, typed: Row | None = None) -> Response:
    every = captures_of(case, sha256)
    capture = _chosen(case, sha256, asked)
    found: Checks = checks(case, capture)
    problem = None
    try:
        laid_out: Opened | None = _laid_out(case, capture)
    except LegationError as error:
        laid_out, problem = None, error.message
    place = Place(leaf=asked.leaf, view=asked.view, at=asked.at)
    look = look_at(laid_out, found, place) if laid_out else None
    view = source_view(case, capture, every, found, look)
    view |= {"typed": typed, "problem": problem, "query": asked.query}
    status = 409 if typed else 200
    return shown(request, case, Page(template="source.html", title="Extraction check", view=view, status=status))


def _back(sha256: str, asked: Asked, *, told: str, to: str) -> Response:
    query = "&".join(filter(None, (asked.query, f"told={told}")))
    return see_other(f"/sources/{sha256}?{query}#{to}")
