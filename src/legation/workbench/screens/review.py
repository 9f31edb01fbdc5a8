"""Are two one person? The pairs that wait, cluster by cluster, judged with both passages in view.

How likely the weights think a pair is told after its judgement alone. Every judgement goes to the log with who judged
and why, and can be taken back, one after the other.
"""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import Response

from legation.model.links import Naming, PersonLink
from legation.pipeline.answering.naming import sources
from legation.pipeline.answering.reviewing import Aspect, Pair, hanging_together, ids_of, in_view
from legation.pipeline.deciding.author import author
from legation.pipeline.deciding.judging import decide, undo
from legation.publishing.rows import Row, passage_row
from legation.store.case import Case
from legation.workbench.charts import Line, chart, span_bar
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, see_other, shown

router = APIRouter(prefix="/review")
Verdict = Literal["same", "different", "unsure"]


@router.get("")
def review(
    request: Request,
    case: OpenCase,
    unsure: Annotated[bool, Query()] = False,
    skip: Annotated[int, Query(ge=0)] = 0,
    after: Annotated[str | None, Query()] = None,
) -> Response:
    """The cluster that is the likeliest to hold one person of two, and what the last judgement was about."""
    groups = hanging_together(case, unsure=unsure)
    at = min(skip, max(len(groups) - 1, 0))
    group = in_view(case, [(at + 1, groups[at])] if groups else [])
    view: Row = {
        "unsure": unsure,
        "skip": at,
        "groups": len(groups),
        "waiting": sum(map(len, groups)),
        "author": author(),
        "pairs": [_pair_row(pair) for pair in group],
        "judged": _judged(case, after) if after else None,
        "undoable": bool(case.kept.live_judgements()),
        "sources": {**sources(case)},
    }
    return shown(request, case, Page(template="review.html", title="Review", view=view))


@router.post("/judge")
def judge(
    case: OpenCase,
    a: Annotated[str, Form()],
    b: Annotated[str, Form()],
    verdict: Annotated[Verdict, Form()],
    why: Annotated[str, Form()],
    way: Annotated[str, Form()] = "",
) -> Response:
    """Put one judgement into the log."""
    made = decide(case, a, b, verdict, why=why)
    return see_other(f"/review?{_way(way)}after={made.id}", told="judged")


@router.post("/undo")
def take_back(case: OpenCase, way: Annotated[str, Form()] = "") -> Response:
    """Take back the last judgement that counts."""
    undo(case, why="taken back in review")
    return see_other(f"/review?{_way(way)}", told="undone")


def _way(way: str) -> str:
    """The part of the address that says which cluster is looked at; nothing else is taken from a form."""
    parts = dict(part.partition("=")[::2] for part in way.split("&"))
    kept = [f"skip={int(parts['skip'])}"] if parts.get("skip", "").isascii() and parts.get("skip", "").isdigit() else []
    kept += ["unsure=true"] if parts.get("unsure") == "true" else []
    return "".join(f"{part}&" for part in kept)


def _judged(case: Case, id_: str) -> Row | None:
    """What was just judged, now with what the weights say."""
    found = next((one for one in reversed(case.kept.live_judgements()) if one.id == id_), None)
    if found is None or len(found.sides) != 2:
        return None
    persons = case.persons.of_listings(side.id for side in found.sides if side.id.startswith("listing-"))
    sides = {persons[side.id].id if side.id in persons else side.id for side in found.sides}
    every: list[PersonLink | Naming] = [*case.derived.links(), *case.derived.namings()]
    link = next((one for one in every if set(ids_of(one)) == sides), None)
    return {
        "id": found.id,
        "verdict": found.verdict,
        "why": found.why,
        "quotes": [side.quote for side in found.sides],
        "probability": link.probability if link else None,
        "reasons": [*found.shown],
    }


def _pair_row(pair: Pair) -> Row:
    lines = [
        Line(label=letter, bars=tuple(span_bar(span.first, span.last) for span in side.spans))
        for letter, side in (("A", pair.a), ("B", pair.b))
    ]
    return {"id": pair.id, "a": _aspect_row(pair.a), "b": _aspect_row(pair.b), "axis": chart(lines)}


def _aspect_row(side: Aspect) -> Row:
    return {
        "id": side.id,
        "label": side.label,
        "places": [
            {"mission": one.mission, "as_of": one.as_of, "title": one.title, "passage": passage_row(one.passage)}
            for one in side.places
        ],
    }
