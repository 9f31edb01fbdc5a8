from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.archive.stand_in import Kept, World, configure, stand_in
from tests.cli.world import STATES, Ran, command

URL = "http://mission.example/staff"
SECOND = """
[second]
title = "Second"
dialect = "internet-archive"
index = "{base}/cdx/search/cdx"
timegate = "{base}/web/"
replay = "{base}/web/"
loopback = true
index_every = 0
page_every = 0
"""


def kept(day: str, *names: str) -> Kept:
    rows = "".join(f"<tr><td>{name}<td>Counsellor" for name in names)
    return Kept(url=URL, timestamp=f"{day}100000", body=f"<html><h1>Staff</h1><table>{rows}</table></html>".encode())


@pytest.fixture
def worlds() -> Iterator[tuple[World, World]]:
    """Two archives: the second holds what is years older than all of the first."""
    with (
        stand_in(World(captures=[kept("20220204", "Mr Dario VELTRAN")])) as first,
        stand_in(World(captures=[kept("20160204", "Ms Ilva SORENN")])) as second,
    ):
        yield first, second


@pytest.fixture
def case(tmp_path: Path, worlds: tuple[World, World], monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "states.csv").write_text(STATES, encoding="utf-8")
    made = tmp_path / "case"
    assert command("init", made, "--states", tmp_path / "states.csv").code == 0
    configure(made, worlds[0])
    archives = made / "archives.toml"
    archives.write_text(archives.read_text("utf-8") + SECOND.format(base=worlds[1].base), encoding="utf-8")
    both = ("--archive", "internet-archive", "--archive", "second")
    assert command("watch", "add", URL, *both, "--kind", "list", "--mission", "XV/XB", "--case", made).code == 0
    return made


def watch(case: Path) -> Ran:
    return command("watch", "run", "--case", case, "--jsonl")


def told(case: Path) -> Any:  # noqa: ANN401
    return json.loads((case / "watches.json").read_text("utf-8"))[0].get("told")


def test_what_an_archive_that_failed_at_first_holds_is_fetched_by_the_next_run(
    case: Path, worlds: tuple[World, World]
) -> None:
    worlds[1].faults.append("429:0")
    assert watch(case).code == 3
    assert told(case) is None
    again = watch(case)
    assert (again.code, [(row["kind"], row["captures"]) for row in again.rows]) == (0, [("stock", 2)])
    assert len(told(case)) == 2
    assert watch(case).rows == []


def test_each_archive_is_asked_from_its_own_last_capture_on(case: Path, worlds: tuple[World, World]) -> None:
    watch(case)
    watch(case)
    last = [[path for path, _ in world.asked if path.startswith("/cdx")][-1] for world in worlds]
    assert ["from=2021" in last[0], "from=2015" in last[1]] == [True, True]


def test_an_archive_that_is_added_later_is_asked_for_all_that_it_holds(case: Path, worlds: tuple[World, World]) -> None:
    words = ("--kind", "list", "--mission", "XV/XB", "--case", case)
    command("watch", "add", URL, "--archive", "internet-archive", *words)
    watch(case)
    command("watch", "add", URL, "--archive", "internet-archive", "--archive", "second", *words)
    assert watch(case).code == 0
    assert len(told(case)) == 2
