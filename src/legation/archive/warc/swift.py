"""How are the records of a sound file read fast, without believing that it is sound?

A gzip member that inflates whole, with its check sum and length tested, to one record of just the length that it gives
is sound: nothing more has to be asked. Everything else, from a wrong length to a file that breaks off, is read again by
the careful reader, which names what is wrong with it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from legation.archive.warc.framing import GZIP, Framed, Gap, content_length, framed

_PIECE = 1 << 20
_SLICE = 1 << 13
"""Packed bytes that are inflated at once: most records have fewer, and what lies behind them is copied in vain."""
_MEMBER_AT_MOST = 8 << 20
"""Bytes of a member, packed or not, beyond which it is left to the careful reader, which holds one record at a time."""
_PATIENCE_AT_MOST = 1024
_MARKS = (b"WARC/1.1\r\n", b"WARC/1.0\r\n")
_WITH_TRAILER = zlib.MAX_WBITS | 16


class _Members:
    """The gzip members of a file, one after the other."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        file.seek(start)
        self._file = file
        self._data = b""
        self._here = self._size = 0
        self.offset = start
        """Byte of the file at which the next member begins."""

    @property
    def used_up(self) -> bool:
        """Whether the file ends here."""
        return self._here == len(self._data) and not self._more()

    def held(self) -> bytes | None:
        """What the next member holds; `None` where that isn't whole, sound, or of usual size."""
        if len(self._data) - self._here < _SLICE:
            self._more()
        if not self._data.startswith(GZIP, self._here):
            return None
        machine = zlib.decompressobj(_WITH_TRAILER)
        try:
            packed = self._data[self._here : self._here + _SLICE]
            text, size = machine.decompress(packed), len(packed)
            if not machine.eof:
                size = self._rest(machine, pieces := [text], size)
                text = b"".join(pieces)
        except zlib.error:
            return None
        self._size = size - len(machine.unused_data)
        return text if machine.eof else None

    def step(self) -> None:
        """Go on behind the member that was looked into."""
        self._here += self._size
        self.offset += self._size

    def _rest(self, machine: zlib._Decompress, pieces: list[bytes], taken: int) -> int:
        """Inflate what is behind the first slice; how many packed bytes were given in all."""
        held = len(pieces[0])
        while not machine.eof and taken < _MEMBER_AT_MOST and held < _MEMBER_AT_MOST:
            if len(self._data) - self._here - taken < _SLICE:
                self._more()
            packed = self._data[self._here + taken : self._here + taken + _SLICE]
            if not packed:
                break
            pieces.append(machine.decompress(packed))
            taken += len(packed)
            held += len(pieces[-1])
        return taken

    def _more(self) -> bool:
        piece = self._file.read(_PIECE)
        if piece:
            self._data, self._here = self._data[self._here :] + piece, 0
        return bool(piece)


def every(file: BinaryIO) -> Iterator[Framed | Gap]:
    """Every record of a file, in order, and the places that are none: fast where that can be, as carefully anyway."""
    file.seek(0)
    if file.read(len(GZIP)) != GZIP:
        return framed(file)
    return _every(file)


def _every(file: BinaryIO) -> Iterator[Framed | Gap]:
    last = -1
    """Where the record begins that was given last."""
    patience = 1
    while True:
        members = _Members(file, max(last, 0))
        for one in _sound(members):
            if one.offset != last:
                yield one
            last = one.offset
        if members.used_up:
            return
        given = 0
        for found in framed(file, max(last, 0)):
            if isinstance(found, Framed) and found.offset == last and not found.skip:
                continue
            yield found
            given += 1
            if given >= patience and isinstance(found, Framed) and found.damage is None and not found.skip:
                last = found.offset
                break
        else:
            return
        # a file that is packed in another way is left to the careful reader for longer and longer
        patience = min(2 * patience, _PATIENCE_AT_MOST)


def _sound(members: _Members) -> Iterator[Framed]:
    """The records from here to the first member that isn't one sound record."""
    while (text := members.held()) is not None and text.startswith(_MARKS):
        end = text.find(b"\n\r\n") + 3
        header = text[:end]
        length = content_length(header)
        if length is None or b"\n\n" in header or len(text) != end + length + 4 or not text.endswith(b"\r\n\r\n"):
            return
        offset = members.offset
        members.step()
        yield Framed(offset, 0, header, text[end:-4])
