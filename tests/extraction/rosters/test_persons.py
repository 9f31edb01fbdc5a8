from __future__ import annotations

import pytest

from legation.extraction.rosters.persons import looks_like_name, without_placeholder


@pytest.mark.parametrize(
    "text",
    [
        "Arvo TELLIN",
        "TELLIN Arvo",
        "Lind, Rada K.",
        "Hans von der Mühle",
        "Ana María GARCÍA y LÓPEZ",
        "Jean-Luc d'Ombreval",
        "Терехов Лев Павлович",
        "Theresa W. DE LUNA",
        "--- AMINA OSTERBERG",
    ],
)
def test_names_look_like_names(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "First Secretary",
        "Konsularabteilung",
        "Embassy of Velmoria",
        "Politik und Wirtschaft",
        "General Representation of the Northern Community",
        "Lindenstraße 4",
        "Telefon:",
        "the people of the mission",
        "Bundesgebiet",
        "VACANT",
        "",
    ],
)
def test_posts_units_addresses_and_prose_do_not(text: str) -> None:
    assert not looks_like_name(text)


def test_a_placeholder_for_a_missing_name_is_no_part_of_the_name() -> None:
    assert without_placeholder("--- AMINA  OSTERBERG") == "AMINA OSTERBERG"
