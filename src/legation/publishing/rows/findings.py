"""Rows of what a case answers: postings, changes, happenings, tallies, sums, and who is still listed."""

from __future__ import annotations

from collections.abc import Iterator

from legation.model.dates import Certainty
from legation.model.documents import Passage
from legation.model.findings import Ceiling, Change, Happening, MissionSummary, Remaining, Seen, Step, Sum, Tally
from legation.model.postings import Derivation, Posting
from legation.publishing.rows.places import Row, Value, bounds_row, date_text, passage_row, person_row, text_or_null


def posting_row(posting: Posting, on: Certainty | None = None) -> Row:
    """A person at a mission; `on` says how sure the day is that was asked for."""
    last = posting.titles[-1] if posting.titles else None
    return {
        "kind": "posting",
        "id": posting.id,
        "person": person_row(posting.person),
        "mission": posting.mission,
        "titles": [
            {"title": text_or_null(span.title), "rank": span.rank, "first": span.first, "last": span.last}
            for span in posting.titles
        ],
        "title": text_or_null(last.title) if last else None,
        "rank": last.rank if last else None,
        "listed": {"from": bounds_row(posting.listed_from), "to": bounds_row(posting.listed_to)},
        "start": bounds_row(posting.start),
        "start_basis": posting.start_basis,
        "end": bounds_row(posting.end),
        "end_basis": posting.end_basis,
        "end_kind": posting.end_kind,
        "windows": list(posting.windows),
        "on": on.value if on else None,
        "editions": list(posting.editions),
        "derivation": [derivation_row(step) for step in posting.derivation],
        "passages": passages_row(posting.passages),
    }


def derivation_row(derivation: Derivation) -> Row:
    """A rule and what it drew its conclusion from: listings by place and quote, other values by id."""
    inputs: list[Value] = []
    for given in derivation.inputs:
        if given.sha256 is None:
            inputs.append({"id": given.id})
            continue
        inputs.append(
            {
                "id": given.id,
                "sha256": given.sha256,
                "quote": given.quote,
                "order": given.order,
                "as_of": given.as_of,
            }
        )
    return {"rule": derivation.rule, "version": derivation.version, "inputs": inputs}


def change_row(change: Change) -> Row:
    """What differs between two editions for one person."""
    return {
        "kind": "change",
        "id": change.id,
        "mission": change.mission,
        "change": change.change,
        "person": person_row(change.person),
        "before": _seen_row(change.before),
        "after": _seen_row(change.after),
        "window": bounds_row(change.window),
    }


def happening_row(happening: Happening) -> Row:
    """Tellings of one thing, with each number that they give."""
    return {
        "kind": "happening",
        "id": happening.id,
        "type": happening.type,
        "actor": happening.actor,
        "target": happening.target,
        "mission": happening.mission,
        "date": date_text(happening.date),
        "deadline": bounds_row(happening.deadline),
        "counts": [
            {"value": count.value, "unit": count.unit, "tellings": list(count.tellings)} for count in happening.counts
        ],
        "status": happening.status,
        "tellings": list(happening.tellings),
        "in_response_to": happening.in_response_to,
    }


def tally_row(tally: Tally) -> Row:
    """An announced number beside every edition around it."""
    usual = tally.usual
    return {
        "kind": "tally",
        "id": tally.id,
        "event": tally.event,
        "mission": tally.mission,
        "announced": tally.announced,
        "announced_by": list(tally.announced_by),
        "steps": [_step_row(step) for step in tally.steps],
        "window": bounds_row(tally.window),
        "left": tally.left,
        "joined": tally.joined,
        "usual": {
            "per_30_days": usual.per_30_days,
            "range": list(usual.range),
            "intervals": usual.intervals,
            "days": usual.days,
        }
        if usual
        else None,
        "rest": tally.rest,
        "explanations": [
            {"kind": one.kind, "id": one.id, "says": one.says, "persons": one.persons} for one in tally.explanations
        ],
        "notes": list(tally.notes),
    }


def sum_row(found: Sum) -> Row:
    """Numbers of one report that should agree."""
    return {
        "kind": "sum",
        "id": found.id,
        "terms": [
            {"value": term.value, "role": term.role, "passage": passage_row(term.passage)} for term in found.terms
        ],
        "expected": found.expected,
        "printed": found.printed,
        "difference": found.difference,
        "notes": list(found.notes),
    }


def ceiling_row(found: Ceiling) -> Row:
    """Posts allowed, step after step, beside persons told to leave: numbers of which none is expected of another."""
    return {
        "kind": "sum",
        "id": found.id,
        "terms": [
            {"value": value, "role": role, "passage": passage_row(passage)} for value, role, passage in _terms(found)
        ],
        "expected": None,
        "printed": None,
        "difference": None,
        "mission": found.mission,
        "actor": found.actor,
        "target": found.target,
        "steps": [
            {
                "from": step.posts_from,
                "to": step.posts_to,
                "date": date_text(step.date),
                "event": step.happening,
                "passages": passages_row(step.passages),
            }
            for step in found.steps
        ],
        "persons": [
            {
                "value": one.value,
                "date": date_text(one.date),
                "event": one.happening,
                "passages": passages_row(one.passages),
            }
            for one in found.persons
        ],
        "notes": list(found.notes),
    }


def _terms(found: Ceiling) -> Iterator[tuple[int, str, Passage]]:
    for step in found.steps:
        yield step.posts_to, "posts", step.passages[0]
    for one in found.persons:
        for passage in one.passages[:1]:
            yield one.value, "expelled", passage


def remaining_row(remaining: Remaining) -> Row:
    """A person of the last edition before a happening, and what the lists show after it."""
    return {
        "kind": "remaining",
        "id": f"{remaining.event}:{remaining.person.id}",
        "event": remaining.event,
        "person": person_row(remaining.person),
        "state": remaining.state,
        "passages": passages_row(remaining.passages),
    }


def mission_row(mission: MissionSummary) -> Row:
    """A mission as the case knows it."""
    return {
        "kind": "mission",
        "id": mission.mission,
        "names": list(mission.names),
        "editions": list(mission.editions),
        "first": mission.first,
        "last": mission.last,
    }


def passages_row(passages: tuple[Passage, ...]) -> list[Value]:
    """Passages in their order."""
    return [passage_row(passage) for passage in passages]


def _seen_row(seen: Seen | None) -> Row | None:
    if seen is None:
        return None
    return {
        "id": seen.listing,
        "name": text_or_null(seen.name),
        "title": text_or_null(seen.title),
        "rank": seen.rank,
        "dates": [{"kind": "printed", "value": date} for date in seen.dates],
        "passage": passage_row(seen.passage),
    }


def _step_row(step: Step) -> Row:
    return {
        "as_of": step.as_of,
        "listed": step.listed,
        "left": [person_row(person) for person in step.left],
        "joined": [person_row(person) for person in step.joined],
        "coverage": step.coverage,
    }
