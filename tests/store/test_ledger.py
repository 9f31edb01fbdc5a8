from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from legation.store.case import Case
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
        return list(opened.ledger.problems())


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
        "INSERT INTO capture (key, sha256, body) SELECT zeroblob(16), sha256, body FROM capture WHERE id = 1",
    ],
)
def test_what_is_changed_behind_the_back_of_the_chain_is_named(kept: Path, run: Run, statement: str) -> None:
    change(kept, statement)
    assert problems(kept)
    checked = run("verify", "--case", kept)
    assert checked.code == 4


def test_a_case_from_before_the_chain_gets_one_when_it_is_opened(kept: Path) -> None:
    change(kept, "DROP TABLE ledger")
    change(kept, "PRAGMA user_version = 2")
    change(kept, "DELETE FROM migration WHERE name = 'add_ledger'")
    assert problems(kept) == []
    with Case.open(kept) as case:
        assert case.ledger.head()[0] == 6
