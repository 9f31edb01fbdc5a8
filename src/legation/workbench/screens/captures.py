"""What does the case hold, from when, and what became of it? And the way in for files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, File, Form, Query, Request, UploadFile
from fastapi.responses import Response

from legation.errors import LegationError
from legation.model.sources import GIVEN_OPTIONS, Given
from legation.pipeline.collecting.intake import Outcome, Wanted, add
from legation.pipeline.collecting.register_files import add_registers, is_register
from legation.pipeline.deciding.excluding import set_aside
from legation.pipeline.questions import CaptureWaits, captures_with_signs, waits
from legation.pipeline.work.given import KINDS, given_from
from legation.publishing.rows import Row, Value
from legation.publishing.strips import SIGN_WORDS, strips, years
from legation.store.case import Case
from legation.workbench.desk import OpenCase
from legation.workbench.pages import Page, see_other, shown
from legation.workbench.turning import After, cut, turned
from legation.workbench.words import in_a_form

router = APIRouter()
LONGEST_NAME = 180
"""Signs of a file's name that are kept."""


@router.get("/captures")
def captures(
    request: Request, case: OpenCase, state: Annotated[CaptureWaits | None, Query()] = None, after: After = 0
) -> Response:
    """Every capture by source and day, with its state; the table of them some on each page."""
    return _shown(request, case, state=state, after=after)


async def _said(request: Request) -> dict[str, str | None]:
    """What the form says of its files, by the names of the options of `add`."""
    form = await request.form()
    return {
        option: text
        for option in GIVEN_OPTIONS
        if isinstance(text := form.get(option.replace("-", "_"), ""), str) and text
    }


@router.post("/captures")
def add_files(
    request: Request,
    case: OpenCase,
    files: Annotated[list[UploadFile], File()],
    options: Annotated[dict[str, str | None], Depends(_said)],
) -> Response:
    """Put files into the case; what is refused is told with its question."""
    try:
        outcomes = _taken_in(case, files, given_from(options))
    except LegationError as error:
        problems: list[Value] = [{"item": None, "message": in_a_form(error.message)}]
        return _shown(request, case, problems=problems, typed={**options})
    problems = [{"item": one.item, "message": in_a_form(one.error.message)} for one in outcomes if one.error]
    if problems:
        return _shown(request, case, problems=problems, typed={**options})
    return see_other("/captures", told="added")


@router.post("/captures/{id_}/standing")
def stand(
    case: OpenCase, id_: str, verdict: Annotated[Literal["accept", "reject"], Form()], why: Annotated[str, Form()] = ""
) -> Response:
    """Exclude a capture, or let it count again."""
    set_aside(case, id_, verdict, why=why)
    return see_other("/captures", told="judged")


def _taken_in(case: Case, files: Sequence[UploadFile], given: Given) -> list[Outcome]:
    """What became of uploaded files; they lie in a folder of their own until they are in the vault."""
    with tempfile.TemporaryDirectory(prefix="legation-") as folder:
        wanted = []
        for number, file in enumerate(files):
            place = Path(folder) / str(number)
            place.mkdir()
            path = place / _file_name(file.filename or "")
            with path.open("wb") as target:
                shutil.copyfileobj(file.file, target)
            wanted.append(Wanted(path=path, given=given, item=path.name))
        registers = [one for one in wanted if is_register(one)]
        added = [*add(case, [one for one in wanted if one not in registers]), *add_registers(case, registers)]
        return sorted(added, key=lambda one: one.number)


def _file_name(told: str) -> str:
    """The last part of a name that a browser tells, as a name of a file and nothing else."""
    name = "".join(sign for sign in told.replace("\\", "/").rpartition("/")[2] if sign.isprintable())[-LONGEST_NAME:]
    while len(name.encode()) > LONGEST_NAME:
        name = name[1:]
    return name if name.strip(". ") else "file"


def _shown(
    request: Request,
    case: Case,
    *,
    state: CaptureWaits | None = None,
    after: int = 0,
    problems: Sequence[Value] = (),
    typed: Row | None = None,
) -> Response:
    rows = [row for row in captures_with_signs(case) if state is None or waits(row, state)]
    on_page = {row["id"] for row in cut(rows, after)}
    view: Row = {
        "state": state,
        "captures": [*cut(rows, after)],
        "met": [*dict.fromkeys(row["sign"] for row in rows)],
        "strips": [
            {
                "source": strip.source,
                "ticks": [
                    {
                        "capture": tick.capture,
                        "sha256": tick.sha256,
                        "day": tick.day.isoformat(),
                        "at": tick.at,
                        "sign": tick.sign,
                    }
                    for tick in strip.ticks
                ],
            }
            for strip in strips(rows)
            if any(tick.capture in on_page for tick in strip.ticks)
        ],
        "years": [{"year": year, "at": at} for year, at in years(rows)],
        "signs": {str(sign): words for sign, words in SIGN_WORDS.items()},
        "kinds": [*KINDS],
        "problems": [*problems],
        "typed": typed or {},
        **turned(len(rows), after),
    }
    status = 409 if problems else 200
    return shown(request, case, Page(template="captures.html", title="Captures", view=view, status=status))
