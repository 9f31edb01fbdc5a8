from __future__ import annotations

import pytest

from tests.extraction.rosters.lists import given, roster_of, said


def test_a_staff_table_is_its_mission_s_list() -> None:
    roster = roster_of(
        """<html><body><h1>Botschaft von Velmorien in Wien</h1><h2>Diplomatisches Personal</h2><p>Stand: 10.01.1997</p>
        <table><tr><th>Name</th><th>Amtsbezeichnung</th><th>Dienstantritt</th></tr>
        <tr><td>TELLIN Arvo</td><td>Botschafter</td><td>12.09.1995</td></tr>
        <tr><td>LIND Rada</td><td>II. Sekretärin (Presse)</td><td>19.04.1996</td></tr></table></body></html>""",
        name="page.html",
    )
    assert [(each.mission, *said(each), each.dates[0].kind, each.dates[0].value.text) for each in roster.listings] == [
        ("XV/AT", "TELLIN Arvo", "Botschafter", "ambassador", "arrived", "1995-09-12"),
        ("XV/AT", "LIND Rada", "II. Sekretärin (Presse)", "second-secretary", "arrived", "1996-04-19"),
    ]
    assert roster.edition.as_of is not None
    assert (roster.edition.as_of.text, roster.edition.series) == ("1997-01-10", "page:XV/AT")


def test_a_sender_s_list_of_heads_names_the_hosts_in_its_column() -> None:
    roster = roster_of(
        """<html><body><h1>Heads of mission of Velmoria</h1><p>As of 26 April 1997</p><table>
        <tr><td>Country</td><td>Head of mission</td><td>Title</td><td>Presented credentials</td></tr>
        <tr><td>Austria</td><td>Lind, Rada K.</td><td>Ambassador</td><td>4 September 1996</td></tr>
        <tr><td>Greece</td><td>Vacant</td><td></td><td></td></tr>
        <tr><td>Congo (Democratic Republic of the)</td><td></td><td></td><td></td></tr></table></body></html>""",
        name="page.html",
    )
    assert [(each.mission, each.name, each.vacant) for each in roster.listings] == [
        ("XV/AT", "Lind, Rada K.", False),
        ("XV/GR", None, True),
        ("XV/CD", None, True),
    ]
    assert roster.listings[0].dates[0].kind == "credentials"
    assert (roster.listings[0].given, roster.listings[0].family) == ("Rada K.", "Lind")


def test_the_same_list_without_its_sender_takes_it_from_the_reporter() -> None:
    text = "Страна;Глава миссии;Должность;Верительные грамоты\nАвстрия;Терехов Лев Павлович;Посол;2002-02-07\n"
    roster = roster_of(text, name="2005-01-04.csv", given=given(sending="XV"))
    assert [(each.mission, each.name, each.rank) for each in roster.listings] == [
        ("XV/AT", "Терехов Лев Павлович", "ambassador")
    ]
    assert roster.edition.as_of_basis == "file-name"


def test_a_spouse_s_cell_says_only_that_there_is_one() -> None:
    roster = roster_of(
        "Nr;Land;Missionschef;Amtsbezeichnung;Ehegatte\n"
        "1;Österreich;S.E. Herr Dr. Egon Falk;Botschafter;Frau Ilse Falk\n"
        "2;Belgien;vakant;;\n"
        "3;Heiliger Stuhl;S.E. Erzbischof Pio Renard;Apostolischer Nuntius;\n",
        name="corps.csv",
        given=given(receiving="FI"),
    )
    assert [(each.mission, each.name, each.accompanied) for each in roster.listings] == [
        ("AT/FI", "Egon Falk", True),
        ("BE/FI", None, None),
        ("VA/FI", "Pio Renard", False),
    ]
    assert all("Ilse" not in each.passage.quote for each in roster.listings)
    assert roster.listings[0].honorific == "S.E. Herr Dr."
    assert roster.listings[2].mission_type == "nunciature"


def test_names_in_two_columns_go_in_the_order_that_the_row_says() -> None:
    roster = roster_of(
        "Country,Title,FirstName,LastName,NameOrder,Rank\n"
        "Austria,Mr.,Egon,Falk,True,Counsellor\n"
        "Japan,Ms.,Aiko,Tanemura,False,Attaché\n"
        "Greece,H.E. ...,,,,Ambassador\n",
        name="list.csv",
        given=given(receiving="UN"),
    )
    assert [(each.name, each.given, each.family) for each in roster.listings] == [
        ("Egon Falk", "Egon", "Falk"),
        ("Tanemura Aiko", "Aiko", "Tanemura"),
        (None, None, None),
    ]
    assert roster.listings[2].vacant
    assert roster.listings[0].mission_type == "permanent-mission"


def test_the_column_of_states_goes_before_that_of_missions() -> None:
    roster = roster_of(
        "country,mission,name,rank\nGuinea,EQUATORIAL GUINEA,Mr Ayo Bende,Counsellor\n",
        name="list.csv",
        given=given(receiving="UN"),
    )
    assert roster.listings[0].mission == "GN/UN"


