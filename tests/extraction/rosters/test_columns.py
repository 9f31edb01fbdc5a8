from __future__ import annotations

import pytest

from legation.extraction.rosters.columns import columns_of, header_role
from tests.extraction.rosters.lists import GAZETTEER


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Name", "name"),
        ("Фамилия, имя, отчество", "name"),
        ("Chef de mission", "name"),
        ("officeHolderLabel", "name"),
        ("First_Name", "given"),
        ("Nachname", "family"),
        ("Amtsbezeichnung", "title"),
        ("positionlabel", "title"),
        ("Должность", "title"),
        ("Страна пребывания", "host"),
        ("Sending State", "country"),
        ("Dienstantritt", "date:arrived"),
        ("Date of Presentation of Credentials", "date:credentials"),
        ("start_year", "date:appointed"),
        ("Spouse's name", "spouse"),
        ("Telephone", "private"),
        ("DiplRankOrder", "order"),
        ("Gibberish", None),
    ],
)
def test_words_of_a_header_give_the_role_in_any_language_and_spelling(header: str, role: str | None) -> None:
    assert header_role(header) == role


def test_a_prefix_that_most_headers_share_is_no_word_of_theirs() -> None:
    headers = {0: "DL_Name", 1: "DL_Rank", 2: "DL_Spouse"}
    cells = {0: ["Arvo Tellin"], 1: ["Counsellor"], 2: ["yes"]}
    assert columns_of(headers, cells, GAZETTEER).roles == {0: "name", 1: "title", 2: "spouse"}


def test_a_column_called_title_that_holds_forms_of_address_is_an_honorific() -> None:
    cells = {0: ["Mr.", "Ms.", "H.E. Mr."], 1: ["Tellin", "Lind", "Dorn"], 2: ["Counsellor", "Attaché", "Ambassador"]}
    roles = columns_of({0: "Title", 1: "Last name", 2: "Rank"}, cells, GAZETTEER).roles
    assert roles == {0: "honorific", 1: "family", 2: "title"}


def test_a_column_called_position_that_holds_numbers_is_an_order() -> None:
    cells = {0: ["1", "2", "3"], 1: ["Arvo Tellin", "Rada Lind", "Uwe Dorn"]}
    assert columns_of({0: "Position", 1: "Name"}, cells, GAZETTEER).roles[0] == "order"


def test_columns_without_headers_are_known_by_their_cells() -> None:
    cells = {
        0: ["Austria", "Velmoria", "Greece"],
        1: ["Mr Egon Falk", "Ms Rada Lind", "Ms Eleni Dara"],
        2: ["Ambassador", "Attaché", "Counsellor"],
        3: ["2010-01-12", "2011-05-23", "2009-09-14"],
    }
    columns = columns_of({}, cells, GAZETTEER)
    assert columns.roles == {0: "country", 1: "name", 2: "title", 3: "date:printed"}
    assert columns.is_list


def test_a_table_of_names_alone_is_no_list() -> None:
    assert not columns_of({0: "Name"}, {0: ["Arvo Tellin", "Rada Lind"]}, GAZETTEER).is_list
