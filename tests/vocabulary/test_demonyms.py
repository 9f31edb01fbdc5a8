from __future__ import annotations

import pytest

from legation.vocabulary.demonyms import adjectives, codes, seats
from legation.vocabulary.endings import forms
from legation.vocabulary.press import LANGUAGES
from legation.vocabulary.states import Gazetteer


@pytest.mark.parametrize(
    ("language", "form", "code"),
    [
        ("en", "Ghanaian", "GH"),
        ("de", "ghanaischen", "GH"),
        ("fr", "ghanéenne", "GH"),
        ("fr", "grecques", "GR"),
        ("es", "irlandesas", "IE"),
        ("es", "chilenos", "CL"),
        ("ru", "чилийского", "CL"),
    ],
)
def test_an_adjective_is_known_in_its_forms(language: str, form: str, code: str) -> None:
    assert (form, code) in adjectives(language)


def test_a_russian_name_is_known_in_its_cases() -> None:
    assert {"Лима", "Лимы", "Лиме", "Лиму", "Лимой"} <= set(forms("name", "ru", "Лима"))
    assert forms("name", "ru", "Осло")[0] == "Осло"


def test_an_ambiguous_seat_stands_for_no_state() -> None:
    assert {code for form, code, _ in seats("en") if form == "Brussels"} == {""}
    assert {code for form, code, _ in seats("de") if form == "Wien"} == {"AT"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_adjective_means_two_states_but_where_usage_does(language: str) -> None:
    found: dict[str, set[str]] = {}
    for form, code in adjectives(language):
        found.setdefault(form.casefold(), set()).add(code)
    twice = {form: states for form, states in found.items() if len(states) > 1}
    assert all(states <= {"CG", "CD", "GN", "GW", "GQ", "DM", "DO"} for states in twice.values()), twice


def test_every_code_of_the_table_is_a_state_with_a_name() -> None:
    gazetteer = Gazetteer.default()
    assert [code for code in codes() if not gazetteer.names(code)] == []
