"""Do the tellings of one happening agree on number, day, actor and whether it took place?

Numbers of parts, persons beside posts, an announcement beside what was carried out, and vague numbers agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from legation.model.claims import Event
from legation.model.dates import DAY, Bounds, Certainty
from legation.model.disputes import Contradiction, ContradictionRule, DisputeSide
from legation.model.findings import Happening, Sum
from legation.model.keys import made_id
from legation.model.parties import Mission
from legation.reconstruction.departures import NOT_HAPPENED

WEAK = frozenset({"planned", "threatened", "called-for", "hypothetical"})
"""Statuses of what has not been decided."""
STRONG = frozenset({"announced", "executed", "confirmed"})

MOST_PARTS = 6
"""Numbers of one happening among which parts of a whole are looked for."""


def disputed_tellings(happenings: Iterable[Happening], events: Mapping[str, Event]) -> Iterator[Contradiction]:
    """Contradictions among the tellings of each happening.

    Args:
        happenings: what was told.
        events: event id to telling.
    """
    told = list(happenings)
    for happening in told:
        tellings = [events[one] for one in happening.tellings if one in events]
        yield from _numbers(happening, tellings)
        yield from _days(happening, tellings)
        yield from _actors(happening, tellings)
        yield from _headlines(happening, tellings)
        yield from _denied(happening, tellings)
    yield from _unnamed(told, events)


def differing_sums(sums: Iterable[Sum]) -> Iterator[Contradiction]:
    """Sums of one report whose numbers don't agree."""
    for found in sums:
        if found.difference:
            sides = tuple(DisputeSide(id=found.id, says=term.says, passage=term.passage) for term in found.terms)
            yield Contradiction(
                id=made_id("contradiction", "sum", found.id), rule="sum", mission=None, sides=sides, notes=found.notes
            )


def contradiction(
    rule: ContradictionRule, sides: Sequence[DisputeSide], *notes: str, mission: str | None = None
) -> Contradiction:
    """A contradiction between these sides, each once, in the order given."""
    each_once = tuple(dict.fromkeys(sides))
    ids = sorted({side.id for side in each_once})
    return Contradiction(
        id=made_id("contradiction", rule, *ids), rule=rule, mission=mission, sides=each_once, notes=tuple(notes)
    )


def _side(event: Event, says: str) -> DisputeSide:
    return DisputeSide(id=event.id, says=says, passage=event.passage)


def _numbers(happening: Happening, tellings: Sequence[Event]) -> Iterator[Contradiction]:
    rule: ContradictionRule = "ceiling" if happening.type == "ceiling" else "count"
    counted = [event for event in tellings if _whole(event) is not None]
    values = sorted({value for event in counted if (value := _whole(event)) is not None})
    if len(values) < 2 or _is_sum_of_parts(values) or happening.type == "aggregate":
        return
    if rule == "count" and all(_other_aspect(a, b) for a, b in combinations(counted, 2) if _whole(a) != _whole(b)):
        return
    unit = "posts" if rule == "ceiling" else "persons"
    sides = [_side(event, f"{_whole(event)} {unit}") for event in counted]
    yield contradiction(rule, sides, "The numbers are of one decision, as far as is told.", mission=happening.mission)


def _whole(event: Event) -> int | None:
    """The number that a telling gives for the whole, without a modifier; people who are named are no number."""
    if event.layer == "related" or event.status in NOT_HAPPENED:
        return None
    if event.type == "ceiling":
        return event.posts_to
    if event.count_modifier is not None or event.count_unit == "posts" or len(event.persons) == event.count:
        return None
    return event.count


def _is_sum_of_parts(values: Sequence[int]) -> bool:
    """Whether the largest number is the sum of others, or each smaller one may be a part told beside its rest."""
    *parts, whole = values
    return len(parts) <= MOST_PARTS and any(
        sum(chosen) == whole for size in range(2, len(parts) + 1) for chosen in combinations(parts, size)
    )


