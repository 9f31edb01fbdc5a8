from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import make_case
from tests.cli.world import HEADER, Run

OTHERS = "Velmark,Ms Ilva SORENN,Counsellor,2009-04-11\nVelmark,Mr Petar GOLUM,First Secretary,2009-06-21\n"
GONE = "Velmark,Mr Zdenko MARVALIC,Third Secretary,2009-02-03\n"
BACK = "Velmark,Mr Zdenko MARVALIC,Second Secretary,2012-11-01\nVelmark,Ms Runa TASK,Counsellor,2012-01-01\n"


@pytest.fixture
def returned(tmp_path: Path, run: Run) -> Path:
    """A case with somebody of one name in two hosts' lists, three years apart."""
    case = make_case(tmp_path)
    for host, lists in (
        ("XB", {"2010-01-01": OTHERS + GONE, "2011-01-01": OTHERS}),
        ("XL", {"2013-01-01": BACK, "2014-01-01": BACK}),
    ):
        folder = tmp_path / host
        folder.mkdir()
        for day, lines in lists.items():
            (folder / f"{day}.csv").write_text(HEADER + lines, encoding="utf-8")
        assert run("add", folder, "--kind", "list", "--receiving", host, "--case", case).code == 0
    assert run("build", "--case", case).code == 0
    return case


def test_nobody_came_back_whom_nobody_judged(returned: Path, run: Run) -> None:
    ran = run("resurfaced", "--case", returned, "--jsonl")
    assert ran.rows == []
    assert "nobody was judged" in ran.err
    assert "resurfaced --candidates" in ran.err


def test_candidates_show_both_postings_and_what_speaks_for_them(returned: Path, run: Run) -> None:
    (row,) = run("resurfaced", "--candidates", "--least", "0.5", "--case", returned, "--jsonl").rows
    assert (row["from"]["mission"], row["to"]["mission"]) == ("XV/XB", "XV/XL")
    assert row["link"]["probability"] >= 0.5
    assert row["link"]["judgement"] is None
    assert "assumed" not in row


def test_a_judged_link_is_no_candidate_any_more(returned: Path, run: Run) -> None:
    (row,) = run("resurfaced", "--candidates", "--least", "0.5", "--case", returned, "--jsonl").rows
    ids = [row[side]["person"]["id"] for side in ("from", "to")]
    assert run("decide", *ids, "same", "--why", "one biography names both", "--case", returned).code == 0
    assert run("build", "--case", returned).code == 0
    (judged,) = run("resurfaced", "--case", returned, "--jsonl").rows
    assert judged["link"]["judgement"] == "same"
    assert judged["link"]["probability"] is None


def test_an_assumed_link_holds_for_one_answer_and_says_so(returned: Path, run: Run) -> None:
    name = ("--person", "marvalic")
    rows = run("persons", "marvalic", "--link", "0.5", "--case", returned, "--jsonl").rows
    assert [(row["missions"], row["assumed"]) for row in rows] == [(["XV/XB", "XV/XL"], True)]
    assert run("postings", *name, "--case", returned).code != 0
    assert len(run("persons", "marvalic", "--case", returned, "--jsonl").rows) == 2
    held = run("postings", "--person", rows[0]["id"], "--link", "0.5", "--case", returned, "--jsonl").rows
    assert {row["person"]["id"] for row in held} == {rows[0]["id"]}
    assert all(row["assumed"] for row in held)
    assert len(held) == 2


def test_why_tells_the_evidence_of_a_candidate(returned: Path, run: Run) -> None:
    (row,) = run("resurfaced", "--candidates", "--least", "0.5", "--case", returned, "--jsonl").rows
    (reason,) = run("why", row["id"], "--case", returned, "--jsonl").rows
    assert any("family" in step for step in reason["waterfall"])
    assert len(reason["passages"]) == 2


def test_a_table_of_candidates_shows_probability_and_source(returned: Path, run: Run) -> None:
    out = run("resurfaced", "--candidates", "--least", "0.5", "--case", returned).out
    assert "XV/XL" in out
    assert "2013-01-01.csv (also 2014-01-01.csv), row 2" in out
