"""What does a case answer? Each function gives rows; nothing here is worked out that a build didn't.

A case that was never built, or that changed since, answers from its last build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from legation.analysis.entered import persons_of_entries, without_unjudged
from legation.analysis.order import place_of_change, place_of_happening
from legation.errors import UsageError
from legation.model.claims import Claim, Event, Report
from legation.model.documents import Passage
from legation.model.findings import Ceiling, Happening, Sum, Tally
from legation.pipeline.answering.missions import find_missions, gazetteer_of, mission_key
from legation.pipeline.answering.people import person_of
from legation.pipeline.building.readings import present_keys, reports_of
from legation.pipeline.work.remembered import remembered
from legation.publishing.rows import (
    Row,
    Value,
    ceiling_row,
    change_row,
    claim_row,
    happening_row,
    mission_row,
    passage_row,
    passages_row,
    remaining_row,
    sum_row,
    tally_row,
)
from legation.store.case import Case
from legation.store.finding import Kind, find


def missions(case: Case | None, text: str) -> Iterator[Row]:
    """The missions that the words may mean."""
    known = case.derived.missions() if case is not None else ()
    return (mission_row(summary) for summary in find_missions(text, gazetteer_of(case), known))


def changes(
    case: Case, *, mission: str | None = None, from_: date | None = None, to: date | None = None
) -> Iterator[Row]:
    """Who joined, left or changed after one day and no later than another, the earliest window first."""
    key = mission_key(case, mission) if mission else None
    found = case.derived.changes(mission=key, from_=from_, to=to)
    return (change_row(change) for change in sorted(found, key=place_of_change))


def said(case: Case) -> tuple[Report, ...]:
    """The reports as people left them, corrected; of registers what they say of entries that were judged."""
    return remembered(case, _said)


def _said(case: Case) -> tuple[Report, ...]:
    from legation.model.case import Evidence
    from legation.resolution.judged import apply_judgements

    left = apply_judgements(Evidence(reports=reports_of(case), judgements=case.kept.live_judgements())).reports
    return without_unjudged(left, case.derived.namings()) if any(report.entries for report in left) else left


def events_by_id(reports: Sequence[Report]) -> dict[str, Event]:
    """Every telling of the reports by its id."""
    return {event.id: event for report in reports for event in report.events}


def events(case: Case, *, mission: str | None = None) -> Iterator[Row]:
    """Happenings with the passages of their tellings, the earliest first."""
    key = mission_key(case, mission) if mission else None
    return happening_rows(case, sorted(case.derived.happenings(mission=key), key=place_of_happening))


def happening_rows(case: Case, found: Sequence[Happening]) -> Iterator[Row]:
    """Happenings of a case with the passages of their tellings, in the same order."""
    told = events_by_id(said(case)) if found else {}
    for happening in found:
        yield {**happening_row(happening), "passages": passages_row(_tellings(happening, told))}


def _tellings(happening: Happening, told: Mapping[str, Event]) -> tuple[Passage, ...]:
    return tuple(told[id_].passage for id_ in happening.tellings if id_ in told)


def claims(case: Case, *, person: str | None = None) -> Iterator[Row]:
    """What is said, report by report; with a person, what is said of a name that may be theirs."""
    found = [claim for report in said(case) for claim in report.claims]
    if person:
        found = about_person(case, found, person)
    return (claim_row(claim) for claim in found)


def about_person(case: Case, found: Sequence[Claim], person: str) -> list[Claim]:
    """The claims whose subject has a name that may be the person's; `person` is an id or a name.

    What a register says is of the person alone who was judged to be meant, whoever else has the name.
    """
    told = [claim for claim in found if claim.entry is None]
    about = {claim.id for claim in _about(told, _names(case, person))}
    if len(told) < len(found):
        meant = persons_of_entries(case.derived.namings())
        who = _id(case, person)
        about |= {claim.id for claim in found if claim.entry in meant and meant[str(claim.entry)].id == who}
    return [claim for claim in found if claim.id in about]


def _id(case: Case, person: str) -> str | None:
    try:
        return person_of(case, person).id
    except UsageError:
        return None


def _names(case: Case, person: str) -> tuple[str, ...]:
    try:
        return (person_of(case, person).label,)
    except UsageError:
        return (person,)


def _about(found: Sequence[Claim], names: Sequence[str]) -> list[Claim]:
    from legation.language.names import compare

    return [
        claim
        for claim in found
        if claim.subject and any(compare(claim.subject, name).verdict != "different" for name in names)
    ]


Counted: TypeAlias = Tally | Ceiling | Sum


def tally(case: Case, *, mission: str | None = None, event: str | None = None) -> Iterator[Row]:
    """Announced numbers beside the editions, posts beside persons, then numbers of one report that should agree.

    Raises:
        UnknownIdError: nothing of that id has a tally, a ceiling or a sum.
    """
    return counted_rows(case, counted(case, mission=mission, event=event))


def counted(case: Case, *, mission: str | None = None, event: str | None = None) -> list[Counted]:
    """What `tally` tells of, in the same order."""
    key = mission_key(case, mission) if mission else None
    wanted = find(case, event, ("happening", "event", "tally", "sum", "ceiling")).value if event else None
    found: list[Counted] = []
    if not isinstance(wanted, Sum | Ceiling):
        happening = _happening_id(case, wanted)
        found += _tallies(case, key, happening) if key or happening else remembered(case, _tallies)
    if not isinstance(wanted, Sum):
        limits = case.derived.ceilings(mission=key)
        found += [one for one in limits if wanted is None or _is_about(one, wanted, case)]
    if key is None and (wanted is None or isinstance(wanted, Sum)):
        found += [one for one in case.derived.sums() if wanted is None or one == wanted]
    return found


def _tallies(case: Case, mission: str | None = None, happening: str | None = None) -> tuple[Tally, ...]:
    return tuple(sorted(case.derived.tallies(mission=mission, event=happening), key=_first_day))


def counted_rows(case: Case, found: Sequence[Counted]) -> Iterator[Row]:
    """The rows of `tally`, of some of what it tells of."""
    told = events_by_id(said(case))
    tallies = (one for one in found if isinstance(one, Tally))
    wanted = {(one.mission, step.as_of) for one in tallies for step in one.steps}
    first = case.memo.first_lines(present_keys(case), wanted) if wanted else {}
    for one in found:
        match one:
            case Tally():
                passages = tuple(told[id_].passage for id_ in one.announced_by if id_ in told)
                yield {**tally_row(one), "passages": passages_row(passages), "places": _step_places(one, first)}
            case Ceiling():
                yield ceiling_row(one)
            case Sum():
                yield sum_row(one)


def _is_about(found: Ceiling, wanted: object, case: Case) -> bool:
    happening = _happening_id(case, wanted)
    return found == wanted or happening in {part.happening for part in found.parts}


def _step_places(tally: Tally, first: Mapping[tuple[str, str], Passage]) -> list[Value]:
    """For each step, where its edition begins to list the mission."""
    found = (first.get((tally.mission, step.as_of)) for step in tally.steps)
    return [passage_row(place) if place is not None else None for place in found]


def _first_day(found: Tally) -> tuple[date, str]:
    return found.window.earliest or date.min, found.id


def _happening_id(case: Case, value: object) -> str | None:
    match value:
        case Happening() | None:
            return value.id if value else None
        case Tally():
            return value.event
        case Event():
            return next((one.id for one in case.derived.happenings() if value.id in one.tellings), value.id)
        case _:
            return None


def remaining(case: Case, event: str) -> Iterator[Row]:
    """Each person of the last comparable edition before a happening, and what the lists show of them after it.

    Raises:
        UnknownIdError: there is no such happening, telling or tally.
    """
    kinds: tuple[Kind, ...] = ("happening", "event", "tally")
    happening = _happening_id(case, find(case, event, kinds).value)
    found = sorted(case.derived.remaining(happening), key=lambda one: (one.state, one.person.label, one.person.id))
    return (remaining_row(one) for one in found)
