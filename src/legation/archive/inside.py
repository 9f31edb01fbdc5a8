"""Which bodies stand inside of a file that the vault holds?

A WARC file goes into the vault as it is; its bodies aren't copied out of it. An index beside the vault says under
which digest and at which place each stands: sorted, so that one is found by bisection. Adding the file again makes it
anew.
"""

from __future__ import annotations

import struct
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.archive.whole import settle, write_whole

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
        packed = b"".join(_ROW.pack(digest, *place) for digest, place in rows)
        write_whole([packed], self._folder, lambda: self._folder / f"{file}{_SUFFIX}", mode=0o600)
        settle(self._folder)

    def remove(self, file: str) -> None:
        """Delete the index of a file."""
        (self._folder / f"{file}{_SUFFIX}").unlink(missing_ok=True)

    def files(self) -> Iterator[str]:
        """The digests of the files that have an index."""
        for index in sorted(self._folder.glob(f"*{_SUFFIX}")):
            yield index.name.removesuffix(_SUFFIX)

    def agrees(self, file: str, places: Container[tuple[str, int, int]]) -> bool:
        """Whether every row of a file's index is one of these places, in the order in which they are looked for."""
        data = (self._folder / f"{file}{_SUFFIX}").read_bytes()
        if len(data) % _ROW.size:
            return False
        rows = [(digest.hex(), offset, skip) for digest, offset, skip in _ROW.iter_unpack(data)]
        return rows == sorted(rows) and all(row in places for row in rows)

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
