from __future__ import annotations

import pytest

from legation.extraction.rosters.seats import consular_seat, is_consular, seat_on
from tests.extraction.rosters.lists import GAZETTEER, roster_of


@pytest.mark.parametrize(
    ("title", "seat"),
    [
        ("Konsularkorps Hamburg", ("DE", "Hamburg")),
        ("İzmir Konsolosluk Birliği", ("TR", "İzmir")),
        ("Corpo consolare di Sottomonte", (None, "Sottomonte")),
        ("Diplomatisches und konsularisches Korps in Hamburg", None),
        ("Consular corps accredited to Velmoria", None),
    ],
)
def test_a_consular_corps_sits_in_the_city_of_its_heading(title: str, seat: tuple[str | None, str] | None) -> None:
    assert consular_seat([title], GAZETTEER) == seat


@pytest.mark.parametrize(
    ("cover", "consular"),
    [
        (["Honorary consulates in Velmoria"], True),
        (["Konsulaty honorowe w Rzeczypospolitej Polskiej"], True),
        (["Consulate General of Velmoria in Bonn"], False),
        (["Diplomatic corps", "Consular corps"], False),
    ],
)
def test_a_list_is_of_consulates_alone_where_its_cover_speaks_of_nothing_else(cover: list[str], consular: bool) -> None:
    assert is_consular(cover, GAZETTEER) is consular


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("Nairobi, Kenya", ("KE", "Nairobi")),
        ("Nairobi", ("KE", "Nairobi")),
        ("Nairobi, Velmoria", None),
        ("Arvo Tellin", None),
    ],
)
def test_a_line_of_a_city_and_its_state_is_a_seat(text: str, seat: tuple[str, str] | None) -> None:
    assert seat_on(text, GAZETTEER) == seat


def test_consuls_of_a_city_s_corps_are_at_consulates_there() -> None:
    roster = roster_of(
        "Konsularkorps Hamburg\n\nVelmorien\nFrau Rada Lind, Generalkonsulin\n\n"
        "Brannien\nHerr Emo Tarbo, Honorarkonsul\n"
    )
    assert [(each.name, each.mission, each.mission_type) for each in roster.listings] == [
        ("Rada Lind", "XV/DE/consulate-general/Hamburg", "consulate-general"),
        ("Emo Tarbo", "XB/DE/consulate/Hamburg", "consulate"),
    ]


def test_the_host_of_a_page_may_stand_below_its_heading_and_is_nobody_s_name() -> None:
    roster = roster_of("EMBASSY OF VELMORIA\nNairobi, Kenya\n\nMr Arvo Tellin, Ambassador\nMs Rada Lind, Consul\n")
    assert [(each.name, each.mission) for each in roster.listings] == [("Arvo Tellin", "XV/KE"), ("Rada Lind", "XV/KE")]


def test_the_file_s_name_tells_the_host_where_nothing_else_does() -> None:
    text = "Country;Name;Title\nBrannia;Mr Arvo Tellin;Ambassador\nBrannia;Ms Rada Lind;Consul\n"
    roster = roster_of(text, name="corps-accredited-to-Velmoria.csv")
    assert {each.mission for each in roster.listings} == {"XB/XV"}


def test_consulates_abroad_are_ordered_by_host() -> None:
    roster = roster_of(
        "<h1>Honorary consuls of Velmoria</h1>"
        "<details><summary>Lyon (France)</summary><p>Honorary Consul: Mr Emo Tarbo</p></details>"
        "<details><summary>Nairobi (Kenya)</summary><p>Honorary Consul: Ms Una Tarbo</p></details>",
        name="page.html",
    )
    assert [(each.name, each.mission, each.city) for each in roster.listings] == [
        ("Emo Tarbo", "XV/FR/consulate/Lyon", "Lyon"),
        ("Una Tarbo", "XV/KE/consulate/Nairobi", "Nairobi"),
    ]


def test_a_genitive_before_the_consulates_says_whose_they_are() -> None:
    text = (
        "Danmarks konsulater i udlandet\nLand;Navn;Titel\nVelmoria;Hr. Emo Tarbo;Konsul\nBrannia;Fru Rada Lind;Konsul\n"
    )
    roster = roster_of(text, name="list.csv")
    assert [each.mission for each in roster.listings] == ["DK/XV/consulate", "DK/XB/consulate"]


def test_several_cities_on_a_page_seat_nobody() -> None:
    menu = "Berlin\nParis\n\nEMBASSY OF VELMORIA\nNairobi\n\nMr Arvo Tellin, Ambassador\nMs Rada Lind, Consul\n"
    posts = (
        "Embassies of Velmoria\n\nNairobi, Kenya\nMr Arvo Tellin, Ambassador\n\nParis, France\nMs Rada Lind, Consul\n"
    )
    for text in (menu, posts):
        assert {each.mission for each in roster_of(text).listings} == {None}


def test_a_city_below_a_mission_s_heading_in_a_host_s_list_begins_no_other_mission() -> None:
    roster = roster_of(
        "Diplomatic list of Austria\n\nEMBASSY OF BRANNIA\nBrussels (Belgium)\n\nMr Arvo Tellin\nAmbassador\n\n"
        "EMBASSY OF VELMORIA\nBerlin (Germany)\n\nMs Rada Lind\nAmbassador\n"
    )
    assert [(each.name, each.mission) for each in roster.listings] == [("Arvo Tellin", "XB/AT"), ("Rada Lind", "XV/AT")]
