"""Rows of `extract news` and of `claims`: tellings and claims with status, layer and who says so.

Inside one report a reference counts (`e0` the first event, `c1` the second claim); elsewhere it is an id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from legation.model.claims import Attribution, Claim, Event, Report
from legation.publishing.rows.places import Row, Value, date_text, passage_row, text_or_null


def attribution_rows(chain: tuple[Attribution, ...]) -> list[Value]:
    """Who says so, outermost first."""
    return [
        {
            "speaker": text_or_null(link.speaker),
            "stance": link.stance,
            "anonymous": link.anonymous,
            "count": link.count,
            "independent": link.independent,
        }
        for link in chain
    ]


def event_row(event: Event, references: Mapping[str, str] | None = None) -> Row:
    """One telling of a happening; `references` replaces ids of the same report by their counts."""
    return {
        "kind": "event",
        "id": event.id,
        "type": event.type,
        "actor": event.actor,
        "target": event.target,
        "mission": event.mission,
        "city": text_or_null(event.city),
        "count": event.count,
        "count_modifier": event.count_modifier,
        "count_unit": event.count_unit,
        "from": event.posts_from,
        "to": event.posts_to,
        "persons": [{"name": person.name, "role": text_or_null(person.role)} for person in event.persons],
        "date": date_text(event.date),
        "date_precision": event.date_precision.value,
        "date_basis": text_or_null(event.date_basis),
        "deadline": text_or_null(event.deadline),
        "reason": text_or_null(event.reason),
        "status": event.status,
        "background": event.background,
        "retaliation": event.retaliation,
        "in_response_to": _referred(event.in_response_to, references),
        "attribution": attribution_rows(event.attribution),
        "layer": event.layer,
        "passage": passage_row(event.passage),
        "rule": event.rule,
    }


def claim_row(claim: Claim, references: Mapping[str, str] | None = None) -> Row:
    """What somebody says, with the hedge as printed; `references` as for events."""
    return {
        "kind": "claim",
        "id": claim.id,
        "type": claim.type,
        "subject": text_or_null(claim.subject),
        "object": text_or_null(claim.object),
        "value": claim.value if isinstance(claim.value, int) else text_or_null(claim.value),
        "role": claim.role,
        "when": date_text(claim.when),
        "status": claim.status,
        "wording": text_or_null(claim.wording),
        "strength": claim.strength,
        "attribution": attribution_rows(claim.attribution),
        "about": _referred(claim.about, references),
        "layer": claim.layer,
        "passage": passage_row(claim.passage),
        "rule": claim.rule,
    }


def report_rows(report: Report) -> Iterator[Row]:
    """The events of one report, then its claims, with references counted inside it."""
    references = {event.id: f"e{number}" for number, event in enumerate(report.events)}
    references |= {claim.id: f"c{number}" for number, claim in enumerate(report.claims)}
    for event in report.events:
        yield event_row(event, references)
    for claim in report.claims:
        yield claim_row(claim, references)


def _referred(id_: str | None, references: Mapping[str, str] | None) -> str | None:
    if id_ is None or references is None:
        return id_
    return references.get(id_)
