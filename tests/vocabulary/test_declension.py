from __future__ import annotations

import pytest

from legation.vocabulary.cities import cities_within
from legation.vocabulary.declension import stem
from legation.vocabulary.folding import fold
from legation.vocabulary.states import Gazetteer


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("cs", "České republiky", "CZ"),
        ("ro", "României", "RO"),
        ("sr", "Републике Србије", "RS"),
        ("fi", "Suomen", "FI"),
        ("el", "της Ελλάδος", "GR"),
        ("lt", "Lenkijos Respublikoje", "PL"),
        ("sv", "Sveriges", "SE"),
    ],
)
def test_a_state_is_found_in_a_case_of_the_list_s_language(language: str, text: str, code: str) -> None:
    found = Gazetteer.default().speaking((language,)).find_within(fold(text), inflected=True)
    assert [each.code for each in found] == [code]


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [("cs", "ve Varšavě", "Warsaw"), ("pl", "w Kopenhadze", "Copenhagen"), ("bg", "във Виена", "Vienna")],
)
def test_a_city_is_found_in_a_case_of_the_list_s_language(language: str, text: str, city: str) -> None:
    found = cities_within(fold(text), inflected=True, languages=(language,))
    assert [each.city.name for each in found] == [city]


def test_turkish_names_of_states_need_the_language() -> None:
    words = fold("Gürcistan")
    assert Gazetteer.default().find_within(words) == ()
    assert Gazetteer.default().speaking(("tr",)).find("Gürcistan") == "GE"


def test_a_language_without_a_table_has_no_stems() -> None:
    assert stem(("suomen",), "xx") is None
