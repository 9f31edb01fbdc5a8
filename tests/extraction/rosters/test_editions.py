from __future__ import annotations

from datetime import UTC, datetime

import pytest

from legation.extraction.rosters import RULES_VERSION
from legation.extraction.rosters.editions import host_named, sender_named
from legation.model.sources import Given
from tests.extraction.rosters.lists import GAZETTEER, given, roster_of

PAGE = """<html><body><h1>Embassy of Velmoria in Vienna</h1>{date}
<table><tr><th>Name</th><th>Title</th></tr><tr><td>TELLIN Arvo</td><td>Counsellor</td></tr></table></body></html>"""


def day_of(date: str = "", *, name: str = "page.html", said: Given | None = None) -> tuple[str | None, str]:
    edition = roster_of(PAGE.format(date=date), name=name, given=said).edition
    return edition.as_of.text if edition.as_of else None, edition.as_of_basis


def test_a_given_day_goes_before_a_printed_one_and_that_before_the_file_s_name() -> None:
    printed = "<p>As of 21 May 1995</p>"
    assert day_of(printed, name="1995-06-01.html", said=given(as_of="1995-05-20")) == ("1995-05-20", "given")
    assert day_of(printed, name="1995-06-01.html") == ("1995-05-21", "printed")
    assert day_of(name="1995-06-01.html") == ("1995-06-01", "file-name")


def test_the_archive_s_day_comes_last_and_nothing_is_made_up() -> None:
    captured = Given(captured_at=datetime(1995, 6, 2, tzinfo=UTC))
    assert day_of(said=captured) == ("1995-06-02", "archive")
    assert day_of() == (None, "none")


@pytest.mark.parametrize(
    ("cover", "day"),
    [
        ("<p>DIPLOMATIC LIST</p><p>SPRING 2017</p>", "2017-21"),
        ("<p>Diplomatic List, Autumn 2018</p>", "2018-23"),
        ("<p>Diplomatic List January 2018</p>", "2018-01"),
        ("<p>Roma, gennaio 2018</p>", "2018-01"),
        ("<p>The garden was made in spring 2016</p>", None),
        ("<p>Founded, May 1995</p>", None),
    ],
)
def test_a_cover_dates_an_edition_behind_its_name_or_its_city(cover: str, day: str | None) -> None:
    assert day_of(cover)[0] == day


@pytest.mark.parametrize(
    "cover",
    [
        "<p>Corps diplomatique accrédité à Prague</p>",
        "<p>Chefs de mission accrédités en Tchéquie</p>",
        "<p>Prague, mai 2019</p>",
        "<p>Chancellerie : 3, rue Haute, 118 00 Praha</p>",
    ],
)
def test_the_host_is_on_the_cover_or_in_the_addresses(cover: str) -> None:
    text = f"<html><body>{cover}<h2>Autriche</h2><p>M. Arvo TELLIN, Conseiller</p><p>Mme Rada LIND, Attachée</p>"
    assert [each.mission for each in roster_of(text, name="page.html").listings] == ["AT/CZ", "AT/CZ"]


def test_a_section_s_heading_is_kept_without_its_day() -> None:
    text = "Embassy of Austria in Vienna\nDiplomatic staff (as of 3 May 2019)\nMr Arvo TELLIN, Counsellor\n"
    (listing,) = roster_of(text, name="list.txt").listings
    assert listing.section == "Diplomatic staff"


def test_a_street_behind_a_house_s_number_is_no_city() -> None:
    text = "ALBANIA\nChancery: 2100 Long Avenue, N.W., 20008\n\nMs. Rada LIND\n   Counselor\n"
    (listing,) = roster_of(text, name="list.txt", given=given(receiving="US")).listings
    assert listing.city is None


def test_a_date_beside_a_person_is_not_the_edition_s() -> None:
    text = "<html><body><h1>Embassy of Velmoria in Vienna</h1><p>Arvo TELLIN</p><p>Counsellor</p><p>12 May 1994</p>"
    edition = roster_of(text, name="page.html").edition
    assert edition.as_of is None


def test_a_series_is_named_by_source_url_or_what_the_list_is() -> None:
    page = PAGE.format(date="")
    assert roster_of(page, name="page.html", given=given(source="Staff page")).edition.series == "Staff page"
    url = given(url="https://www.velmoria.example/staff/")
    assert roster_of(page, name="page.html", given=url).edition.series == "velmoria.example/staff"
    assert roster_of(page, name="page.html").edition.series == "page:XV/AT"


def test_languages_come_from_the_titles() -> None:
    assert roster_of(PAGE.format(date=""), name="page.html").edition.languages == ("en",)


def test_a_list_with_one_head_for_each_of_many_missions_holds_heads_only() -> None:
    rows = "".join(
        f"{state},Mr Arvo Tellin{n * 'n'},Ambassador\n"
        for n, state in enumerate(("Austria", "Greece", "Italy", "Spain", "Peru"))
    )
    roster = roster_of(f"Country,Name,Title\n{rows}", name="list.csv", given=given(receiving="FI"))
    assert roster.edition.coverage_class == "heads-only"
    assert roster_of(PAGE.format(date=""), name="page.html").edition.coverage_class == "diplomatic"


def test_administrative_staff_with_a_section_of_its_own_widens_the_coverage() -> None:
    text = """Embassy of Velmoria in Vienna

Diplomatic staff
Mr Arvo TELLIN
Counsellor

Administrative and technical staff
Ms Rada LIND
Archivist
"""
    assert roster_of(text).edition.coverage_class == "diplomatic+administrative"


def test_a_page_without_names_leaves_its_mission_unobservable() -> None:
    text = "<html><body><h1>Embassy of Velmoria in Vienna</h1><h2>Diplomatic staff</h2></body></html>"
    edition = roster_of(text, name="page.html", given=given(mission="XV/AT")).edition
    assert [(each.mission, each.coverage) for each in edition.missions] == [("XV/AT", "unobservable")]
    assert edition.complete != "yes"


def test_a_given_mission_is_whose_page_it_is() -> None:
    roster = roster_of(PAGE.format(date=""), name="page.html", given=given(mission="XV/AT/consulate-general/Graz"))
    assert {each.mission for each in roster.listings} == {"XV/AT/consulate-general/Graz"}
    assert roster.listings[0].mission_type == "consulate-general"


def test_the_rules_have_a_version() -> None:
    assert RULES_VERSION


@pytest.mark.parametrize(
    ("cover", "sender", "host"),
    [
        (["Diplomatic List of Kenya"], None, "KE"),
        (["Kenya Diplomatic List"], None, "KE"),
        (["Corps diplomatique du Sénégal"], None, "SN"),
        (["Diplomatic missions of Kenya"], "KE", None),
        (["Heads of mission of Kenya"], "KE", None),
        (["Ambassadors of Kenya accredited abroad"], None, None),
        (["Magyarországon akkreditált nagykövetek"], None, "HU"),
        (["Ministry of Foreign Affairs", "Diplomatic List", "Ministry of Foreign Affairs of Kenya"], None, "KE"),
        (["Ministry of Foreign Affairs", "Kenya", "Diplomatic List", "Afghanistan"], None, "KE"),
        (["Diplomatic List", "Ministry of Foreign Affairs", "Afghanistan"], None, None),
    ],
)
def test_a_cover_says_whose_missions_a_list_holds_or_at_whom(
    cover: list[str], sender: str | None, host: str | None
) -> None:
    assert sender_named(cover, GAZETTEER) == sender
    assert sender is not None or host_named(cover, GAZETTEER) == host
