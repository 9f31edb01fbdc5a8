from __future__ import annotations

from legation.extraction.kinds import guess_kind
from legation.extraction.rosters import extract_roster
from legation.model.sources import Given
from tests.extraction.rosters.lists import GAZETTEER, document_of

NAMES = "Arvo Tellin\nMira Solberg\nBoris Lindal\nEleni Dara\nPetros Dukas\nHanna Brandt\nUwe Kolbe\n"


def test_people_with_posts_are_a_list() -> None:
    document = document_of("Embassy of Velmoria\n\nMr Arvo TELLIN\nCounsellor\nMs Rada LIND\nAttaché\n")
    assert guess_kind(document, GAZETTEER).kind == "list"


def test_sentences_are_a_report() -> None:
    document = document_of(
        "The foreign ministry said on Tuesday that it had ordered four diplomats to leave within a week.\n\n"
        "Officials did not name them. A spokesman, Arvo Tellin, called the step unfounded and promised an answer.\n"
    )
    assert guess_kind(document, GAZETTEER).kind == "report"


def test_many_bare_names_are_asked_about() -> None:
    guess = guess_kind(document_of(NAMES), GAZETTEER)
    assert guess.kind is None
    assert guess.question is not None
    assert "--kind names" in guess.question


def test_a_few_bare_names_are_a_file_of_names() -> None:
    assert guess_kind(document_of("Arvo Tellin\nMira Solberg\nBoris Lindal\n"), GAZETTEER).kind == "names"


def test_names_under_a_mission_are_asked_about() -> None:
    guess = guess_kind(document_of(f"Embassy of Velmoria in Vienna\n\n{NAMES}"), GAZETTEER)
    assert guess.kind is None
    assert guess.question is not None


def test_nothing_at_all_is_asked_about() -> None:
    assert guess_kind(document_of(""), GAZETTEER).kind is None


def test_what_was_read_for_the_guess_comes_with_it() -> None:
    document = document_of("Embassy of Velmoria\n\nMr Arvo TELLIN\nCounsellor\nMs Rada LIND\nAttaché\n")
    assert guess_kind(document, GAZETTEER).roster == extract_roster(document, Given(), GAZETTEER)
