"""How is a file written? Whole or not at all, so that nobody reads half of one.

What stands at the place and is no file, a pipe or a device, is written to and never replaced.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from legation.errors import LegationError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        LegationError: the file system doesn't take it.
    """
    with opened_whole(path) as file:
        file.write(data)


@contextmanager
def opened_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write in pieces; it gets its name when the block ends, and is gone where it raises.

    Raises:
        LegationError: the file system doesn't take it.
    """
    try:
        place = path.resolve()
        if place.exists() and not place.is_file():
            with place.open("wb") as stream:
                yield stream
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=".unfinished-", dir=place.parent)
        try:
            with os.fdopen(number, "w+b") as file:
                yield file
            unfinished = Path(name)
            unfinished.chmod(0o644)
            unfinished.replace(place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise LegationError(
            f"{path} can't be written ({error.strerror or error}): choose another place with -o", item=str(path)
        ) from None
