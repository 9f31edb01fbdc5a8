from __future__ import annotations

import pytest

from legation.extraction.rosters.lines import lines_of
from legation.extraction.rosters.profile import profile_of
from tests.extraction.rosters.lists import GAZETTEER, given, page_lines, roster_of, roster_on_pages, said

HOST_LIST = """THE DIPLOMATIC LIST
accredited to the Republic of Estonia
as of 3 May 2012

AUSTRIA
Embassy of the Republic of Austria
12 Rose Lane, Tallinn. Tel: 555 1234
National Day: 26 October

H.E. Mr Egon FALK   Ambassador Extraordinary and Plenipotentiary (12 January 2010)
Mrs Ilse FALK
Ms Hanna BRANDT   First Secretary, Deputy Head of Mission
Mr Uwe KOLBE   Attaché (Police)
Mrs Rita KOLBE

VELMORIA
Embassy of Velmoria
4 Oak Street

His Excellency Arvo TELLIN
Ambassador
(June 6, 2011)
Mrs Mira TELLIN
Mr Boris LINDAL
Second Secretary
Vacant
Defence Attaché
"""


def test_a_plain_list_of_one_host_is_read_mission_by_mission() -> None:
    roster = roster_of(HOST_LIST)
    assert [(each.mission, *said(each)) for each in roster.listings] == [
        ("AT/EE", "Egon FALK", "Ambassador Extraordinary and Plenipotentiary", "ambassador"),
        ("AT/EE", "Hanna BRANDT", "First Secretary, Deputy Head of Mission", "first-secretary"),
        ("AT/EE", "Uwe KOLBE", "Attaché (Police)", "attache"),
        ("XV/EE", "Arvo TELLIN", "Ambassador", "ambassador"),
        ("XV/EE", "Boris LINDAL", "Second Secretary", "second-secretary"),
        ("XV/EE", None, "Defence Attaché", "defence-attache"),
    ]
    assert [each.accompanied for each in roster.listings] == [True, False, True, True, False, None]
    assert roster.residue == ()


def test_a_spouse_s_name_is_in_no_listing_residue_or_quote() -> None:
    roster = roster_of(HOST_LIST)
    printed = " ".join([*(each.passage.quote for each in roster.listings), *(each.text for each in roster.residue)])
    assert not {"Ilse", "Rita", "Mira"} & set(printed.split())


def test_dates_in_words_and_brackets_are_printed_dates() -> None:
    dates = [[each.value.text for each in listing.dates] for listing in roster_of(HOST_LIST).listings]
    assert dates[0] == ["2010-01-12"]
    assert dates[3] == ["2011-06-06"]


def test_a_heading_that_no_gazetteer_knows_ends_the_mission_before_it() -> None:
    roster = roster_of(
        """AUSTRIA
Tel: 555 1234
Mr Egon FALK
Counsellor
Mrs Ilse FALK

XANADU
Tel: 555 1235
Mr Kubla STRAND
Counsellor

GREECE
Tel: 555 1236
Ms Eleni DARA
Counsellor
""",
        given=given(receiving="FI"),
    )
    assert [(each.mission, each.name) for each in roster.listings] == [
        ("AT/FI", "Egon FALK"),
        (None, "Kubla STRAND"),
        ("GR/FI", "Eleni DARA"),
    ]
    assert [each.text for each in roster.residue] == ["XANADU"]
    assert roster.listings[0].accompanied


def test_ranks_above_names_hold_for_all_names_below_them() -> None:
    roster = roster_of(
        """<html lang=fr><body><h1>Ambassade de Velmorie à Bruxelles</h1><p>Situation au 1er février 2009</p>
        <h3>Ambassadeur</h3><p>S.E. M. Carlo Bianchet</p>
        <h3>Premiers secrétaires</h3><ul><li>M. Paolo Contin</li><li>Mme Sara Vital</li></ul>
        <h3>Attachés</h3><p>M. Ugo Land (presse) ; Mme Pia Orsin</p></body></html>""",
        name="page.html",
    )
    assert [(each.name, each.rank, each.function) for each in roster.listings] == [
        ("Carlo Bianchet", "ambassador", None),
        ("Paolo Contin", "first-secretary", None),
        ("Sara Vital", "first-secretary", None),
        ("Ugo Land", "attache", "presse"),
        ("Pia Orsin", "attache", None),
    ]
    assert {each.mission for each in roster.listings} == {"XV/BE"}
    assert roster.edition.as_of is not None
    assert roster.edition.as_of.text == "2009-02-01"


