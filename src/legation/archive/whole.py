"""How is a file of the vault written? Whole or not at all, and on disk before anybody is told."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

UNFINISHED = ".unfinished-"
"""How the name of a file starts that isn't acknowledged yet; a crash may leave one."""


def write_whole(pieces: Iterable[bytes], folder: Path, place: Callable[[], Path], *, mode: int) -> None:
    """Write a file in pieces and give it its name once all of it is on disk.

    Args:
        pieces: its bytes.
        folder: where it grows; made where it isn't there.
        place: where it belongs, asked for when the last piece is written.
        mode: its permissions.

    Raises:
        OSError: the file system doesn't take it; nothing is left of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=UNFINISHED, dir=folder)
    unfinished = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(mode)
        target = place()
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def settle(folder: Path) -> None:
    """Get the names of a folder's files on disk."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
