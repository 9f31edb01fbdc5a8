from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.extraction.rosters.titles import parse_title
from legation.vocabulary.ranks import PRECEDENCE


@pytest.mark.parametrize(
    ("title", "rank", "function"),
    [
        ("Ambassador Extraordinary and Plenipotentiary", "ambassador", None),
        ("Ambassadrice extraordinaire et plénipotentiaire", "ambassador", None),
        ("außerordentlicher und bevollmächtigter Botschafter", "ambassador", None),
        ("Чрезвычайный и Полномочный Посол", "ambassador", None),
        ("Надзвичайний і Повноважний Посол", "ambassador", None),
        ("Apostolischer Nuntius", "nuncio", None),
        ("Envoy Extraordinary and Minister Plenipotentiary", "envoy", None),
        ("Gesandte-Botschaftsrätin", "minister-counsellor", None),
        ("Советник-посланник", "minister-counsellor", None),
        ("Ministro Consejero", "minister-counsellor", None),
        ("Radca-minister", "minister-counsellor", None),
        ("I. Botschaftsrat", "first-counsellor", None),
        ("Première conseillère", "first-counsellor", None),
        ("Erste Sekretärin", "first-secretary", None),
        ("1st Secretary", "first-secretary", None),
        ("Перший секретар", "first-secretary", None),
        ("II sekretarz", "second-secretary", None),
        ("Tweede secretaris", "second-secretary", None),
        ("Tercera secretaria", "third-secretary", None),
        ("Vizekonsul", "vice-consul", None),
        ("Beigeordneter Attaché", "assistant-attache", None),
        ("Counsellor (Economic)", "counsellor", "Economic"),
        ("Attaché für Wehrtechnik", "attache", "Wehrtechnik"),
        ("Minister-Counsellor, Deputy Head of Mission", "minister-counsellor", "Deputy Head of Mission"),
        ("Gesandter und Ständiger Vertreter", "minister", "Ständiger Vertreter"),
        ("Mitglied des Verwaltungs- und techn. Personals", "administrative", None),
        ("Hausmeister", "other", None),
    ],
)
def test_a_title_gives_its_rank_in_every_language(title: str, rank: str, function: str | None) -> None:
    parsed = parse_title(title)
    assert (parsed.rank, parsed.function) == (rank, function)


@pytest.mark.parametrize(
    ("title", "rank", "function"),
    [
        ("Attaché (Defence)", "defence-attache", None),
        ("Attaché (Police)", "attache", "Police"),
        ("Luftwaffen- und Marineattaché", "naval-attache", "air-attache"),
        ("Defence, Military, Naval and Air Attaché", "defence-attache", "military-attache; naval-attache; air-attache"),
        ("Agregado militar, naval y aéreo", "military-attache", "naval-attache; air-attache"),
        ("Stellvertretender Heeres-, Luftwaffen- und Marineattaché", "deputy-defence-attache", None),
        ("Attaché de défense adjoint", "deputy-defence-attache", None),
        ("Помощник атташе по вопросам обороны", "deputy-defence-attache", None),
        ("Военно-воздушный атташе", "air-attache", None),
        ("Heeresattaché und stellvertretender Verteidigungsattaché", "military-attache", "deputy-defence-attache"),
    ],
)
def test_service_words_around_attache_decide_which_attache_it_is(title: str, rank: str, function: str | None) -> None:
    parsed = parse_title(title)
    assert (parsed.rank, parsed.function) == (rank, function)


def test_the_personal_rank_stays_the_rank_of_a_charge_d_affaires() -> None:
    parsed = parse_title("First Secretary, Chargée d'affaires a.i.")
    assert (parsed.rank, parsed.function, parsed.acting) == ("first-secretary", "charge-daffaires-ai", True)


def test_a_charge_d_affaires_without_another_rank_is_that() -> None:
    parsed = parse_title("Geschäftsträgerin a.i.")
    assert (parsed.rank, parsed.function, parsed.acting) == ("charge-daffaires-ai", None, True)


def test_of_several_ranks_the_highest_is_the_rank_and_the_rest_stand_in_the_function() -> None:
    parsed = parse_title("Konsul, I. Sekretär")
    assert (parsed.rank, parsed.function) == ("first-secretary", "consul")


def test_an_ambassador_designate_is_marked() -> None:
    assert parse_title("Ambassador-designate").designate


@pytest.mark.parametrize("title", ["Prime Minister", "Secretary of State", "Minister of Finance"])
def test_members_of_a_government_hold_no_diplomatic_rank(title: str) -> None:
    assert parse_title(title).rank == "other"


@pytest.mark.parametrize("title", ["First Secretaries", "Premiers secrétaires", "Первые секретари", "Erste Sekretäre"])
def test_a_rank_over_several_names_is_read_in_the_plural(title: str) -> None:
    assert parse_title(title).rank == "first-secretary"


@given(st.text(max_size=60))
def test_any_text_has_a_rank_of_the_list(title: str) -> None:
    assert parse_title(title).rank in PRECEDENCE