def test_definition_lists_give_the_rank_as_title_and_the_bracket_as_function() -> None:
    roster = roster_of(
        """<html><body><h1>Embassy of Velmoria in Vienna</h1><dl><dt>Counsellor</dt><dd>Mr Arvo Tellin (Press)</dd>
        <dd>Ms Rada Lind</dd><dt>Air Attaché</dt><dd>Mr Uwe Dorn</dd></dl></body></html>""",
        name="page.html",
    )
    assert [(*said(each), each.function) for each in roster.listings] == [
        ("Arvo Tellin", "Counsellor", "counsellor", "Press"),
        ("Rada Lind", "Counsellor", "counsellor", None),
        ("Uwe Dorn", "Air Attaché", "air-attache", None),
    ]
    assert "Counsellor" in roster.listings[0].passage.quote


def test_cards_with_the_name_in_the_picture_alone_are_read() -> None:
    roster = roster_of(
        """<html><body><main><h1>Our team</h1><p>Embassy of Greece in Helsinki</p>
        <div class=card><img src=a.jpg alt="Eleni Dara"><p class=rank>Ambassador</p></div>
        <div class=card><img src=b.jpg alt="Petros Lekos"><p class=rank>Press Attaché</p></div></main></body></html>""",
        name="page.html",
    )
    assert [(each.mission, *said(each)) for each in roster.listings] == [
        ("GR/FI", "Eleni Dara", "Ambassador", "ambassador"),
        ("GR/FI", "Petros Lekos", "Press Attaché", "attache"),
    ]


def test_names_and_posts_on_one_line_are_read_with_their_sections() -> None:
    roster = roster_of(
        """<html><body><h1>Посольство Вельмории в Республике Финляндия</h1><h2>Дипломатический состав</h2>
        <p><b>ТЕРЕХОВ Лев Павлович</b> – Чрезвычайный и Полномочный Посол</p>
        <h3>Консульский отдел</h3><p>ЛУКИН Пётр Олегович – второй секретарь, консул</p>
        <p>Адрес: ул. Лесная, 5. Телефон: 555-12-12</p></body></html>""",
        name="page.html",
    )
    assert [(each.section, *said(each)) for each in roster.listings] == [
        ("Дипломатический состав", "ТЕРЕХОВ Лев Павлович", "Чрезвычайный и Полномочный Посол", "ambassador"),
        ("Консульский отдел", "ЛУКИН Пётр Олегович", "второй секретарь, консул", "second-secretary"),
    ]
    assert roster.listings[0].script == "Cyrl"
    assert roster.listings[0].patronymic == "Павлович"


TWO_SIZES = page_lines(
    ("LISTE DER VERTRETUNGEN IN DER", 24, 100),
    ("BUNDESREPUBLIK DEUTSCHLAND", 24, 140),
    ("Stand: 2. Mai 2020", 8, 700),
    ("VELMORIEN", 12, 25, 2),
    ("Republik Velmorien", 8, 50, 2),
    ("Kanzlei:", 12, 75, 2),
    ("Adresse:\tEichenweg 3", 8, 95, 2),
    ("10115\tBerlin", 8, 112, 2),
    ("Konsularabteilung", 14, 140, 2),
    ("Eichenweg 5,\t10115 Berlin", 8, 170, 2),
    ("S. E. Herr Arvo TELLIN", 11, 270, 2),
    ("außerordentlicher und bevollmächtigter Botschafter, (03.02.2018)", 8, 283, 2),
    ("Frau Mira TELLIN", 8, 295, 2),
    ("Frau Rada LIND", 11, 320, 2),
    ("Leiterin der Abteilung für Fragen des Handels und der", 8, 333, 2),
    ("Schifffahrt, (12.10.2019)", 8, 343, 2),
    ("Egon LIND", 8, 355, 2),
    ("Militärattachéstab:", 11, 390, 2),
    ("Herr --- UWE DORN", 11, 410, 2),
    ("Verteidigungsattaché, (01.01.2020)", 8, 16, 3),
    ("Frau Hanna", 8, 30, 3),
    ("DORN", 8, 40, 3),
    ("BRANNIEN", 12, 25, 4),
    ("Kanzlei:", 12, 75, 4),
    ("GB-London W1H 4LP", 8, 95, 4),
    ("Herr Boris LINDAL", 11, 270, 4),
    ("Botschafter, (05.05.2015)", 8, 283, 4),
    ("XANADU", 12, 25, 5),
    ("Kanzlei:", 12, 75, 5),
    ("Herr Kubla STRAND", 11, 270, 5),
    ("Botschafter, (05.05.2015)", 8, 283, 5),
    ("GRIECHENLAND", 12, 25, 6),
    ("Kanzlei:", 12, 75, 6),
    ("Adresse:\tLindenallee 7", 8, 95, 6),
)


