from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.world import Run


def listings(run: Run, case: Path, name: str) -> list[str]:
    posting = run("postings", "--person", name, "--case", case, "--jsonl").rows[0]
    inputs = [given["id"] for step in posting["derivation"] for given in step["inputs"]]
    return sorted({id_ for id_ in inputs if id_.startswith("listing")})


def log(run: Run, case: Path) -> list[tuple[str, str, bool]]:
    rows = run("log", "--case", case, "--jsonl").rows
    return sorted((row["id"], row["verdict"], row["undone"]) for row in rows)


def judged(run: Run, case: Path) -> list[str]:
    one, other = listings(run, case, "golum")[:2]
    run("decide", one, other, "different", "--why", "father and son", "--author", "Ada", "--case", case)
    run("reject", listings(run, case, "task")[0], "--why", "no person", "--author", "Ada", "--case", case)
    run("undo", "--case", case)
    return [one, other]


def test_judgements_go_to_another_case_whole_and_once(built: Path, run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(built, other)
    judged(run, built)
    file = tmp_path / "judgements.jsonl"
    assert run("judgements", "export", "-o", file, "--case", built).code == 0
    assert run("judgements", "import", file, "--case", other).code == 0
    assert log(run, other) == log(run, built)
    again = run("judgements", "import", file, "--case", other)
    assert (again.code, "0 new" in again.err) == (0, True)
    for case in (built, other):
        run("build", "--case", case)
    names = [run("persons", "golum", "--case", case, "--jsonl").rows for case in (built, other)]
    assert names[0] == names[1]
    assert len(names[0]) == 2


def test_pairs_go_to_a_resolver_and_come_back(built: Path, run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(built, other)
    ids = judged(run, built)
    (line,) = run("judgements", "export", "--form", "nomenklatura", "--case", built).out.splitlines()
    target, source, edge, score, author, _at = json.loads(line)
    assert (target, source, edge, score, author) == (max(ids), min(ids), "negative", None, "Ada")
    file = tmp_path / "resolver.ijson"
    file.write_text(line + "\n", encoding="utf-8")
    assert run("judgements", "import", file, "--case", other).code == 0
    (row,) = run("log", "--case", other, "--jsonl").rows
    assert (row["verdict"], row["author"]) == ("different", "Ada")
    assert all(side["quote"] for side in row["sides"])


def test_nomenklaturas_resolver_reads_our_lines_and_says_the_same(built: Path, run: Run, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    python = root / ".venv-peers" / "names" / "bin" / "python"
    if not python.exists():
        pytest.skip("nomenklatura's environment isn't there: `python -m benchmarks names` makes it")
    judged(run, built)
    one, other = listings(run, built, "golum")[0], listings(run, built, "kovil")[0]
    run("decide", one, other, "same", "--why", "one hand", "--author", "Ada", "--case", built)
    file = tmp_path / "resolver.ijson"
    assert run("judgements", "export", "--form", "nomenklatura", "-o", file, "--case", built).code == 0
    asked = [str(python), str(root / "benchmarks" / "peers" / "resolver.py"), str(file)]
    said = json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
    assert said["judgements"] == [json.loads(line)[2] for line in file.read_text(encoding="utf-8").splitlines()]
    assert sorted(zip(said["judgements"], said["together"], strict=True)) == [("negative", False), ("positive", True)]


def test_lines_that_a_resolver_gives_to_one_person_are_one_person(built: Path, run: Run, tmp_path: Path) -> None:
    one, other = listings(run, built, "golum")[0], listings(run, built, "kovil")[0]
    lines = [["NK-abc", id_, "positive", 0.9, "eva", "2024-05-06T07:08:09"] for id_ in (one, other)]
    file = tmp_path / "resolver.ijson"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert run("judgements", "import", file, "--case", built).code == 0
    (row,) = run("log", "--case", built, "--jsonl").rows
    assert {side["id"] for side in row["sides"]} == {one, other}
    assert row["at"] == "2024-05-06T07:08:09+00:00"


def test_what_names_no_line_of_the_case_is_told(built: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "resolver.ijson"
    strange = json.dumps(["listing-" + "a" * 32, "listing-" + "b" * 32, "positive", 1, "eva", "2024-05-06T07:08:09"])
    file.write_text(f"{strange}\nnonsense\n", encoding="utf-8")
    ran = run("judgements", "import", file, "--case", built)
    assert ran.code != 0
    assert len(ran.problems) == 3
    assert run("log", "--case", built, "--jsonl").rows == []
