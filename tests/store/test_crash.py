"""What a crash leaves: a process is killed at one event after another, and nothing acknowledged may be gone."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias

import pytest
from sqlalchemy import event

from legation.archive.vault import Vault
from legation.errors import CaseError
from legation.store.case import Case
from legation.store.digest import case_digest
from tests import make
from tests.store.test_derived import DERIVED, ROSTERS, swapped
from tests.store.test_kept import capture
from tests.store.test_memo import key, reading

Acknowledge: TypeAlias = Callable[[str], object]
Work: TypeAlias = Callable[[Case, Acknowledge], None]

NAMES = [f"{number}.pdf" for number in range(6)]


def ignore(_: str) -> None:
    """Acknowledge to nobody."""


def add_all(case: Case, acknowledge: Acknowledge = ignore) -> None:
    """Add every capture, its bytes first; says each when it is acknowledged."""
    vault = Vault(case.vault)
    for name in NAMES:
        vault.put(name.encode())
        case.kept.add_capture(capture(name))
        acknowledge(name)


def build_all(case: Case, acknowledge: Acknowledge = ignore) -> None:
    """Fill the memo, one commit a file, and swap in what follows."""
    for number, roster in enumerate(ROSTERS):
        if case.memo.missing([key(str(number))]):
            case.memo.save(reading(str(number), roster=roster))
            acknowledge(str(number))
    swapped(case)
    acknowledge("built")


def run_until(folder: Path, work: Work, kind: str, last: int) -> tuple[list[str], bool]:
    """What a process acknowledged, and whether it was killed at the event before it was done."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        work_until(folder, work, kind, last, theirs)
    os.close(theirs)
    with os.fdopen(ours) as said:
        acknowledged = said.read().split()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL)
    return acknowledged, status != 0


def work_until(folder: Path, work: Work, kind: str, last: int, pipe: int) -> NoReturn:
    """Work, and be killed before the event of this kind and number."""
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def counted(function: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object) -> object:
            count()
            return function(*arguments)

        return run

    try:
        case = Case.open(folder)
        if kind in ("commit", "before_cursor_execute"):
            event.listen(case.database.engine, kind, count)
        else:
            setattr(os, kind, counted(getattr(os, kind)))
        work(case, lambda what: os.write(pipe, f"{what}\n".encode()))
        os._exit(0)
    finally:
        os._exit(1)


@pytest.mark.parametrize(
    ("kind", "places"),
    [("commit", (1, 3, 6)), ("fsync", (1, 2, 4, 7, 10)), ("replace", (1, 3)), ("before_cursor_execute", (2, 5, 9))],
)
def test_a_kill_while_adding_loses_nothing_acknowledged(tmp_path: Path, kind: str, places: Sequence[int]) -> None:
    with Case.create(tmp_path / "whole") as whole:
        add_all(whole)
        expected = case_digest(whole)
    killed = 0
    for place in places:
        folder = tmp_path / f"{kind}-{place}"
        Case.create(folder).close()
        acknowledged, was_killed = run_until(folder, add_all, kind, place)
        killed += was_killed
        with Case.open(folder) as case:
            kept = [one.name for one in case.kept.captures()]
            vault = Vault(case.vault)
            assert kept[: len(acknowledged)] == acknowledged
            assert [name for name in kept if vault.get(capture(name).sha256) != name.encode()] == []
            assert list(vault.verify()) == list(case.database.problems()) == []
            add_all(case)
            vault.tidy()
            assert case_digest(case) == expected
            assert len([path for path in vault.root.rglob("*") if path.is_file()]) == len(NAMES)
    assert killed == len(places)


@pytest.mark.parametrize(("kind", "places"), [("commit", (1, 2, 3)), ("before_cursor_execute", (4, 9, 20, 27))])
def test_a_kill_while_building_leaves_the_last_build_or_the_next(
    tmp_path: Path, kind: str, places: Sequence[int]
) -> None:
    killed = 0
    for place in places:
        folder = tmp_path / f"{kind}-{place}"
        Case.create(folder).close()
        acknowledged, was_killed = run_until(folder, build_all, kind, place)
        killed += was_killed
        with Case.open(folder) as case:
            done = [number for number in range(len(ROSTERS)) if not case.memo.missing([key(str(number))])]
            assert [str(number) for number in done][: len(acknowledged)] == acknowledged
            assert case.memo.rosters([key(str(number)) for number in done]) == tuple(ROSTERS[n] for n in done)
            assert case.derived.inputs() is None
            assert case.derived.persons() == ()
            assert list(case.database.problems()) == []
            build_all(case)
            assert case.derived.load() == DERIVED
    assert killed == len(places)


def test_a_full_disk_keeps_what_was_acknowledged_and_the_next_run_goes_on(tmp_path: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    many = make.roster("2021", *[f"Name{number} FAMILY{number}" for number in range(2000)])
    with Case.create(tmp_path / "case") as case:
        case.kept.add_capture(capture("a.pdf"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, limits[1]))
        try:
            with pytest.raises(CaseError, match="room"):
                case.memo.save(reading("large", roster=many))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, before)
        assert len(case.kept.captures()) == 1
        assert case.memo.missing([key("large")]) == (key("large"),)
        case.memo.save(reading("large", roster=many))
        assert case.memo.rosters([key("large")]) == (many,)
        assert list(case.database.problems()) == []