def _other_aspect(one: Event, other: Event) -> bool:
    """Whether two tellings count different things: a decision and what came of it, or people of different cities."""
    if one.city and other.city and one.city != other.city:
        return True
    executed = [event.status == "executed" for event in (one, other)]
    return executed[0] != executed[1] and _bounds(one).same(_bounds(other)) is Certainty.EXCLUDED


def _bounds(event: Event) -> Bounds:
    return event.date.bounds if event.date else Bounds()


def _days(happening: Happening, tellings: Sequence[Event]) -> Iterator[Contradiction]:
    """Days of two reports that can't be one; one day apart may be the clock of another place."""
    dated = [event for event in tellings if event.date is not None and event.status in STRONG]
    for one, other in combinations(dated, 2):
        apart = one.passage.sha256 != other.passage.sha256 and one.status == other.status
        if apart and _distance(_bounds(one), _bounds(other)) > 1:
            sides = [_side(event, event.date.text if event.date else "") for event in (one, other)]
            yield contradiction("date", sides, mission=happening.mission)


def _distance(one: Bounds, other: Bounds) -> int:
    if one.same(other) is not Certainty.EXCLUDED:
        return 0
    first, second = (one, other) if one.before(other) is not Certainty.EXCLUDED else (other, one)
    return (second.earliest - first.latest) // DAY if first.latest and second.earliest else 0


def _actors(happening: Happening, tellings: Sequence[Event]) -> Iterator[Contradiction]:
    named = [event for event in tellings if event.actor is not None and event.layer != "related"]
    if len({event.actor for event in named}) > 1:
        sides = [_side(event, f"decided by {event.actor}") for event in named]
        yield contradiction("actor", sides, mission=happening.mission)


def _unnamed(happenings: Sequence[Happening], events: Mapping[str, Event]) -> Iterator[Contradiction]:
    """An expulsion of which nobody says who decided, beside one of the same senders' people by a named actor."""
    expulsions = [each for each in happenings if each.type == "expulsion" and each.status not in NOT_HAPPENED]
    for one in (each for each in expulsions if each.actor is None and each.mission and _main(each, events)):
        for other in expulsions:
            if (
                other.actor is None
                or other.mission is None
                or other.target != one.target
                or other.mission == one.mission
            ):
                continue
            pair = next(_in_one_report(one, other, events), None)
            if pair is not None and Mission.parse(one.mission or "").receiving != other.actor:
                yield contradiction(
                    "actor",
                    [_side(pair[0], "no actor named"), _side(pair[1], f"decided by {other.actor}")],
                    "The report doesn't say who decided on the one; it names an actor for the other.",
                    mission=one.mission,
                )


def _main(happening: Happening, events: Mapping[str, Event]) -> bool:
    """Whether some telling speaks of more than people whom it names."""
    return any(_whole(events[one]) is not None for one in happening.tellings if one in events)


def _in_one_report(one: Happening, other: Happening, events: Mapping[str, Event]) -> Iterator[tuple[Event, Event]]:
    """Tellings of both in one report, those first that give a number for the whole."""
    sides = [
        sorted((events[each] for each in happening.tellings if each in events), key=lambda event: _whole(event) is None)
        for happening in (one, other)
    ]
    return ((a, b) for a in sides[0] for b in sides[1] if a.passage.sha256 == b.passage.sha256)


def _headlines(happening: Happening, tellings: Sequence[Event]) -> Iterator[Contradiction]:
    """A title that tells as decided what the body of the same report only plans."""
    for title in (event for event in tellings if event.layer == "title" and event.status in STRONG):
        body = [e for e in tellings if e.passage.sha256 == title.passage.sha256 and e.layer in ("body", "update")]
        if body and all(event.status in WEAK for event in body):
            sides = [_side(event, event.status) for event in (title, *body)]
            yield contradiction("headline", sides, mission=happening.mission)


def _denied(happening: Happening, tellings: Sequence[Event]) -> Iterator[Contradiction]:
    denying = [event for event in tellings if event.status in ("denied", "retracted")]
    telling = [event for event in tellings if event.status in STRONG]
    if denying and telling:
        sides = [_side(event, event.status) for event in (*telling, *denying)]
        yield contradiction("denied", sides, mission=happening.mission)
