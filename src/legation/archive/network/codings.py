"""What were the bytes before a server packed them?

Codings are undone from the last to the first, and what comes out is counted while it comes: over a size, or over a
ratio once the first mebibyte is out, unpacking stops. A body that its header calls packed but that isn't stays as it
is, since archives send such headers with plain bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from legation.errors import DamagedInputError, LimitError

CODINGS_AT_MOST = 2
"""More than two codings over each other serve no reader."""
_PIECE = 64 * 1024
_SLICE = 256
_WINDOW = 8 * 1024 * 1024
"""What RFC 8878 asks every reader of zstd to hold."""
_FREE = 1024 * 1024
"""Bytes that may come out before the ratio counts: small pages of one letter pack better than any bomb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """How much may come out."""

    size: int = 64 * 1024 * 1024
    ratio: int = 200


def undone(data: bytes, codings: Sequence[str], cap: Cap, item: str = "") -> tuple[bytes, tuple[str, ...]]:
    """The bytes with their codings undone.

    Args:
        data: as they came.
        codings: as the headers name them, in the order in which they were applied.
        cap: how much may come out.
        item: what an error names.

    Returns:
        The bytes, and the codings that were really undone, outermost first.

    Raises:
        LimitError: more than the cap came out, or there are too many codings.
        DamagedInputError: packed bytes that break off or are spoiled, or an unknown coding.
    """
    wanted = [each.strip().casefold() for each in codings if each.strip()]
    wanted = [_SAME.get(each, each) for each in wanted if each != "identity"]
    if len(wanted) > CODINGS_AT_MOST:
        raise LimitError(f"{item}: {len(wanted)} codings over each other ({', '.join(wanted)})", item=item)
    done: list[str] = []
    for coding in reversed(wanted):
        if coding not in _UNPACK:
            raise DamagedInputError(
                f"{item}: its coding {coding!r} is unknown; the bytes were kept as they came", item=item
            )
        if not _looks(coding, data):
            continue
        data = _joined(_UNPACK[coding], data, cap, f"{item}: {coding}")
        done.append(coding)
    return data, tuple(done)


def _joined(unpack: Callable[[bytes], Iterator[bytes]], data: bytes, cap: Cap, item: str) -> bytes:
    out, size = [], 0
    try:
        for piece in unpack(data):
            size += len(piece)
            if size > cap.size:
                raise LimitError(f"{item} gives more than {cap.size} bytes; it was stopped there", item=item)
            if size > max(_FREE, cap.ratio * len(data)):
                raise LimitError(
                    f"{item} gives {cap.ratio} times as much as it took in; it was stopped there", item=item
                )
            out.append(piece)
    except _broken() as error:
        raise DamagedInputError(
            f"{item} breaks off or is spoiled ({error}); the bytes were kept as they came", item=item
        ) from None
    return b"".join(out)


def _gzip(data: bytes) -> Iterator[bytes]:
    """Every member of a gzip file; each must end."""
    while data:
        machine = zlib.decompressobj(zlib.MAX_WBITS | 16)
        yield from _inflated(machine, data)
        data = machine.unused_data.lstrip(b"\0")


def _deflate(data: bytes) -> Iterator[bytes]:
    """With the header that the standard asks for, or without, as some servers send it."""
    wrapped = len(data) >= 2 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
    yield from _inflated(zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS), data)


def _inflated(machine: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    while data and not machine.eof:
        yield machine.decompress(data, _PIECE)
        data = machine.unconsumed_tail
    if not machine.eof:
        rest = machine.flush(_PIECE)
        yield rest
        if not machine.eof:
            raise zlib.error("the end is missing")


def _brotli(data: bytes) -> Iterator[bytes]:
    import brotli

    machine = brotli.Decompressor()
    yield machine.process(data, output_buffer_limit=_PIECE)
    while not machine.is_finished():
        piece = machine.process(b"", output_buffer_limit=_PIECE)
        if not piece and not machine.is_finished():
            raise zlib.error("the end is missing")
        yield piece


def _zstd(data: bytes) -> Iterator[bytes]:
    """Every frame; each must end. Fed in small slices: a block of four bytes can stand for 128 KiB."""
    import zstandard

    while data:
        machine = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
        for at in range(0, len(data), _SLICE):
            yield machine.decompress(data[at : at + _SLICE])
            if machine.eof:
                data = machine.unused_data + data[at + _SLICE :]
                break
        else:
            raise zlib.error("the end is missing")


def _broken() -> tuple[type[Exception], ...]:
    import brotli
    import zstandard

    return zlib.error, brotli.error, zstandard.ZstdError


def _looks(coding: str, data: bytes) -> bool:
    """Whether bytes can be in this coding; only gzip and zstd begin with marks, brotli and deflate are believed."""
    if coding == "gzip":
        return data[:2] == b"\x1f\x8b"
    if coding == "zstd":
        return data[:4] == b"\x28\xb5\x2f\xfd"
    return bool(data)


_SAME = {"x-gzip": "gzip"}
_UNPACK: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
