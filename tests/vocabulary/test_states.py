from __future__ import annotations

import pytest

from legation.vocabulary.folding import fold
from legation.vocabulary.states import Gazetteer

GAZETTEER = Gazetteer.default()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("FRANKREICH", "FR"),
        ("République française", "FR"),
        ("Франция", "FR"),
        ("KONGO", "CG"),
        ("KONGO, DEMOKRATISCHE REPUBLIK", "CD"),
        ("Congo (Democratic Republic of the)", "CD"),
        ("KOREA", "KR"),
        ("KOREA, DEMOKRATISCHE VOLKSREPUBLIK", "KP"),
        ("CÔTE D'IVOIRE", "CI"),
        ("Republic of Albania", "AL"),
        ("Königreich Belgien", "BE"),
        ("Russian Federation", "RU"),
        ("Order of Malta", "SMOM"),
        ("Heiliger Stuhl", "VA"),
        ("European Union", "EU"),
        ("United Nations", "UN"),
        ("ОБСЕ", "OSCE"),
        ("St. Kitts und Nevis", "KN"),
        ("Sonderverwaltungsregion Hongkong", "HK"),
        ("Латвийской Республике", "LV"),
        ("Литовської Республіки", "LT"),
        ("der Französischen Republik", "FR"),
        ("Китайская Народная Республика", "CN"),
        ("Китайской Республике", "TW"),
    ],
)
def test_official_short_and_turned_names_are_found_in_many_languages(name: str, code: str) -> None:
    assert GAZETTEER.find(name) == code


@pytest.mark.parametrize("name", ["", "Xanadu", "Velmoria", "France and Germany", "Democratic Republic"])
def test_a_name_in_no_table_has_no_code(name: str) -> None:
    assert GAZETTEER.find(name) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Republika Austrii", "AT"),
        ("Republike Italije", "IT"),
        ("Republiky Slovinsko", "SI"),
        ("Республики Южного Судана", "SS"),
        ("Королівства Іспанії", "ES"),
        ("Republik Österreichs", "AT"),
        ("Regatul Spaniei", "ES"),
    ],
)
def test_behind_a_form_of_state_a_name_may_stand_in_a_case_of_that_language(name: str, code: str) -> None:
    assert GAZETTEER.find(name) == code


@pytest.mark.parametrize(
    "name",
    ["Republic of Sudania", "State of Omania", "Kingdom of Tongaia", "Republika Sudania", "Республики Судании"],
)
def test_a_name_that_only_begins_like_a_state_s_is_none_behind_a_form_of_state(name: str) -> None:
    assert GAZETTEER.find(name) is None
    assert GAZETTEER.find_within(fold(f"{name} 2020"), inflected=True) == ()


@pytest.mark.parametrize(
    "name",
    ["Republika Srpska", "Republike Srpske", "Република Српска", "Республика Сербская", "Chechen Republic"],
)
def test_the_name_of_another_entity_is_no_state_as_a_whole_or_in_part(name: str) -> None:
    assert GAZETTEER.find(name) is None
    words = fold(f"{name} Albania")
    assert [each.code for each in GAZETTEER.find_within(words, inflected=True)] == ["AL"]
    assert GAZETTEER.with_states([("XS", name)]).find(name) == "XS"


def test_a_case_s_own_state_stands_in_cases_behind_a_form_of_state() -> None:
    own = GAZETTEER.with_states([("XV", "Velmoria", "Вельмория")])
    assert own.find("Republiki Velmorii") == own.find("Республики Вельмории") == "XV"
    assert own.find("Republic of Velmorio") is None


def test_a_case_adds_its_own_states_and_leaves_the_gazetteer_as_it_was() -> None:
    own = GAZETTEER.with_states([("XV", "Velmoria", "", "Вельмория")])
    assert own.find("Republic of Velmoria") == own.find("ВЕЛЬМОРИЯ") == "XV"
    assert own.names("XV") == ("Velmoria", "Вельмория")
    assert own.label("XV") == "Velmoria"
    assert GAZETTEER.find("Velmoria") is None


def test_a_language_outside_the_tables_is_loaded_when_it_is_asked_for() -> None:
    assert GAZETTEER.find("Ranska", "fi") == "FR"


def test_states_inside_a_text_are_found_with_their_place() -> None:
    words = fold("Permanent Mission of the Democratic People's Republic of Korea to the United Nations")
    assert [(each.code, words[each.first]) for each in GAZETTEER.find_within(words)] == [
        ("KP", "democratic"),
        ("UN", "united"),
    ]


def test_slavic_cases_are_read_only_where_asked_for() -> None:
    words = fold("Посольство Франции в Софии")
    assert GAZETTEER.find_within(words) == ()
    assert [each.code for each in GAZETTEER.find_within(words, inflected=True)] == ["FR"]
    assert [each.code for each in GAZETTEER.find_within(fold("wyjazd do Kenii"), inflected=True)] == ["KE"]


def test_labels_are_in_the_language_asked_for() -> None:
    assert GAZETTEER.label("DE", "fr") == "Allemagne"
    assert GAZETTEER.label("ZZZ") == "ZZZ"