def test_type_sizes_tell_listings_from_spouses_and_sections() -> None:
    roster = roster_on_pages(TWO_SIZES)
    assert [(each.mission, each.order, *said(each)) for each in roster.listings] == [
        ("XV/DE", 1, "Arvo TELLIN", "außerordentlicher und bevollmächtigter Botschafter", "ambassador"),
        (
            "XV/DE",
            2,
            "Rada LIND",
            "Leiterin der Abteilung für Fragen des Handels und der Schifffahrt",
            "other",
        ),
        ("XV/DE", 3, "UWE DORN", "Verteidigungsattaché", "defence-attache"),
        ("XB/DE", 1, "Boris LINDAL", "Botschafter", "ambassador"),
        (None, 1, "Kubla STRAND", "Botschafter", "ambassador"),
    ]
    assert [each.accompanied for each in roster.listings] == [True, True, True, False, False]


def test_a_block_over_a_page_break_is_one_listing_in_parts() -> None:
    dorn = roster_on_pages(TWO_SIZES).listings[2]
    assert [part.page for part in dorn.passage.parts] == [2, 3]
    assert dorn.passage.page == 2
    assert dorn.section == "Militärattachéstab"


def test_neither_bare_nor_broken_spouse_lines_are_residue() -> None:
    texts = [each.text for each in roster_on_pages(TWO_SIZES).residue]
    assert texts == ["XANADU"]


def test_a_mission_with_an_address_abroad_resides_there() -> None:
    lindal = roster_on_pages(TWO_SIZES).listings[3]
    assert (lindal.city, lindal.resident_in) == ("London", "London")


def test_a_section_that_prints_nobody_cannot_be_observed() -> None:
    sections = {each.heading: each for each in roster_on_pages(TWO_SIZES).edition.missions}
    assert sections["GRIECHENLAND"].coverage == "unobservable"
    assert sections["VELMORIEN"].coverage == "complete"
    assert sections["XANADU"].mission is None


def test_the_cover_gives_day_and_host() -> None:
    edition = roster_on_pages(TWO_SIZES).edition
    assert edition.as_of is not None
    assert (edition.as_of.text, edition.as_of_basis, edition.receiving) == ("2020-05-02", "printed", "DE")


def test_the_profile_of_a_list_counts_its_shapes() -> None:
    profile = profile_of(lines_of(TWO_SIZES.blocks), GAZETTEER, one_mission=False)
    assert profile.name_shapes == {("paragraph", None, 11, None)}
    assert profile.names_apart
    assert profile.addressed
    assert not profile.rank_first
    assert profile.heading_shapes == {(("paragraph", None, 12, None), True)}


def test_labelled_and_joined_spouses_mark_their_listing() -> None:
    roster = roster_of(
        """EMBASSY OF AUSTRIA IN HELSINKI
As at 5 June 2014

Mr Egon FALK and Mrs Ilse FALK
Ambassador
Mr Uwe KOLBE
Attaché
Spouse: Mrs Rita KOLBE
Children: Max, Mia
Ms Hanna BRANDT
Counsellor
"""
    )
    assert [(each.name, each.accompanied) for each in roster.listings] == [
        ("Egon FALK", True),
        ("Uwe KOLBE", True),
        ("Hanna BRANDT", False),
    ]
    assert roster.residue == ()


