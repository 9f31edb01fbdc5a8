"""What else may explain that names are gone from a list, or that an announced number isn't met?

Candidates stand beside a tally, each with its source: what was announced or stated besides, where somebody is listed
elsewhere, what another list shows. None of them is a reason, and nothing is taken off the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from legation.language.names import compare
from legation.model.claims import Event
from legation.model.dates import Bounds, Certainty
from legation.model.findings import Explanation, Happening
from legation.model.parties import Person
from legation.reconstruction.changes import Step
from legation.reconstruction.departures import NOT_HAPPENED, Window

ANNOUNCED = frozenset({"expulsion", "recall", "closure"})
"""Types of happening that may take several people off a list."""
PERSONAL = frozenset({"posting-end", "recall", "appointment"})
"""Types of telling that say of a named person that a post ended or another began."""


def explanations(
    window: Window,
    gone: Sequence[Person],
    changed: Mapping[str, Sequence[Step]],
    told: Iterable[Happening],
    events: Mapping[str, Event],
) -> tuple[Explanation, ...]:
    """The candidates for one tally, the most direct first.

    Args:
        window: the announcement with its editions.
        gone: who left the list in the window.
        changed: mission to its changes, of all missions.
        told: everything told in the case.
        events: event id to telling.
    """
    if window.bounds is None:
        return ()
    happenings = [one for one in told if one.id != window.happening.id and _happens_in(one, window.bounds)]
    return (
        *_announced(window, happenings),
        *_stated(window, gone, events),
        *_elsewhere(window, gone, changed),
        *_other_lists(window, gone, changed.get(window.mission, ())),
        *_posts(window, happenings),
    )


def _happens_in(one: Happening, bounds: Bounds) -> bool:
    if one.status in NOT_HAPPENED or one.date is None:
        return False
    return one.date.bounds.within(bounds) is not Certainty.EXCLUDED


def _announced(window: Window, happenings: Iterable[Happening]) -> Iterator[Explanation]:
    """Other announcements: of this mission, or of others of the same sender by the same decider."""
    parties = window.happening.actor, window.happening.target
    for one in happenings:
        if one.type not in ANNOUNCED:
            continue
        if one.mission == window.mission:
            yield Explanation(kind="announced-too", id=one.id, says=_words(one), persons=_persons(one))
        elif one.mission is not None and (one.actor, one.target) == parties and None not in parties:
            yield Explanation(kind="other-mission", id=one.id, says=_words(one), persons=_persons(one))


def _words(one: Happening) -> str:
    by = f" by {one.actor}" if one.actor else ""
    return f"{one.type} at {one.mission}{by}, {one.date.text if one.date else 'no date'}"


def _persons(one: Happening) -> int | None:
    return max((count.value for count in one.counts if count.unit in (None, "persons")), default=None)


def _stated(window: Window, gone: Sequence[Person], events: Mapping[str, Event]) -> Iterator[Explanation]:
    """A telling that names one of those who are gone as ending the post, or as taking up another."""
    own = set(window.happening.tellings)
    for event in events.values():
        if event.id in own or event.type not in PERSONAL or event.status in NOT_HAPPENED or event.layer == "related":
            continue
        if event.type != "appointment" and event.mission not in (None, window.mission):
            continue
        if event.date is not None and window.bounds and event.date.bounds.within(window.bounds) is Certainty.EXCLUDED:
            continue
        for name in sorted({person.name for person in event.persons}):
            same = [person for person in gone if compare(name, person.label).verdict == "same"]
            if len(same) == 1 and not (event.type == "appointment" and event.mission == window.mission):
                day = event.date.text if event.date else "no date"
                says = f"{same[0].label}: {event.type}, {day}"
                yield Explanation(kind="stated-elsewhere", id=event.id, says=says, persons=1)


def _elsewhere(window: Window, gone: Sequence[Person], changed: Mapping[str, Sequence[Step]]) -> Iterator[Explanation]:
    """Somebody who is gone and joins the list of another mission about then."""
    ids = {person.id for person in gone}
    for mission in sorted(changed):
        for step in changed[mission] if mission != window.mission else ():
            change = step.change
            if change.change != "joined" or change.person.id not in ids or window.bounds is None:
                continue
            if change.window.within(window.bounds) is not Certainty.EXCLUDED:
                says = f"{change.person.label}: listed at {mission} on {step.after.as_of}"
                yield Explanation(kind="listed-elsewhere", id=change.id, says=says, persons=1)


def _other_lists(window: Window, gone: Sequence[Person], changed: Iterable[Step]) -> Iterator[Explanation]:
    """People whom another list of the mission drops in the window and this one doesn't."""
    known = {person.id for person in gone}
    for step in changed:
        change = step.change
        if step.series == window.stream.series or change.change != "left" or change.person.id in known:
            continue
        if window.bounds and change.window.within(window.bounds) is not Certainty.EXCLUDED:
            says = f"{change.person.label}: gone from another list by {step.after.as_of}"
            yield Explanation(kind="other-list", id=change.id, says=says, persons=1)


def _posts(window: Window, happenings: Iterable[Happening]) -> Iterator[Explanation]:
    """A limit on posts of the same time: another quantity."""
    parties = window.happening.actor, window.happening.target
    for one in happenings:
        if one.type == "ceiling" and (one.actor, one.target) == parties and one.mission in (None, window.mission):
            levels = " or ".join(str(count.value) for count in one.counts) or "a number of"
            says = f"{levels} posts allowed from {one.date.text if one.date else 'no date'} on: posts are no persons"
            yield Explanation(kind="posts", id=one.id, says=says, persons=None)
