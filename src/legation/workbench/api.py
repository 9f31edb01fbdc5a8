"""What do other programs ask? The rows of the commands over HTTP, paged, with one shape of error.

Read and match only: judgements are made on the screens, where their evidence is in view. It is behind the same door as
the screens, and leaves out what an export leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from legation.pipeline.answering import asking, doubting, paged, people, status
from legation.pipeline.answering.explaining import why
from legation.pipeline.answering.matching import MATCHER, matches
from legation.pipeline.answering.spoken import some_spoken
from legation.pipeline.deciding import inquiring
from legation.pipeline.exporting.shown import checked, persons_shown, shown
from legation.publishing.rows import Row, judgement_row, mission_row
from legation.store.case import Case
from legation.workbench.desk import OpenCase

MOST_ROWS = 1000
MOST_QUERIES = 100
MOST_MATCHES = 50
MOST_EXCLUDED = 1000
Relation = Literal["eq", "gte"]


class Rows(BaseModel):
    """A page of rows, as the command of the same name prints them."""

    total: int = Field(description="How many rows the list has; a page leaves out those that nothing may show outside.")
    limit: int
    offset: int
    results: list[dict[str, Any]]
    draft: bool = Field(default=True, description="Always: only `legation export --publish` makes a publication.")


class Problem(BaseModel):
    """What went wrong, and what to do."""

    code: str
    message: str
    item: str | None = None


class Refused(BaseModel):
    """The one shape of every error."""

    error: Problem


class Wanted(BaseModel):
    """A name to be found."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=300)]


class Match(BaseModel):
    """Names to be found, each under a key of the asker's."""

    model_config = ConfigDict(extra="forbid")

    queries: Annotated[dict[str, Wanted], Field(min_length=1, max_length=MOST_QUERIES)]
    limit: Annotated[int, Field(ge=1, le=MOST_MATCHES, description="Persons for each name at most.")] = 5
    threshold: Annotated[float, Field(ge=0, le=1, description="The least score that is given.")] = 0.0
    exclude_ids: Annotated[
        list[Annotated[str, Field(max_length=200)]],
        Field(max_length=MOST_EXCLUDED, description="Persons whom somebody knows to be others, by their ids."),
    ] = []


class Found(BaseModel):
    """How many persons may have a name."""

    value: int
    relation: Relation = Field(description="`gte` where so many share a word that not all were compared.")


class Answer(BaseModel):
    """The persons who may have one name, the likeliest first, each with what speaks for and against, part by part."""

    query: Wanted
    total: Found
    results: list[dict[str, Any]]


class Matches(BaseModel):
    """An answer for each key."""

    responses: dict[str, Answer]
    limit: int
    matcher: dict[str, str] = Field(description="What each word of an answer means.")
    note: str = "A name that is alike is a place to look, never a statement that two are one person."


