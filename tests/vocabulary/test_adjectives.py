from __future__ import annotations

import pytest

from legation.vocabulary.adjectives import state_of_adjective
from legation.vocabulary.folding import fold
from legation.vocabulary.seats import main_seat, organizations_at


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norwegian", "NO"),
        ("Norwegische", "NO"),
        ("norwegischen", "NO"),
        ("норвежского", "NO"),
        ("portugaise", "PT"),
        ("portuguesa", "PT"),
        ("South Korean", "KR"),
    ],
)
def test_an_adjective_names_its_state_in_any_of_its_endings(text: str, code: str) -> None:
    found = state_of_adjective(fold(text), 0)
    assert found is not None
    assert found[0] == code


@pytest.mark.parametrize("text", ["embassy", "mission", "the", "general"])
def test_other_words_name_no_state(text: str) -> None:
    assert state_of_adjective(fold(text), 0) is None


def test_an_organization_has_a_main_seat_and_others() -> None:
    assert main_seat("UN") == "New York"
    assert "UN" in organizations_at("Geneva")
    assert organizations_at("Lisbon") == ()