def test_among_names_of_one_shape_a_few_spouses_are_still_spouses() -> None:
    people = "".join(f"Mr Arvo TELLIN{'N' * n}\nCounsellor\n" for n in range(12))
    roster = roster_of(f"EMBASSY OF AUSTRIA IN HELSINKI\n\n{people}Mrs Mira TELLIN\nMr Uwe KOLBE\nAttaché\n")
    assert len(roster.listings) == 13
    assert "Mira" not in " ".join(each.passage.quote for each in roster.listings)


def test_a_card_without_a_rank_is_a_listing_and_no_spouse() -> None:
    cards = "".join(f"<div><h4>Arvo Tellin{'n' * n}</h4><p class=rank>Counsellor</p></div>" for n in range(6))
    roster = roster_of(
        f"<html><body><h1>Embassy of Greece in Helsinki</h1>{cards}<div><h4>Rada Lind</h4></div></body></html>",
        name="page.html",
    )
    assert said(roster.listings[-1]) == ("Rada Lind", None, None)
    assert len(roster.listings) == 7


def test_a_name_alone_below_a_line_of_columns_is_the_spouse_of_the_person_on_it() -> None:
    roster = roster_of(
        "Embassy of Velmoria in Vienna\n\n"
        "Mr Arvo Tellin\tCounsellor\t2020-01-07\n\tMrs Ilva Tellin\nMs Rada Lind\tConsul\t2021-02-03\n"
    )
    assert [(each.name, each.accompanied) for each in roster.listings] == [("Arvo Tellin", True), ("Rada Lind", False)]
    assert not any("Ilva" in each.text for each in roster.residue)


def test_a_letter_between_name_and_post_says_who_is_married() -> None:
    roster = roster_of(
        "Embassy of Velmoria in Vienna\n\n"
        "Mr Arvo Tellin\tm Counsellor\nMs Rada Lind\tConsul\nMr Emo Tarbo\tm\tAttaché\n"
    )
    assert [(each.title, each.accompanied) for each in roster.listings] == [
        ("Counsellor", True),
        ("Consul", False),
        ("Attaché", True),
    ]


def test_a_telephone_below_a_person_of_an_office_doesn_t_end_the_office() -> None:
    roster = roster_of(
        """<html><body><h1>Embassy of Velmoria in Vienna</h1><h2>Political Section</h2>
        <div><b>Arvo Tellin</b></div><div>Counsellor</div><div>Tel. +43 1 5550100</div>
        <div><b>Rada Lind</b></div><div>Second Secretary</div><div>Tel. +43 1 5550101</div></body></html>""",
        name="page.html",
    )
    assert [each.section for each in roster.listings] == ["Political Section"] * 2


def test_a_line_of_nothing_but_links_is_a_menu_and_names_nobody() -> None:
    menu = "".join(f"<a href=/{n}>{word}</a> " for n, word in enumerate(("Velmoria Today", "Trade", "Culture Days")))
    roster = roster_of(
        f"""<html><body><h1>Embassy of Velmoria in Vienna</h1><div>{menu}</div>
        <p><a href=/t>Arvo Tellin</a></p><p>Counsellor</p><p><a href=/l>Rada Lind</a></p><p>Consul</p></body></html>""",
        name="page.html",
    )
    assert [each.name for each in roster.listings] == ["Arvo Tellin", "Rada Lind"]
    assert roster.residue == ()


def test_a_bracket_that_says_whose_name_it_holds_is_no_part_of_the_post() -> None:
    roster = roster_of(
        "Посольство Вельмории в Вене\n\nЛинд Рада – советник (супруг – Линд Арво)\nТарбо Эмо – консул (торговля)\n"
    )
    assert [(each.title, each.accompanied) for each in roster.listings] == [
        ("советник", True),
        ("консул (торговля)", False),
    ]


def test_a_stroke_before_somebody_addressed_parts_a_couple() -> None:
    roster = roster_of(
        "Embassy of Velmoria in Vienna\n\nMr Arvo Tellin / Mrs Ilva Tellin\tCounsellor\nMs Rada Lind\tConsul\n"
    )
    assert [(each.name, each.accompanied) for each in roster.listings] == [("Arvo Tellin", True), ("Rada Lind", False)]


