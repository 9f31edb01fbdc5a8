"""Where does one record of a WARC file end and the next begin, and which are broken?

Records are framed by the lengths that they give; gzip members are inflated one by one with their check sums tested,
and counted. A record that breaks off or is spoiled is named with its place, and reading goes on at the next one that
can be found: the libraries for this format read over such places without a word.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

_PIECE = 1 << 18
GZIP = b"\x1f\x8b\x08"
"""How a gzip member begins."""
_BEGIN = re.compile(rb"WARC/1\.[01]\r?\n")
_LENGTH_NAME = b"\ncontent-length: "
_LENGTH = re.compile(rb"\n(?i:content-length):[ \t]*(\d{1,18})[ \t]*\r?\n")
_DIGITS = 19
"""More digits than the length of any file has: such a number is none."""
RECORD_AT_MOST = 512 * 1024 * 1024
"""Bytes of one record: what no reader takes in one piece."""
_LINE_ENDS = 8
"""Bytes that may stand behind a record in its own member: two line ends, and none more than that."""
_HEADER_AT_MOST = 1 << 20


class Framed(NamedTuple):
    """One record as it stands in the file."""

    offset: int
    """Byte of the file at which it begins, or its gzip member does."""
    skip: int
    """Bytes of the inflated member before it; none where each record has a member of its own."""
    header: bytes
    block: bytes
    damage: str | None = None
    """What is wrong with it, in words: it must never be compared with a whole one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Bytes between records that are none."""

    offset: int
    damage: str


class _Source:
    """The file's bytes, inflated where they are packed, with the place of the member that they come from."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        self._file = file
        file.seek(start)
        self.buffer = b""
        self.member = start
        self.inside = 0
        """Bytes of the present member that were handed out."""
        self._read = start
        self._raw = b""
        self._machine: zlib._Decompress | None = None
        self._packed = self._peek()[:3] == GZIP
        self.problem: str | None = None
        if self._packed:
            self._begin()

    @property
    def packed(self) -> bool:
        return self._packed

    def fill(self, size: int) -> bool:
        """Have at least so many bytes in the buffer; whether that was possible."""
        pieces = [self.buffer]
        have = len(self.buffer)
        while have < size:
            piece = self._next()
            if not piece:
                break
            pieces.append(piece)
            have += len(piece)
        self.buffer = b"".join(pieces)
        return have >= size

    def take(self, size: int) -> bytes:
        taken, self.buffer = self.buffer[:size], self.buffer[size:]
        self.inside += len(taken)
        return taken

    def skip(self, size: int) -> None:
        """Pass over so many bytes without holding them."""
        while size > 0 and self.fill(1):
            size -= len(self.take(min(size, len(self.buffer))))

    def next_member(self) -> bool:
        """Go to the next gzip member, where the present one is used up; whether there is one."""
        if not self._packed or self.buffer or self._machine is None or not self._machine.eof:
            return False
        self._raw = self._machine.unused_data
        self.member = self._read - len(self._raw)
        if not self._peek():
            return False
        self._begin()
        return True

    def _peek(self) -> bytes:
        if len(self._raw) < 3:
            more = self._file.read(_PIECE)
            self._read += len(more)
            self._raw += more
        return self._raw

    def _begin(self) -> None:
        self._machine = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self.inside = 0

    def _next(self) -> bytes:
        if not self._packed:
            piece, self._raw = self._raw or self._file.read(_PIECE), b""
            self._read = self._file.tell()
            return piece
        if self._machine is None or self._machine.eof or self.problem:
            return b""
        return self._inflate(self._machine)

    def _inflate(self, machine: zlib._Decompress) -> bytes:
        while not machine.eof:
            if not self._raw:
                self._raw = self._file.read(_PIECE)
                self._read += len(self._raw)
                if not self._raw:
                    self.problem = "its gzip member breaks off"
                    return b""
            try:
                piece = machine.decompress(self._raw, _PIECE)
            except zlib.error as error:
                self.problem = f"its gzip member is spoiled ({error})"
                return b""
            self._raw = machine.unconsumed_tail
            if piece:
                return piece
        return b""


def framed(file: BinaryIO, start: int = 0) -> Iterator[Framed | Gap]:
    """Every record of a file that can be sought in, in order, and the places that are none."""
    source: _Source | None = _Source(file, start)
    while source is not None:
        place = source.member
        for found in _records(source):
            place = found.offset
            yield found
        if source.problem is None:
            return
        following = _after(file, max(place, source.member) + 1)
        source = None if following is None else _Source(file, following)


