"""What leaves by way of the browser? The page that is printed or mailed, through the gate like every export.

Screens aren't printed: they show what an export leaves out.
"""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form
from fastapi.responses import Response

from legation.pipeline.leaving import Way, handed_out
from legation.workbench.desk import OpenCase

router = APIRouter(prefix="/leaving")


@router.post("/page")
def page(case: OpenCase, publish: Annotated[bool, Form()] = False, to_whom: Annotated[str, Form()] = "") -> Response:
    """The page as a file: a draft that says so, or a publication where the gate finds nothing."""
    whom = (to_whom.strip(),) if to_whom.strip() else ()
    made = handed_out(case, "page", Way(publish=publish, to_whom=whom))
    (piece,) = made.pieces
    name = f"attachment; filename*=UTF-8''{quote(made.name)}"
    return Response(piece.data, media_type="text/html; charset=utf-8", headers={"content-disposition": name})
