from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Protocol, TypeVar

import pytest

from legation.analysis.derive import derive
from legation.errors import CaseDamagedError, UnknownIdError
from legation.model.case import Derived, Evidence
from legation.model.dates import Bounds
from legation.model.findings import Change, Happening, MissionSummary, Remaining, Step, Sum, Tally, Term
from legation.model.keys import made_id
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.store.case import Case
from tests import make

NOW = datetime(2026, 3, 4, tzinfo=UTC)
ROSTERS = (
    make.roster("2021-01-01", "Dario VELTRAN", "Mira OSTEN"),
    make.roster("2021-06-01", "Dario VELTRANN", "Jiří ŁUKÁŠ"),
)
DARIO, MIRA, JIRI = (
    Person(id=ROSTERS[0].listings[0].id, label="Dario VELTRANN"),
    Person(id=ROSTERS[0].listings[1].id, label="Mira OSTEN"),
    Person(id=ROSTERS[1].listings[1].id, label="Jiří ŁUKÁŠ"),
)
ANNOUNCED = made_id("happening", 1)


def posting(person: Person, mission: str, start: int, end: int | None = None) -> Posting:
    first = Bounds.on(date(2021, start, 1))
    last = Bounds.on(date(2021, end, 1)) if end else None
    return Posting(
        id=made_id("posting", person.id, mission),
        person=person,
        mission=mission,
        titles=(),
        listed_from=first,
        listed_to=last,
        start=first,
        start_basis="editions",
        end=last,
        end_basis="editions" if end else None,
        end_kind="left-list" if end else "open",
        windows=(),
        editions=("2021-01-01",),
        derivation=(),
        passages=(make.passage("Dario VELTRAN"),),
    )


def change(number: int, earliest: date | None, latest: date | None, mission: str = "XV/XB") -> Change:
    return Change(
        id=made_id("change", number),
        mission=mission,
        change="left",
        person=MIRA,
        before=None,
        after=None,
        window=Bounds(earliest=earliest, latest=latest),
    )


class WithId(Protocol):
    @property
    def id(self) -> str: ...


V = TypeVar("V", bound=WithId)


def by_id(*values: V) -> tuple[V, ...]:
    """Values in the order in which they are derived."""
    return tuple(sorted(values, key=lambda value: value.id))


DERIVED = Derived(
    persons=by_id(DARIO, MIRA, JIRI),
    members={
        ROSTERS[0].listings[0].id: DARIO.id,
        ROSTERS[0].listings[1].id: MIRA.id,
        ROSTERS[1].listings[0].id: DARIO.id,
        ROSTERS[1].listings[1].id: JIRI.id,
    },
    postings=by_id(posting(DARIO, "XV/XB", 1), posting(MIRA, "XV/XB", 1, 5), posting(JIRI, "XQ/XB", 6)),
    changes=by_id(
        change(1, date(2021, 1, 2), date(2021, 3, 1)),
        change(2, date(2021, 3, 2), date(2021, 6, 1)),
        change(3, None, date(2021, 3, 1)),
        change(4, date(2021, 6, 2), None),
        change(5, date(2021, 3, 2), date(2021, 6, 1), "XQ/XB"),
    ),
    happenings=(
        Happening(
            id=ANNOUNCED,
            type="expulsion",
            actor="XB",
            target="XV",
            mission="XV/XB",
            date=make.edtf("2021-04"),
            counts=(),
            status="announced",
            tellings=("event-1",),
        ),
    ),
    tallies=(
        Tally(
            id=made_id("tally", 1),
            event=ANNOUNCED,
            mission="XV/XB",
            announced=3,
            announced_by=("event-1",),
            steps=(Step(as_of="2021-01-01", listed=2, left=(MIRA,), joined=(), coverage="complete"),),
            window=Bounds.on(date(2021, 4, 1)),
            left=1,
            joined=0,
            usual=None,
            rest=2,
            notes=("The list doesn't say why a name is gone.",),
        ),
    ),
    sums=(
        Sum(
            id=made_id("sum", 1),
            terms=(Term(value=61, role="listed", passage=make.passage("61 names")),),
            expected=42,
            printed=40,
            difference=2,
            notes=(),
        ),
    ),
    remaining=(Remaining(event=ANNOUNCED, person=MIRA, state="left-in-window", passages=()),),
    missions=(MissionSummary(mission="XV/XB", names=("Velmark",), editions=("2021-01-01",), first=None, last=None),),
    loose=("judgement-1",),
)