def test_a_term_without_a_rank_is_the_post_of_the_names_below_it() -> None:
    text = """<html><body><h1>Embassy of Austria in Tallinn</h1><dl>
    <dt>Ambassador</dt><dd>Mr Egon FALK</dd><dt>First Secretary</dt><dd>Ms Hanna BRANDT</dd>
    <dt>Front desk</dt><dd>Ms Rita KOLBE</dd></dl>"""
    found = [(each.name, each.title, each.rank) for each in roster_of(text, name="page.html").listings]
    assert found[1:] == [("Hanna BRANDT", "First Secretary", "first-secretary"), ("Rita KOLBE", "Front desk", "other")]


def test_somebody_addressed_in_brackets_is_a_spouse_behind_a_name_and_on_a_line_alone() -> None:
    roster = roster_of(
        "Embassy of Velmoria in Vienna\n\nMr Arvo Tellin (Mrs Ilva Tellin)\nAmbassador\n\n"
        "Mr Emo Tarbo\n(Mrs Una Tarbo)\nAttaché\n\nMs Rada Lind\nConsul\n"
    )
    assert [(*said(each), each.accompanied) for each in roster.listings] == [
        ("Arvo Tellin", "Ambassador", "ambassador", True),
        ("Emo Tarbo", "Attaché", "attache", True),
        ("Rada Lind", "Consul", "consul", False),
    ]
    assert not [each.text for each in roster.residue]


def test_a_spouse_beside_the_day_that_goes_on_with_the_row_above_is_no_listing() -> None:
    pages = page_lines(
        ("Embassy of Velmoria in Vienna", 12.0, 50.0),
        ("H.E. Mr Arvo Tellin\tAmbassador", 9.0, 80.0),
        ("Mrs Ilva Tellin\t(3 May 2019)", 9.0, 91.0),
        ("Ms Rada Lind\tConsul", 9.0, 120.0),
        ("Mr Emo Tarbo\tAttaché", 9.0, 140.0),
    )
    roster = roster_on_pages(pages)
    assert [(*said(each), [day.value.text for day in each.dates], each.accompanied) for each in roster.listings] == [
        ("Arvo Tellin", "Ambassador", "ambassador", ["2019-05-03"], True),
        ("Rada Lind", "Consul", "consul", [], False),
        ("Emo Tarbo", "Attaché", "attache", [], False),
    ]


def test_a_state_a_gap_and_somebody_addressed_with_dots_to_the_day_are_one_row() -> None:
    roster = roster_of(
        "Heads of mission in Vienna\n\n1. Velmoria     H.E. Mr Arvo Tellin ...... 3 May 2019\n"
        "2. Brannia      Ms Rada Lind (resident in Paris) ...... 4 June 2020\n"
    )
    assert [(each.name, each.sending, each.resident_in, each.dates[0].value.text) for each in roster.listings] == [
        ("Arvo Tellin", "XV", None, "2019-05-03"),
        ("Rada Lind", "XB", "Paris", "2020-06-04"),
    ]


def test_an_element_s_class_may_say_that_it_holds_a_post() -> None:
    cards = "".join(
        f'<div><p class="{style}">{post}</p><p>{name}</p></div>'
        for style, post, name in (
            ("card__position", "Keeper of ferns", "Mr Arvo Tellin"),
            ("card__position", "Weaver", "Ms Rada Lind"),
            ("card__position", "Herald", "Mr Emo Tarbo"),
        )
    )
    roster = roster_of(f"<h1>Embassy of Velmoria in Vienna</h1>{cards}", name="page.html")
    assert [each.title for each in roster.listings] == ["Keeper of ferns", "Weaver", "Herald"]


def test_a_city_behind_a_name_is_where_the_person_lives() -> None:
    roster = roster_of(
        "DIPLOMATIC LIST OF HELSINKI\n\nVELMORIA\n\n"
        "H.E. Mr Arvo TELLIN     Stockholm\nAmbassador\n\nMs Rada LIND\nConsul\n"
    )
    assert [(*said(each), each.resident_in) for each in roster.listings] == [
        ("Arvo TELLIN", "Ambassador", "ambassador", "Stockholm"),
        ("Rada LIND", "Consul", "consul", None),
    ]


