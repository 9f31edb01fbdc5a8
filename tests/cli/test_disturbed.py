"""Killed, or with a failing disk, at any moment, a fetch loses nothing that it told of and fetches nothing twice."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from legation.archive.vault import Vault
from legation.store.case import Case
from legation.store.digest import case_digest
from tests.archive.stand_in import Kept, World, configure, stand_in
from tests.cli.conftest import make_case
from tests.cli.disturbed import Ran, Runner, runner

URL, HELD_BACK = "http://mission.example/staff", "http://www.mission.example/staff"
PART = 0.2
"""The step between the moments that the suite tries, as a part of all, unless all are asked for."""


def twelve() -> World:
    """Twelve captures, of which each takes another way."""
    body = b"<html><h1>Staff</h1><p>Velt</p></html>"

    def kept(day: int, what: bytes = b"", **more: object) -> Kept:
        return Kept(url=URL, timestamp=f"202202{day:02}100000", body=what, **more)  # type: ignore[arg-type]

    captures = [
        kept(1, body),
        kept(2, body),
        kept(3, body, revisit=True),
        kept(4, b"packed " * 90, coding="gzip"),
        kept(5, status=302, location="http://mission.example/"),
        kept(6, b"gone", status=404),
        kept(7, b"down", status=503),
        kept(8),
        kept(9, b"twice" * 50, coding="twice"),
        kept(10, status=301, location="http://mission.example/round"),
        Kept(url=HELD_BACK, timestamp="20220211100000", body=b"held back"),
        Kept(url="http://mission.example/", timestamp="20220205100000", body=b"<html>Welcome</html>"),
        Kept(url="http://mission.example/round", timestamp="20220210100000", status=302, location=URL),
    ]
    ghost = ["example,mission)/staff", "20220212100000", f"{URL}/ghost", "text/html", "200", "A" * 32, "9"]
    return World(captures=captures, raw_rows=[ghost], excluded={HELD_BACK}, limit=5)


@dataclass(frozen=True, kw_only=True)
class Scene:
    """An empty case to copy, the archive, the runner, and what an undisturbed run makes."""

    world: World
    runner: Runner
    empty: Path
    folder: Path
    digest: str
    whole: Ran
    asked: frozenset[str]

    def case(self) -> Path:
        shutil.rmtree(self.folder / "case", ignore_errors=True)
        shutil.rmtree(self.folder / "state", ignore_errors=True)
        shutil.copytree(self.empty, self.folder / "case")
        self.world.asked.clear()
        return self.folder / "case"

    def fetch(self, case: Path, **more: int) -> Ran:
        return self.runner.run("fetch", URL, "--case", case, "--jsonl", **more)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with pytest.MonkeyPatch.context() as patch, quick_disk(tmp_path_factory.mktemp("disturbed")) as folder:
        yield from _scene(folder, twelve(), patch)


@contextmanager
def quick_disk(otherwise: Path) -> Iterator[Path]:
    """A folder in memory where there is one: to a killed process it is a disk like any other."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield otherwise
        return
    with tempfile.TemporaryDirectory(dir=memory, prefix="legation-") as folder:
        yield Path(folder)


def _scene(folder: Path, world: World, patch: pytest.MonkeyPatch) -> Iterator[Scene]:
    patch.setenv("XDG_STATE_HOME", str(folder / "state"))
    patch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    with stand_in(world), runner(folder / "runs") as running:
        (folder / "made").mkdir()
        empty = make_case(folder / "made")
        configure(empty, world)
        whole_case = folder / "whole"
        shutil.copytree(empty, whole_case)
        whole = running.run("fetch", URL, "--case", whole_case, "--jsonl")
        assert whole.code in (0, 3), whole.err
        yield Scene(
            world=world,
            runner=running,
            empty=empty,
            folder=folder,
            digest=digest(whole_case),
            whole=whole,
            asked=frozenset(world.pages_asked()),
        )


def digest(case: Path) -> str:
    with Case.open(case) as opened:
        return case_digest(opened)


