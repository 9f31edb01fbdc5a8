from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NoReturn

import pytest

from legation.errors import CaseLockedError
from legation.store.case import Case
from legation.store.lock import WriterLock
from tests.store.test_kept import capture

HOLDER = """
import sys
from pathlib import Path
from legation.store.lock import WriterLock
with WriterLock(Path(sys.argv[1])).held():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_told_who_writes_and_the_lock_ends_with_its_holder(tmp_path: Path) -> None:
    Case.create(tmp_path).close()
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "case.lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with Case.open(tmp_path) as case:
            assert case.kept.captures() == ()
            with pytest.raises(CaseLockedError, match=f"pid {holder.pid}") as caught, case.writing():
                pass
            assert caught.value.exit_code == 5
            holder.kill()
            holder.wait()
            with case.writing():
                assert case.kept.add_capture(capture("a.pdf"))


def test_the_lock_is_free_to_take_again_while_it_is_held(tmp_path: Path) -> None:
    lock, other = WriterLock(tmp_path / "lock"), WriterLock(tmp_path / "lock")
    with lock.held(), lock.held():
        pass
    with other.held(), pytest.raises(CaseLockedError, match=f"pid {os.getpid()}"), lock.held():
        pass
    with lock.held():
        pass


def test_a_single_write_waits_for_the_writer_before_it(tmp_path: Path) -> None:
    Case.create(tmp_path).close()
    with Case.open(tmp_path) as case:
        lock = WriterLock(tmp_path / "case.lock")
        taken = threading.Event()

        def hold() -> None:
            with lock.held():
                taken.set()
                time.sleep(0.2)

        holder = threading.Thread(target=hold)
        holder.start()
        taken.wait()
        assert case.kept.add_capture(capture("a.pdf"))
        holder.join()


def test_processes_that_add_the_same_captures_at_once_add_each_once(tmp_path: Path) -> None:
    Case.create(tmp_path).close()
    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            add_captures(tmp_path)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0, 0, 0]
    with Case.open(tmp_path) as case:
        assert sorted(one.name for one in case.kept.captures()) == sorted(f"{number}.pdf" for number in range(20))


def add_captures(folder: Path) -> NoReturn:
    try:
        with Case.open(folder) as case:
            for number in range(20):
                case.kept.add_capture(capture(f"{number}.pdf"))
        os._exit(0)
    finally:
        os._exit(1)


def test_a_reader_sees_one_state_while_another_writes(tmp_path: Path) -> None:
    with Case.create(tmp_path) as writer, Case.open(tmp_path) as reader, writer.writing():
        writer.kept.add_capture(capture("a.pdf"))
        assert len(reader.kept.captures()) == 1
        with reader.database.reading() as connection:
            before = connection.exec_driver_sql("SELECT count(*) FROM capture").scalar_one()
            writer.kept.add_capture(capture("b.pdf"))
            assert connection.exec_driver_sql("SELECT count(*) FROM capture").scalar_one() == before == 1
        assert len(reader.kept.captures()) == 2
