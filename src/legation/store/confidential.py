"""Where do notes go that nobody else may see?

Into a file of their own, readable by its owner alone, that is only ever appended to. There is no way here to read it
back: no query, index, export or build can reach a confidential note by way of the store. Marks, digests of the
words, lie in a second file, so that a way out can tell the same words when they come by another way.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from legation.errors import CaseError, CaseFullError
from legation.store.lock import WriterLock
from legation.store.session import WAIT

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Confidential:
    """The confidential notes of a case; write only, but for the marks."""

    def __init__(self, path: Path, lock: WriterLock) -> None:
        self._path = path
        self._marks = path.with_suffix(".marks")
        self._lock = lock

    def append(self, note: Mapping[str, str | int | bool | None], marks: Iterable[str] = ()) -> None:
        """Add one note as one line; on disk when this returns.

        Args:
            note: the fields of the note.
            marks: digests by which its words are known again; no text.

        Raises:
            CaseFullError: the disk has no room; the file is as it was.
            CaseLockedError: another process is writing.
        """
        line = json.dumps(dict(note), ensure_ascii=False, sort_keys=True).encode(errors="replace") + b"\n"
        with self._lock.held(WAIT):
            # The marks first: one without its note hides too much, a note without its mark too little.
            if known := "".join(f"{mark}\n" for mark in marks):
                _append(self._marks, known.encode("ascii"))
            _append(self._path, line)

    def marks(self) -> frozenset[str]:
        """The digests of everything that was entered in confidence."""
        if not self._marks.exists():
            return frozenset()
        return frozenset(self._marks.read_text(encoding="ascii").split())


def _append(path: Path, line: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
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
                    f"the disk has no room for {path.name}: free some and enter the note again", item=str(path)
                ) from None
            raise CaseError(f"{path} can't be written ({error.strerror}): check the folder") from None
    finally:
        os.close(file)