def swapped(case: Case, derived: Derived = DERIVED, inputs: str = "inputs-1") -> Case:
    case.derived.swap(derived, Evidence(rosters=ROSTERS), inputs=inputs, at=NOW)
    return case


def test_derived_values_come_back_as_they_were(case: Case) -> None:
    assert swapped(case).derived.load() == DERIVED
    assert case.derived.inputs() == "inputs-1"


def test_the_next_build_takes_the_place_of_the_last_whole(case: Case) -> None:
    swapped(case)
    swapped(case, replace(DERIVED, postings=DERIVED.postings[:1], changes=(), loose=()), "inputs-2")
    assert len(case.derived.postings()) == 1
    assert case.derived.changes() == ()
    assert case.derived.inputs() == "inputs-2"
    case.derived.clear()
    assert case.derived.load() == Derived()
    assert case.derived.inputs() is None


def test_what_is_really_derived_comes_back(case: Case) -> None:
    derived = derive(Evidence(rosters=ROSTERS, reports=(make.report(make.event(mission="XV/XB", count=2)),)))
    assert swapped(case, derived).derived.load() == derived


def test_a_swap_that_fails_leaves_the_last_build(case: Case) -> None:
    swapped(case)
    stranger = posting(Person(id=made_id("listing", "nobody"), label="Nobody"), "XV/XB", 1)
    with pytest.raises(CaseDamagedError, match="not among the persons"):
        swapped(case, replace(DERIVED, postings=(stranger,)), "inputs-2")
    with pytest.raises(CaseDamagedError, match="two different"):
        swapped(case, replace(DERIVED, persons=(*DERIVED.persons, replace(MIRA, label="Other"))), "inputs-3")
    assert case.derived.load() == DERIVED


def test_postings_are_asked_by_mission_and_person(case: Case) -> None:
    swapped(case)
    assert {one.person for one in case.derived.postings(mission="XV/XB")} == {DARIO, MIRA}
    assert [one.mission for one in case.derived.postings(person=JIRI.id)] == ["XQ/XB"]
    assert case.derived.postings(mission="XV/XB", person=JIRI.id) == ()


def test_a_person_is_found_by_the_id_of_any_of_their_listings(case: Case) -> None:
    later = ROSTERS[1].listings[0].id
    assert later != DARIO.id
    assert swapped(case).derived.person(later) == DARIO
    assert [one.person for one in case.derived.postings(person=later)] == [DARIO]
    with pytest.raises(UnknownIdError):
        case.derived.person(made_id("listing", "nobody"))


@pytest.mark.parametrize(
    ("from_", "to", "numbers"),
    [
        (None, None, [1, 2, 3, 4]),
        (date(2021, 3, 1), date(2021, 6, 1), [2]),
        (date(2021, 2, 1), date(2021, 6, 1), [1, 2, 3]),
        (date(2021, 3, 1), date(2021, 4, 1), [2]),
        (date(2021, 6, 1), None, [4]),
        (None, date(2021, 1, 1), [3]),
    ],
)
def test_changes_are_those_whose_window_reaches_between_two_days(
    case: Case, from_: date | None, to: date | None, numbers: list[int]
) -> None:
    found = swapped(case).derived.changes(mission="XV/XB", from_=from_, to=to)
    assert [one.id for one in found] == sorted(made_id("change", number) for number in numbers)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("veltran", [DARIO]),
        ("VELTRANN dar", [DARIO]),
        ("d", [DARIO]),
        ("jiri luk", []),
        ("jiri lukas", [JIRI]),
        ("Вельтран", [DARIO]),
        ("Дарио Weltran", [DARIO]),
        ("jiri", [JIRI]),
        ("JIŘÍ", [JIRI]),
        ("mira veltran", []),
        ("o_ten", []),
        ("%", [DARIO, MIRA, JIRI]),
        ("", [DARIO, MIRA, JIRI]),
    ],
)
def test_persons_are_found_by_the_beginnings_of_their_names(case: Case, text: str, found: list[Person]) -> None:
    assert swapped(case).derived.persons(text) == by_id(*found)


def test_what_belongs_to_a_happening_is_asked_by_its_id(case: Case) -> None:
    swapped(case)
    other = made_id("happening", 2)
    assert len(case.derived.tallies(event=ANNOUNCED)) == len(case.derived.tallies(mission="XV/XB")) == 1
    assert len(case.derived.remaining(ANNOUNCED)) == len(case.derived.happenings(mission="XV/XB")) == 1
    assert (case.derived.tallies(event=other), case.derived.remaining(other)) == ((), ())
