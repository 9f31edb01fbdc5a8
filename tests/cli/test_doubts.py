from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.world import Run

SOURCE = ("--url", "https://example.org/news", "--date", "2020-03-10")
POST = ("type=posting", "subject=Ilva Sorenn", "object=Vienna", "value=attaché", "when=2004/2007")
DESK = ("type=affiliation", "subject=Ilva Sorenn", "object=the service", "strength=suspected", "status=alleged")


@pytest.fixture
def told(built: Path, run: Run) -> Path:
    """The small case with a stated post, an allegation and two roles that don't fit."""
    notes = (
        ("claim", POST, "She was attaché in Vienna from 2004 to 2007"),
        ("claim", ("type=posting", "subject=Petar Golum", "object=XV/XB", "value=acting head"), "the acting head"),
        ("claim", ("type=posting", "subject=Petar Golum", "object=XV/XB", "value=head of mission"), "head of mission"),
        ("claim", (*DESK, "speaker=The Gazette", "stance=suspects"), "is suspected, they say"),
    )
    for kind, fields, quote in notes:
        ran = run("note", kind, *fields, *SOURCE, "--quote", quote, "--case", built)
        assert ran.code == 0, ran.err
    assert run("build", "--case", built).code == 0
    return built


def test_contradictions_show_both_sides_with_their_passages(told: Path, run: Run) -> None:
    (row,) = run("contradictions", "--case", told, "--jsonl").rows
    assert row["rule"] == "role"
    assert [side["says"] for side in row["sides"]] == ["acting head", "head of mission"]
    assert all(side["passage"]["quote"] for side in row["sides"])
    assert "acting head: “the acting head”" in run("contradictions", "--case", told).out


def test_why_tells_the_sides_of_a_contradiction(told: Path, run: Run) -> None:
    (row,) = run("contradictions", "--case", told, "--jsonl").rows
    (reason,) = run("why", row["id"], "--case", told, "--jsonl").rows
    assert reason["of"] == "contradiction"
    assert len(reason["passages"]) == 2


def test_corroboration_names_the_origin_and_gives_no_verdict(told: Path, run: Run) -> None:
    rows = run("claims", "--case", told, "--jsonl").rows
    (claim,) = (row for row in rows if row["type"] == "affiliation")
    (row,) = run("corroboration", claim["id"], "--case", told, "--jsonl").rows
    assert [origin["speaker"] for origin in row["origins"]] == ["The Gazette"]
    assert row["denials"] == []
    assert [one["strength"] for one in row["strengths"]] == ["suspected"]
    out = run("corroboration", claim["id"], "--case", told).out
    assert "The Gazette: “is suspected, they say”" in out


def test_corroboration_of_a_listing_is_refused(told: Path, run: Run) -> None:
    (row, *_) = run("postings", "--case", told, "--jsonl").rows
    assert run("corroboration", row["id"], "--case", told).code != 0


def test_a_career_joins_lists_and_claims_on_one_axis(told: Path, run: Run) -> None:
    (row,) = run("career", "sorenn", "--case", told, "--jsonl").rows
    assert [(post["basis"], post["mission"] or post["place"]) for post in row["posts"]] == [
        ("claim", "Vienna"),
        ("lists", "XV/XB"),
    ]
    out = run("career", "sorenn", "--case", told).out
    assert "attaché, Vienna" in out
    assert "Counsellor, XV/XB (listed)" in out


def test_a_career_names_its_conflicts(told: Path, run: Run) -> None:
    (row,) = run("career", "golum", "--case", told, "--jsonl").rows
    (found,) = run("contradictions", "--case", told, "--jsonl").rows
    assert row["conflicts"] == [found["id"]]


def test_a_career_of_a_name_that_nobody_knows_is_refused(told: Path, run: Run) -> None:
    ran = run("career", "Nobody Known", "--case", told)
    assert ran.code != 0
    assert "neither lists nor reports" in ran.err
