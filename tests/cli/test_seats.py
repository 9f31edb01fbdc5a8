from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import make_case
from tests.cli.world import HEADER, Run

OLD = "Velmark,Mr Dario VELTRAN,Ambassador,2019-02-03\nVelmark,Ms Ilva SORENN,Counsellor,2019-04-11\n"
NEW = "Velmark,Ms Runa TASK,Ambassador,2020-05-01\nVelmark,Ms Ilva SORENN,Counsellor,2019-04-11\n"


@pytest.fixture
def followed(tmp_path: Path, run: Run) -> Path:
    """A case in which one ambassador follows another."""
    case, lists = make_case(tmp_path), tmp_path / "lists"
    lists.mkdir()
    (lists / "2020-03-01.csv").write_text(HEADER + OLD, encoding="utf-8")
    (lists / "2020-06-01.csv").write_text(HEADER + NEW, encoding="utf-8")
    assert run("add", lists, "--kind", "list", "--receiving", "XB", "--case", case).code == 0
    assert run("build", "--case", case).code == 0
    return case


def test_successions_say_who_came_after_whom(followed: Path, run: Run) -> None:
    (row,) = run("successions", "--case", followed, "--jsonl").rows
    assert (row["kind"], row["mission"], row["slot"], row["certainty"]) == (
        "succession",
        "XV/XB",
        "head",
        "single-seat",
    )
    assert (row["predecessor"]["label"], row["successor"]["label"]) == ("Dario VELTRAN", "Runa TASK")
    assert row["gap_days"] == [-31, 61]


def test_a_table_of_successions_names_both_and_the_source(followed: Path, run: Run) -> None:
    out = run("successions", "--mission", "XV/XB", "--case", followed).out
    assert "Dario VELTRAN" in out
    assert "-31 to 61" in out
    assert "2020-06-01.csv" in out


def test_a_carousel_shows_the_holders_of_a_seat_in_their_order(followed: Path, run: Run) -> None:
    rows = run("carousel", "XV/XB", "--case", followed, "--jsonl").rows
    assert [(row["slot"], row["holder"]["label"]) for row in rows] == [
        ("head", "Dario VELTRAN"),
        ("head", "Runa TASK"),
    ]


def test_why_tells_the_tenures_behind_a_succession(followed: Path, run: Run) -> None:
    (row,) = run("successions", "--case", followed, "--jsonl").rows
    (reason,) = run("why", row["id"], "--case", followed, "--jsonl").rows
    assert reason["of"] == "succession"
    tenure = reason["derivation"][0]["inputs"][0]["id"]
    assert run("why", tenure, "--case", followed, "--jsonl").rows[0]["of"] == "tenure"
