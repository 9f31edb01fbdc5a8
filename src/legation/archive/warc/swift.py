"""How are the records of a sound file read fast, without believing that it is sound?

The optional library `fastwarc` inflates and cuts; what it gives is believed only where the next record begins and the
gzip member before it says the length that the record must have. Everything else, from a wrong length to a file that
breaks off, is read again by the careful reader, which names what is wrong with it.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import UnsupportedOperation
from typing import TYPE_CHECKING, BinaryIO

from legation.archive.warc.framing import GZIP, RECORD_AT_MOST, Framed, Gap, framed

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_SIZE = struct.Struct("<I")
_AROUND = len("WARC/1.1\r\n") + len("\r\n") + len("\r\n\r\n")
"""Bytes of a record beside its header lines and its block: the first line, the empty one, the two behind it."""


@dataclass(slots=True)
class _Held:
    """The record that was read last: it is given when the next one has begun."""

    offset: int
    said: tuple[tuple[str, str], ...]
    block: bytes
    length: int

    def fits(self, number: int, end: int) -> bool:
        """Whether the gzip member that ends there says the length that this record has."""
        if len(self.block) != self.length or os.pread(number, 3, self.offset) != GZIP:
            return False
        lines = "".join([part for line in self.said for part in line])
        if not lines.isascii():
            return False
        whole = _AROUND + self.length + len(lines) + 4 * len(self.said)
        return _SIZE.pack(whole & 0xFFFFFFFF) == os.pread(number, 4, end - 4)

    def framed(self) -> Framed:
        """The record as the careful reader would give it, with its header lines read."""
        return Framed(offset=self.offset, skip=0, header=b"", block=self.block, said=self.said)


def every(file: BinaryIO) -> Iterator[Framed | Gap]:
    """Every record of a file, in order, and the places that are none: fast where that can be, as carefully anyway."""
    number = _number(file)
    if number is None or os.pread(number, 3, 0) != GZIP:
        return framed(file)
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        return framed(file)
    file.seek(0)
    return _every(file, number, iter(ArchiveIterator(file, parse_http=False)))


def _every(file: BinaryIO, number: int, swift: Iterator[WarcRecord]) -> Iterator[Framed | Gap]:
    held: _Held | None = None
    while True:
        try:
            following = _next(swift)
        except (OSError, ValueError, EOFError, RuntimeError):
            break
        if following is None or following.length > RECORD_AT_MOST:
            break
        if held is None:
            if following.offset != 0:
                break
        elif following.offset > held.offset and held.fits(number, following.offset):
            yield held.framed()
        elif following.offset <= held.offset:
            break
        else:
            here = file.tell()
            yield from _between(file, held.offset, following.offset)
            file.seek(here)
        held = following
    # the last record, a place where the library stopped, and all that lies behind it
    yield from framed(file, held.offset if held else 0)


def _next(swift: Iterator[WarcRecord]) -> _Held | None:
    one = next(swift, None)
    if one is None:
        return None
    block = one.reader.read() if one.content_length <= RECORD_AT_MOST else b""
    return _Held(one.stream_pos, tuple(one.headers.items()), block, one.content_length)


def _between(file: BinaryIO, start: int, end: int) -> Iterator[Framed | Gap]:
    for one in framed(file, start):
        if one.offset >= end:
            return
        yield one


def _number(file: BinaryIO) -> int | None:
    try:
        return file.fileno()
    except (AttributeError, UnsupportedOperation, OSError):
        return None
