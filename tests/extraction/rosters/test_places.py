from __future__ import annotations

import pytest

from legation.extraction.rosters.places import Place, heading_text, is_about_missions, read_heading
from tests.extraction.rosters.lists import GAZETTEER


@pytest.mark.parametrize(
    ("text", "sending", "receiving", "kind", "city"),
    [
        ("VELMORIA", "XV", None, None, None),
        ("Embassy of Velmoria in Vienna", "XV", "AT", "embassy", "Vienna"),
        ("Botschaft von Velmorien in Wien", "XV", "AT", "embassy", "Vienna"),
        ("Ambassade de Velmorie à Bruxelles", "XV", "BE", "embassy", "Brussels"),
        ("Посольство: Вельмория, София", "XV", "BG", "embassy", "Sofia"),
        ("Посольство Вельмории в Финляндии", "XV", "FI", "embassy", None),
        ("Permanent Mission of Velmoria to the United Nations", "XV", "UN", "permanent-mission", None),
        ("Delegation of the European Union to Velmoria", "EU", "XV", "delegation", None),
        ("Consulate General of Velmoria in Bonn", "XV", "DE", "consulate-general", "Bonn"),
        ("Embassy of the Republic of Korea", "KR", None, "embassy", None),
    ],
)
def test_a_heading_gives_both_sides_kind_and_city_as_far_as_it_says(
    text: str, sending: str | None, receiving: str | None, kind: str | None, city: str | None
) -> None:
    heading = read_heading(text, GAZETTEER)
    assert heading is not None
    assert (heading.sending, heading.receiving, heading.kind, heading.city) == (sending, receiving, kind, city)


@pytest.mark.parametrize("text", ["XANADU", "Lindenstraße 4", "First Secretary", "Arvo Tellin"])
def test_a_line_that_names_no_state_and_no_mission_is_no_heading(text: str) -> None:
    assert read_heading(text, GAZETTEER) is None


def test_numbers_colons_and_continuations_are_no_part_of_a_heading() -> None:
    assert heading_text("12. VELMORIA (cont'd):") == "VELMORIA"


def test_a_part_s_heading_speaks_of_missions_in_general() -> None:
    assert is_about_missions("Diplomatische Vertretungen")
    assert not is_about_missions("Embassy of Velmoria")


def test_a_consulate_has_a_key_of_its_own_and_an_embassy_the_short_one() -> None:
    assert Place(sending="XV", receiving="DE", city="Berlin").key == "XV/DE"
    consulate = Place(sending="XV", receiving="DE", kind="consulate-general", city="Bonn")
    assert consulate.key == "XV/DE/consulate-general/Bonn"
    assert Place(sending="XV").key is None


@pytest.mark.parametrize(
    ("sending", "receiving", "kind"),
    [
        ("XV", "DE", "embassy"),
        ("VA", "DE", "nunciature"),
        ("XV", "UN", "permanent-mission"),
        ("EU", "XV", "delegation"),
    ],
)
def test_a_mission_is_what_such_a_pair_usually_has(sending: str, receiving: str, kind: str) -> None:
    assert Place(sending=sending, receiving=receiving).mission_kind == kind


def test_a_list_with_one_side_only_is_of_no_mission() -> None:
    assert Place(sending="VA").mission_kind == "other"


@pytest.mark.parametrize(
    ("text", "sending", "receiving"),
    [
        ("Russian Embassy", "RU", None),
        ("Norwegian Embassy in Finland", "NO", "FI"),
        ("Ambassade russe", "RU", None),
        ("Embassy of Finland in Norway", "FI", "NO"),
        ("Embassy", None, None),
    ],
)
def test_an_adjective_beside_the_mission_names_its_state(text: str, sending: str | None, receiving: str | None) -> None:
    heading = read_heading(text, GAZETTEER)
    assert (heading.sending, heading.receiving) == (sending, receiving) if heading else sending is None
