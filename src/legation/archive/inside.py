"""Which bodies stand inside of a file that the vault holds?

A WARC file goes into the vault as it is; its bodies aren't copied out of it. An index beside the vault says under
which digest and at which place each stands: sorted, so that one is found by bisection. Adding the file again makes it
anew.
"""

from __future__ import annotations

import os
import struct
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_ROW = struct.Struct(">32sQQ")
_SUFFIX = ".places"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a body stands: in the file of that digest, in the record at that byte."""

    file: str
    offset: int
    skip: int


class Inside:
    """The places of bodies inside of files, in a folder of one index a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, file: str, places: Iterable[tuple[str, int, int]]) -> None:
        """Say where bodies stand in a file, by digest, offset and skip of the record. On disk when it returns."""
        rows = sorted({bytes.fromhex(digest): (offset, skip) for digest, offset, skip in places}.items())
        self._folder.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=".unfinished-", dir=self._folder)
        unfinished = Path(name)
        try:
            with os.fdopen(number, "wb") as out:
                out.write(b"".join(_ROW.pack(digest, *place) for digest, place in rows))
                out.flush()
                os.fsync(out.fileno())
            unfinished.replace(self._folder / f"{file}{_SUFFIX}")
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        number = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(number)
        finally:
            os.close(number)

    def find(self, digest: str) -> Iterator[Place]:
        """The places at which a body of this digest stands."""
        wanted = bytes.fromhex(digest)
        for index in sorted(self._folder.glob(f"*{_SUFFIX}")):
            found = _bisected(index, wanted)
            if found:
                yield Place(file=index.name.removesuffix(_SUFFIX), offset=found[0], skip=found[1])


def _bisected(index: Path, wanted: bytes) -> tuple[int, int] | None:
    with index.open("rb") as file:
        low, high = 0, index.stat().st_size // _ROW.size
        while low < high:
            middle = (low + high) // 2
            file.seek(middle * _ROW.size)
            digest, offset, skip = _ROW.unpack(file.read(_ROW.size))
            if digest == wanted:
                return int(offset), int(skip)
            if digest < wanted:
                low = middle + 1
            else:
                high = middle
    return None
