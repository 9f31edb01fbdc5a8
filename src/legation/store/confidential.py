"""Where do notes go that nobody else may see?

Into a file of their own, readable by its owner alone, that is only ever appended to. There is no way here to read it
back: no query, index, export or build can reach a confidential note by way of the store.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping
from pathlib import Path

from legation.errors import CaseError, CaseFullError
from legation.store.lock import WriterLock
from legation.store.session import WAIT

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Confidential:
    """The confidential notes of a case; write only."""

    def __init__(self, path: Path, lock: WriterLock) -> None:
        self._path = path
        self._lock = lock

    def append(self, note: Mapping[str, str | int | bool | None]) -> None:
        """Add one note as one line; on disk when this returns.

        Raises:
            CaseFullError: the disk has no room; the file is as it was.
            CaseLockedError: another process is writing.
        """
        line = json.dumps(dict(note), ensure_ascii=False, sort_keys=True).encode(errors="replace") + b"\n"
        with self._lock.held(WAIT):
            file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                before = os.fstat(file).st_size
                try:
                    if os.write(file, line) != len(line):
                        raise OSError(_FULL[0], "no space left on device")
                    os.fsync(file)
                except OSError as error:
                    os.ftruncate(file, before)
                    if error.errno in _FULL:
                        raise CaseFullError(
                            f"the disk has no room for {self._path.name}: free some and enter the note again",
                            item=str(self._path),
                        ) from None
                    raise CaseError(f"{self._path} can't be written ({error.strerror}): check the folder") from None
            finally:
                os.close(file)