def test_an_empty_state_cell_repeats_the_one_above() -> None:
    roster = roster_of(
        "Country,Name,Rank,Date of arrival\nAustria,Mr Egon Falk,Counsellor,03.02.2014\n"
        ",Ms Hanna Brandt,Attaché,10.10.2014\nGreece,VACANT,Ambassador,\n",
        name="list.csv",
        given=given(receiving="FI"),
    )
    assert [(each.mission, each.order) for each in roster.listings] == [("AT/FI", 1), ("AT/FI", 2), ("GR/FI", 1)]


def test_a_table_without_header_is_read_by_what_its_cells_hold() -> None:
    roster = roster_of(
        "Austria,Mr Egon Falk,Ambassador,12/01/2010\nBelgium,Ms Hanna Brandt,First Secretary,23/05/2011\n"
        "Greece,Ms Eleni Dara,Counsellor,14/09/2009\n",
        name="list.csv",
        given=given(receiving="FI"),
    )
    assert [(each.mission, each.name, each.rank, each.dates[0].value.text) for each in roster.listings] == [
        ("AT/FI", "Egon Falk", "ambassador", "2010-01-12"),
        ("BE/FI", "Hanna Brandt", "first-secretary", "2011-05-23"),
        ("GR/FI", "Eleni Dara", "counsellor", "2009-09-14"),
    ]


def test_rank_and_date_in_one_cell_are_told_apart() -> None:
    roster = roster_of(
        "Country,Name,Title\nAustria,Mr Egon Falk,Counsellor 12.10.2009\nGreece,Ms Eleni Dara,Attaché 01.02.2010\n",
        name="list.csv",
        given=given(receiving="FI"),
    )
    assert [(each.title, each.dates[0].value.text) for each in roster.listings] == [
        ("Counsellor", "2009-10-12"),
        ("Attaché", "2010-02-01"),
    ]


def test_a_row_without_a_person_is_residue() -> None:
    roster = roster_of(
        "Name,Rank,Phone\nMr Egon Falk,Counsellor,555\n,,556\n", name="list.csv", given=given(mission="AT/FI")
    )
    assert [each.text for each in roster.residue] == ["556"]


def test_a_table_of_anything_else_is_read_as_lines() -> None:
    roster = roster_of(
        "<html><body><table><tr><th>Route</th><th>Price</th></tr><tr><td>Harbour</td><td>4.20</td></tr></table>",
        name="page.html",
    )
    assert roster.listings == ()


def test_whoever_is_addressed_below_a_name_in_its_cell_is_no_listing_and_nowhere() -> None:
    roster = roster_of(
        """<html><body><h1>Embassy of Velmoria in Vienna</h1><table><tr><th>Name</th><th>Position</th></tr>
        <tr><td>H.E. Mr Arvo Tellin<br>Mrs Ilva Tellin</td><td>Ambassador</td></tr>
        <tr><td>Ms Rada Lind</td><td>Consul</td></tr>
        <tr><td>Mr Emo Tarbo<br>(Mrs Una Tarbo)</td><td>Attaché</td></tr></table></body></html>""",
        name="page.html",
    )
    assert [(each.name, each.accompanied) for each in roster.listings] == [
        ("Arvo Tellin", True),
        ("Rada Lind", False),
        ("Emo Tarbo", True),
    ]
    shown = [each.passage.quote for each in roster.listings] + [each.text for each in roster.residue]
    assert not any("Ilva" in text or "Una" in text for text in shown)


def test_a_form_of_address_on_a_line_of_its_own_belongs_to_the_name_below() -> None:
    roster = roster_of(
        """<html><body><h1>Embassy of Velmoria in Vienna</h1><table><tr><th>Name</th><th>Position</th></tr>
        <tr><td>Her Excellency<br>Rada Lind</td><td>Ambassador</td></tr>
        <tr><td>Mr<br>Emo Tarbo</td><td>Attaché</td></tr></table></body></html>""",
        name="page.html",
    )
    assert [(each.honorific, each.name) for each in roster.listings] == [
        ("Her Excellency", "Rada Lind"),
        ("Mr", "Emo Tarbo"),
    ]


def test_a_row_of_one_cell_that_names_no_known_state_ends_the_part_before_it() -> None:
    roster = roster_of(
        """<html><body><h1>Diplomatic list of Vienna</h1><table><tr><th>Name</th><th>Rank</th></tr>
        <tr><td colspan=2>Velmoria</td></tr><tr><td>Mr Arvo Tellin</td><td>Ambassador</td></tr>
        <tr><td colspan=2>Nowhereland</td></tr><tr><td>Ms Rada Lind</td><td>Consul</td></tr></table></body></html>""",
        name="page.html",
    )
    assert [(each.name, each.sending, each.mission_heading) for each in roster.listings] == [
        ("Arvo Tellin", "XV", "Velmoria"),
        ("Rada Lind", None, "Nowhereland"),
    ]
    assert "Nowhereland" in [each.text for each in roster.residue]


