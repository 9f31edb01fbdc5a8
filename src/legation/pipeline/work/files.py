"""What does the file system give? Bytes of regular files up to a size, or an error that names the file."""

from __future__ import annotations

from pathlib import Path

from legation.errors import LimitError, UnreadableInputError

MOST_BYTES = 512 * 1024 * 1024
"""The largest file that is taken in one piece."""


def bytes_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableInputError: there is no such file, or the file system doesn't give it.
        LimitError: it is larger than one piece may be.
    """
    try:
        if path.exists() and not path.is_file():
            raise UnreadableInputError(f"{path}: no regular file; name a file", item=str(path))
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise LimitError(f"{path}: {size} bytes are more than {MOST_BYTES}; split the file", item=str(path))
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableInputError(f"{path}: {reason}; check the path and its permissions", item=str(path)) from None
    except ValueError as error:
        raise UnreadableInputError(f"{str(path)!r}: {error}; check the path", item=str(path)) from None
