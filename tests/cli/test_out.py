from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.world import Run


def test_the_page_is_one_file_that_asks_no_network(built: Path, tmp_path: Path, run: Run) -> None:
    ran = run("export", "page", "-o", tmp_path / "page.html", "--mission", "XV/XB", "--case", built)
    assert (ran.code, ran.out.strip()) == (0, str(tmp_path / "page.html"))
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Veltran" in text or "VELTRAN" in text
    assert "<script" not in text
    assert 'src="http' not in text


def test_tables_go_into_a_folder_or_a_workbook(built: Path, tmp_path: Path, run: Run) -> None:
    assert run("export", "csv", "-o", tmp_path / "tables", "--case", built).code == 0
    assert "VELTRAN" in (tmp_path / "tables" / "postings.csv").read_text(encoding="utf-8-sig").upper()
    assert run("export", "xlsx", "-o", tmp_path / "book.xlsx", "--case", built).code == 0
    assert (tmp_path / "book.xlsx").read_bytes().startswith(b"PK")


def test_a_draft_says_so_in_its_own_name(
    built: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", "xlsx", "--case", built).out.strip() == "case-draft.xlsx"


def test_a_file_name_that_alleges_is_stopped_at_the_gate(built: Path, tmp_path: Path, run: Run) -> None:
    name = tmp_path / "expelled-spies.html"
    ran = run("export", "page", "-o", name, "--publish", "--case", built)
    assert ran.code == 4
    assert not name.exists()


def test_a_case_that_was_never_built_has_nothing_to_export(case: Path, run: Run) -> None:
    assert run("export", "page", "--case", case).code == 2


def test_lists_are_found_by_code_and_by_name(run: Run) -> None:
    by_code, by_name = run("lists", "DE", "--jsonl").rows, run("lists", "germany", "--jsonl").rows
    assert by_code == by_name != []
    assert run("lists", "atlantis").code == 0


def test_words_fit_their_kind(run: Run) -> None:
    assert all(row["word"] and row["means"] for row in run("words", "--jsonl").rows)
    assert run("words").code == 0


def test_the_demo_answers_first_what_a_reporter_asks(tmp_path: Path, run: Run) -> None:
    ran = run("demo", tmp_path / "demo")
    assert ran.code == 0
    assert "the printed numbers differ by 2" in ran.out
    assert "legation tally" in ran.out
    again = run("demo", tmp_path / "demo")
    assert again.out == ran.out


def test_where_a_shell_does_not_know_the_program_the_demo_says_how_it_does(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "legation", "demo", str(tmp_path / "demo")]
    out = subprocess.run(command, capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin"}).stdout
    (line,) = (line.strip() for line in out.splitlines() if line.strip().startswith(("PATH=", "alias ")))
    said = f"shopt -s expand_aliases\n{line}\nlegation --version"
    ran = subprocess.run(["bash", "-c", said], capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"})
    assert ran.returncode == 0, ran.stderr


def test_the_demo_leaves_other_folders_alone(tmp_path: Path, run: Run) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert run("demo", tmp_path).code == 1
