"""Why does the case say so? Rule, inputs and quotes behind an id, and pictures of the places."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from legation.errors import UsageError
from legation.model.documents import Passage
from legation.pipeline.clips import clips_of
from legation.pipeline.explaining import why
from legation.pipeline.naming import sources
from legation.publishing.rows import Row
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, shown

router = APIRouter()


@router.get("/why/{id_}")
def reason(request: Request, case: OpenCase, id_: str) -> Response:
    """The reason for anything that has an id."""
    view: Row = {"why": why(case, id_).row, "sources": {**sources(case)}}
    return shown(request, case, Page(template="why.html", title="Why", view=view))


@router.get("/clips/{sha256}.png")
def clip(case: OpenCase, sha256: str, page: int, box: Annotated[str, Query()]) -> Response:
    """A picture of one place: what stands around it is blurred beyond reading."""
    if sha256 not in sources(case):
        raise HTTPException(status_code=404)
    place = Passage(sha256=sha256, start=0, end=0, quote="", page=page, box=_box(box))
    found = clips_of(case, (place,)).get(place)
    if found is None or found.png is None:
        raise HTTPException(status_code=404)
    return Response(found.png, media_type="image/png")


def _box(text: str) -> tuple[float, float, float, float]:
    try:
        x0, y0, x1, y1 = (float(part) for part in text.split(","))
    except ValueError:
        raise UsageError(f"{text!r} is no box: four numbers with commas, in points") from None
    return x0, y0, x1, y1
