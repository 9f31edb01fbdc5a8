"""What does the case hold, from when, and what became of it?"""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from legation.pipeline.status import capture_rows
from legation.publishing.rows import Row
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, shown

router = APIRouter()
State = Literal["unread", "residue"]


@router.get("/captures")
def captures(request: Request, case: OpenCase, state: Annotated[State | None, Query()] = None) -> Response:
    """Every capture by source and day, with its state."""
    rows = [row for row in capture_rows(case) if state is None or _is(row, state)]
    view: Row = {"state": state, "captures": [*rows]}
    return shown(request, case, Page(template="captures.html", title="Captures", view=view))


def _is(row: Row, state: State) -> bool:
    if state == "residue":
        return bool(row.get("residue"))
    return row["state"] not in ("ok", "abridged")
