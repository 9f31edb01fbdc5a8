"""What differs between two editions of a list, person by person?

Any two editions of a mission may be compared, also such as don't follow each other. Nobody is said to have left or
joined a list that wasn't read completely, and no reason is ever given: a list has none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from legation.model.listings import Listing, Roster
from legation.reconstruction.changes import differences

Difference = Literal["joined", "left", "title", "respelled", "moved", "not-observable", "same"]
DIFFERENCE_WORDS: dict[Difference, str] = {
    "joined": "joined the list",
    "left": "left the list",
    "title": "title changed",
    "respelled": "name spelled otherwise",
    "moved": "stands elsewhere on the list",
    "not-observable": "can’t be seen in the other edition",
    "same": "as before",
}
ORDER: tuple[Difference, ...] = tuple(DIFFERENCE_WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person in two editions."""

    person: str | None
    """The id; `None` for a line that is nobody's, such as a vacant post."""
    differences: tuple[Difference, ...]
    before: Listing | None
    after: Listing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two editions of one mission."""

    lines: tuple[Line, ...]
    """Changes first, by kind, then in the order of the later edition."""
    other_order: bool
    """Whether the list prints most people in another order, so that nobody's own place says anything."""
    complete: tuple[bool, bool]
    """Whether each edition was read completely for the mission."""

    def count(self, kind: Difference) -> int:
        """How many people differ in this."""
        return sum(kind in line.differences for line in self.lines)


def compare_editions(mission: str, before: Roster, after: Roster, members: Mapping[str, str]) -> Comparison:
    """Compare two editions of a mission.

    Args:
        mission: its key.
        before: the earlier edition.
        after: the later one.
        members: listing id to person id.
    """
    old, new = _by_person(mission, before, members), _by_person(mission, after, members)
    both = [person for person in new if person in old]
    moved = _out_of_order([old[person].order for person in both])
    other_order = len(moved) * 2 > len(both)
    displaced = set() if other_order else {both[at] for at in moved}
    complete = (_complete(mission, before), _complete(mission, after))
    lines = [
        Line(
            person=person if not person.startswith("-") else None,
            differences=tuple(_differing(person, old, new, complete, displaced)),
            before=old.get(person),
            after=new.get(person),
        )
        for person in [*new, *(person for person in old if person not in new)]
    ]
    lines.sort(key=lambda line: ORDER.index(line.differences[0]))
    return Comparison(lines=tuple(lines), other_order=other_order, complete=complete)


def _differing(
    person: str,
    old: Mapping[str, Listing],
    new: Mapping[str, Listing],
    complete: tuple[bool, bool],
    displaced: set[str],
) -> Iterator[Difference]:
    if person not in old:
        yield "joined" if complete[0] else "not-observable"
        return
    if person not in new:
        yield "left" if complete[1] else "not-observable"
        return
    found = [kind for kind in ORDER if kind in differences(old[person], new[person])]
    if person in displaced and "moved" not in found:
        found.append("moved")
    if not found:
        yield "same"
    yield from found


def _by_person(mission: str, roster: Roster, members: Mapping[str, str]) -> dict[str, Listing]:
    """The mission's lines by person; lines that are nobody's under a key of their own."""
    lines = [listing for listing in roster.listings if listing.mission == mission]
    return {members.get(line.id) or f"-{line.title}-{at}": line for at, line in enumerate(lines)}


def _complete(mission: str, roster: Roster) -> bool:
    coverages = [section.coverage for section in roster.edition.missions if section.mission == mission]
    return "complete" in coverages and "partial" not in coverages


def _out_of_order(orders: Sequence[int]) -> set[int]:
    """Places of those outside of the longest run that keeps its order: as few as have to have moved."""
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int | None] = []
    for place, order in enumerate(orders):
        length = bisect_left(ends, order)
        before.append(at_end[length - 1] if length else None)
        ends[length : length + 1] = [order]
        at_end[length : length + 1] = [place]
    kept: set[int] = set()
    step = at_end[-1] if at_end else None
    while step is not None:
        kept.add(step)
        step = before[step]
    return set(range(len(orders))) - kept
