"""Everything that a command shows can be asked about: `why` knows each id that any of them prints."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from legation.pipeline.demo import demo
from tests.cli.world import command

ID = re.compile(r"\b([a-z]+)-[0-9a-f]{32}\b")
OF_ALL = (
    ("status",),
    ("missions", "embassy"),
    ("postings",),
    ("postings", "--link", "0.6"),
    ("changes",),
    ("persons",),
    ("events",),
    ("claims",),
    ("tally",),
    ("successions",),
    ("successions", "--link", "0.6"),
    ("resurfaced",),
    ("resurfaced", "--candidates"),
    ("contradictions",),
    ("captures",),
    ("log",),
)
OF_EACH = (("remaining", "events"), ("corroboration", "events"), ("corroboration", "claims"), ("career", "persons"))
EACH = 8
"""Rows of a command of which another one is asked."""
SAMPLE = 3
"""Ids of one kind of one command that are asked about."""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "case"
    demo(folder)
    return folder


def answers(case: Path, *words: str) -> str:
    ran = command(*words, "--case", case, "--jsonl")
    assert ran.code in (0, 2), (words, ran.err)  # 2: a claim that asserts nothing is no proposition
    return ran.out


def test_why_knows_every_kind_of_id_that_a_command_prints(case: Path) -> None:
    shown = {words: answers(case, *words) for words in OF_ALL}
    for name, of in OF_EACH:
        for line in shown[(of,)].splitlines()[:EACH]:
            shown[name, line] = answers(case, name, json.loads(line)["id"])
    for mission in sorted({json.loads(line)["mission"] for line in shown[("postings",)].splitlines()})[:EACH]:
        shown["carousel", mission] = answers(case, "carousel", mission)
    found: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for words, text in shown.items():
        for match in ID.finditer(text):
            found[words[0], match[1]][match[0]] = None
    assert {"listing", "posting", "tenure", "contradiction", "corroboration"} <= {kind for _, kind in found}
    asked = {id_ for ids in found.values() for id_ in list(ids)[:SAMPLE]}
    unknown = [id_ for id_ in sorted(asked) if command("why", id_, "--case", case, "--jsonl").code != 0]
    assert unknown == []