def settled(case: Path) -> set[tuple[str, str]]:
    """What is settled; each capture's bytes and each request's record are read and checked on the way."""
    with Case.open(case) as opened:
        vault, captures = Vault(opened.vault), {one.id: one for one in opened.kept.captures()}
        attempts = opened.errands.attempts()
        for one in attempts:
            if one.capture:
                vault.get(captures[one.capture].sha256)
            if one.retrieval and one.retrieval.record:
                vault.get(one.retrieval.record)
        assert list(opened.database.problems()) == []
    return {(one.url, one.timestamp) for one in attempts}


def told(ran: Ran) -> set[tuple[str, str]]:
    """What a run said it has settled."""
    return {(row["url"], row["requested_timestamp"]) for row in ran.rows if row["outcome"] != "archive-failing"}


def resumed(scene: Scene, case: Path, ran: Ran) -> None:
    """Nothing told of is lost, going on asks for nothing that is settled, and ends with the same case."""
    before = settled(case)
    assert told(ran) <= before
    first = scene.world.pages_asked()
    scene.world.asked.clear()
    done = scene.fetch(case)
    assert done.code in (0, 3), done.err
    after = scene.world.pages_asked()
    assert not {path for path in after if any(path == f"/web/{stamp}id_/{url}" for url, stamp in before)}
    assert len(set(first) & set(after)) <= 1  # the one whose answer was on its way
    assert len(after) == len(set(after))
    assert frozenset(first) | frozenset(after) == scene.asked
    assert digest(case) == scene.digest
    assert settled(case) >= before | told(done)


def some(scene: Scene, every: bool, offset: int) -> range:
    step = 1 if every else max(1, int(scene.whole.moments * PART))
    return range(1 + (0 if every else offset % step), scene.whole.moments + 1, step)


def test_the_scene_takes_every_way(scene: Scene) -> None:
    outcomes = {row["outcome"] for row in scene.whole.rows}
    assert outcomes == {"fetched", "archive-excluded", "not-held"}
    assert len(scene.whole.rows) >= 13
    assert any(row["same_body_as"] for row in scene.whole.rows)
    assert scene.whole.moments > 200


def killed_everywhere(scene: Scene, moments: range) -> None:
    for moment in moments:
        case = scene.case()
        ran = scene.fetch(case, kill=moment)
        assert ran.code == -9, (moment, ran.err)
        resumed(scene, case, ran)


def failing_everywhere(scene: Scene, moments: range, error: int) -> None:
    for moment in moments:
        case = scene.case()
        ran = scene.fetch(case, fail=moment, error=error)
        assert "Traceback" not in ran.err, (moment, ran.err)
        assert ran.code in (0, 1, 3), (moment, ran.err)
        resumed(scene, case, ran)


def test_killed_at_a_moment_it_goes_on_where_it_was(scene: Scene) -> None:
    killed_everywhere(scene, some(scene, False, 3))


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_fails_at_a_moment_costs_nothing_that_was_told(scene: Scene, error: int) -> None:
    failing_everywhere(scene, some(scene, False, error), error)


@pytest.mark.parametrize("size", [1, 900, 5_000, 40_000, 200_000])
def test_files_that_may_not_grow_further_cost_nothing_that_was_told(scene: Scene, size: int) -> None:
    case = scene.case()
    ran = scene.fetch(case, file_size=size)
    assert "Traceback" not in ran.err, ran.err
    assert ran.code in (0, 1, 3)
    resumed(scene, case, ran)


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_killed_at_each_moment_it_goes_on_where_it_was(scene: Scene) -> None:
    killed_everywhere(scene, some(scene, True, 0))


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_fails_at_each_moment_costs_nothing_that_was_told(scene: Scene, error: int) -> None:
    failing_everywhere(scene, some(scene, True, 0), error)


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_of_five_hundred_captures_nothing_is_lost_at_thirty_moments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captures = [
        Kept(url=URL, timestamp=f"20{10 + n // 28:02}01{1 + n % 28:02}100000", body=b"<html>%d</html>" % (n // 3))
        for n in range(500)
    ]
    with quick_disk(tmp_path) as folder:
        for scene in _scene(folder, World(captures=captures, limit=100), monkeypatch):
            moments = scene.whole.moments
            killed_everywhere(scene, range(moments // 60, moments, moments // 30))
