"""Which findings are shown of the persons and missions that were chosen, and where did they stand?

What somebody says goes with what others say to it: a denial, a silence, a confirmation and a correction stand beside
the words that they answer. Each telling and claim carries the report that it stood in, with its day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.model.claims import Claim, Event, Report
from legation.model.sources import Capture
from legation.pipeline.answering.asking import about_person
from legation.pipeline.answering.missions import mission_key
from legation.pipeline.answering.people import person_of
from legation.pipeline.exporting.leaving import rows_of
from legation.publishing.content import Content
from legation.publishing.rows import Row, claim_row, date_text, event_row
from legation.publishing.rows.places import text_or_null
from legation.store.case import Case

ANSWERS = frozenset({"denial", "non-response", "confirmation", "correction"})
"""Types of claim that answer another claim or a telling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a bundle is to show: persons, missions, or everything."""

    persons: tuple[str, ...] = ()
    missions: tuple[str, ...] = ()
    everything: bool = False


def chosen_rows(case: Case, content: Content, chosen: Chosen) -> tuple[Row, ...]:
    """The findings that were chosen, each telling and claim with its report.

    Of a mission also the tellings that announce its numbers, and the claims about what is told of it; of all that is
    chosen also the answers to it.
    """
    reports = _reports(content)
    return tuple(
        {**row, "report": reports[str(row["id"])]} if row["kind"] in ("event", "claim") else row
        for row in _rows(case, content, chosen)
    )


def _rows(case: Case, content: Content, chosen: Chosen) -> Iterator[Row]:
    events = [event for report in content.reports for event in report.events]
    if chosen.everything:
        yield from rows_of(content)
        yield from map(event_row, events)
        return
    persons = {person_of(case, one).id for one in chosen.persons}
    missions = {mission_key(case, one) for one in chosen.missions}
    for row in rows_of(content):
        who = row.get("person")
        if row.get("mission") in missions or (isinstance(who, dict) and who.get("id") in persons):
            yield row
    announcing = {id_ for tally in content.derived.tallies if tally.mission in missions for id_ in tally.announced_by}
    told = [event for event in events if event.mission in missions or event.id in announcing]
    yield from map(event_row, told)
    said = [claim for report in content.reports for claim in report.claims]
    found = {claim.id for one in chosen.persons for claim in about_person(case, said, one)}
    ids = frozenset(event.id for event in told)
    found |= {claim.id for claim in said if claim.about in ids}
    yield from map(claim_row, with_answers(said, found, ids))


def with_answers(said: Sequence[Claim], chosen: Collection[str], told: Collection[str] = ()) -> tuple[Claim, ...]:
    """The claims that were chosen with all that answers them, and what answers those, in the order of `said`.

    Args:
        said: every claim there is.
        chosen: ids of claims.
        told: ids of tellings whose answers count too.
    """
    found, size = {*chosen}, -1
    while len(found) != size:
        size = len(found)
        found |= {one.id for one in said if one.type in ANSWERS and (one.about in found or one.about in told)}
    return tuple(claim for claim in said if claim.id in found)


def _reports(content: Content) -> Mapping[str, Row]:
    """For each telling and claim, by its id, the report that it stood in."""
    places = _places(content.captures)
    rows = [(each, _report(each, places)) for each in content.reports]
    return {id_: row for each, row in rows for id_ in (*_ids(each.events), *_ids(each.claims))}


def _ids(said: Iterable[Event | Claim]) -> Iterator[str]:
    return (one.id for one in said)


def _report(report: Report, places: Mapping[str, str]) -> Row:
    return {
        "published": date_text(report.published),
        "published_basis": text_or_null(report.published_basis),
        "title": text_or_null(report.title),
        "url": text_or_null(places.get(report.sha256)),
    }


def _places(captures: Iterable[Capture]) -> Mapping[str, str]:
    """The address of each document, by its digest; of several the one that was captured first."""
    known = [one for one in captures if one.given.url]
    ordered = sorted(known, key=lambda one: (one.given.captured_at or one.added_at, one.id), reverse=True)
    return {one.sha256: one.given.url or "" for one in ordered}
