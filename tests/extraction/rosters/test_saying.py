from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.extraction.rosters.saying import Said, is_accompanied, say
from legation.extraction.rosters.titles import parse_title


def parts(text: str, said: Said) -> tuple[str | None, str | None, str | None, list[str]]:
    name = text[said.name[0] : said.name[1]] if said.name else None
    title = text[said.title[0] : said.title[1]] if said.title else None
    honorific = said.honorific.honorific if said.honorific else None
    return honorific, name, title, [each.date.text for each in said.dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Arvo TELLIN", ("Mr", "Arvo TELLIN", None, [])),
        ("S. E. Herr Arvo TELLIN", ("S. E. Herr", "Arvo TELLIN", None, [])),
        ("Mr Arvo TELLIN, First Secretary", ("Mr", "Arvo TELLIN", "First Secretary", [])),
        ("ТЕРЕХОВ Лев Павлович – советник", (None, "ТЕРЕХОВ Лев Павлович", "советник", [])),
        ("Chargé d'affaires: Ms Rada Lind", ("Ms", "Rada Lind", "Chargé d'affaires", [])),
        ("Lind, Rada K., Ambassador", (None, "Lind, Rada K.", "Ambassador", [])),
        ("Mr A. Bell, Consul (12 Mar 2020)", ("Mr", "A. Bell", "Consul", ["2020-03-12"])),
        ("Mr Arvo TELLIN Second Secretary", ("Mr", "Arvo TELLIN", "Second Secretary", [])),
        ("Mr John C. Hale, Jr.", ("Mr", "John C. Hale, Jr.", None, [])),
        ("I. Sekretär, (01.02.2020)", (None, None, "I. Sekretär", ["2020-02-01"])),
    ],
)
def test_a_line_is_split_into_honorific_name_title_and_dates(
    text: str, expected: tuple[str | None, str | None, str | None, list[str]]
) -> None:
    assert parts(text, say(text)) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Page 5", "page"),
        ("Velmoria ............ 12", "page"),
        ("Telefon: 555 12 34", "contact"),
        ("Mo. - Fr. 09.00 - 16.00 Uhr", "contact"),
        ("info@velmoria.example", "contact"),
        ("Militärattachéstab:", "section"),
        ("Diplomatic staff", "section"),
        ("VACANT", "vacancy"),
        ("Вакансия", "vacancy"),
        ("Stand: 1. Mai 2020", "edition"),
        ("По состоянию на 19.05.1996", "edition"),
        ("Spouse: Mrs Mira Tellin", "relative"),
        ("Children: two", "relative"),
        ("in post since 31 October 2014", "date"),
        ("Mr A. Bell; Ms C. Dorn", "names"),
        ("General Manager", "other"),
    ],
)
def test_a_line_says_what_it_is(text: str, kind: str) -> None:
    assert say(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Mr Arvo TELLIN and Mrs Mira TELLIN",
        "Mr Arvo TELLIN & Mrs Mira TELLIN",
        "Mr Arvo TELLIN (spouse of Mira)",
        "M. Arvo TELLIN et Mme Mira TELLIN",
    ],
)
def test_nothing_from_a_spouse_on_belongs_to_the_person(text: str) -> None:
    said = say(text)
    assert said.spouse is not None
    assert said.name is not None
    assert text[said.name[0] : said.name[1]] == "Arvo TELLIN"
    assert "Mira" not in text[: said.spouse]


@pytest.mark.parametrize(
    "text",
    ["Botschafter: Arvo Tellin (Tel. +43 1 555 01 00)", "Mr Arvo Tellin, Counsellor, arvo.tellin@mfa.example"],
)
def test_a_number_or_a_mail_behind_a_person_doesn_t_hide_who_it_is(text: str) -> None:
    said = say(text)
    assert said.kind == "person"
    assert said.name is not None
    assert text[said.name[0] : said.name[1]] == "Arvo Tellin"


@pytest.mark.parametrize("text", ["Pressestelle, Tel. +43 1 555 01 00", "Arvo Strasse 5, Tel. +43 1 555 01 00"])
def test_a_number_behind_nobody_is_an_address_s(text: str) -> None:
    assert say(text).kind == "contact"


@pytest.mark.parametrize("text", ["总领事:欧阳德昌", "领事：康志远"])
def test_a_chinese_name_in_one_word_stands_behind_its_post(text: str) -> None:
    said = say(text)
    assert said.kind == "person"
    assert said.name is not None
    assert text[said.name[0] : said.name[1]] in ("欧阳德昌", "康志远")


@pytest.mark.parametrize("text", ["Ministra da Saúde", "Minister Spraw Zagranicznych", "Ministro dell'Interno"])
def test_an_office_in_a_government_is_a_post_without_a_rank(text: str) -> None:
    assert say(text).kind == "title"
    assert parse_title(text).rank == "other"


def test_a_bracket_without_a_rank_stands_aside_of_the_name() -> None:
    text = "Mr Arvo Tellin (Press)"
    said = say(text)
    assert said.kind == "name"
    assert said.aside is not None
    assert text[said.aside[0] : said.aside[1]] == "(Press)"


