from __future__ import annotations

from pathlib import Path

import pytest

from legation.resolution.calibration import fit
from legation.vocabulary.link_weights import shipped_weights
from tests.cli.conftest import make_case
from tests.cli.world import HEADER, Run

STEMS = [
    f"{head}{tail}"
    for head in ("Marv", "Truv", "Brenk", "Sorl", "Tavr", "Golm")
    for tail in ("alic", "onel", "usti", "erac", "imov", "oday", "antel", "ursk", "elig", "oban")
]


@pytest.fixture
def case(tmp_path: Path, run: Run) -> Path:
    """Sixty persons whom two hosts' lists print, three years apart."""
    made = make_case(tmp_path)
    lines = "".join(f"Velmark,Mr Egon {stem.upper()},Counsellor,2009-02-03\n" for stem in STEMS)
    for host, day in (("XB", "2010-01-01"), ("XL", "2013-01-01")):
        folder = tmp_path / host
        folder.mkdir()
        (folder / f"{day}.csv").write_text(HEADER + lines, encoding="utf-8")
        assert run("add", folder, "--kind", "list", "--receiving", host, "--case", made).code == 0
    assert run("build", "--case", made).code == 0
    return made


def judge(run: Run, case: Path, tmp_path: Path, same: int, different: int) -> None:
    """Judge pairs one after the other, through a file as another case would send it."""
    members: dict[str, list[str]] = {}
    for row in run("persons", "--case", case, "--jsonl").rows:
        members.setdefault(row["label"], []).append(row["id"])
    pairs = sorted(ids for ids in members.values() if len(ids) == 2)
    edges = ["positive"] * same + ["negative"] * different
    file = tmp_path / "resolver.ijson"
    file.write_text(
        "".join(
            f'["{a}", "{b}", "{edge}", null, "Ada", "2026-01-01T00:00:00"]\n'
            for (a, b), edge in zip(pairs, edges, strict=False)
        ),
        encoding="utf-8",
    )
    assert run("judgements", "import", file, "--case", case).code == 0
    assert run("build", "--case", case).code == 0


def test_few_judgements_change_nothing(case: Path, run: Run, tmp_path: Path) -> None:
    judge(run, case, tmp_path, 10, 5)
    ran = run("calibrate", "--case", case, "--jsonl")
    assert (ran.code, ran.out) == (0, "")
    assert "the weights stay" in ran.err
    assert not (case / "weights.json").exists()


def test_a_calibration_says_what_changed_counts_from_the_next_build_on_and_can_be_left_again(
    case: Path, run: Run, tmp_path: Path
) -> None:
    judge(run, case, tmp_path, 20, 36)
    waiting = run("review", "--list", "--case", case, "--jsonl").rows
    before = {row["id"]: run("why", row["id"], "--case", case, "--jsonl").rows[0]["says"] for row in waiting}
    assert before
    rows = run("calibrate", "--case", case, "--jsonl").rows
    assert {row["kind"] for row in rows} == {"weight", "reliability"}
    assert all(row["before"] != row["after"] for row in rows if row["kind"] == "weight")
    assert {row["when"] for row in rows if row["kind"] == "reliability"} == {"before", "after"}
    assert run("status", "--case", case, "--jsonl").rows[0]["up_to_date"] is False
    run("build", "--case", case)
    left = {row["id"] for row in run("review", "--list", "--case", case, "--jsonl").rows}
    after = {id_: run("why", id_, "--case", case, "--jsonl").rows[0]["says"] for id_ in left}
    assert after != before
    assert run("calibrate", "--shipped", "--case", case).code == 0
    run("build", "--case", case)
    assert {row["id"] for row in run("review", "--list", "--case", case, "--jsonl").rows} == set(before)


def test_a_build_never_fits_weights(case: Path, run: Run, tmp_path: Path) -> None:
    judge(run, case, tmp_path, 30, 26)
    assert not (case / "weights.json").exists()


def test_broken_weights_are_told_and_not_used(case: Path, run: Run) -> None:
    (case / "weights.json").write_text("{}", encoding="utf-8")
    ran = run("build", "--case", case)
    assert ran.code == 2
    assert "no weights" in ran.err
    assert fit(shipped_weights(), []).changes == ()
