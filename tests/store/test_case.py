from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from legation.errors import (
    CaseDamagedError,
    CaseError,
    CaseVersionError,
    NotACaseError,
    UnreadableInputError,
    UsageError,
)
from legation.store.case import Case
from legation.store.memo import MemoKey
from tests import make


def test_a_case_is_opened_as_it_was_made(tmp_path: Path) -> None:
    with Case.create(tmp_path / "velmark", title='The "Velmark" list\x7f \N{GRINNING FACE}') as made:
        about = made.about
    with Case.open(tmp_path / "velmark") as opened:
        assert opened.about == about
        assert opened.kept.captures() == ()
        assert opened.derived.inputs() is None


def test_a_case_takes_the_name_of_its_folder(tmp_path: Path) -> None:
    with Case.create(tmp_path / "velmark") as made:
        assert made.about.title == "velmark"
        names = {path.name for path in made.path.iterdir()}
    assert {"case.toml", "case.db", "vault"} <= names


def test_a_folder_is_made_a_case_once(tmp_path: Path) -> None:
    Case.create(tmp_path).close()
    with pytest.raises(CaseError, match="is a case already"):
        Case.create(tmp_path)


def test_a_folder_without_a_case_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NotACaseError, match="legation init") as caught:
        Case.open(tmp_path)
    assert caught.value.exit_code == 2


def test_a_case_that_was_not_made_to_the_end_is_none_and_can_be_made_again(tmp_path: Path) -> None:
    Case.create(tmp_path).close()
    (tmp_path / "case.toml").unlink()
    with pytest.raises(NotACaseError):
        Case.open(tmp_path)
    Case.create(tmp_path).close()
    Case.open(tmp_path).close()


@pytest.mark.parametrize("text", ["", "format = 1", "format = ", "\x00", "title = 'x'\ncreated = 1\nformat = 1"])
def test_a_description_that_describes_no_case_is_refused(tmp_path: Path, text: str) -> None:
    Case.create(tmp_path).close()
    (tmp_path / "case.toml").write_text(text)
    with pytest.raises(NotACaseError):
        Case.open(tmp_path)


def test_a_layout_of_tomorrow_is_refused(tmp_path: Path) -> None:
    Case.create(tmp_path).close()
    about = tmp_path / "case.toml"
    about.write_text(about.read_text().replace("format = 1", "format = 2"))
    with pytest.raises(CaseVersionError, match="newer Legation"):
        Case.open(tmp_path)


def test_the_states_of_a_case_are_read_from_its_file(tmp_path: Path) -> None:
    states = tmp_path / "states.csv"
    states.write_text("\ufeffcode,name_en,name_de\nXB,Brannia,Brannien\n\nXV,Velmark,\n", encoding="utf-8")
    with Case.create(tmp_path / "case", states) as made:
        assert made.states() == (("XB", "Brannia", "Brannien"), ("XV", "Velmark"))
        before = made.states_digest
        (made.path / "states.csv").write_text("XB,Brannia\n")
        assert made.states_digest != before


def test_a_case_without_states_of_its_own_has_none(case: Case) -> None:
    assert case.states() == ()


@pytest.mark.parametrize("row", ["Brannia", "xb,Brannia", "XB,", "X,Brannia", "ABCDEF,Brannia"])
def test_a_state_without_code_or_name_is_refused_with_its_row(tmp_path: Path, row: str) -> None:
    states = tmp_path / "states.csv"
    states.write_text(f"code,name\n{row}\n")
    with pytest.raises(UsageError, match="row 2"):
        Case.create(tmp_path / "case", states)
    assert not (tmp_path / "case").exists()


def test_a_states_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match=r"none\.csv"):
        Case.create(tmp_path / "case", tmp_path / "none.csv")


def change(case: Path, *statements: str) -> None:
    database = sqlite3.connect(case / "case.db")
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    Case.create(tmp_path).close()
    change(tmp_path, "PRAGMA user_version = 99")
    with pytest.raises(CaseVersionError, match="99") as caught:
        Case.open(tmp_path)
    assert caught.value.exit_code == 5


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON capture BEGIN DELETE FROM judgement; END",
        "CREATE VIEW v AS SELECT * FROM capture",
        "PRAGMA application_id = 7",
    ],
)
def test_a_database_with_code_of_its_own_or_of_another_program_is_refused(tmp_path: Path, statement: str) -> None:
    Case.create(tmp_path).close()
    change(tmp_path, statement)
    with pytest.raises(CaseDamagedError):
        Case.open(tmp_path)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    Case.create(tmp_path).close()
    (tmp_path / "case.db").write_bytes(b"not a database" * 500)
    with pytest.raises(CaseDamagedError, match=r"case\.db"):
        Case.open(tmp_path)


def test_memo_and_derived_tables_of_another_version_are_made_anew(tmp_path: Path) -> None:
    Case.create(tmp_path).close()
    change(
        tmp_path,
        "DROP TABLE residue",
        "ALTER TABLE posting ADD COLUMN old TEXT",
        "UPDATE migration SET name = 'memo tables before' WHERE name LIKE 'memo tables %'",
        "UPDATE migration SET name = 'derived tables before' WHERE name LIKE 'derived tables %'",
    )
    with Case.open(tmp_path) as opened:
        assert opened.memo.count() == 0
        assert opened.derived.postings() == ()
        assert list(opened.database.problems()) == []


def test_a_sound_case_has_no_problems_and_a_damaged_one_names_them(tmp_path: Path) -> None:
    with Case.create(tmp_path) as made:
        assert list(made.database.problems()) == []
    change(tmp_path, "PRAGMA foreign_keys = OFF", "INSERT INTO undoing VALUES (1, 77, 'a', 'b', 'c')")
    with Case.open(tmp_path) as opened:
        assert [problem for problem in opened.database.problems() if "undoing" in problem]


def test_the_digest_of_inputs_does_not_know_their_order(case: Case) -> None:
    one, two = (MemoKey(sha256=make.digest(name), rules="r", inputs="0" * 32) for name in ("one", "two"))
    assert case.inputs_digest([one, two], "d1") == case.inputs_digest([two, one, two], "d1")
    assert case.inputs_digest([one], "d1") != case.inputs_digest([one, two], "d1")
    assert case.inputs_digest([one], "d1") != case.inputs_digest([one], "d2")


def test_confidential_notes_are_appended_for_the_owner_alone(case: Case) -> None:
    case.confidential.append({"label": "source A", "text": "she said so"})
    case.confidential.append({"label": "source A", "text": "and again"})
    file = case.path / "confidential.jsonl"
    assert file.stat().st_mode & 0o777 == 0o600
    assert len(file.read_text().splitlines()) == 2
    assert not [name for name in dir(case.confidential) if "read" in name or "load" in name]
    assert os.access(file, os.W_OK)