def test_hyphens_before_a_comma_belong_to_one_title() -> None:
    assert say("Stellvertretender Heeres-, Luftwaffen- und Marineattaché").kind == "title"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_every_span_lies_inside_its_text(text: str) -> None:
    said = say(text)
    for span in (said.name, said.title, said.aside, *said.names, *(each.span for each in said.dates)):
        if span is not None:
            assert 0 <= span[0] <= span[1] <= len(text)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Mr Arvo TELLIN, Counsellor, spouse: Rada Tellin", "Mr Arvo TELLIN, Counsellor, "),
        (
            "Botschafter: S.E. Arvo TELLIN (12.06.2012), Gattin: Rada Tellin",
            "Botschafter: S.E. Arvo TELLIN (12.06.2012), ",
        ),
        ("M. Arvo TELLIN, Conseiller (3 mai 2019) et Mme Tellin", "M. Arvo TELLIN, Conseiller (3 mai 2019) "),
        ("Arvo TELLIN, radca, małż. Rada TELLIN", "Arvo TELLIN, radca, "),
        ("Mme Rada LIND, conseillère (presse), M. Per LIND", "Mme Rada LIND, conseillère (presse), "),
        (
            "S.E. M. Arvo TELLIN, Ambassadeur (17.01.2008), Mme Ona BREEK",
            "S.E. M. Arvo TELLIN, Ambassadeur (17.01.2008), ",
        ),
        ("ТЕРЕХОВ Лев Павлович, советник; супруга – Терехова Рада", "ТЕРЕХОВ Лев Павлович, советник; "),
    ],
)
def test_a_spouse_behind_a_post_or_a_date_is_nobody_of_the_list(text: str, own: str) -> None:
    assert text[: say(text).spouse] == own


@pytest.mark.parametrize(
    "text", ["Mr Arvo Tellin, Counsellor, Child Protection", "Ms Rada Lind, Partner Relations Officer"]
)
def test_a_field_of_work_that_sounds_like_a_relative_is_the_person_s(text: str) -> None:
    assert say(text).spouse is None


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Vacant Minister-Counsellor", "Minister-Counsellor"),
        ("First Secretary vacant", "First Secretary"),
        ("N.N. Counsellor", "Counsellor"),
        ("Botschafter: z. Zt. nicht besetzt", "Botschafter"),
    ],
)
def test_a_post_beside_the_word_that_nobody_holds_it_is_vacant(text: str, post: str) -> None:
    said = say(text)
    assert said.kind == "vacancy"
    assert said.title is not None
    assert text[slice(*said.title)] == post


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Ambassador (w. Rosa)", "Ambassador "),
        ("Ambassador (with Maria)", "Ambassador "),
        ("Mr Arvo Tellin, Counsellor (h: Otto)", "Mr Arvo Tellin, Counsellor "),
        ("Attaché; husband Otto", "Attaché; "),
        ("Attaché and wife Rosa", "Attaché "),
        ("Botschafter, Ehefrau Rosa", "Botschafter, "),
        ("Советник (ж. Роза)", "Советник "),
        ("Mr. and Mrs. Arvo and Rosa Tellin", "Mr. and Mrs. Arvo "),
    ],
)
def test_one_part_of_a_spouse_s_name_behind_the_word_for_it_is_out(text: str, own: str) -> None:
    assert text[: say(text).spouse] == own


@pytest.mark.parametrize(
    "text",
    [
        "Ambassador (W. Africa)",
        "Counsellor (child Protection)",
        "Attaché (Partner Relations)",
        "Consul (w. Berlin)",
        "Minister (with Portfolio)",
    ],
)
def test_a_bracket_with_a_field_of_work_or_a_place_holds_no_spouse(text: str) -> None:
    assert say(text).spouse is None


@pytest.mark.parametrize("text", ["Mr. and Mrs. Arvo Tellin", "Herr & Frau Arvo Tellin", "M. et Mme Arvo Tellin"])
def test_a_couple_addressed_together_is_the_one_who_is_named(text: str) -> None:
    said = say(text)
    assert said.name is not None
    assert (said.kind, text[slice(*said.name)], is_accompanied(said)) == ("name", "Arvo Tellin", True)


def test_whom_a_doyen_s_label_stands_before_is_a_person_and_a_mission_there_is_nobody() -> None:
    said = say("Doyen: H.E. Mr. Arvo Tellin, Ambassador")
    assert said.kind == "person"
    assert said.name is not None
    assert "Doyen: H.E. Mr. Arvo Tellin, Ambassador"[slice(*said.name)] == "Arvo Tellin"
    assert say("Doyen: Apostolic Nunciature").kind == "contact"


@pytest.mark.parametrize("sign", ["\u200b", "\u200e", "\ufeff", "\u2060\u200b"])
@pytest.mark.parametrize("text", ["Arvo Tellin", "Mr Arvo Tellin, Consul (12 March 2019), wife Ilva"])
def test_signs_without_a_width_before_a_line_say_nothing(sign: str, text: str) -> None:
    signed, plain = say(sign + text), say(text)
    assert signed.kind == plain.kind
    assert signed.name is not None
    assert plain.name is not None
    assert (sign + text)[slice(*signed.name)] == text[slice(*plain.name)] == "Arvo Tellin"
    assert (sign + text)[: signed.spouse] == sign + text[: plain.spouse]
