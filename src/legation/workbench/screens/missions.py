"""Who was listed at a mission, when? The missions of a case, and one of them over time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from legation.pipeline.answering.missions import gazetteer_of, mission_key
from legation.pipeline.answering.over_time import mission_over_time
from legation.pipeline.answering.seats import carousel
from legation.publishing.phrases import mission_phrase
from legation.publishing.rows import Row, mission_row
from legation.workbench.charts import Line, chart, day_of, listed_bar
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, shown
from legation.workbench.turning import After, cut, turned

router = APIRouter(prefix="/missions")


@router.get("")
def every_mission(request: Request, case: OpenCase, after: After = 0) -> Response:
    """The missions that lists of the case show, some on each page."""
    label = gazetteer_of(case).label
    every = case.derived.missions()
    view: Row = {
        "missions": [{**mission_row(one), "words": mission_phrase(one.mission, label)} for one in cut(every, after)],
        **turned(len(every), after),
    }
    return shown(request, case, Page(template="missions.html", title="Missions", view=view))


@router.get("/{key:path}/carousel")
def seats(request: Request, case: OpenCase, key: str) -> Response:
    """The seats of one mission and their holders over the years."""
    found = mission_key(case, key)
    view: Row = {"mission": found, "words": _words(case, found), "tenures": [*carousel(case, found)]}
    return shown(request, case, Page(template="carousel.html", title=f"Carousel {found}", view=view))


@router.get("/{key:path}")
def one_mission(request: Request, case: OpenCase, key: str, on: str | None = None) -> Response:
    """One mission over time: who is printed in which edition, who may have been there on a day, what changed."""
    found = mission_key(case, key)
    view: Row = {**mission_over_time(case, found, on=on), "words": _words(case, found)}
    return shown(request, case, Page(template="mission.html", title=found, view={**view, "chart": _chart(view)}))


def _chart(view: Mapping[str, Any]) -> Row | None:
    """Postings on one axis with the happenings across them."""
    lines = [
        Line(label=row["person"]["label"], bars=(listed_bar(row["listed"], row["editions"]),))
        for row in view["postings"]
    ]
    marks = [(day, f"{row['date']}: {row['type']}") for row in view["happenings"] if (day := day_of(row["date"]))]
    return chart(lines, marks)


def _words(case: OpenCase, key: str) -> str:
    return mission_phrase(key, gazetteer_of(case).label)
