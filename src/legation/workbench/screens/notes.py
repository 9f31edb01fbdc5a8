"""What does a reporter know that no file says by itself? An event or a claim, entered with its source."""

from __future__ import annotations

from typing import Literal, get_args

from fastapi import APIRouter, Request
from fastapi.responses import Response

from legation.model.claims import ClaimType, EventType
from legation.model.dates import Edtf
from legation.pipeline.fields import CLAIM_FIELDS, EVENT_FIELDS
from legation.pipeline.notes import NoteSource, note
from legation.publishing.rows import Row
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, see_other, shown

router = APIRouter(prefix="/notes")
Kind = Literal["event", "claim"]


@router.get("/{kind}")
def form(request: Request, case: OpenCase, kind: Kind) -> Response:
    """A form with the fields of an event or of a claim, and its source, which nothing is entered without."""
    fields = EVENT_FIELDS if kind == "event" else CLAIM_FIELDS
    types = get_args(EventType if kind == "event" else ClaimType)
    view: Row = {"kind": kind, "types": [*types], "fields": [name for name in fields if name != "type"]}
    return shown(request, case, Page(template="note.html", title=f"Enter {kind}", view=view))


@router.post("/{kind}")
async def enter(request: Request, case: OpenCase, kind: Kind) -> Response:
    """Enter it."""
    form = await request.form()
    given = {name: value.strip() for name, value in form.items() if isinstance(value, str) and value.strip()}
    source = NoteSource(
        url=given.pop("source-url", None),
        quote=given.pop("source-quote", None),
        date=Edtf.parse(day) if (day := given.pop("source-date", None)) else None,
        confidential=given.pop("source-confidential", None),
    )
    note(case, kind, given, source)
    return see_other(f"/notes/{kind}", told="noted")
