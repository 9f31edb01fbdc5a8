"""Does the case tell of the events that a draft tells of: the same parties in the same roles, number, day, posts?

Two parties the other way round are the commonest slip and are told as such. A telling that gives less than the draft is
no contradiction; a happening whose tellings give two numbers bears out either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.analysis.drafts.agreeing import days_agree
from legation.language.names import compare
from legation.model.case import Derived
from legation.model.claims import Event
from legation.model.drafts import DraftPoint, Ground
from legation.model.findings import Happening
from legation.reconstruction.departures import NOT_HAPPENED

_KIN = {"expulsion": ("expulsion", "aggregate"), "aggregate": ("aggregate", "expulsion")}
_ENOUGH = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A happening with its tellings and the sentence in which the first of them stands."""

    happening: Happening
    events: tuple[Event, ...]
    ground: Ground


def told(derived: Derived, events: dict[str, Event]) -> tuple[Told, ...]:
    """The happenings of a case with what is told of them."""
    found = []
    for happening in derived.happenings:
        tellings = tuple(events[id_] for id_ in happening.tellings if id_ in events)
        if tellings:
            passage = tellings[0].passage
            ground = Ground(id=happening.id, text=" ".join(passage.quote.split()), passage=passage)
            found.append(Told(happening=happening, events=tellings, ground=ground))
    return tuple(found)


def event_point(event: Event, known: Sequence[Told]) -> DraftPoint | None:
    """What the case has to an event of the draft; nothing where the draft says too little of it."""
    if sum(side is not None for side in (event.actor, event.target, event.mission)) < 1:
        return None
    types = _KIN.get(event.type, (event.type,))
    found = [each for each in known if each.happening.type in types]
    best = max(found, key=lambda each: _likeness(event, each), default=None)
    printed = " ".join(event.passage.quote.split())
    if best is not None and _likeness(event, best) >= _ENOUGH and _is_meant(event, best):
        return _compared(event, best, printed)
    if event.actor is not None and event.target is not None:
        turned = next((each for each in found if _turned(event, each)), None)
        if turned is not None:
            says = f"the other way round: {_who(turned)}"
            return DraftPoint(kind="event", printed=printed, verdict="differs", says=says, ground=turned.ground)
    if event.actor is None or event.target is None:
        return None
    return DraftPoint(kind="event", printed=printed, verdict="unsupported")


def _who(found: Told) -> str:
    first = found.events[0]
    return f"“{' '.join(first.passage.quote.split())}”"


def _likeness(event: Event, found: Told) -> float:
    """How many of the draft's values the happening has, the parties first."""
    happening = found.happening
    score = 0.0
    for said, has, weight in (
        (event.actor, happening.actor, 2.0),
        (event.target, happening.target, 2.0),
        (event.mission, happening.mission, 1.0),
    ):
        score += 0.0 if said is None or has is None else weight if said == has else -2 * weight
    if event.date is not None and happening.date is not None:
        score += 1.5 if days_agree(event.date, happening.date) else -0.5
    if event.count is not None:
        score += 1.0 if event.count in _counts(found) else -0.2
    for posts, known in (
        (event.posts_to, {each.posts_to for each in found.events}),
        (event.posts_from, {each.posts_from for each in found.events}),
    ):
        score += 0.0 if posts is None else 1.0 if posts in known else -0.2
    if event.persons and any(each.persons for each in found.events):
        score += 1.5 if _same_person(event, found) else -1.0
    return score


def _counts(found: Told) -> set[int]:
    return {count.value for count in found.happening.counts} | {e.count for e in found.events if e.count is not None}


def _same_person(event: Event, found: Told) -> bool:
    known = [person.name for each in found.events for person in each.persons]
    return any(compare(person.name, name).verdict != "different" for person in event.persons for name in known)


def _is_meant(event: Event, found: Told) -> bool:
    """Whether a happening may be the one: no party is another, and more agrees where its tellings leave one open."""
    happening = found.happening
    sides = ((event.actor, happening.actor), (event.target, happening.target))
    if any(None not in pair and pair[0] != pair[1] for pair in sides):
        return False
    open_ = any(said is not None and has is None for said, has in sides)
    dated = event.date is not None and happening.date is not None and days_agree(event.date, happening.date)
    return not open_ or dated or event.count in _counts(found) or bool(event.persons and _same_person(event, found))


def _turned(event: Event, found: Told) -> bool:
    return (event.actor, event.target) == (found.happening.target, found.happening.actor)


def _compared(event: Event, found: Told, printed: str) -> DraftPoint:
    differences = list(_differences(event, found))
    if not differences:
        return DraftPoint(kind="event", printed=printed, verdict="supported", ground=found.ground)
    says = "; ".join(differences)
    return DraftPoint(kind="event", printed=printed, verdict="differs", says=says, ground=found.ground)


def _differences(event: Event, found: Told) -> Iterator[str]:
    counts = _counts(found)
    if event.type not in ("ceiling", "aggregate") and event.count is not None and counts and event.count not in counts:
        yield f"{' or '.join(map(str, sorted(counts)))}, not {event.count}"
    for said, known in (
        (event.posts_to, {e.posts_to for e in found.events}),
        (event.posts_from, {e.posts_from for e in found.events}),
    ):
        given = {value for value in known if value is not None}
        if said is not None and given and said not in given:
            yield f"{' or '.join(map(str, sorted(given)))} posts, not {said}"
    day = found.happening.date
    if event.date is not None and day is not None and not days_agree(event.date, day) and _printed(found):
        yield f"{day.text}, not {event.date.text}"
    if event.persons and any(each.persons for each in found.events) and not _same_person(event, found):
        names = {person.name for each in found.events for person in each.persons}
        yield f"{' or '.join(sorted(names))}"
    happened = found.happening.status not in NOT_HAPPENED
    if event.status == "executed" and not happened:
        yield f"the case has it as {found.happening.status} only"


def _printed(found: Told) -> bool:
    """Whether the day is one that a source gives, and not only the days that its words leave open."""
    return found.happening.date is not None and found.happening.date.precision.value in ("day", "month", "year")
