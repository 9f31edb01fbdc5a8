from __future__ import annotations

import pytest

from legation.vocabulary.folding import fold
from legation.vocabulary.honorifics import addressed, is_honorific


@pytest.mark.parametrize(
    ("text", "honorific", "rest"),
    [
        ("S. E. Herr Arvo TELLIN", "S. E. Herr", "Arvo TELLIN"),
        ("H.E. Mr Arvo TELLIN", "H.E. Mr", "Arvo TELLIN"),
        ("Mr. (Col.) Arvo Tellin", "Mr. (Col.)", "Arvo Tellin"),
        ("Mrs.Rada Lind", "Mrs.", "Rada Lind"),
        ("M. Arvo Tellin", "M.", "Arvo Tellin"),
        ("г-жа Анна Быкова", "г-жа", "Анна Быкова"),
        ("Excmo. Sr. D. Uwe Dorn", "Excmo. Sr. D.", "Uwe Dorn"),
        ("Herr --- UWE DORN", "Herr", "UWE DORN"),
        ("Lt. Col. Arvo Tellin", "Lt. Col.", "Arvo Tellin"),
        ("Sr. Don Arvo Tellin", "Sr. Don", "Arvo Tellin"),
        ("Mr. Don Tellin", "Mr.", "Don Tellin"),
        ("HE Mr Arvo Tellin", "HE Mr", "Arvo Tellin"),
        ("Smt. Rada Lind", "Smt.", "Rada Lind"),
    ],
)
def test_an_honorific_ends_where_the_name_begins(text: str, honorific: str, rest: str) -> None:
    found = addressed(text)
    assert found is not None
    assert (found.honorific, text[found.rest :]) == (honorific, rest)
    assert found.words[found.own :] == fold(rest)


@pytest.mark.parametrize("text", ["Arvo Tellin", "S. E. Johnson", "Frau", "M Arvo", "Sheikh Amina", "Generalkonsul"])
def test_initials_and_names_that_look_like_one_are_none(text: str) -> None:
    assert addressed(text) is None


def test_a_military_rank_alone_is_not_sure_to_be_an_honorific() -> None:
    found = addressed("General Manager of boats")
    assert found is not None
    assert not found.sure


def test_a_cell_of_honorifics_is_known() -> None:
    assert is_honorific("H.E. Mr.")
    assert not is_honorific("Counsellor")
