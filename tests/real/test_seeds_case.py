"""What two real articles say, through the commands: disagreements, who stands behind what, who held which post."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.world import command

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SEEDS = SHARED / "data/seeds"
pytestmark = [
    pytest.mark.real,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data isn't here"),
]

Row = dict[str, Any]

RULES = {
    "K01": "sum",
    "K02": "negated",
    "K03": "role",
    "K04": "actor",
    "K05": "strength",
    "K06": "scope",
    "K07": "spelling",
    "K08": "age",
    "K09": "reason",
    "K10": "ceiling",
    "K11": "status",
    "K12": "vague-number",
    "K13": "printed",
}
"""Group of the gold to the rule, or the kind of tally, by which it comes out."""


def gold() -> dict[str, Row]:
    found = [json.loads(line) for line in (SEEDS / "gold.jsonl").read_text("utf-8").splitlines()]
    return {row["id"]: row for row in found}


def answers(case: Path) -> list[Row]:
    """Every contradiction and tally, with the passages of its parts."""
    found = []
    for row in command("contradictions", "--case", case, "--jsonl").rows:
        found.append({"rule": row["rule"], "passages": [side["passage"] for side in row["sides"]]})
    for row in command("tally", "--case", case, "--jsonl").rows:
        rule = "ceiling" if row["kind"] == "sum" and row["expected"] is None else row["kind"]
        found.append({"rule": rule, "passages": [term["passage"] for term in row.get("terms", ())]})
    return found


@pytest.mark.parametrize("group", RULES)
def test_each_group_of_inconsistencies_comes_out_where_it_stands(seeds: Path, group: str) -> None:
    known = gold()
    text = (SEEDS / f"{known[group]['doc']}.txt").read_text("utf-8")
    # The groups of print take places of both articles, and what is printed there stands a sentence further on.
    near = 200 if RULES[group] in ("printed", "spelling") else 0
    places = [
        (at, at + len(row["anchor"]) + near)
        for id_ in known[group]["ids"]
        if (row := known[id_])["anchor"] and (at := text.find(row["anchor"])) >= 0
    ]
    places += [
        (at, at + len(known[id_]["anchor"]) + near)
        for id_ in known[group]["ids"]
        for at in [(SEEDS / "vsquare.txt").read_text("utf-8").find(known[id_]["anchor"])]
        if at >= 0
    ]
    shown = [
        passage
        for answer in answers(seeds)
        if answer["rule"] == RULES[group]
        for passage in answer["passages"]
        if any(passage["start"] < end and start < passage["end"] for start, end in places)
    ]
    assert shown


def test_what_only_looks_like_a_contradiction_is_none(seeds: Path) -> None:
    """Persons beside posts, two missions, a cut beside a level, an announcement beside what came of it."""
    rules = {answer["rule"] for answer in answers(seeds)}
    assert rules.isdisjoint({"count", "date", "headline", "listed-number", "lists-disagree"})
    (sum_,) = [row for row in command("tally", "--case", seeds, "--jsonl").rows if row.get("expected") is not None]
    assert (sum_["expected"], sum_["printed"]) == (42, 40)


def test_the_posts_allowed_stand_beside_the_persons(seeds: Path) -> None:
    (ceiling,) = [
        row
        for row in command("tally", "--case", seeds, "--jsonl").rows
        if row["kind"] == "sum" and row["expected"] is None
    ]
    assert [(step["from"], step["to"]) for step in ceiling["steps"]] == [(30, 20), (20, 10)]
    assert [one["value"] for one in ceiling["persons"]] == [7, 8]
    assert command("why", ceiling["id"], "--case", seeds).code == 0


def test_one_head_after_another_is_stated(seeds: Path) -> None:
    (one,) = command("successions", "--case", seeds, "--jsonl").rows
    assert (one["mission"], one["slot"], one["certainty"]) == ("RU/EU", "head", "stated")
    truth = gold()
    assert one["predecessor"]["label"] in truth["V45"]["subject"]
    assert one["successor"]["label"] in truth["V43"]["persons"][0]["name"]


def test_a_career_has_every_stated_post_and_marks_what_was_worked_out(seeds: Path) -> None:
    truth = gold()
    subject = truth["V42a"]["subject"]
    (career,) = command("career", subject, "--case", seeds, "--jsonl").rows
    posts = [row for row in truth.values() if row.get("type") == "posting" and row.get("subject") == subject]
    assert len(career["posts"]) >= len(posts)
    assert all(post["basis"] in ("claim", "event") for post in career["posts"])
    assert career["conflicts"], "acting or head"
    starts = {str(post["start"]["earliest"])[:4] for post in career["posts"] if post["start"]}
    assert {"2010", "2018", "2022"} <= starts
    (before,) = command("career", truth["V45"]["subject"], "--case", seeds, "--jsonl").rows
    led = next(post for post in before["posts"] if post["derived"])
    assert led["start"] == {"earliest": "2005-01-01", "latest": "2005-12-31"}


def test_one_allegation_has_its_strengths_its_confirmed_belief_and_its_silences(seeds: Path) -> None:
    subject = gold()["V38"]["subject"]
    claims = command("claims", "--case", seeds, "--jsonl").rows
    alleged = next(row for row in claims if row["type"] == "affiliation" and row["subject"] == subject)
    (one,) = command("corroboration", alleged["id"], "--case", seeds, "--jsonl").rows
    assert [wording["strength"] for wording in one["strengths"]][:3] == ["suspected", "regarded", "identified"]
    assert [answer["of"] for answer in one["confirmations"]] == ["belief"]
    assert {answer["how"] for answer in one["non_responses"]} == {"declined", "no-reply"}
    assert one["denials"] == []
    via = [origin for origin in one["origins"] if origin["via"]]
    assert len(via) == 1, "who passes a belief on is no origin of it"
