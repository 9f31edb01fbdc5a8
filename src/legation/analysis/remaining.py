"""Who of those listed before an announcement is still listed, and of whom can't that be said?

Somebody is named only where a telling of the happening names that person; of everybody else the lists say whether the
name is still there, and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from legation.model.claims import Event
from legation.model.documents import Passage
from legation.model.findings import Remaining, RemainingState
from legation.model.parties import Person
from legation.reconstruction.departures import Window
from legation.reconstruction.sightings import Observation
from legation.reconstruction.stays import Stay


def remaining(
    windows: Iterable[Window],
    stays: Mapping[str, Sequence[Stay]],
    named: Mapping[tuple[str, str], tuple[Event, ...]],
    persons: Mapping[str, Person],
) -> tuple[Remaining, ...]:
    """One value for each announcement and person of the last complete edition before it.

    Args:
        windows: the announcements with their editions.
        stays: mission to its stays.
        named: tellings that name a listed person, by happening and person id.
        persons: person id to person.
    """
    found: list[Remaining] = []
    for window in windows:
        if window.base is None:
            continue
        ended = {stay.person.id for stay in stays.get(window.mission, ()) if window.holds(stay)}
        for person in window.base.listed:
            events = named.get((window.happening.id, person), ())
            state = "named" if events else _state(person, window, gone=person in ended)
            found.append(
                Remaining(
                    event=window.happening.id,
                    person=persons[person],
                    state=state,
                    passages=(*(event.passage for event in events), *_lines(person, window)),
                )
            )
    return tuple(sorted(found, key=lambda each: (each.event, each.person.id)))


def _state(person: str, window: Window, *, gone: bool) -> RemainingState:
    if gone:
        return "left-in-window"
    if any(person in seen.listed for seen in _after(window)):
        return "still-listed"
    return "not-observable"


def _after(window: Window) -> tuple[Observation, ...]:
    """The editions from the end of the window on, whatever part of the mission they show."""
    if window.last is None:
        return ()
    first = window.last.day.first
    return tuple(seen for seen in window.stream.observations if seen.day.first >= first)


def _lines(person: str, window: Window) -> tuple[Passage, ...]:
    """Where the person stands on the editions from the last before the announcement on."""
    if window.base is None:
        return ()
    first = window.base.day.first
    return tuple(
        seen.listed[person].passage
        for seen in window.stream.observations
        if seen.day.first >= first and person in seen.listed
    )
