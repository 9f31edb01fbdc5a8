"""Who says what, and where can't all of it be so? Claims, answers, disagreements, origins."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from legation.errors import UnknownIdError
from legation.pipeline.answering.doubting import corroboration
from legation.pipeline.answering.naming import sources
from legation.pipeline.answering.paged import contradictions
from legation.pipeline.answering.spoken import some_spoken, told
from legation.publishing.rows import Row
from legation.store.case import Case
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, shown
from legation.workbench.turning import A_READ, After, extent, turned

router = APIRouter()


@router.get("/claims")
def claims(request: Request, case: OpenCase, after: After = 0) -> Response:
    """What is said, by whom, in which words, with the answers to it in the same size; some on each page."""
    said = some_spoken(case, offset=after, limit=A_READ)
    view: Row = {
        "claims": [*said.claims],
        "held_back": [*said.held_back],
        "sources": {**sources(case)},
        **turned(said.total, after, A_READ),
    }
    return shown(request, case, Page(template="claims.html", title="Claims", view=view))


@router.get("/claims/{id_}/origins")
def origins(request: Request, case: OpenCase, id_: str) -> Response:
    """Who stands behind it: origins after copies are collapsed, answers and silences. No verdict."""
    found = corroboration_of(case, id_)
    about = found["about"] if found else [id_]
    said = told(case, [str(one) for one in about] if isinstance(about, list) else [])
    of_claims = bool(said["claims"] or said["held_back"])
    view: Row = {
        # What is claimed is shown with all that belongs to it, never as a headline.
        "corroboration": {**found, "proposition": None} if found and of_claims else found,
        "claims": [*said["claims"]],
        "held_back": [*said["held_back"]],
        "sources": {**sources(case)},
    }
    return shown(request, case, Page(template="origins.html", title="Origins", view=view))


@router.get("/contradictions")
def disagreements(
    request: Request, case: OpenCase, mission: Annotated[str | None, Query()] = None, after: After = 0
) -> Response:
    """What can't all be so, side by side; some on each page."""
    found = contradictions(case, extent(after, A_READ), mission=mission)
    view: Row = {
        "mission": mission,
        "contradictions": [*found.rows],
        "sources": {**sources(case)},
        **turned(found.total, after, A_READ),
    }
    return shown(request, case, Page(template="contradictions.html", title="Contradictions", view=view))


def corroboration_of(case: Case, id_: str) -> Row | None:
    """Who stands behind it; nothing where it is no proposition of its own, such as an answer."""
    try:
        return next(corroboration(case, id_), None)
    except UnknownIdError:
        if id_.startswith("claim-") and told(case, [id_]) != {"claims": [], "held_back": []}:
            return None
        raise
