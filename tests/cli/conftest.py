"""A small invented case for commands, and a way to run them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.world import HEADER, STAFF, STATES, Run, command


@pytest.fixture
def run() -> Run:
    """Run a command in this process."""
    return command


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """Three editions of Brannia's list: all six, five of them, five again."""
    return write_lists(tmp_path / "lists")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """An empty case that knows the invented states."""
    return make_case(tmp_path)


@pytest.fixture(scope="session")
def first_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with three editions, built once for all tests."""
    folder = tmp_path_factory.mktemp("built")
    made = make_case(folder)
    lists = write_lists(folder / "lists")
    assert command("add", lists, "--kind", "list", "--receiving", "XB", "--case", made).code == 0
    assert command("build", "--case", made).code == 0
    return made


@pytest.fixture
def built(first_built: Path, tmp_path: Path) -> Path:
    """A copy of the built case, to be changed at will."""
    shutil.copytree(first_built, tmp_path / "case")
    return tmp_path / "case"


def make_case(folder: Path) -> Path:
    states = folder / "states.csv"
    states.write_text(STATES, encoding="utf-8")
    assert command("init", folder / "case", "--states", states).code == 0
    return folder / "case"


def write_lists(folder: Path) -> Path:
    folder.mkdir()
    (folder / "2020-03-01.csv").write_text(HEADER + "".join(STAFF), encoding="utf-8")
    (folder / "2020-04-01.csv").write_text(HEADER + "".join(STAFF[:3] + STAFF[4:]), encoding="utf-8")
    (folder / "2020-06-01.csv").write_text(HEADER + "".join(STAFF[:3] + STAFF[4:]), encoding="utf-8")
    return folder
