"""Runs commands that are killed, or whose disk fails, at a counted moment: a process that forks one child a command.

Moments are those before and after each fsync, each rename and each commit of the database; to count them they are
wrapped here, in the child, and nowhere else.
"""

from __future__ import annotations

import errno
import itertools
import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, kw_only=True)
class Ran:
    """How a command ended."""

    code: int
    """Its exit code; -9 where it was killed."""
    out: str
    err: str
    moments: int
    """How many moments it came to, where it wasn't killed."""

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines() if line.endswith("}")]


@dataclass(frozen=True, kw_only=True)
class Runner:
    """Runs commands, each in a child of a process that has everything imported."""

    process: subprocess.Popen[str]
    folder: Path

    def run(self, *words: object, kill: int = 0, fail: int = 0, error: int = errno.ENOSPC, file_size: int = 0) -> Ran:
        """Run a command; kill it at that moment, let that moment fail, or let no file grow over a size."""
        out, err, count = (self.folder / name for name in ("out", "err", "count"))
        order = {
            "words": [str(word) for word in words],
            "kill": kill,
            "fail": fail,
            "error": error,
            "file_size": file_size,
            "files": [str(out), str(err), str(count)],
        }
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        code = int(self.process.stdout.readline())
        moments = int(count.read_text() or 0) if count.exists() else 0
        return Ran(code=code, out=out.read_text("utf-8"), err=err.read_text("utf-8"), moments=moments)


@contextmanager
def runner(folder: Path) -> Iterator[Runner]:
    """A runner that keeps its outputs in a folder."""
    folder.mkdir()
    command = [sys.executable, "-m", "tests.cli.disturbed"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield Runner(process=process, folder=folder)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=60)
        assert process.stdout is not None
        process.stdout.close()


def _child(order: dict[str, Any]) -> None:
    out, err, count = order["files"]
    for number, name in ((1, out), (2, err)):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    Path(count).unlink(missing_ok=True)
    counter = itertools.count(1)
    _wrap(order, lambda: next(counter))
    sys.argv = ["legation", *order["words"]]
    code = 1
    try:
        from legation.cli import main

        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(bool(end.code))
    except BaseException:
        import traceback

        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    sys.stderr.flush()
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    Path(count).write_text(str(next(counter) - 1), encoding="ascii")
    os._exit(code)


def _wrap(order: dict[str, Any], moment: Callable[[], int]) -> None:
    from sqlalchemy.engine.default import DefaultDialect

    def pass_by(failing: Callable[[], BaseException]) -> None:
        number = moment()
        if number == order["kill"]:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == order["fail"]:
            raise failing()

    def wrapped(function: Callable[..., Any], failing: Callable[[], BaseException]) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:  # noqa: ANN401
            pass_by(failing)
            made = function(*args, **more)
            pass_by(failing)
            return made

        return call

    def disk() -> BaseException:
        return OSError(order["error"], os.strerror(order["error"]))

    def full() -> BaseException:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL if order["error"] == errno.ENOSPC else sqlite3.SQLITE_IOERR
        return error

    os.fsync = wrapped(os.fsync, disk)
    os.replace = wrapped(os.replace, disk)
    DefaultDialect.do_commit = wrapped(DefaultDialect.do_commit, full)  # type: ignore[method-assign]
    if order["file_size"]:
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["file_size"], hard))


def _serve() -> None:
    import legation.cli.fetch
    import legation.cli.work
    import legation.pipeline.collecting.archives
    import legation.pipeline.collecting.fetching  # noqa: F401

    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _child(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    _serve()