def test_a_class_of_heads_stands_over_the_rows_of_many_states() -> None:
    roster = roster_of(
        "Heads of mission in Vienna\n\n"
        "HIGH COMMISSIONERS\n\n1. Velmoria     H.E. Mr Arvo Tellin ...... 3 May 2019\n\n"
        "AMBASSADORS\n\n2. Brannia      Ms Rada Lind ...... 4 June 2020\n\n"
        "3. Peru      Mr Emo Tarbo ...... 5 July 2021\n"
    )
    assert [(each.name, each.sending, each.rank) for each in roster.listings] == [
        ("Arvo Tellin", "XV", "high-commissioner"),
        ("Rada Lind", "XB", "ambassador"),
        ("Emo Tarbo", "PE", "ambassador"),
    ]


def test_a_list_s_own_title_and_day_and_its_national_days_are_no_residue() -> None:
    roster = roster_of(
        "Diplomatic list of Vienna\nMay 2019\n\nVELMORIA\n\nMr Arvo Tellin\nAmbassador\n\n"
        "BRANNIA\n\nMs Rada Lind\nConsul\n\nNational days\nVelmoria 3 May\nBrannia 4 June\n"
    )
    assert [each.name for each in roster.listings] == ["Arvo Tellin", "Rada Lind"]
    assert not roster.residue


@pytest.mark.parametrize(
    "family",
    ["2 children: Ida and Leo Tellin", "Two children: Ida, Leo", "spouse Rosa Tellin", "Spouse's name: Rosa Tellin"],
)
def test_a_family_below_a_post_comes_out_nowhere(family: str) -> None:
    roster = roster_of(
        f"Embassy of Velmoria in Vienna\n\nMr Arvo Tellin\nAmbassador\n{family}\n\nMs Rada Lind\nAttaché\n"
    )
    assert [said(each) for each in roster.listings] == [
        ("Arvo Tellin", "Ambassador", "ambassador"),
        ("Rada Lind", "Attaché", "attache"),
    ]
    assert [each.function for each in roster.listings] == [None, None]
    assert roster.residue == ()


def test_an_addressed_spouse_behind_a_wide_gap_or_a_tab_stays_out_and_the_lines_add_up() -> None:
    for gap in ("  ", "\t"):
        roster = roster_of(
            f"Embassy of Velmoria in Vienna\n\nMr Arvo Tellin{gap}Mrs Rosa Tellin{gap}Ambassador\n"
            f"Ms Rada Lind{gap}Mr Otto Lind{gap}Attaché\n"
        )
        people = [(each.name, each.title, each.function, each.accompanied) for each in roster.listings]
        assert people == [("Arvo Tellin", "Ambassador", None, True), ("Rada Lind", "Attaché", None, True)]
    below = roster_of("Embassy of Velmoria in Vienna\n\nMr Arvo Tellin  Mrs Rosa Tellin\nAmbassador\n")
    assert [(*said(each), each.function) for each in below.listings] == [
        ("Arvo Tellin", "Ambassador", "ambassador", None)
    ]


def test_a_spouse_in_the_line_of_the_post_or_addressed_together_marks_the_listing_alone() -> None:
    roster = roster_of(
        "Embassy of Velmoria in Vienna\n\nMr. Arvo Tellin\nAmbassador (w. Ilva)\n\n"
        "Ms. Rada Lind\nAttaché; husband Otto\n\nMr. and Mrs. Emo Tarbo\nConsul\n\nMr. Per Breek\nCounsellor\n"
    )
    assert [(*said(each), each.function, each.accompanied) for each in roster.listings] == [
        ("Arvo Tellin", "Ambassador", "ambassador", None, True),
        ("Rada Lind", "Attaché", "attache", None, True),
        ("Emo Tarbo", "Consul", "consul", None, True),
        ("Per Breek", "Counsellor", "counsellor", None, False),
    ]
    assert not any(name in each.passage.quote for each in roster.listings for name in ("Ilva", "Otto"))


def test_an_addressed_name_behind_an_empty_line_with_an_unknown_post_right_below_is_a_listing() -> None:
    roster = roster_of(
        "Embassy of Velmoria in Vienna\n\nMr. Arvo Tellin\nAmbassador\nMrs. Ilva Tellin\n\n"
        "Ms. Rada Lind\nProgram Director\n\nMr. Emo Tarbo\nCounsellor\n"
    )
    assert [(each.name, each.title, each.accompanied) for each in roster.listings] == [
        ("Arvo Tellin", "Ambassador", True),
        ("Rada Lind", "Program Director", False),
        ("Emo Tarbo", "Counsellor", False),
    ]
    assert roster.residue == ()
