"""How does an answer look? One value, shown as a page or as JSON.

The JSON twin is the same screen for a program: it has all that the page shows but who is withheld for safety. Names
of people never stand in an address: ids do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from jinja2 import Environment

from legation import __version__
from legation.pipeline.building.readings import stale
from legation.pipeline.exporting.shown import twin
from legation.publishing.markup import templates_of
from legation.publishing.page import whole_days
from legation.publishing.phrases import REMAINING_WORDS, slot_phrase
from legation.publishing.presence import PRESENCE_WORDS
from legation.publishing.rows import Row, short_id
from legation.store.case import Case
from legation.workbench.words import WAITING, bounds_words, chain_words, claim_words, number_words, place_words

ROOMS: tuple[tuple[str, str], ...] = (
    ("/", "Questions"),
    ("/captures", "Captures"),
    ("/missions", "Missions"),
    ("/happenings", "Happenings"),
    ("/claims", "Claims"),
    ("/contradictions", "Contradictions"),
    ("/drafts", "Draft"),
    ("/review", "Review"),
    ("/replies", "Replies"),
    ("/log", "Log"),
)
"""The ways to go from every page, in the order of the work."""
TOLD: Mapping[str, str] = {
    "added": "Added. What follows from it is worked out by a build.",
    "built": "Built: everything follows from what the case holds now.",
    "judged": "Written to the log. What follows from it is worked out by the next build.",
    "asked": "Entered, with its entry in the chain of custody.",
    "answered": "Entered in its own words. What it changes is worked out by the next build.",
    "ruled": "Written to the log. It holds for everything that leaves from now on.",
    "noted": "Entered, with its source. What follows from it is worked out by the next build.",
    "undone": "Taken back. Nothing of the log is lost.",
}
"""What a page says after something was done, by the word that its address carries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A screen's answer."""

    template: str
    title: str
    """What the window is called: never a name of a person, never what is said of one."""
    view: Row
    """All that is shown, and what the JSON twin is made of."""
    status: int = 200


def shown(request: Request, case: Case, page: Page) -> Response:
    """The page, or its JSON twin with `?format=json`.

    Raises:
        GateError: the twin is asked for, and is about somebody who is withheld.
    """
    if request.query_params.get("format") == "json":
        return JSONResponse(_for_programs(request, case, page), status_code=page.status)
    template = environment().get_template(page.template)
    html = template.render(
        view=page.view,
        title=page.title,
        case_title=case.about.title,
        never_built=case.derived.inputs() is None,
        stale=stale(case),
        rooms=ROOMS,
        here=_room_of(request.url.path),
        told=TOLD.get(request.query_params.get("told", "")),
        twin=_twin(request) if request.method == "GET" else None,
    )
    return HTMLResponse(html, status_code=page.status)


def _for_programs(request: Request, case: Case, page: Page) -> Row:
    """The twin of a screen as programs get it; what the screen's own script asks while somebody types is the screen's.

    Raises:
        GateError: the whole screen is about somebody who is withheld.
    """
    return twin(case, page.view) if request.method == "GET" else page.view


def see_other(path: str, *, told: str | None = None) -> Response:
    """After a change: the page to look at, so that a reload changes nothing twice."""
    if told:
        path = f"{path.rstrip('?&')}{'&' if '=' in path else '?'}told={told}"
    return RedirectResponse(path, status_code=303)


def _twin(request: Request) -> str:
    return f"{request.url.path}?{request.url.include_query_params(format='json').query}"


def _room_of(path: str) -> str:
    ways = [way for way, _ in ROOMS if way != "/" and path.startswith(way)]
    return max(ways, key=len, default="/" if path == "/" else "")


@cache
def environment() -> Environment:
    """Templates of the workbench: everything is escaped, and a value that isn't there is an error."""
    made = templates_of("legation.workbench", "legation.publishing")
    made.filters.update(short_id=short_id, bounds=bounds_words, place=place_words, chain=chain_words)
    made.filters.update(days=whole_days, number=number_words)
    made.globals.update(
        version=__version__, presence_words=PRESENCE_WORDS, waiting_words=WAITING, remaining_words=REMAINING_WORDS
    )
    made.globals.update(claim_words=claim_words, slot_words=slot_phrase)
    return made
