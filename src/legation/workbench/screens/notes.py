"""What does a reporter know that no file says by itself? An event or a claim, entered with its source."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from legation.errors import UsageError
from legation.model.dates import Edtf
from legation.pipeline.deciding.notes import NoteSource, note
from legation.pipeline.work.fields import CLAIM_FIELDS, EVENT_FIELDS, choices
from legation.publishing.rows import Row
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, see_other, shown
from legation.workbench.words import in_a_form

router = APIRouter(prefix="/notes")
Kind = Literal["event", "claim"]


@router.get("/{kind}")
def form(request: Request, case: OpenCase, kind: Kind) -> Response:
    """A form with the fields of an event or of a claim, and its source, which nothing is entered without."""
    return shown(request, case, Page(template="note.html", title=f"Enter {kind}", view=_form(kind, {})))


async def _typed(request: Request) -> dict[str, str]:
    form = await request.form()
    return {name: value.strip() for name, value in form.items() if isinstance(value, str) and value.strip()}


@router.post("/{kind}")
def enter(request: Request, case: OpenCase, kind: Kind, typed: Annotated[dict[str, str], Depends(_typed)]) -> Response:
    """Enter it; what is refused stays in the form, with the reason."""
    given = dict(typed)
    try:
        source = NoteSource(
            url=given.pop("source-url", None),
            quote=given.pop("source-quote", None),
            date=Edtf.parse(day) if (day := given.pop("source-date", None)) else None,
            confidential=given.pop("source-confidential", None),
        )
        note(case, kind, given, source)
    except UsageError as error:
        view = _form(kind, typed, in_a_form(error.message))
        return shown(request, case, Page(template="note.html", title=f"Enter {kind}", view=view, status=400))
    return see_other(f"/notes/{kind}", told="noted")


def _form(kind: Kind, typed: dict[str, str], refused: str | None = None) -> Row:
    fields = EVENT_FIELDS if kind == "event" else CLAIM_FIELDS
    return {
        "kind": kind,
        "fields": [*fields],
        "choices": {name: [*words] for name, words in choices(fields).items()},
        "typed": {**typed},
        "refused": refused,
    }
