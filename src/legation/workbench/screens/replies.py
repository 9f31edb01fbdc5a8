"""Who was asked, what came back, what is due, and which claims nobody was asked about? Entered in plain forms.

What is refused stays in the form with its reason. Addresses are entered here and shown to nobody.
"""

from __future__ import annotations

from typing import Annotated, Any, get_args

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import Response

from legation.errors import UsageError
from legation.model.replies import Channel, Purpose
from legation.pipeline.answering.naming import sources
from legation.pipeline.answering.spoken import some_unheard
from legation.pipeline.deciding.inquiring import ANSWERS, Coming, Sending, answer, due, inquiry_of, listed, put
from legation.pipeline.exporting.letters import letter_to
from legation.pipeline.exporting.withholding import waive, withhold, withhold_names
from legation.publishing.rows import Row
from legation.store.case import Case
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, see_other, shown
from legation.workbench.turning import A_READ, After, turned
from legation.workbench.words import in_a_form

router = APIRouter()
Text = Annotated[str, Form()]


@router.get("/replies")
def replies(request: Request, case: OpenCase, after: After = 0) -> Response:
    """What is due, every attempt and request with what came back, and claims that wait to be put, some on each page."""
    return shown(request, case, Page(template="replies.html", title="Replies", view=_view(case, after)))


async def _typed(request: Request) -> dict[str, list[str]]:
    form = await request.form()
    return {
        name: [text for one in form.getlist(name) if isinstance(one, str) and (text := one.strip())] for name in form
    }


Typed = Annotated[dict[str, list[str]], Depends(_typed)]


@router.post("/replies/put")
def enter(request: Request, case: OpenCase, typed: Typed) -> Response:
    """Enter that points were put to somebody, or that information was requested."""
    purpose: Purpose = "request" if _one(typed, "purpose") == "request" else "reply"
    points = tuple(typed.get("claim", ()))
    try:
        sent = Sending(
            whom=_one(typed, "whom"), channel=_one(typed, "channel") or "email", points=points, **_known(typed, _SENT)
        )
        put(case, purpose, sent)
    except UsageError as error:
        return _refused(request, case, typed, error)
    return see_other("/replies", told="asked")


@router.post("/replies/answer")
def came(request: Request, case: OpenCase, typed: Typed) -> Response:
    """Enter what came back, verbatim."""
    changes = tuple(_one(typed, "changes").split())
    try:
        asked = inquiry_of(case, _one(typed, "id"))
        answer(case, asked.id, Coming(kind=_one(typed, "kind"), changes=changes, **_known(typed, _CAME)))
    except UsageError as error:
        return _refused(request, case, typed, error)
    return see_other("/replies", told="answered")


@router.post("/replies/waive")
def let_go(case: OpenCase, claim: Text, why: Text) -> Response:
    """Say why nobody is asked about a claim."""
    waive(case, claim, why=why)
    return see_other("/replies", told="ruled")


@router.post("/replies/letter")
def draft(request: Request, case: OpenCase, person: Text, deadline: Text = "", zone: Text = "") -> Response:
    """The points about a person as a letter to finish; nothing is sent."""
    made = letter_to(case, person, deadline=deadline.strip() or None, zone=zone.strip() or None)
    view: Row = {"text": made.text, "points": [*made.points], "person": made.person}
    return shown(request, case, Page(template="letter.html", title="Letter", view=view))


@router.post("/persons/{id_}/withhold")
def keep_out(case: OpenCase, id_: str, why: Text) -> Response:
    """Keep a person out of everything that leaves."""
    who = case.derived.person(id_)
    withhold(case, who.id, why=why)
    return see_other(f"/persons/{who.id}", told="ruled")


@router.post("/withhold")
def keep_names_out(case: OpenCase, names: Text, why: Text) -> Response:
    """Keep somebody out whom only reports name, by the names that they print: one a line."""
    withhold_names(case, [name for name in names.splitlines() if name.strip()], why=why)
    return see_other("/replies", told="ruled")


_SENT = ("words", "sent_by", "sent", "deadline", "zone", "address", "reference")
_CAME = ("words", "language", "translation", "received", "deadline", "zone", "printed_in")


def _one(typed: dict[str, list[str]], name: str) -> str:
    return next(iter(typed.get(name, ())), "")


def _known(typed: dict[str, list[str]], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _one(typed, name) for name in names if typed.get(name)}


def _refused(request: Request, case: Case, typed: dict[str, list[str]], error: UsageError) -> Response:
    kept: Row = {name: _one(typed, name) for name in typed}
    view: Row = {
        **_view(case),
        "typed": {**kept, "claims": [*typed.get("claim", ())]},
        "refused": in_a_form(error.message),
    }
    return shown(request, case, Page(template="replies.html", title="Replies", view=view, status=400))


def _view(case: Case, after: int = 0) -> Row:
    waiting = some_unheard(case, offset=after, limit=A_READ)
    return {
        "due": [*due(case, "reply"), *due(case, "request")],
        "replies": [*listed(case, "reply")],
        "requests": [*listed(case, "request")],
        "unheard": [*waiting.claims],
        **turned(waiting.total, after, A_READ),
        "channels": [*get_args(Channel)],
        "answers": {purpose: [*kinds] for purpose, kinds in ANSWERS.items()},
        "sources": {**sources(case)},
        "typed": {},
        "refused": None,
    }
