"""How is a file written? Whole or not at all, so that nobody reads half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from legation.errors import LegationError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        LegationError: the file system doesn't take it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=".unfinished-", dir=path.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(data)
            unfinished = Path(name)
            unfinished.chmod(0o644)
            unfinished.replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise LegationError(
            f"{path} can't be written ({error.strerror or error}): choose another place with -o", item=str(path)
        ) from None
