"""Whom do lists print who isn't named by default, and under which names?

Who is printed in the lowest class alone, among administrative or among local staff. Who once stood higher is named.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from legation.model.case import Derived
from legation.model.listings import Listing, Roster
from legation.vocabulary.ranks import HEADS
from legation.vocabulary.staff import Standing, standing_of


def unnamed(derived: Derived, rosters: Iterable[Roster]) -> dict[str, Standing]:
    """The persons who aren't named by default, by id, each with the reason.

    Args:
        derived: persons with their lines and postings.
        rosters: the lines, corrected; somebody without any is judged by the titles of the postings.
    """
    lines: dict[str, list[Standing | None]] = {}
    for line, owner in _owned(derived, rosters):
        lines.setdefault(owner, []).append(line_reason(line))
    by_titles: dict[str, list[Standing | None]] = {}
    for posting in derived.postings:
        if posting.person.id not in lines:
            found = (standing_of(span.rank, span.title, None) for span in posting.titles)
            by_titles.setdefault(posting.person.id, []).extend(found)
    reasons: dict[str, Standing] = {}
    for person, each in (lines | by_titles).items():
        last = each[-1] if each else None
        if last is not None and None not in each:
            reasons[person] = last
    return reasons


def names_printed(derived: Derived, rosters: Iterable[Roster], persons: Container[str]) -> dict[str, set[str]]:
    """Every name under which lists print some persons, by their ids."""
    names = {person.id: {person.label} for person in derived.persons if person.id in persons}
    for line, owner in _owned(derived, rosters):
        if owner in persons and line.name:
            names.setdefault(owner, set()).add(line.name)
    return names


def line_reason(line: Listing) -> Standing | None:
    """Why whom a line lists isn't named by default; who stands in for the head of mission is."""
    if line.acting or line.function in HEADS:
        return None
    return standing_of(line.rank, line.title, line.section)


def _owned(derived: Derived, rosters: Iterable[Roster]) -> Iterator[tuple[Listing, str]]:
    members = derived.members
    for roster in rosters:
        for line in roster.listings:
            if line.id in members:
                yield line, members[line.id]
