"""How do judgements go to another case and come from one? As lines of JSON, in our form or in nomenklatura's.

Ours keeps everything and finds the lines again there as it does here. The resolver of nomenklatura knows pairs of ids
and nothing of quotes: what names lines of this case is taken, the rest is told.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, cast, get_args

from legation.errors import InputError, LegationError
from legation.model.judgements import Judgement, Side, Verdict
from legation.model.keys import made_id
from legation.pipeline.answering.hearing import withholdings
from legation.pipeline.deciding.judging import side_of
from legation.pipeline.deciding.notes import marks_of
from legation.pipeline.work.files import bytes_of
from legation.publishing.gate import Leaving, examine, refusal
from legation.publishing.named import Named
from legation.publishing.rows import judgement_row
from legation.resolution.judged import standing
from legation.store.case import Case
from legation.store.finding import Found, find

Form = Literal["legation", "nomenklatura"]

_EDGES: Mapping[str, Verdict] = {"positive": "same", "negative": "different", "unsure": "unsure"}
_VERDICTS = {verdict: edge for edge, verdict in _EDGES.items()}
_CANONICAL = ("NK-", "Q")
"""How ids begin that stand for a person and not for a line: those that nomenklatura makes, and Wikidata's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of a file of judgements."""

    read: int
    """Judgements in the file."""
    new: int
    """Those that the log didn't have yet."""
    problems: tuple[LegationError, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    """One line of a resolver."""

    ids: tuple[str, str]
    verdict: Verdict
    author: str
    at: datetime


def lines_of(case: Case, form: Form = "legation") -> Iterator[str]:
    """The log as lines: in our form what may leave of it, in nomenklatura's the judgements of identity that count.

    A judgement whose words were entered in confidence stays, and so does every one that names somebody who is withheld;
    of a claim only its id goes, without its printed words.

    Raises:
        GateError: what is left must not leave either.
    """
    if form == "legation":
        marks = case.confidential.marks()
        hidden = Named.of((), [name for one in withholdings(case) for name in one.shown])
        kept = (one for one in case.kept.judgements() if not (marks & _marks(one) or _names(one, hidden)))
        rows = [judgement_row(_leaving(one)) for one in kept]
        stopped = refusal(examine(Leaving(title="judgements", file_name="judgements", rows=tuple(rows))), draft=True)
        if stopped is not None:
            raise stopped
        yield from (json.dumps(row, ensure_ascii=False) for row in rows)
        return
    for judgement in standing(case.kept.judgements()):
        if judgement.verdict in _VERDICTS and len(judgement.sides) == 2:
            # nomenklatura names the greater id of a pair first
            target, source = sorted((side.id for side in judgement.sides), reverse=True)
            at = judgement.at.isoformat()
            yield json.dumps([target, source, _VERDICTS[judgement.verdict], None, judgement.author, at])


def _leaving(judgement: Judgement) -> Judgement:
    sides = tuple(replace(side, quote=None) if side.id.startswith("claim-") else side for side in judgement.sides)
    return replace(judgement, sides=sides, shown=() if sides != judgement.sides else judgement.shown)


def _names(judgement: Judgement, hidden: Named) -> bool:
    """Whether a judgement says who is withheld."""
    values = (value for _, value in judgement.changes)
    quotes = (side.quote for side in judgement.sides)
    return judgement.verdict == "withhold" or hidden.stand_in(judgement.why, *quotes, *judgement.shown, *values)


def _marks(judgement: Judgement) -> frozenset[str]:
    return frozenset(marks_of(judgement.why, *(side.quote for side in judgement.sides if side.quote)))


def take(case: Case, path: Path) -> Taken:
    """Add the judgements of a file to the log; each line says itself of which form it is.

    Raises:
        UnreadableInputError: the file can't be read.
        CaseLockedError: another process is writing.
    """
    judgements: list[Judgement] = []
    edges: list[_Edge] = []
    problems: list[LegationError] = []
    for number, line in enumerate(bytes_of(path).decode("utf-8-sig", errors="replace").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            if isinstance(data, list):
                edges.append(_edge(data))
            else:
                judgements.append(_judgement(data))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            told = f"{path.name}, line {number} is no judgement: {_lacking(error)}"
            problems.append(InputError(told, item=str(number)))
    from_edges, lost = _of_edges(case, edges, path.name)
    every = [*judgements, *from_edges]
    return Taken(read=len(every), new=case.kept.record_all(every), problems=(*problems, *lost))


def _lacking(error: Exception) -> str:
    """What a line lacks to be a judgement, in words."""
    if isinstance(error, json.JSONDecodeError):
        return "it isn't JSON"
    if isinstance(error, KeyError):
        return f"it has no {error.args[0]!r}"
    return str(error) if type(error) is ValueError else "its values aren't those of a judgement"


def _judgement(row: Mapping[str, Any]) -> Judgement:
    verdict = row["verdict"]
    if verdict not in get_args(Verdict):
        raise ValueError(f"{verdict!r} is no verdict")
    sides = tuple(
        Side(id=str(side["id"]), quote=side.get("quote"), mission=side.get("mission"), as_of=side.get("as_of"))
        for side in row["sides"]
    )
    if not sides:
        raise ValueError("it has no sides")
    return Judgement(
        id=_checked_id(str(row["id"])),
        verdict=cast(Verdict, verdict),
        sides=sides,
        author=str(row["author"]),
        at=_moment(row["at"]),
        why=str(row["why"]),
        changes=tuple((str(one["field"]), one["value"]) for one in row.get("changes") or ()),
        rules=row.get("rules"),
        shown=tuple(map(str, row.get("shown") or ())),
        undone=bool(row.get("undone")),
    )


def _checked_id(text: str) -> str:
    kind, _, digits = text.partition("-")
    if kind != "judgement" or len(digits) != 32 or not all(digit in "0123456789abcdef" for digit in digits):
        raise ValueError(f"{text!r} is no id of a judgement")
    return text


def _moment(text: object) -> datetime:
    moment = datetime.fromisoformat(str(text))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _edge(row: list[Any]) -> _Edge:
    if len(row) < 6:
        raise ValueError(f"it has {len(row)} values, a line of the resolver six")
    target, source, edge, _, author, at = row[:6]
    if edge not in _EDGES:
        raise ValueError(f"{edge!r} is no judgement of identity")
    return _Edge(ids=(str(target), str(source)), verdict=_EDGES[edge], author=str(author or "unknown"), at=_moment(at))


def _of_edges(case: Case, edges: Iterable[_Edge], name: str) -> tuple[list[Judgement], list[LegationError]]:
    """Judgements about lines of this case: through an id that stands for a person, its lines are one."""
    known: dict[str, Found] = {}
    problems: list[LegationError] = []
    every = list(edges)
    for id_ in sorted({id_ for edge in every for id_ in edge.ids if not id_.startswith(_CANONICAL)}):
        try:
            known[id_] = find(case, id_, ("listing", "event", "mention"))
        except LegationError as error:
            problems.append(InputError(f"{name}: {error.message}", item=id_))
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for edge in sorted(every, key=lambda edge: (edge.at, edge.ids)):
        for canonical, line in (edge.ids, edge.ids[::-1]):
            if edge.verdict == "same" and canonical.startswith(_CANONICAL) and line in known:
                lines[canonical].append(line)
    found: list[Judgement] = []
    for edge in every:
        ends = [lines.get(id_, []) if id_.startswith(_CANONICAL) else [id_] for id_ in edge.ids]
        a, b = (next((one for one in end if one in known), None) for end in ends)
        if a is not None and b is not None and a != b:
            found.append(_judged(case, edge, known[a], known[b], name))
    return found, problems


def _judged(case: Case, edge: _Edge, a: Found, b: Found, name: str) -> Judgement:
    sides = tuple(sorted((side_of(case, a), side_of(case, b)), key=lambda side: side.id))
    return Judgement(
        id=made_id("judgement", edge.verdict, *(side.id for side in sides), edge.author, edge.at.isoformat(), name),
        verdict=edge.verdict,
        sides=sides,
        author=edge.author,
        at=edge.at,
        why=f"taken from {name}",
    )
