"""Is what a draft says in the case? Pasted or uploaded, held against it, and kept nowhere."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import Response

from legation.errors import LegationError
from legation.pipeline.answering.naming import sources
from legation.pipeline.exporting.drafting import check_words
from legation.pipeline.work.given import given_from
from legation.publishing.rows import Row, sentence_row
from legation.store.case import Case
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, shown

router = APIRouter()
PASTED = "pasted.md"
"""What pasted words are called: Markdown holds plain text as well."""
LONGEST = 4_000_000
"""Bytes of the longest draft that is taken."""


@router.get("/drafts")
def asked(request: Request, case: OpenCase) -> Response:
    """The place to paste or upload a draft."""
    return _shown(request, case)


@router.post("/drafts")
def checked(
    request: Request,
    case: OpenCase,
    text: Annotated[str, Form(max_length=LONGEST)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Each sentence with what the case holds nearest to it; what was sent is in no file and no log afterwards."""
    uploaded = file.file.read(LONGEST + 1) if file is not None and file.filename else b""
    if len(uploaded) > LONGEST:
        return _shown(request, case, text, published, refused="the draft is longer than a book: check it in parts")
    name = file.filename if file is not None and uploaded and file.filename else PASTED
    data = uploaded or text.encode()
    if not data.strip():
        return _shown(request, case, text, published, refused="there is nothing to check: paste words or choose a file")
    try:
        found = check_words(case, data, name, given=given_from({"published": published or None, "kind": "report"}))
    except LegationError as error:
        return _shown(request, case, text, published, refused=error.message)
    rows: list[Row] = [sentence_row(sentence) for sentence in found.sentences]
    return _shown(request, case, text, published, summary=found.summary, sentences=rows, unread=found.unread)


def _shown(  # noqa: PLR0913 - what stays in the form, and what is answered
    request: Request,
    case: Case,
    text: str = "",
    published: str = "",
    *,
    refused: str | None = None,
    summary: str | None = None,
    sentences: list[Row] | None = None,
    unread: tuple[str, ...] = (),
) -> Response:
    view: Row = {
        "text": text,
        "published": published,
        "refused": refused,
        "summary": summary,
        "sentences": [*(sentences or ())],
        "unread": [*unread],
        "sources": {**sources(case)},
    }
    return shown(request, case, Page(template="draft.html", title="Check of a draft", view=view))
