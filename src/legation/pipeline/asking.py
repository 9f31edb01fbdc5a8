"""What does a case answer? Each function gives rows; nothing here is worked out that a build didn't.

A case that was never built, or that changed since, answers from its last build; `stale` says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from legation.errors import DateError, KeyFormError, UsageError
from legation.model.claims import Claim, Event, Report
from legation.model.dates import Bounds, Certainty, Edtf, Period
from legation.model.documents import Passage
from legation.model.findings import Happening, Sum, Tally
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.pipeline.build import present_keys, reports_of
from legation.pipeline.missions import find_missions, gazetteer_of, mission_key
from legation.pipeline.versions import deriving_rules
from legation.publishing.rows import (
    Row,
    Value,
    change_row,
    claim_row,
    happening_row,
    mission_row,
    passage_row,
    passages_row,
    posting_row,
    remaining_row,
    sum_row,
    tally_row,
)
from legation.store.case import Case
from legation.store.finding import Kind, find


def stale(case: Case) -> bool:
    """Whether the case changed since its last build, or was never built."""
    return case.derived.inputs() != case.inputs_digest(present_keys(case), deriving_rules())


def missions(case: Case | None, text: str) -> Iterator[Row]:
    """The missions that the words may mean."""
    known = case.derived.missions() if case is not None else ()
    return (mission_row(summary) for summary in find_missions(text, gazetteer_of(case), known))


def postings(
    case: Case, *, mission: str | None = None, person: str | None = None, on: Edtf | None = None
) -> Iterator[Row]:
    """Postings of a mission, of a person, or of everybody; with a day, those that it isn't excluded for.

    Raises:
        UsageError: the mission or the person isn't one of the case.
    """
    key = mission_key(case, mission) if mission else None
    who = person_of(case, person).id if person else None
    for posting in sorted(case.derived.postings(mission=key, person=who), key=_place):
        sure = certainty_on(posting, on.bounds) if on is not None else None
        if sure is not Certainty.EXCLUDED:
            yield posting_row(posting, sure)


def _place(posting: Posting) -> tuple[str, str, int, int, str]:
    """Mission by mission, who is listed last at the end, each edition in its own order."""
    last = posting.passages[-1] if posting.passages else None
    page, start = (last.page or 0, last.start) if last else (0, 0)
    return posting.mission, posting.editions[-1] if posting.editions else "", page, start, posting.id


def certainty_on(posting: Posting, day: Bounds) -> Certainty:
    """Whether a posting covers a day that is known between bounds.

    Certain only where editions list the person on that day or on both sides of it; possible where either the editions
    or the printed and stated days leave it open.
    """
    editions = [Edtf.parse(as_of).bounds for as_of in posting.editions]
    if any(edition.exact is not None and edition == day for edition in editions):
        return Certainty.CERTAIN
    first, last = (editions[0], editions[-1]) if editions else (Bounds(), Bounds())
    listed = _covers(Bounds(earliest=posting.listed_from.earliest, latest=first.latest), posting.listed_to, last, day)
    if listed is not Certainty.EXCLUDED:
        return listed
    told = _covers(posting.start, posting.listed_to if posting.end_basis == "editions" else posting.end, last, day)
    return Certainty.EXCLUDED if told is Certainty.EXCLUDED else Certainty.POSSIBLE


def _covers(start: Bounds, end: Bounds | None, last: Bounds, day: Bounds) -> Certainty:
    try:
        period = Period(start=start, end=end if end is not None else Bounds(earliest=last.earliest))
    except DateError:
        return Certainty.EXCLUDED
    if day.exact is not None:
        return period.covers(day.exact)
    sides = [period.covers(side) for side in (day.earliest, day.latest) if side is not None]
    if sides and all(side is Certainty.CERTAIN for side in sides) and len(sides) == 2:
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if period.overlaps(_span(day)) is not Certainty.EXCLUDED else Certainty.EXCLUDED


def _span(day: Bounds) -> Period:
    return Period(start=Bounds(earliest=day.earliest), end=Bounds(latest=day.latest))


def changes(
    case: Case, *, mission: str | None = None, from_: date | None = None, to: date | None = None
) -> Iterator[Row]:
    """Who joined, left or changed after one day and no later than another, the earliest window first."""
    key = mission_key(case, mission) if mission else None
    found = case.derived.changes(mission=key, from_=from_, to=to)
    order = sorted(
        found, key=lambda one: (one.window.latest or date.max, one.mission, one.change, one.person.label, one.id)
    )
    return (change_row(change) for change in order)


def persons(case: Case, text: str | None = None) -> Iterator[Row]:
    """Persons whose names have the words of the text, with every name, mission and day that lists show of them."""
    found = case.derived.persons(text)
    one_by_one = len(found) <= 50
    every = {} if one_by_one else _by_person(case.derived.postings())
    for person in found:
        held = case.derived.postings(person=person.id) if one_by_one else every.get(person.id, ())
        changed = case.derived.changes(person=person.id) if one_by_one else ()
        sides = [side.name for change in changed for side in (change.before, change.after) if side and side.name]
        days = sorted(day for posting in held for day in posting.editions)
        yield {
            "kind": "person",
            "id": person.id,
            "label": person.label,
            "names": [*dict.fromkeys((person.label, *sides))],
            "missions": [*sorted({posting.mission for posting in held})],
            "postings": [posting.id for posting in held],
            "first": days[0] if days else None,
            "last": days[-1] if days else None,
            "passages": passages_row(tuple(posting.passages[-1] for posting in held if posting.passages)),
        }


def _by_person(found: Sequence[Posting]) -> dict[str, list[Posting]]:
    held: dict[str, list[Posting]] = {}
    for posting in found:
        held.setdefault(posting.person.id, []).append(posting)
    return held


def person_of(case: Case, text: str) -> Person:
    """The person of an id, or of a name that one person alone has.

    Raises:
        UsageError: the words find nobody, or several.
    """
    try:
        value = find(case, text, ("person",)).value
    except KeyFormError:
        found = case.derived.persons(text)
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(f"no person of the case has a name like {text!r}: try a part of it") from None
        ids = "; ".join(f"{person.label} {person.id}" for person in found[:6])
        raise UsageError(f"{len(found)} persons have a name like {text!r}: give an id. {ids}") from None
    assert isinstance(value, Person)
    return value


def said(case: Case) -> tuple[Report, ...]:
    """The reports as people left them, corrections and rejections applied."""
    from legation.model.case import Evidence
    from legation.resolution.judged import apply_judgements

    return apply_judgements(Evidence(reports=reports_of(case), judgements=case.kept.live_judgements())).reports


def events_by_id(reports: Sequence[Report]) -> dict[str, Event]:
    """Every telling of the reports by its id."""
    return {event.id: event for report in reports for event in report.events}


def events(case: Case, *, mission: str | None = None) -> Iterator[Row]:
    """Happenings with the passages of their tellings, the earliest first."""
    key = mission_key(case, mission) if mission else None
    told = events_by_id(said(case))
    found = sorted(case.derived.happenings(mission=key), key=_when)
    for happening in found:
        yield {**happening_row(happening), "passages": passages_row(_tellings(happening, told))}


def _tellings(happening: Happening, told: Mapping[str, Event]) -> tuple[Passage, ...]:
    return tuple(told[id_].passage for id_ in happening.tellings if id_ in told)


def _when(happening: Happening) -> tuple[date, str]:
    bounds = happening.date.bounds if happening.date else Bounds()
    return bounds.earliest or bounds.latest or date.max, happening.id


def claims(case: Case, *, person: str | None = None) -> Iterator[Row]:
    """What is said, report by report; with a person, what is said of a name that may be theirs."""
    found = [claim for report in said(case) for claim in report.claims]
    if person:
        found = _about(found, _names(case, person))
    return (claim_row(claim) for claim in found)


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


def tally(case: Case, *, mission: str | None = None, event: str | None = None) -> Iterator[Row]:
    """Announced numbers beside the editions, then numbers of one report that should agree.

    Raises:
        UnknownIdError: nothing of that id has a tally or a sum.
    """
    key = mission_key(case, mission) if mission else None
    told = events_by_id(said(case))
    wanted = find(case, event, ("happening", "event", "tally", "sum")).value if event else None
    if not isinstance(wanted, Sum):
        happening = _happening_id(case, wanted)
        for found in sorted(case.derived.tallies(mission=key, event=happening), key=_first_day):
            passages = tuple(told[id_].passage for id_ in found.announced_by if id_ in told)
            row = tally_row(found)
            yield {**row, "passages": passages_row(passages), "places": _step_places(case, found)}
    if key is None and (wanted is None or isinstance(wanted, Sum)):
        yield from (sum_row(found) for found in case.derived.sums() if wanted is None or found == wanted)


def _step_places(case: Case, tally: Tally) -> list[Value]:
    """For each step, where its edition begins to list the mission."""
    first: dict[str, Passage] = {}
    for posting in case.derived.postings(mission=tally.mission):
        for as_of, passage in zip(posting.editions, posting.passages, strict=False):
            known = first.get(as_of)
            if known is None or (passage.page or 0, passage.start) < (known.page or 0, known.start):
                first[as_of] = passage
    return [passage_row(first[step.as_of]) if step.as_of in first else None for step in tally.steps]


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
