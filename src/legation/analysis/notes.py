"""What has to be said beside numbers, so that nobody takes a difference for a reason?

Each note is one sentence of its own, the same for the same facts. None of them speaks of a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from legation.model.dates import Bounds, Certainty
from legation.model.findings import Count, Happening
from legation.model.listings import CoverageClass
from legation.reconstruction.departures import ASSUMED_DEADLINE, GRACE, Window
from legation.reconstruction.sightings import Observation

NO_DATE = (
    "The day of the announcement isn't known: nothing can be compared. If the day on which the report appeared isn't "
    "known either, add the report again with --published DATE; else correct the event's date."
)

NO_REASON = "The list doesn't say why a name is gone."

COVERAGE: Mapping[CoverageClass, str] = {
    "heads-only": "The list covers heads of mission only.",
    "diplomatic": "The list covers diplomatic staff; others may be among the number announced.",
    "diplomatic+administrative": "The list covers diplomatic and administrative staff.",
    "unknown": "The list doesn't say which staff it covers.",
}

CONSULATES = "Staff of consulates stands under missions of its own and isn't counted here."

DEPARTURES = frozenset({"expulsion", "recall", "closure", "posting-end"})
"""Types of happening that may take people off the same list."""

SUM_AGREES = "The numbers agree."

SUM_EXPLANATIONS = (
    "The report doesn't say why the numbers differ.",
    "The numbers may be of different days: people may have come or gone between them.",
    "Some of those told to leave may not have been among those listed, such as staff that isn't printed.",
    "The numbers may count different groups, such as diplomats and all staff, or be rounded or misprinted.",
)


def tally_notes(
    window: Window, counts: Sequence[Count], observed: Sequence[Observation], told: Sequence[Happening]
) -> tuple[str, ...]:
    """What to know of a tally: assumptions, what the editions can't show, and what else falls into the window.

    Args:
        window: the announcement with its editions.
        counts: the numbers that tellings give; the first one is compared.
        observed: the editions of the steps.
        told: everything told in the case.
    """
    found = (*_editions(window, observed), *_numbers(window, counts), *_coverage(window), *_others(window, told))
    return (*found, NO_REASON)


def sum_notes(difference: int) -> tuple[str, ...]:
    """What may explain that numbers of one report differ; nothing is repaired."""
    return SUM_EXPLANATIONS if difference else (SUM_AGREES,)


def _editions(window: Window, observed: Sequence[Observation]) -> Iterator[str]:
    if not window.deadline_printed and window.happening.date is not None:
        yield (
            f"No deadline is printed; {ASSUMED_DEADLINE.days} days from the announcement are assumed, "
            f"to {window.deadline}."
        )
    if window.happening.date is None:
        yield NO_DATE
        return
    if window.base is None:
        yield "No complete edition lies before the announcement: nothing can be compared."
    if window.last is None:
        yield "No complete edition lies after the announcement: nothing can be compared."
    elif not window.reaches:
        yield (
            f"No complete edition lies {GRACE.days} days or more after the deadline of {window.deadline}; "
            f"the last is of {window.last.day.as_of}."
        )
    blind = [seen.day.as_of for seen in observed if not seen.complete]
    if blind:
        yield f"Not read completely for this mission, so nobody's absence shows: {', '.join(blind)}."


def _numbers(window: Window, counts: Sequence[Count]) -> Iterator[str]:
    others = sorted({other.value for other in counts} - {counts[0].value})
    if others:
        yield f"Other tellings give {', '.join(map(str, others))}."
    if not window.mission_named:
        yield f"No telling names the mission; the main one between the two parties, {window.mission}, is compared."


def _coverage(window: Window) -> Iterator[str]:
    classes = sorted({seen.day.coverage_class for seen in (window.base, window.last) if seen})
    yield from (COVERAGE[each] for each in classes)
    yield CONSULATES


def _others(window: Window, told: Sequence[Happening]) -> Iterator[str]:
    if window.bounds is None:
        return
    found = [other for other in told if _falls_into(other, window, window.bounds)]
    if found:
        listed = ", ".join(f"{other.id} ({other.date.text if other.date else 'no date'})" for other in found)
        yield f"Other announcements about the mission fall into the same window: {listed}."


def _falls_into(other: Happening, window: Window, bounds: Bounds) -> bool:
    if other.id == window.happening.id or other.type not in DEPARTURES or other.mission != window.mission:
        return False
    return other.date is not None and other.date.bounds.within(bounds) is not Certainty.EXCLUDED
