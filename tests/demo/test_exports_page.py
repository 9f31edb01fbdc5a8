import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from legation.pipeline.demo import demo
from tests.cli.world import command

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"
BLOCK = re.compile(r"^```(?P<kind>console|csv|json)(?: (?P<name>\S+))?\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
OF_REGISTERS = ("## Registers and graph tools", "## Registers as sources")


def sections() -> Iterator[str]:
    """The parts of the page on entities, evidence and registers."""
    for part in re.split(r"^(?=## )", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE):
        if part.startswith(OF_REGISTERS):
            yield part


def run(line: str, ids: dict[str, str]) -> str:
    ran = command(*(ids.get(word, word) for word in shlex.split(line.removeprefix("$ legation "))))
    assert ran.code in (0, 3), (line, ran.err)
    return ran.out + ran.err


def told(text: str, ids: dict[str, str]) -> None:
    """Run each command of a block; every line below it stands somewhere in what it prints."""
    output = ""
    for line in text.splitlines():
        if line.startswith("$ "):
            output = run(line, ids)
            for pair in filter(lambda one: one.startswith('{"kind": "pair"'), output.splitlines()):
                row = json.loads(pair)
                if row["a"]["label"] == "Rzhanova, Alla":
                    ids.update(MENTION=row["a"]["id"], PERSON=row["b"]["id"])
        else:
            assert line in output, (line, output)


def holds(whole: Any, part: Any) -> bool:  # noqa: ANN401 - as JSON has it
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and holds(whole[key], value) for key, value in part.items())
    return bool(whole == part)


@pytest.mark.timeout(600)
def test_every_example_on_entities_evidence_and_registers_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    demo(tmp_path / "demo")
    ids: dict[str, str] = {}
    kinds = []
    for section in sections():
        for block in BLOCK.finditer(section):
            kinds.append(block["kind"])
            if block["kind"] == "console":
                told(block["text"], ids)
            elif block["kind"] == "csv":
                Path(block["name"]).write_text(block["text"], encoding="utf-8")
            else:
                lines = Path(block["name"]).read_text(encoding="utf-8").splitlines()
                assert any(holds(json.loads(line), json.loads(block["text"])) for line in lines), block["text"]
    assert sorted(kinds) == ["console", "console", "console", "csv", "json", "json"]
