"""Who may write to a case? One process at a time; the lock file says which.

The lock belongs to the process and ends with it, however it ends. Readers need none.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from legation.errors import CaseLockedError

PAUSE = 0.02
"""Seconds between two tries for the lock."""


class WriterLock:
    """The one writer's lock of a case; taking it again in the same object is free."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._depth = 0

    @contextmanager
    def held(self, wait: float = 0.0) -> Iterator[None]:
        """Hold the lock.

        Args:
            wait: seconds to wait for another writer to end.

        Raises:
            CaseLockedError: another process still writes.
        """
        if self._depth == 0:
            self._take(wait)
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if self._depth == 0:
                self._let_go()

    def _take(self, wait: float) -> None:
        deadline = time.monotonic() + wait
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() < deadline:
                    time.sleep(PAUSE)
                    continue
                writer = os.pread(file, 32, 0).decode("ascii", "replace").strip() or "unknown"
                os.close(file)
                raise CaseLockedError(
                    f"another process (pid {writer}) is writing to {self._path.parent}: run again when it has ended",
                    item=str(self._path.parent),
                ) from None
        os.ftruncate(file, 0)
        os.pwrite(file, f"{os.getpid()}\n".encode(), 0)
        self._file = file

    def _let_go(self) -> None:
        if self._file is not None:
            os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = None
