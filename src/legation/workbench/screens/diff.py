"""What changed between two editions of a list? Person by person, never word by word."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from legation.pipeline.answering.comparing import roster_changes
from legation.pipeline.answering.missions import gazetteer_of, mission_key
from legation.publishing.comparison import DIFFERENCE_WORDS
from legation.publishing.phrases import mission_phrase
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, shown

router = APIRouter()


@router.get("/diff")
def diff(
    request: Request,
    case: OpenCase,
    mission: str | None = None,
    from_: Annotated[str | None, Query(alias="from")] = None,
    to: str | None = None,
) -> Response:
    """Two editions of a mission: who joined, who left, and whose line changed."""
    key = mission_key(case, mission) if mission else None
    view = roster_changes(case, mission=key, from_=from_ or None, to=to or None)
    view |= {
        "words": mission_phrase(str(view["mission"]), gazetteer_of(case).label),
        "kinds": {str(kind): words for kind, words in DIFFERENCE_WORDS.items()},
    }
    return shown(request, case, Page(template="diff.html", title=f"Changes {view['mission']}", view=view))