def test_in_one_mission_s_table_a_row_of_one_unknown_cell_is_a_section() -> None:
    roster = roster_of(
        """<html><body><h1>Embassy of Velmoria in Vienna</h1><table>
        <tr><td colspan=2>Bureau of Ferns</td></tr><tr><td>Mr Arvo Tellin</td><td>Attaché</td></tr>
        <tr><td>Ms Rada Lind</td><td>Consul</td></tr></table></body></html>""",
        name="page.html",
    )
    assert [each.section for each in roster.listings] == ["Bureau of Ferns", "Bureau of Ferns"]


def test_a_particle_in_a_column_of_its_own_belongs_to_the_family_name() -> None:
    roster = roster_of(
        "Land;Voorletters;Tussenvoegsel;Achternaam;Functie\nPeru;A.J.;van der;Tellin;Consul\n", name="l.csv"
    )
    assert [(each.name, each.given, each.family) for each in roster.listings] == [
        ("A.J. van der Tellin", "A.J.", "van der Tellin")
    ]


def test_lines_below_a_name_in_its_cell_are_the_post_and_the_residence_and_a_remark_may_be() -> None:
    roster = roster_of(
        """<html><body><h1>Missions accredited to Velmoria</h1><table>
        <tr><th>Country</th><th>Head of mission</th><th>Remarks</th></tr>
        <tr><td>Peru</td><td>Mr Arvo Tellin<br>Ambassador<br>(resident in Vienna)</td><td></td></tr>
        <tr><td>Chile</td><td>Ms Rada Lind<br>Ambassador</td><td>Resident in Paris</td></tr></table></body></html>""",
        name="page.html",
    )
    assert [(*said(each), each.resident_in) for each in roster.listings] == [
        ("Arvo Tellin", "Ambassador", "ambassador", "Vienna"),
        ("Rada Lind", "Ambassador", "ambassador", "Paris"),
    ]


def test_a_row_of_nothing_but_a_name_is_a_person_and_heads_nobody() -> None:
    grouped = roster_of(
        """<h1>Diplomatic list of Austria</h1><table><tr><td>Name</td><td>Title</td></tr>
        <tr><td>Velmoria</td><td></td></tr><tr><td>Arvo Tellin</td><td>Ambassador</td></tr>
        <tr><td>Rada Lind</td><td></td></tr><tr><td>Emo Tarbo</td><td>Counsellor</td></tr></table>""",
        name="page.html",
    )
    names = ["Arvo Tellin", "Rada Lind", "Emo Tarbo"]
    assert [(each.name, each.mission) for each in grouped.listings] == [(name, "XV/AT") for name in names]
    own = roster_of(
        """<h1>Embassy of Velmoria in Vienna</h1><table><tr><td>Name</td><td>Title</td></tr>
        <tr><td>TELLIN ARVO</td><td>Ambassador</td></tr><tr><td>LIND RADA</td><td></td></tr>
        <tr><td>TARBO EMO</td><td>Counsellor</td></tr></table>""",
        name="page.html",
    )
    listed = [(each.name, each.section) for each in own.listings]
    assert listed == [("TELLIN ARVO", None), ("LIND RADA", None), ("TARBO EMO", None)]


def test_posts_that_begin_with_the_word_of_a_contact_stay_posts() -> None:
    roster = roster_of(
        """<h1>Botschaft von Velmorien in Wien</h1><table><tr><td>Name</td><td>Funktion</td></tr>
        <tr><td>Arvo Tellin</td><td>Zuständig für Konsularisches</td></tr>
        <tr><td>Rada Lind</td><td>Zuständig für Wirtschaft</td></tr></table>""",
        name="page.html",
    )
    assert [(each.name, each.title) for each in roster.listings] == [
        ("Arvo Tellin", "Zuständig für Konsularisches"),
        ("Rada Lind", "Zuständig für Wirtschaft"),
    ]


def test_a_spouse_in_the_cell_of_the_post_is_in_no_title_and_no_quote() -> None:
    roster = roster_of(
        "Country,Name,Title\nVelmoria,Arvo Tellin,Ambassador (w. Ilva)\nVelmoria,Mr. and Mrs. Emo Tarbo,Consul\n",
        name="list.csv",
    )
    assert [(*said(each), each.accompanied) for each in roster.listings] == [
        ("Arvo Tellin", "Ambassador", "ambassador", True),
        ("Emo Tarbo", "Consul", "consul", True),
    ]
    assert "Ilva" not in roster.listings[0].passage.quote


@pytest.mark.parametrize(
    ("header", "row", "parts"),
    [
        ("Име,Презиме,Фамилия,Длъжност", "Арво,Петров,Телин,Посланик", ("Арво", "Петров", "Телин")),
        ("Име,Презиме,Функција", "Арво,Телин,Амбасадор", ("Арво", None, "Телин")),
    ],
)
def test_a_word_for_middle_or_family_names_is_what_the_columns_beside_it_leave(
    header: str, row: str, parts: tuple[str, str | None, str]
) -> None:
    (listing,) = roster_of(f"{header}\n{row}\n", name="list.csv").listings
    assert (listing.given, listing.patronymic, listing.family) == parts
    assert listing.name == " ".join(part for part in parts if part)
