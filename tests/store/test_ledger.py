from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from legation.errors import CaseLockedError
from legation.store import agreement
from legation.store.case import Case
from legation.store.removal import compact
from tests.cli.world import Run, command


@pytest.fixture
def run() -> Run:
    return command


@pytest.fixture
def kept(tmp_path: Path, run: Run) -> Path:
    """A case with two captures, a note, a judgement that counts and one that was taken back."""
    case, article = tmp_path / "case", tmp_path / "article.txt"
    run("init", case)
    article.write_text("Brannia on Tuesday expelled two diplomats, the ministry said.\n", encoding="utf-8")
    for name in ("a.csv", "b.csv"):
        text = f"name,title\nMr Dario VELTRAN,Ambassador\nMs Ilva SORENN,Counsellor {name}\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
        run("add", tmp_path / name, "--kind", "list", "--as-of", "2020-03-01", "--mission", "FR/DE", "--case", case)
    run("add", article, "--published", "2020-03-10", "--case", case)
    run("build", "--case", case)
    first, second = [row["person"]["id"] for row in run("postings", "--case", case, "--jsonl").rows][:2]
    run("reject", first, "--why", "misread", "--case", case)
    run("reject", second, "--why", "misread", "--case", case)
    run("undo", "--case", case)
    return case


def problems(case: Path) -> list[str]:
    with Case.open(case) as opened:
        return list(agreement.problems(opened.database, opened.files_in_chain))


def change(case: Path, statement: str) -> None:
    connection = sqlite3.connect(case / "case.db")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_everything_that_is_kept_has_its_entry_and_holds(kept: Path) -> None:
    assert problems(kept) == []
    with Case.open(kept) as case:
        kinds = [entry.kind for entry, _ in case.ledger.entries()]
        assert case.ledger.head()[0] == len(kinds)
    assert kinds.count("capture") == 3
    assert kinds.count("judgement") == 2
    assert kinds.count("undoing") == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE capture SET body = replace(body, 'a.csv', 'c.csv') WHERE id = 1",
        "UPDATE judgement SET body = replace(body, 'misread', 'mistaken')",
        "UPDATE undoing SET author = 'somebody'",
        "DELETE FROM undoing",
        "DELETE FROM capture WHERE id = 3",
        "DELETE FROM ledger WHERE id = 2",
        "DELETE FROM ledger WHERE id = (SELECT max(id) FROM ledger)",
        "UPDATE ledger SET at = '2001-01-01' WHERE id = 1",
        "UPDATE ledger SET salt = zeroblob(16) WHERE id = 1",
        "UPDATE ledger SET salt = NULL WHERE id = 1",
        "UPDATE ledger SET commitment = zeroblob(32) WHERE id = 2",
        "UPDATE capture SET sha256 = zeroblob(32) WHERE id = 1",
        "UPDATE judgement SET live = 1 - live",
        "UPDATE judgement SET subject = zeroblob(16) WHERE id = 1",
        "UPDATE listing SET body = replace(body, 'VELTRAN', 'VELTRAM')",
        "UPDATE listing SET mission = 'XX/YY' WHERE id = 1",
        "UPDATE person SET body = replace(body, 'VELTRAN', 'VELTRAM')",
        "DELETE FROM token",
        "DELETE FROM built",
        "UPDATE migration SET applied_at = '2001-01-01'",
        "CREATE TABLE more (id INTEGER)",
        "PRAGMA application_id = 7",
        "INSERT INTO capture (key, sha256, body) SELECT zeroblob(16), sha256, body FROM capture WHERE id = 1",
    ],
)
def test_what_is_changed_behind_the_back_of_the_chain_is_named(kept: Path, run: Run, statement: str) -> None:
    change(kept, statement)
    checked = run("verify", "--case", kept)
    assert checked.code == 4
    assert checked.out


