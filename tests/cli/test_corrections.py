from __future__ import annotations

from pathlib import Path

from tests.cli.test_replies import noted, person
from tests.cli.world import Run


def exported(case: Path, to: Path, run: Run) -> None:
    ran = run("export", "page", "-o", to, "--to-whom", "The Morning", "--case", case)
    assert ran.code == 0, ran.err


def test_nothing_is_to_be_told_before_anything_changed(built: Path, tmp_path: Path, run: Run) -> None:
    exported(built, tmp_path / "page.html", run)
    assert run("corrections", "--case", built, "--jsonl").rows == []


def test_a_correction_lists_the_rows_that_rest_on_its_line_and_who_has_them(
    built: Path, tmp_path: Path, run: Run
) -> None:
    exported(built, tmp_path / "page.html", run)
    who = person(built)
    postings = {row["id"] for row in run("postings", "--person", who, "--case", built, "--jsonl").rows}
    assert run("correct", who, "rank=counsellor", "--why", "misread", "--case", built).code == 0
    (row,) = run("corrections", "--case", built, "--jsonl").rows
    assert (row["cause"], row["what"], row["to_whom"]) == ("judgement", "correct rank = counsellor", ["The Morning"])
    assert postings <= {each["id"] for each in row["rows"]}
    assert run("undo", "--why", "it was right", "--case", built).code == 0
    assert [one["cause"] for one in run("corrections", "--case", built, "--jsonl").rows] == ["undoing", "judgement"]
    assert "to tell: The Morning" in run("corrections", "--case", built).out


def test_a_reply_touches_the_sentence_that_it_answers(built: Path, tmp_path: Path, run: Run) -> None:
    claim = noted(built)
    asked = run("reply", "add", person(built), "--claim", claim, "--case", built, "--jsonl").rows[0]["id"]
    exported(built, tmp_path / "page.html", run)
    assert run("reply", "answer", asked, "--kind", "denied", "--text", "No.", "--case", built).code == 0
    (row,) = run("corrections", "--case", built, "--jsonl").rows
    assert row["cause"] == "reply"
    assert [each["says"] for each in row["rows"]] == ["Brannia's police (suspects): “suspects Dario Veltran”"]


def test_a_denial_that_was_read_later_touches_what_it_denies(built: Path, tmp_path: Path, run: Run) -> None:
    claim = noted(built)
    exported(built, tmp_path / "page.html", run)
    denial = ("type=denial", f"about={claim}", "speaker=the embassy", "stance=denies")
    says = ("--url", "https://later.example/b", "--quote", "the embassy denies it", "--date", "2020-05-01")
    assert run("note", "claim", *denial, *says, "--case", built).code == 0
    (row,) = run("corrections", "--case", built, "--jsonl").rows
    assert (row["cause"], row["what"]) == ("report", "denial: the embassy denies it")
    assert claim in {each["id"] for each in row["rows"]}


def test_that_somebody_is_withheld_by_name_touches_every_sentence_and_row_that_names_them(
    built: Path, tmp_path: Path, run: Run
) -> None:
    claim = noted(built)
    exported(built, tmp_path / "page.html", run)
    (posting,) = run("postings", "--person", person(built), "--case", built, "--jsonl").rows
    assert run("withhold", "--name", "D. Weltran", "--why", "asked for protection", "--case", built).code == 0
    (row,) = run("corrections", "--case", built, "--jsonl").rows
    assert (row["what"], row["to_whom"]) == ("withhold", ["The Morning"])
    touched = {each["id"]: each["says"] for each in row["rows"]}
    assert touched[claim] == "Brannia's police (suspects): “suspects Dario Veltran”"
    assert posting["id"] in touched
    assert run("withhold", "--name", "Ruta Ombel", "--why", "asked for protection", "--case", built).code == 0
    assert [one["what"] for one in run("corrections", "--case", built, "--jsonl").rows] == ["withhold"]


def test_what_left_after_a_judgement_has_it_already(built: Path, tmp_path: Path, run: Run) -> None:
    assert run("correct", person(built), "rank=counsellor", "--why", "misread", "--case", built).code == 0
    assert run("build", "--case", built).code == 0
    exported(built, tmp_path / "page.html", run)
    assert run("corrections", "--case", built, "--jsonl").rows == []
