"""Why does the case say so? Rule, inputs and quotes behind an id, and pictures of the places."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from legation.errors import UsageError
from legation.model.documents import Passage
from legation.pipeline.answering.clips import clips_of
from legation.pipeline.answering.explaining import why
from legation.pipeline.answering.naming import sources
from legation.pipeline.answering.places import is_quoted
from legation.pipeline.answering.spoken import told
from legation.publishing.rows import Row
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, shown

router = APIRouter()


@router.get("/why/{id_}")
def reason(request: Request, case: OpenCase, id_: str) -> Response:
    """The reason for anything that has an id."""
    row = why(case, id_).row
    # A claim is shown with all that belongs to it, never as a headline.
    said = told(case, [str(row["id"])]) if row["of"] == "claim" else {"claims": [], "held_back": []}
    view: Row = {
        "why": {**row, "says": None if row["of"] == "claim" else row["says"]},
        "claims": [*said["claims"]],
        "held_back": [*said["held_back"]],
        "sources": {**sources(case)},
    }
    return shown(request, case, Page(template="why.html", title="Why", view=view))


@router.get("/clips/{sha256}.png")
def clip(case: OpenCase, sha256: str, page: int, box: Annotated[str, Query()]) -> Response:
    """A picture of a place that the case quotes: what stands around it is blurred beyond reading."""
    place = Passage(sha256=sha256, start=0, end=0, quote="", page=page, box=_box(box))
    if place.box is None or not is_quoted(case, sha256, page, place.box):
        raise HTTPException(status_code=404)
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
