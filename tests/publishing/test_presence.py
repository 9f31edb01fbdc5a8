from dataclasses import replace

from legation.model.listings import MissionSection
from legation.publishing.presence import presence
from tests import make
from tests.publishing.cases import DARIO, INES, MEMBERS, ROSTERS

PERSONS = (DARIO, INES)


def test_each_person_has_one_of_three_states_in_each_edition() -> None:
    (table,) = presence(make.MISSION, ROSTERS, MEMBERS, PERSONS)
    assert [(row.person.label, row.states) for row in table.rows] == [
        ("Ines CALMO", ("listed", "listed", "listed", "no-capture")),
        ("Dario VELTRAN", ("listed", "listed", "not-listed", "no-capture")),
    ]
    assert [column.listed for column in table.columns] == [2, 2, 1, None]
    assert table.columns[-1].why == "the page prints nobody"


def test_the_order_of_the_inputs_changes_nothing() -> None:
    assert presence(make.MISSION, ROSTERS[::-1], MEMBERS, PERSONS) == presence(make.MISSION, ROSTERS, MEMBERS, PERSONS)


def test_an_edition_that_was_read_in_part_never_shows_that_somebody_is_missing() -> None:
    section = MissionSection(mission=make.MISSION, heading="Velmark", entries=1, residue=2, coverage="partial")
    partial = make.roster("2020-05-01", "Ines CALMO", missions=(section,))
    members = MEMBERS | {partial.listings[0].id: INES.id}
    (table,) = presence(make.MISSION, (*ROSTERS[:2], partial), members, PERSONS)
    assert [row.states[-1] for row in table.rows] == ["listed", "no-capture"]


def test_an_edition_without_the_section_can_not_tell() -> None:
    without = make.roster("2020-05-01", "Olav HEDE", mission="XC/XB")
    (table,) = presence(make.MISSION, (*ROSTERS[:2], without), MEMBERS, PERSONS)
    assert {row.states[-1] for row in table.rows} == {"no-capture"}
    assert table.columns[-1].why == "the edition has no section of this mission"


def test_another_list_has_a_table_of_its_own() -> None:
    other = make.roster("2020-01-15", "Ines CALMO", series="heads")
    members = MEMBERS | {other.listings[0].id: INES.id}
    tables = presence(make.MISSION, (*ROSTERS, other), members, PERSONS)
    assert [table.series for table in tables] == ["brannia-list", "heads"]
    assert [len(table.rows) for table in tables] == [2, 1]


def test_a_rejected_line_has_no_row() -> None:
    members = {id_: who for id_, who in MEMBERS.items() if who != DARIO.id}
    (table,) = presence(make.MISSION, ROSTERS, members, PERSONS)
    assert [row.person.label for row in table.rows] == ["Ines CALMO"]


def test_an_edition_without_a_date_stands_in_no_table() -> None:
    undated = replace(ROSTERS[0], edition=replace(ROSTERS[0].edition, as_of=None))
    assert presence(make.MISSION, (undated,), MEMBERS, PERSONS) == ()
