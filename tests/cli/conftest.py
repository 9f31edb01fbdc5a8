"""A small invented case for commands, and a way to run them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from legation.cli.app import legation
from tests.cli.world import HEADER, STAFF, STATES, Ran, Run


@pytest.fixture
def run() -> Run:
    """Run a command in this process."""

    def invoke(*words: str | Path) -> Ran:
        result = CliRunner().invoke(legation, [str(word) for word in words], catch_exceptions=False)
        return Ran(result.exit_code, result.stdout, result.stderr)

    return invoke


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """Three editions of Brannia's list: all six, five of them, five again."""
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "2020-03-01.csv").write_text(HEADER + "".join(STAFF), encoding="utf-8")
    (folder / "2020-04-01.csv").write_text(HEADER + "".join(STAFF[:3] + STAFF[4:]), encoding="utf-8")
    (folder / "2020-06-01.csv").write_text(HEADER + "".join(STAFF[:3] + STAFF[4:]), encoding="utf-8")
    return folder


@pytest.fixture
def case(tmp_path: Path, run: Run) -> Path:
    """An empty case that knows the invented states."""
    states = tmp_path / "states.csv"
    states.write_text(STATES, encoding="utf-8")
    assert run("init", tmp_path / "case", "--states", states).code == 0
    return tmp_path / "case"


@pytest.fixture
def built(case: Path, lists: Path, run: Run) -> Path:
    """The case with its three editions built."""
    assert run("add", lists, "--kind", "list", "--receiving", "XB", "--case", case).code == 0
    assert run("build", "--case", case).code == 0
    return case
