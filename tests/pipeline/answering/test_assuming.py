from __future__ import annotations

from legation.model.links import PersonLink
from legation.model.parties import Person
from legation.pipeline.answering.assuming import Assumption, Seats, assumption

A, B, C = (Person(id=f"listing-{letter}", label=letter) for letter in "abc")
APART: Seats = {A.id: frozenset({("XV/XB", "2010-01-01")}), B.id: frozenset({("XV/XL", "2012-01-01")})}


def link(a: Person, b: Person, probability: float) -> PersonLink:
    return PersonLink(id=f"link-{a.label}{b.label}", a=a, b=b, probability=probability, reasons=())


def test_linked_persons_are_one_by_the_smallest_id() -> None:
    found = assumption([link(B, A, 0.9)], APART)
    assert found.of(B) == A
    assert found.with_others(B.id) == (A.id, B.id)


def test_a_chain_of_links_makes_one_person_of_three() -> None:
    found = assumption([link(A, B, 0.9), link(B, C, 0.8)], APART)
    assert {found.of(person) for person in (A, B, C)} == {A}


def test_two_in_one_edition_of_one_mission_stay_two() -> None:
    seats = {**APART, C.id: APART[A.id]}
    found = assumption([link(A, B, 0.9), link(B, C, 0.8)], seats)
    assert (found.of(B), found.of(C)) == (A, C)


def test_a_row_says_whether_it_rests_on_a_link() -> None:
    found = assumption([link(A, B, 0.9)], APART)
    assert found.flag(B) == {"assumed": True}
    assert found.flag(C) == {"assumed": False}


def test_nothing_is_said_where_nothing_was_asked() -> None:
    assert Assumption().flag(A) == {}
    assert Assumption().shown(A) == {}