def test_a_chain_that_was_cut_off_with_all_it_is_of_is_missed(kept: Path, run: Run) -> None:
    for statement in (
        "DELETE FROM undoing",
        "UPDATE judgement SET live = 1",
        "DELETE FROM ledger WHERE id > (SELECT max(id) FROM ledger WHERE kind = 'judgement')",
    ):
        change(kept, statement)
    checked = run("verify", "--case", kept)
    assert (checked.code, "the last were cut off" in checked.out) == (4, True)


def test_a_database_put_back_to_an_older_state_is_missed(kept: Path, run: Run, tmp_path: Path) -> None:
    older = (kept / "case.db").read_bytes()
    (tmp_path / "c.csv").write_text("name,title\nMs Tova RELL,Attaché\n", encoding="utf-8")
    run("add", tmp_path / "c.csv", "--kind", "list", "--as-of", "2020-05-01", "--mission", "FR/DE", "--case", kept)
    (kept / "case.db").write_bytes(older)
    assert "the last were cut off" in run("verify", "--case", kept).out


def test_settings_are_entered_by_each_build_and_a_change_since_is_named(kept: Path, run: Run) -> None:
    (kept / "states.csv").write_text("code,name\nXQ,Quell\n", encoding="utf-8")
    assert run("verify", "--case", kept).code == 0
    run("build", "--case", kept)
    (kept / "states.csv").write_text("code,name\nXQ,Quill\n", encoding="utf-8")
    assert "states.csv" in run("verify", "--case", kept).out
    run("build", "--case", kept)
    assert run("verify", "--case", kept).code == 0


def test_readings_and_conclusions_that_were_changed_are_made_anew_when_asked(kept: Path, run: Run) -> None:
    change(kept, "UPDATE listing SET body = replace(body, 'VELTRAN', 'VELTRAM')")
    change(kept, "DELETE FROM token")
    assert len(run("verify", "--case", kept, "--jsonl").rows) == 3
    run("build", "--again", "--case", kept)
    assert run("verify", "--case", kept).code == 0
    assert run("persons", "veltran", "--case", kept, "--jsonl").rows


def test_a_case_from_before_the_chain_gets_one_when_it_is_opened(kept: Path) -> None:
    change(kept, "DROP TABLE ledger")
    change(kept, "PRAGMA user_version = 2")
    change(kept, "DROP TABLE leaving")
    change(kept, "DROP TABLE erasure")
    change(kept, "DROP TABLE inquiry")
    change(kept, "DROP TABLE reply")
    steps = "'add_ledger', 'add_leaving_and_erasure', 'add_inquiries_and_replies'"
    change(kept, f"DELETE FROM migration WHERE name IN ({steps})")
    assert problems(kept) == []
    with Case.open(kept) as case:
        kinds = [entry.kind for entry, _ in case.ledger.entries()]
    assert kinds == ["capture"] * 3 + ["judgement"] * 2 + ["undoing", "format"]


def test_what_another_process_enters_during_the_check_is_no_damage(kept: Path) -> None:
    (kept / "states.csv").write_text("code,name\nXQ,Quell\n", encoding="utf-8")
    with Case.open(kept) as case, Case.open(kept) as other:
        case.enter_settings()

        def meanwhile() -> dict[str, dict[str, str]]:
            (kept / "states.csv").write_text("code,name\nXQ,Quill\n", encoding="utf-8")
            other.enter_settings()
            return case.files_in_chain()

        assert list(agreement.problems(case.database, meanwhile)) == []
        assert list(agreement.problems(case.database, case.files_in_chain)) == []


def test_a_file_that_cant_be_written_anew_for_a_reader_is_told(kept: Path) -> None:
    with Case.open(kept) as case:
        with case.database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 20")
        reader = sqlite3.connect(kept / "case.db", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM ledger").fetchone()
        case.ledger.enter_one("settings", "case.toml", "other")
        with pytest.raises(CaseLockedError, match="another process reads"):
            compact(case.database)
        reader.close()
        compact(case.database)