def _records(source: _Source) -> Iterator[Framed | Gap]:
    """The records until the file ends or a member is spoiled."""
    at = source.member
    while True:
        if source.inside and not source.buffer:
            source.fill(1)
            if not source.buffer and source.problem is None and source.next_member():
                at = source.member
        _pass_line_ends(source)
        if not source.fill(1):
            if source.problem is None and source.next_member():
                continue
            if source.problem is not None:
                yield Gap(offset=source.member, damage=source.problem)
            return
        offset, skip = (source.member, source.inside) if source.packed else (at + source.inside, 0)
        header = _header(source)
        if header is None:
            yield Gap(offset=offset, damage="no record begins here")
            if not _seek_record(source):
                return
            continue
        yield _framed(source, offset, skip, header)
        if source.problem is not None:
            return


def _framed(source: _Source, offset: int, skip: int, header: bytes) -> Framed:
    length = content_length(header)
    if length is None:
        return Framed(offset=offset, skip=skip, header=header, block=b"", damage="it gives no length")
    if length > RECORD_AT_MOST:
        source.skip(length)
        said = f"it has {length} bytes; none may have more than {RECORD_AT_MOST}"
        return Framed(offset=offset, skip=skip, header=header, block=b"", damage=said)
    whole = source.fill(length)
    block = source.take(length)
    damage = None if whole else f"it ends after {len(block)} of {length} bytes"
    if whole and source.fill(1) and source.buffer[:1] not in (b"\r", b"\n") and not _BEGIN.match(source.buffer):
        damage = "it doesn't end where it says: its length is wrong, or bytes were changed"
    if source.packed and whole and damage is None and len(source.buffer) <= _LINE_ENDS:
        # the check sum stands at the member's end: read up to it before the record is called sound
        source.fill(len(source.buffer) + _LINE_ENDS)
        damage = source.problem
    return Framed(
        offset=offset, skip=skip, header=header, block=block, damage=damage or (None if whole else source.problem)
    )


def _header(source: _Source) -> bytes | None:
    """The lines up to the empty one; `None` where no record begins here."""
    size = 4096
    source.fill(12)
    if not _BEGIN.match(source.buffer):
        return None
    while True:
        full = source.fill(size)
        end = re.search(rb"\r?\n\r?\n", source.buffer)
        if end:
            return source.take(end.end())
        if not full or size > _HEADER_AT_MOST:
            return None
        size *= 4


def content_length(header: bytes) -> int | None:
    """How many bytes a record's block has, as its header says."""
    # the plain way first, for it takes a third of the time
    at = header.lower().find(_LENGTH_NAME)
    value = header[at + len(_LENGTH_NAME) : header.find(b"\r", at + 1)]
    if at >= 0 and value.isdigit() and len(value) < _DIGITS:
        return int(value)
    found = _LENGTH.search(header)
    return int(found.group(1)) if found else None


def _pass_line_ends(source: _Source) -> None:
    while source.fill(1) and source.buffer[:1] in (b"\r", b"\n"):
        source.take(1)


def _seek_record(source: _Source) -> bool:
    """Pass over bytes up to the next record; whether there is one in this member or the rest of the file."""
    while source.fill(4096) or source.buffer:
        found = _BEGIN.search(source.buffer, 1)
        if found:
            source.take(found.start())
            return True
        if not source.fill(len(source.buffer) + 1):
            source.take(len(source.buffer))
            return source.next_member()
        source.take(max(1, len(source.buffer) - 12))
    return False


def _after(file: BinaryIO, start: int) -> int | None:
    """The next place of a file at which a gzip member with a record begins."""
    file.seek(start)
    position, tail = start, b""
    while piece := file.read(_PIECE):
        data = tail + piece
        base = position - len(tail)
        at = data.find(GZIP)
        while at >= 0:
            if _is_member(file, base + at):
                return base + at
            at = data.find(GZIP, at + 1)
        position += len(piece)
        tail = data[-2:]
        file.seek(position)
    return None


def _is_member(file: BinaryIO, offset: int) -> bool:
    here = file.tell()
    file.seek(offset)
    try:
        return _BEGIN.match(zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(file.read(2048), 64)) is not None
    except zlib.error:
        return False
    finally:
        file.seek(here)
