"""Which persons count as one in an answer that takes unjudged links from a probability on?

Joins the likeliest links first. Two who stand side by side in one edition of one mission stay two, whatever a chain of
links says. Nothing of this is stored, and no export takes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from legation.model.links import PersonLink
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.publishing.rows import Row, person_row
from legation.store.case import Case

Seats = Mapping[str, frozenset[tuple[str, str]]]
"""Person id to the missions and days of the editions that list the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """Persons that are taken for one; without a probability, nobody."""

    asked: bool = False
    stands_for: Mapping[str, Person] = field(default_factory=dict)
    """Person id to the person of the smallest id among those taken for one, for each who is taken so."""
    together: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The smallest id to all of them."""

    def of(self, person: Person) -> Person:
        """The person who stands for this one."""
        return self.stands_for.get(person.id, person)

    def with_others(self, id_: str) -> tuple[str, ...]:
        """The ids of all who are taken for one with this person."""
        first = self.stands_for.get(id_)
        return self.together[first.id] if first else (id_,)

    def flag(self, *persons: Person) -> Row:
        """What a row about these persons says of the assumption; nothing where none was asked for."""
        return {"assumed": any(person.id in self.stands_for for person in persons)} if self.asked else {}

    def shown(self, person: Person) -> Row:
        """The person of a row, and whether that rests on the assumption; nothing where none was asked for."""
        return {"person": person_row(self.of(person)), **self.flag(person)} if self.asked else {}


def assumption_of(case: Case, link: float | None) -> Assumption:
    """The persons of a case whom links of this probability make one; nobody without a probability."""
    if link is None:
        return Assumption()
    chosen = [one for one in case.derived.links() if one.probability >= link]
    return assumption(chosen, _seats(case.derived.postings())) if chosen else Assumption(asked=True)


def assumption(links: Iterable[PersonLink], seats: Seats) -> Assumption:
    """The persons whom these links make one, the likeliest first.

    Args:
        links: whom to join.
        seats: where each person is listed; two at one place on one day are two.
    """
    groups: dict[str, set[str]] = {}
    persons: dict[str, Person] = {}
    for link in sorted(links, key=lambda one: (-one.probability, one.id)):
        a, b = (groups.setdefault(person.id, {person.id}) for person in (link.a, link.b))
        persons |= {link.a.id: link.a, link.b.id: link.b}
        if a is b or _taken(a, seats) & _taken(b, seats):
            continue
        a |= b
        groups.update(dict.fromkeys(b, a))
    together = {min(group): tuple(sorted(group)) for group in groups.values() if len(group) > 1}
    stands_for = {one: persons[first] for first, group in together.items() for one in group}
    return Assumption(asked=True, stands_for=stands_for, together=together)


def _taken(group: Iterable[str], seats: Seats) -> set[tuple[str, str]]:
    return {seat for person in group for seat in seats.get(person, ())}


def _seats(postings: Iterable[Posting]) -> Seats:
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for posting in postings:
        found[posting.person.id].update((posting.mission, day) for day in posting.editions)
    return {person: frozenset(seats) for person, seats in found.items()}