class Search(BaseModel):
    """Words of a name."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=300)]


class Paging:
    """Which part of the rows is wanted."""

    def __init__(
        self,
        limit: Annotated[int, Query(ge=1, le=MOST_ROWS)] = 50,
        offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    ) -> None:
        self.limit = limit
        self.offset = offset
        self.extent = paged.Extent(offset, limit)

    def of(self, case: Case, rows: Iterable[Row]) -> JSONResponse:
        """The wanted part of these rows as they may be seen outside, and how many there are."""
        found = [*shown(case, rows)]
        return self.part(found[self.offset : self.offset + self.limit], len(found))

    def share(self, case: Case, found: paged.Share) -> JSONResponse:
        """Of rows of which only the wanted ones were made those that may be seen outside, and how many there are."""
        return self.part([*shown(case, found.rows)], found.total)

    def part(self, rows: Sequence[Row], total: int) -> JSONResponse:
        """The part that these rows are, of so many. They are plain values: nothing needs to be checked again."""
        return JSONResponse(
            {"total": total, "limit": self.limit, "offset": self.offset, "results": rows, "draft": True}
        )


Paged = Annotated[Paging, Depends()]
MissionKey = Annotated[str | None, Query(max_length=200, description="A mission by its key or in words.")]
PersonId = Annotated[str | None, Query(max_length=200, description="A person by id.")]
Id = Annotated[str, Path(max_length=200, description="An id, or its first eight digits.")]
PREFIX = "/api/v1"
router = APIRouter(
    prefix=PREFIX,
    responses={code: {"model": Refused} for code in (400, 404, 405, 409, 422)},
)


@router.get("/captures", response_model=Rows)
def captures(case: OpenCase, paging: Paged) -> Response:
    """What was put into the case, and what became of it."""
    return paging.of(case, status.capture_rows(case))


@router.get("/missions", response_model=Rows)
def missions(case: OpenCase, paging: Paged) -> Response:
    """The missions that the case knows."""
    return paging.of(case, map(mission_row, case.derived.missions()))


@router.get("/postings", response_model=Rows)
def postings(case: OpenCase, paging: Paged, mission: MissionKey = None, person: PersonId = None) -> Response:
    """Who was listed where, and between which days."""
    return paging.share(case, paged.postings(case, paging.extent, mission=mission, person=_id_of(case, person)))


@router.get("/changes", response_model=Rows)
def changes(case: OpenCase, paging: Paged, mission: MissionKey = None) -> Response:
    """Who joined and who left between two editions."""
    return paging.share(case, paged.changes(case, paging.extent, mission=mission))


@router.get("/successions", response_model=Rows)
def successions(case: OpenCase, paging: Paged, mission: MissionKey = None) -> Response:
    """Who came after whom in a seat."""
    return paging.share(case, paged.successions(case, paging.extent, mission=mission))


@router.get("/events", response_model=Rows)
def events(case: OpenCase, paging: Paged, mission: MissionKey = None) -> Response:
    """What reports tell, one row for each happening."""
    return paging.share(case, paged.events(case, paging.extent, mission=mission))


@router.get("/claims", response_model=Rows)
def claims(case: OpenCase, paging: Paged, person: PersonId = None) -> Response:
    """What is said, by whom, in which words, with the answers to it."""
    some = some_spoken(case, offset=paging.offset, limit=paging.limit, person=_id_of(case, person))
    return paging.share(case, paged.Share(some.total, some.claims))


@router.get("/replies", response_model=Rows)
def replies(case: OpenCase, paging: Paged) -> Response:
    """What was put to people and institutions, and what they answered; no addresses."""
    return paging.of(case, inquiring.listed(case, "reply"))


@router.get("/requests", response_model=Rows)
def requests(case: OpenCase, paging: Paged) -> Response:
    """Which information was requested, and what came back after how long."""
    return paging.of(case, inquiring.listed(case, "request"))


@router.get("/tallies", response_model=Rows)
def tallies(case: OpenCase, paging: Paged, mission: MissionKey = None) -> Response:
    """Announced numbers beside the lists."""
    return paging.share(case, paged.tallies(case, paging.extent, mission=mission))


@router.get("/remaining/{happening}", response_model=Rows)
def remaining(case: OpenCase, paging: Paged, happening: Id) -> Response:
    """What the lists show of each person of the last edition before a happening."""
    return paging.of(case, asking.remaining(case, happening))


@router.get("/contradictions", response_model=Rows)
def contradictions(case: OpenCase, paging: Paged, mission: MissionKey = None) -> Response:
    """Where sources can't all be right."""
    return paging.share(case, paged.contradictions(case, paging.extent, mission=mission))


@router.get("/log", response_model=Rows)
def log(case: OpenCase, paging: Paged) -> Response:
    """Every judgement, undone ones too."""
    return paging.of(case, map(judgement_row, case.kept.judgements()))


@router.get("/why/{id_}")
def reason(case: OpenCase, id_: Id) -> dict[str, Any]:
    """Rule, inputs and quotes behind an id."""
    return checked(case, why(case, id_).row)


@router.get("/persons/{id_}/career")
def career(case: OpenCase, id_: Id) -> dict[str, Any]:
    """One person's posts from lists and reports."""
    (row,) = doubting.career(case, case.derived.person(id_).id)
    return checked(case, row)


@router.post("/search", response_model=Rows)
def search(case: OpenCase, paging: Paged, wanted: Search) -> Response:
    """Persons whose names have words that start so, in any script. Sent, so that no name stands in an address."""
    total, found = people.found(case, wanted.text, limit=paging.limit, offset=paging.offset)
    named = persons_shown(case, found)
    return paging.part(named, total - len(found) + len(named))


@router.post("/match")
def match(case: OpenCase, wanted: Match) -> Matches:
    """The persons who may have each of several names, with what speaks for and against, part by part."""
    excluded = frozenset(wanted.exclude_ids)
    answers = {key: _answer(case, query, wanted, excluded) for key, query in wanted.queries.items()}
    return Matches(responses=answers, limit=wanted.limit, matcher=dict(MATCHER))


def _answer(case: Case, query: Wanted, wanted: Match, excluded: frozenset[str]) -> Answer:
    found = matches(case, query.name, least=wanted.threshold)
    rows = [row for row in found.rows if row["id"] not in excluded]
    results: list[Row] = []
    total = len(rows)
    # Whether somebody may be seen outside is asked of no more persons than are given.
    while rows and len(results) < wanted.limit:
        looked_at, rows = rows[: wanted.limit], rows[wanted.limit :]
        seen = persons_shown(case, looked_at)
        total -= len(looked_at) - len(seen)
        results += seen
    relation: Relation = "eq" if found.all_compared else "gte"
    return Answer(query=query, total=Found(value=total, relation=relation), results=results[: wanted.limit])


def _id_of(case: OpenCase, person: str | None) -> str | None:
    """The person's own id: a name is refused, since no name stands in an address."""
    return case.derived.person(person).id if person else None
