"""What leaves by way of the browser? The page that is printed or mailed, and dossiers, through the gate as everywhere.

Screens aren't printed: they show what an export leaves out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form
from fastapi.responses import Response

from legation.errors import UsageError
from legation.pipeline.exporting.leaving import HandedOut, Way, handed_out
from legation.workbench.desk import OpenCase

router = APIRouter(prefix="/leaving")
MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The forms of print by the suffix of the file."""


@router.post("/page")
def page(case: OpenCase, publish: Annotated[bool, Form()] = False, to_whom: Annotated[str, Form()] = "") -> Response:
    """The page as a file: a draft that says so, or a publication where the gate finds nothing."""
    return _handed(handed_out(case, "page", Way(publish=publish, to_whom=_whom(to_whom))), ".html")


@router.post("/dossier")
def dossier(
    case: OpenCase,
    about: Annotated[str, Form()],
    suffix: Annotated[str, Form()] = ".html",
    edition: Annotated[str, Form()] = "",
    to_whom: Annotated[str, Form()] = "",
) -> Response:
    """A dossier of a person, mission or happening as a file: a draft, since publications are made by the command."""
    if suffix not in MEDIA_TYPES:
        raise UsageError(f"a dossier is written as {', '.join(MEDIA_TYPES)}, not as {suffix}", item=suffix)
    values = {"about": (about,), "libel_read": edition == "libel-read"}
    way = Way(to=Path(f"{case.about.title}-draft-dossier{suffix}"), to_whom=_whom(to_whom), values=values)
    return _handed(handed_out(case, "dossier", way), suffix)


def _whom(text: str) -> tuple[str, ...]:
    return (text.strip(),) if text.strip() else ()


def _handed(made: HandedOut, suffix: str) -> Response:
    (piece,) = made.pieces
    name = f"attachment; filename*=UTF-8''{quote(made.name)}"
    return Response(piece.data, media_type=MEDIA_TYPES[suffix], headers={"content-disposition": name})
