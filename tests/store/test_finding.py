from __future__ import annotations

from dataclasses import replace

import pytest

from legation.errors import KeyFormError, UnknownIdError
from legation.model.keys import made_id
from legation.store.case import Case
from legation.store.finding import Value, find
from legation.store.kept import Note
from tests import make
from tests.store.test_derived import DARIO, DERIVED, ROSTERS, swapped
from tests.store.test_kept import NOON, capture, judgement
from tests.store.test_memo import reading

REPORT = make.report(make.event(count=3), make.claim(value=61), make.printed("joined", "left.They went"))
NOTE = Note(id=made_id("note", 1), report=make.report(make.event(source="note"), source="note"), author="A", at=NOON)


@pytest.fixture
def full(case: Case) -> Case:
    for number, roster in enumerate(ROSTERS):
        case.memo.save(reading(str(number), roster=roster))
    case.memo.save(reading("article", report=REPORT))
    case.kept.add_capture(capture("a.pdf"))
    case.kept.record(judgement(1))
    case.kept.add_note(NOTE)
    return swapped(case)


VALUES: dict[str, Value] = {
    "listing": ROSTERS[0].listings[1],
    "edition": ROSTERS[0].edition,
    "event": REPORT.events[0],
    "claim": REPORT.claims[0],
    "print": REPORT.prints[0],
    "posting": DERIVED.postings[0],
    "change": DERIVED.changes[0],
    "happening": DERIVED.happenings[0],
    "tally": DERIVED.tallies[0],
    "sum": DERIVED.sums[0],
    "judgement": judgement(1),
    "capture": capture("a.pdf"),
}


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_is_found_by_its_id_and_by_the_beginning_of_it(full: Case, kind: str) -> None:
    value = VALUES[kind]
    word, _, digits = value.id.partition("-")
    for text in (value.id, value.id.upper(), digits, digits[:8], f"{word}-{digits[:9]}"):
        found = find(full, text)
        assert (found.kind, found.id, found.value) == (kind, value.id, value)


def test_what_was_entered_by_hand_is_found_as_well(full: Case) -> None:
    found = find(full, NOTE.report.events[0].id)
    assert (found.kind, found.value) == ("event", NOTE.report.events[0])


def test_the_id_of_a_person_means_the_listing_unless_a_person_is_asked_for(full: Case) -> None:
    assert find(full, DARIO.id).kind == "listing"
    assert find(full, DARIO.id, kinds=("person",)).value == DARIO
    assert find(full, ROSTERS[1].listings[0].id[:20], kinds=("person",)).value == DARIO


@pytest.mark.parametrize("text", ["", "listing", "listing-", "1234567", "not hexadecimal", "0" * 33, "'; DROP TABLE x"])
def test_a_text_that_is_no_id_is_refused(full: Case, text: str) -> None:
    with pytest.raises(KeyFormError):
        find(full, text)


def test_an_id_that_nothing_has_is_named(full: Case) -> None:
    with pytest.raises(UnknownIdError, match="nothing in the case"):
        find(full, "posting-" + "0" * 32)
    with pytest.raises(UnknownIdError):
        find(full, VALUES["posting"].id.replace("posting", "change"))


def test_a_beginning_of_several_ids_asks_for_more_digits(case: Case) -> None:
    for tail in "12":
        case.kept.record(replace(judgement(1, "reject", f"listing-{tail}"), id="judgement-" + "a" * 31 + tail))
    with pytest.raises(UnknownIdError, match="several ids"):
        find(case, "judgement-aaaaaaaa")
    assert find(case, "a" * 31 + "2").id.endswith("2")


def test_the_last_reading_of_a_place_is_found(case: Case) -> None:
    listing = ROSTERS[0].listings[0]
    corrected = replace(listing, title="Counsellor")
    case.memo.save(reading("old", roster=ROSTERS[0]))
    case.memo.save(reading("new", roster=replace(ROSTERS[0], listings=(corrected,))))
    assert find(case, listing.id).value == corrected
