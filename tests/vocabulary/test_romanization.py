import pytest

from legation.vocabulary.romanization import LETTERS, conventions, lanes, letters_in
from legation.vocabulary.tables import rows


def test_every_reading_is_written_in_the_common_alphabet() -> None:
    for table, letters, readings, *_ in rows("romanization.tsv"):
        assert set(readings) <= {*LETTERS, *"[]|0-"}, (table, letters)


def test_no_group_stands_twice_in_one_table() -> None:
    found = [(table, letters) for table, letters, *_ in rows("romanization.tsv")]
    assert len(found) == len(set(found))


def test_every_table_belongs_to_a_convention() -> None:
    used = {table for row in rows("conventions.tsv") for table in row[3].split()}
    assert used == {row[0] for row in rows("romanization.tsv")}


@pytest.mark.parametrize("one", conventions(), ids=lambda one: one.id)
def test_every_convention_names_its_standard(one: object) -> None:
    assert getattr(one, "standard", "")


def test_a_place_holds_every_letter_that_may_stand_there() -> None:
    assert [letters_in(lane) for lane in lanes("р[ао]в")] == ["р", "ао", "в"]
