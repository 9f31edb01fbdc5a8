"""Who is somebody, as far as the sources of the case say? One person, and finding people and what else has some words.

What is looked for is sent, not put into an address: no name stays in the browser's history.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from legation.pipeline.answering.doubting import career
from legation.pipeline.answering.naming import sources
from legation.pipeline.answering.people import postings
from legation.pipeline.answering.search import found
from legation.pipeline.answering.spoken import spoken
from legation.publishing.rows import Row
from legation.workbench.charts import Line, chart, listed_bar
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, shown
from legation.workbench.turning import A_READ, turned

router = APIRouter()
A_SEARCH = 25
"""Persons on one page of what is found."""
LONGEST = 300
"""Signs of what is looked for."""


@router.get("/persons/{id_}")
def person(request: Request, case: OpenCase, id_: str) -> Response:
    """One person: names, posts, evidence, and what is claimed, each with who says so."""
    one = case.derived.person(id_)
    (held,) = career(case, one.id)
    posts = [*postings(case, person=one.id)]
    view: Row = {
        "person": {"id": one.id, "label": one.label},
        "career": held,
        "postings": [*posts],
        "chart": chart([_line(row) for row in posts]),
        "claims": [*spoken(case, person=one.id)["claims"]],
        "sources": {**sources(case)},
    }
    return shown(request, case, Page(template="person.html", title="Person", view=view))


def _line(row: Mapping[str, Any]) -> Line:
    return Line(label=row["mission"], bars=(listed_bar(row["listed"], row["editions"]),))


@router.post("/search")
def search(
    request: Request,
    case: OpenCase,
    text: Annotated[str, Form(max_length=LONGEST)] = "",
    after: Annotated[int, Form(ge=0, le=10**9)] = 0,
    most: Annotated[int, Form(ge=1, le=A_READ)] = A_SEARCH,
) -> Response:
    """What has the words, in any script: persons, some on each page, missions, printed titles, what reports say."""
    view = found(case, text, limit=most, offset=after)
    view |= {"sources": {**sources(case)} if view["said"] else {}, **turned(int(str(view["found"])), after, most)}
    return shown(request, case, Page(template="search.html", title="Search", view=view))
