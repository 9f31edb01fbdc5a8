"""Where does the chain end, told by something that isn't the chain?

A chain that was cut off still holds, and so does a database that was put back to an older state. A small file beside it
names the last entry; it is written after each one, so that a crash leaves it behind the chain and never ahead of it.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from legation.custody.chain import Entry, canonical

FILE = "head.json"


class Anchor:
    """The file that names the last entry of the chain."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, number: int, digest: bytes) -> None:
        """Name the last entry; where the disk takes no more, the one that was named before stays and still anchors."""
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(exist_ok=True)
            file, name = tempfile.mkstemp(prefix=".unfinished-", dir=self.path.parent)
            try:
                with os.fdopen(file, "wb") as unfinished:
                    unfinished.write(head_text(number, digest))
                    unfinished.flush()
                    os.fsync(unfinished.fileno())
                Path(name).replace(self.path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def said(self) -> bytes | OSError:
        """The bytes of the file as they are now, or why they can't be read."""
        try:
            return self.path.read_bytes()
        except OSError as error:
            return error

    def problems(self, entries: Sequence[tuple[Entry, bytes]], said: bytes | OSError | None = None) -> Iterator[str]:
        """What of the chain isn't there any more, or that the file isn't what was written.

        Args:
            entries: the chain.
            said: what `said` gave before the chain was read, where another process may write to it.
        """
        text = self.said() if said is None else said
        if isinstance(text, FileNotFoundError):
            if entries:
                yield f"{self.path.name}, which names the last entry, is gone: nothing tells whether some were cut off"
            return
        if isinstance(text, OSError):
            yield f"{self.path.name} can't be read ({text.strerror})"
            return
        head = _head(text)
        if head is None:
            yield f"{self.path.name} is not what was written: it names no entry"
            return
        number, digest = head
        if number > len(entries):
            yield f"the chain ends at entry {len(entries)}, and had {number}: the last were cut off"
        elif entries[number - 1][1] != digest:
            yield f"entry {number} is not the one that {self.path.name} names"


def head_text(number: int, digest: bytes) -> bytes:
    """The number and digest of an entry as the one text that is kept, and that an authority stamps."""
    return canonical({"digest": digest.hex(), "number": number}) + b"\n"


def _head(text: bytes) -> tuple[int, bytes] | None:
    try:
        said = json.loads(text)
        number, digest = int(said["number"]), bytes.fromhex(said["digest"])
    except (ValueError, KeyError, TypeError):
        return None
    return (number, digest) if number > 0 and text == head_text(number, digest) else None
