"""Who was where, as a case answers it? Postings, persons, and who came back elsewhere.

With a link probability, persons of different missions whom nobody has judged are taken for one in this answer alone,
and each row that rests on that says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.analysis.order import place_of_posting
from legation.errors import DateError, KeyFormError, UsageError
from legation.model.dates import Bounds, Certainty, Edtf, Period
from legation.model.findings import Change
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.pipeline.answering.assuming import assumption_of
from legation.pipeline.answering.missions import mission_key
from legation.publishing.rows import Row, Value, passage_row, passages_row, person_row, posting_row, resurfacing_row
from legation.store.case import Case
from legation.store.finding import find

LEAST_PROBABILITY = 0.8
"""Probability from which on a candidate is shown where nothing else is asked for."""


def postings(
    case: Case,
    *,
    mission: str | None = None,
    person: str | None = None,
    on: Edtf | None = None,
    link: float | None = None,
) -> Iterator[Row]:
    """Postings of a mission, of a person, or of everybody; with a day, those that it isn't excluded for.

    Raises:
        UsageError: the mission or the person isn't one of the case.
    """
    key = mission_key(case, mission) if mission else None
    assumed = assumption_of(case, link)
    found: Sequence[Posting]
    if person:
        who = assumed.with_others(person_of(case, person).id)
        found = [posting for one in who for posting in case.derived.postings(mission=key, person=one)]
    else:
        found = case.derived.postings(mission=key)
    for posting in sorted(found, key=place_of_posting):
        sure = certainty_on(posting, on.bounds) if on is not None else None
        if sure is not Certainty.EXCLUDED:
            yield {**posting_row(posting, sure), **assumed.shown(posting.person)}


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


def persons(case: Case, text: str | None = None, *, link: float | None = None) -> Iterator[Row]:
    """Persons whose names have the words of the text, with every name, mission and day that lists show of them."""
    assumed = assumption_of(case, link)
    known = dict.fromkeys(assumed.of(person) for person in case.derived.persons(text))
    found = sorted(known, key=lambda person: (person.label.casefold(), person.id))
    one_by_one = len(found) <= 50
    every = {} if one_by_one else _by_person(case.derived.postings())
    entered = _entered(case)
    for person in found:
        ids = assumed.with_others(person.id)
        held = [
            posting
            for one in ids
            for posting in (case.derived.postings(person=one) if one_by_one else every.get(one, ()))
        ]
        changed = [change for one in ids for change in (case.derived.changes(person=one) if one_by_one else ())]
        stands = [each for one in ids for each in entered.get(one, ())]
        yield {**_found_row(person, held, changed), "registers": stands, **assumed.flag(person)}


def _entered(case: Case) -> dict[str, list[Value]]:
    """By person the entries of registers that somebody judged to be them, each a claim of its register."""
    found: dict[str, list[Value]] = {}
    for naming in case.derived.namings():
        entry = naming.mention.entry
        if entry is not None and naming.judgement is not None:
            found.setdefault(naming.person.id, []).append(
                {
                    "id": naming.id,
                    "entry": entry.key,
                    "name": entry.names[0],
                    "published": naming.mention.published,
                    "judgement": naming.judgement,
                    "passage": passage_row(entry.passage),
                }
            )
    return found


def found(case: Case, text: str, *, limit: int, offset: int = 0) -> tuple[int, list[Row]]:
    """How many persons the words find, and some of them as `persons` shows them; quick in the largest case."""
    total, some = case.persons.found(text, limit=limit, offset=offset)
    postings, changed = case.persons.held_by(person.id for person in some)
    held = _by_person(postings)
    changes: dict[str, list[Change]] = {}
    for change in changed:
        changes.setdefault(change.person.id, []).append(change)
    return total, [_found_row(person, held.get(person.id, ()), changes.get(person.id, ())) for person in some]


def _found_row(person: Person, held: Sequence[Posting], changed: Sequence[Change]) -> Row:
    sides = [side.name for change in changed for side in (change.before, change.after) if side and side.name]
    labels = [posting.person.label for posting in held]
    days = sorted(day for posting in held for day in posting.editions)
    return {
        "kind": "person",
        "id": person.id,
        "label": person.label,
        "names": [*dict.fromkeys((person.label, *labels, *sides))],
        "missions": [*sorted({posting.mission for posting in held})],
        "postings": [posting.id for posting in held],
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "passages": passages_row(tuple(posting.passages[-1] for posting in held if posting.passages)),
    }


def resurfaced(
    case: Case, *, candidates: bool = False, least: float = LEAST_PROBABILITY, link: float | None = None
) -> Iterator[Row]:
    """Who of one mission is listed later at another, the earliest return first.

    Args:
        case: an open case.
        candidates: show links that nobody has judged as well, the likeliest first.
        least: the probability from which on they are shown.
        link: the probability from which on they are taken as judged, for this answer.
    """
    held = {posting.id: posting for posting in case.derived.postings()}
    shown = []
    for one in case.derived.resurfacings():
        from_link = one.probability is not None
        assumed = link is not None and one.probability is not None and one.probability >= link
        if not from_link or assumed or (candidates and one.probability is not None and one.probability >= least):
            shown.append((one, assumed))
    shown.sort(key=lambda each: (-(each[0].probability or 1), held[each[0].to_posting].editions[0], each[0].id))
    for one, assumed in shown:
        row = resurfacing_row(one, posting_row(held[one.from_posting]), posting_row(held[one.to_posting]))
        yield {**row, "person": person_row(one.person), **({"assumed": assumed} if link is not None else {})}


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
