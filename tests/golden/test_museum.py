"""The museum of broken captures: each is told for what it is, and nobody's absence follows from any."""

from __future__ import annotations

import pytest

from legation.extraction.rosters import extract_roster
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer
from tests.golden.museum import CAPTURES as FIRST
from tests.golden.museum import LISTLESS
from tests.golden.museum_second import SECOND, SOUND

CAPTURES = (*FIRST, *SECOND)


def test_the_museum_holds_enough() -> None:
    assert len(CAPTURES) >= 25


@pytest.mark.parametrize(("name", "body", "state"), CAPTURES, ids=[name for name, _, _ in CAPTURES])
def test_a_broken_capture_is_told_for_what_it_is(name: str, body: bytes, state: str) -> None:
    document = read(body, name="capture.pdf" if body.startswith(b"%PDF") else "capture.html")
    assert document.state == state, name
    assert document.notes


@pytest.mark.parametrize(("name", "body", "state"), CAPTURES, ids=[name for name, _, _ in CAPTURES])
def test_no_broken_capture_is_a_complete_edition(name: str, body: bytes, state: str) -> None:
    document = read(body, name="capture.html")
    given = Given(mission="XV/XB")
    edition = extract_roster(document, given, Gazetteer.default().with_states([("XV",), ("XB",)])).edition
    assert edition.complete != "yes", name
    assert all(each.coverage != "complete" for each in edition.missions) or state == "redirected"
    for each in edition.missions:
        assert each.coverage == "complete" or each.why, name
        # Half a list is partial at most; of a page that isn't the list nothing follows for anybody.
        if each.coverage == "partial":
            assert state in ("truncated", "abridged", "redirected"), name
        elif each.coverage == "unobservable" and state != "redirected":
            assert each.why == f"the document is {state}", name


@pytest.mark.parametrize(("name", "body"), SOUND, ids=[name for name, _ in SOUND])
def test_a_list_with_such_words_beside_it_is_still_one(name: str, body: bytes) -> None:
    document = read(body, name="capture.html")
    assert document.state == "ok", document.notes
    found = extract_roster(document, Given(), Gazetteer.default()).listings
    assert len([each for each in found if each.title == "Second Secretary"]) == 10


@pytest.mark.parametrize(("name", "body"), LISTLESS, ids=[name for name, _ in LISTLESS])
def test_a_page_without_a_list_names_nobody(name: str, body: bytes) -> None:
    document = read(body, name="page.csv" if b"\r\n" in body else "page.html")
    assert extract_roster(document, Given(), Gazetteer.default()).listings == (), name
