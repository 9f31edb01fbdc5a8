from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.analysis.derive import derive
from legation.model.case import Derived, Evidence
from legation.model.claims import NamedPerson
from legation.model.judgements import Judgement, Side
from tests.make import MISSION, claim, event, report, roster

A, B, C, D = "Anna BRODIK", "Bela CORIM", "Ciro DANTE", "Dario VELTRAN"
LISTS = (
    roster("2020-01-01", A, B, C, D),
    roster("2020-04-01", A, B, C, D),
    roster("2020-06-01", A, B),
    roster("2020-09-01", A, B),
)
TOLD = event(
    "expulsion",
    mission=MISSION,
    actor="XB",
    target="XV",
    count=3,
    count_unit="persons",
    date="2020-04-10",
    deadline="2020-04-20",
    persons=(NamedPerson(name="Dario Veltran"),),
)
ARTICLE = report(
    claim("capture", "fifty names", start=900, value=50),
    TOLD,
    claim("headcount", "forty remained", start=960, value=46, role="remaining"),
)


def case(*judgements: Judgement) -> Derived:
    return derive(Evidence(rosters=LISTS, reports=(ARTICLE,), judgements=judgements))


def test_nothing_follows_from_nothing() -> None:
    assert derive(Evidence()) == Derived()


def test_a_case_knows_its_persons_postings_changes_and_numbers() -> None:
    found = case()
    assert {person.label for person in found.persons} == {A, B, C, D}
    assert {posting.person.label: posting.end_kind for posting in found.postings} == {
        A: "open",
        B: "open",
        C: "left-list",
        D: "named-in-event",
    }
    assert {(change.change, change.person.label) for change in found.changes} == {("left", C), ("left", D)}
    (tally,) = found.tallies
    assert (tally.announced, tally.left, tally.rest) == (3, 2, 1)
    assert [(each.expected, each.printed) for each in found.sums] == [(47, 46)]
    assert {each.person.label: each.state for each in found.remaining} == {
        A: "still-listed",
        B: "still-listed",
        C: "left-in-window",
        D: "named",
    }
    assert [mission.mission for mission in found.missions] == [MISSION]


def test_every_line_has_its_person() -> None:
    found = case()
    assert set(found.members) == {line.id for each in LISTS for line in each.listings}
    assert set(found.members.values()) == {person.id for person in found.persons}
    assert all(
        min(line for line in found.members if found.members[line] == each.id) == each.id for each in found.persons
    )


def test_windows_and_tallies_speak_of_the_same_happening() -> None:
    found = case()
    (happening,) = (each for each in found.happenings if each.type == "expulsion")
    assert {window for posting in found.postings for window in posting.windows} == {happening.id}
    assert {tally.event for tally in found.tallies} == {happening.id}


def test_a_rejected_line_is_nobodys() -> None:
    line = LISTS[0].listings[0]
    judgement = Judgement(
        id="judgement-1",
        verdict="reject",
        sides=(Side(id=line.id, quote=line.passage.quote, mission=line.mission, as_of="2020-01-01"),),
        author="editor",
        at=datetime(2024, 1, 1, tzinfo=UTC),
        why="a heading",
    )
    assert line.id not in case(judgement).members


def test_values_are_sorted_by_their_ids() -> None:
    found = case()
    for values in (found.persons, found.postings, found.changes, found.happenings, found.tallies, found.sums):
        ids = [value.id for value in values]
        assert ids == sorted(set(ids))


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_evidence_and_what_is_given_twice_do_not_matter(chance: random.Random) -> None:
    rosters, reports = [*LISTS, LISTS[1]], [ARTICLE, ARTICLE]
    chance.shuffle(rosters)
    assert derive(Evidence(rosters=tuple(rosters), reports=tuple(reports))) == case()


def test_two_notes_from_one_source_are_both_heard() -> None:
    note = report(event("recall", start=400, mission=MISSION, date="2021-05-01"))
    found = derive(Evidence(rosters=LISTS, reports=(ARTICLE, note)))
    assert {each.type for each in found.happenings} == {"expulsion", "recall"}


def test_an_edition_that_was_corrected_to_another_day_moves_as_a_whole() -> None:
    later = replace(LISTS[2], edition=roster("2020-07-01", A, B).edition)
    found = derive(Evidence(rosters=(*LISTS[:2], later, LISTS[3])))
    assert {change.window.latest.isoformat() for change in found.changes if change.window.latest} == {"2020-07-01"}
