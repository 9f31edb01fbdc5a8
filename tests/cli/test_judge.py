from __future__ import annotations

from pathlib import Path

from tests.cli.world import Run


def _listing(run: Run, case: Path, name: str, at: int = 0) -> str:
    posting = run("postings", "--person", name, "--case", case, "--jsonl").rows[0]
    ids: list[str] = [
        given["id"] for step in posting["derivation"] for given in step["inputs"] if given["id"].startswith("listing")
    ]
    return sorted(set(ids))[at]


def test_a_correction_is_honored_by_the_next_build_and_taken_back_by_undo(built: Path, run: Run) -> None:
    line = _listing(run, built, "task")
    assert run("correct", line, "title=Third Secretary", "--why", "misread", "--case", built).code == 0
    run("build", "--case", built)
    titles = [row["title"] for row in run("postings", "--person", "task", "--case", built, "--jsonl").rows]
    assert titles == ["Third Secretary"]
    assert run("undo", "--case", built).code == 0
    run("build", "--case", built)
    titles = [row["title"] for row in run("postings", "--person", "task", "--case", built, "--jsonl").rows]
    assert titles == ["Attaché"]


def test_the_log_keeps_what_was_undone(built: Path, run: Run) -> None:
    run("reject", _listing(run, built, "task"), "--why", "no person", "--author", "Ada", "--case", built)
    run("undo", "--case", built)
    row = run("log", "--case", built, "--jsonl").rows[0]
    assert (row["verdict"], row["author"], row["undone"], row["why"]) == ("reject", "Ada", True, "no person")
    assert row["sides"][0]["quote"]


def test_a_rejected_line_counts_no_more(built: Path, run: Run) -> None:
    run("reject", _listing(run, built, "task"), "--why", "no person", "--case", built)
    run("build", "--case", built)
    assert run("persons", "task", "--case", built, "--jsonl").rows == []


def test_a_line_that_is_accepted_after_it_was_rejected_counts_again_and_both_stand_in_the_log(
    built: Path, run: Run
) -> None:
    line = _listing(run, built, "task")
    run("reject", line, "--why", "no person", "--case", built)
    run("accept", line, "--why", "held against the page", "--case", built)
    run("build", "--case", built)
    assert len(run("persons", "task", "--case", built, "--jsonl").rows) == 1
    logged = run("log", "--case", built, "--jsonl").rows
    assert [row["verdict"] for row in logged[-2:]] == ["reject", "accept"]
    assert logged[-1]["why"] == "held against the page"


def test_what_follows_from_others_cannot_be_accepted(built: Path, run: Run) -> None:
    posting = run("postings", "--mission", "XV/XB", "--case", built, "--jsonl").rows[0]
    assert run("accept", posting["id"], "--why", "sure", "--case", built).code != 0


def test_two_lines_of_one_mission_in_one_edition_are_two_persons(built: Path, run: Run) -> None:
    rows = run("postings", "--mission", "XV/XB", "--case", built, "--jsonl").rows
    first = [
        given["id"]
        for row in rows
        for step in row["derivation"]
        for given in step["inputs"]
        if given.get("as_of") == "2020-03-01"
    ]
    a, b = sorted(set(first))[:2]
    ran = run("decide", a, b, "same", "--why", "alike", "--case", built)
    assert ran.code == 2
    assert "two persons" in ran.err


def test_a_decision_makes_two_lines_two_persons(built: Path, run: Run) -> None:
    a, b = _listing(run, built, "golum", 0), _listing(run, built, "golum", 1)
    assert run("decide", a, b, "different", "--why", "father and son", "--case", built).code == 0
    run("build", "--case", built)
    assert len(run("persons", "golum", "--case", built, "--jsonl").rows) == 2


def test_a_judgement_needs_its_reason(built: Path, run: Run) -> None:
    assert run("reject", _listing(run, built, "task"), "--why", " ", "--case", built).code == 2


def test_what_cannot_be_corrected_is_refused(built: Path, run: Run) -> None:
    line = _listing(run, built, "task")
    assert run("correct", line, "colour=red", "--why", "x", "--case", built).code == 2
    posting = run("postings", "--person", "task", "--case", built, "--jsonl").rows[0]["id"]
    ran = run("correct", posting, "title=x", "--why", "x", "--case", built)
    assert ran.code == 2
    assert "listing-" in ran.err


def test_nothing_to_undo_is_said(built: Path, run: Run) -> None:
    assert run("undo", "--case", built).code == 2
