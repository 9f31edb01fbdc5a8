"""Where do notes go that nobody else may see?

Into a file of their own, readable by its owner alone, that is only ever appended to. There is no way here to read it
back: no query, index, export or build can reach a confidential note by way of the store. Marks, digests of the
words, lie in a second file, so that a way out can tell the same words when they come by another way. Neither stands in
the case's chain, which others see: each line carries a digest over itself and all lines before it.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from legation.errors import CaseError, CaseFullError
from legation.store.lock import WriterLock
from legation.store.session import WAIT

Marking: TypeAlias = Callable[[Mapping[str, object]], frozenset[str]]
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
        with self._lock.held(WAIT):
            line = _line(note, self._path.read_bytes() if self._path.exists() else b"")
            # The marks first: one without its note hides too much, a note without its mark too little.
            if known := "".join(f"{mark}\n" for mark in marks):
                _append(self._marks, known.encode("ascii"))
            _append(self._path, line)

    def marks(self) -> frozenset[str]:
        """The digests of everything that was entered in confidence."""
        if not self._marks.exists():
            return frozenset()
        return frozenset(self._marks.read_text(encoding="ascii").split())

    def problems(self, marks_of: Marking) -> Iterator[str]:
        """What of the two files isn't what was written; tells no word of them.

        Args:
            marks_of: the digests that belong to a note.
        """
        written = self._path.read_bytes() if self._path.exists() else b""
        before, wanted = b"", frozenset[str]()
        for number, line in enumerate(written.splitlines(keepends=True), start=1):
            note = _note(line)
            if note is None or _line({k: v for k, v in note.items() if k != "digest"}, before) != line:
                yield f"line {number} of {self._path.name} is not what it was when it was written"
            else:
                wanted |= marks_of(note)
            before += line
        if wanted != self.marks():
            yield f"{self._marks.name} is not what belongs to {self._path.name}"

    def without(self, has_words: Callable[[str], bool], marks_of: Marking) -> int:
        """Take out the notes that hold words which have to go; gives how many."""
        if not self._path.exists():
            return 0
        with self._lock.held(WAIT):
            lines = self._path.read_bytes().splitlines()
            staying = [line for line in lines if not has_words(line.decode("utf-8", "replace"))]
            if len(staying) == len(lines):
                return 0
            notes = [note for line in staying if (note := _note(line)) is not None]
            whole, marks = b"", frozenset[str]()
            for note in notes:
                whole += _line({name: value for name, value in note.items() if name != "digest"}, whole)
                marks |= marks_of(note)
            for path, data in ((self._path, whole), (self._marks, "".join(f"{m}\n" for m in sorted(marks)).encode())):
                unfinished = path.with_name(f".unfinished-{path.name}")
                unfinished.unlink(missing_ok=True)
                _append(unfinished, data)
                unfinished.replace(path)
        return len(lines) - len(staying)


def _line(note: Mapping[str, object], before: bytes) -> bytes:
    """A note as its line, with the digest over it and all lines before it."""
    text = json.dumps(dict(note), ensure_ascii=False, sort_keys=True).encode(errors="replace")
    digest = hashlib.sha256(hashlib.sha256(before).digest() + text).hexdigest()
    whole = {**json.loads(text), "digest": digest}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True).encode(errors="replace") + b"\n"


def _note(line: bytes) -> dict[str, object] | None:
    try:
        note = json.loads(line)
    except ValueError:
        return None
    return note if isinstance(note, dict) else None


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
