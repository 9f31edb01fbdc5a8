"""What is inside an office file, and is it safe to open?

An office file is a ZIP of XML parts. Its bytes are counted while they inflate, whatever their sizes are said to be;
names of parts are only looked up, never used as paths; a part that declares a document type, and with it entities, is
refused.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

from legation.model.documents import DocumentState

MOST_PARTS = 10_000
LARGEST_PART = 64 << 20
"""Bytes of one part, inflated."""
LARGEST = 160 << 20
"""Bytes of all parts that are read, inflated."""
RATIO = 200
"""How often a part's packed size its inflated one may be, once it is larger than `RATIO_FROM`."""
RATIO_FROM = 1 << 20
_CHUNK = 1 << 18
_DOCTYPE = b"<!DOCTYPE"
_ENTRY = b"PK\x01\x02"
_XML = (".xml", ".rels")
_FAILURES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What the standard library raises at one broken archive or another."""


class Refusal(NamedTuple):
    """Why a file isn't opened, and what to do."""

    state: DocumentState
    note: str


Parts = dict[str, bytes]


def open_parts(data: bytes, wanted: Callable[[str], bool]) -> Parts | Refusal:
    """The parts of an office file, inflated.

    Args:
        data: the file.
        wanted: which parts are inflated at all, by their names.
    """
    if data.count(_ENTRY) > 2 * MOST_PARTS:
        return _too_much(f"more than {MOST_PARTS} parts")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inflated(archive, wanted)
    except _FAILURES as error:
        note = f"the office file is cut off or damaged ({error}): get the whole file again"
        return Refusal("truncated", note)


def repacked(parts: Parts) -> bytes:
    """The parts as a ZIP of nothing else and without compression: what another reader sees is what was checked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def _inflated(archive: zipfile.ZipFile, wanted: Callable[[str], bool]) -> Parts | Refusal:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        return _too_much(f"{len(entries)} parts, more than {MOST_PARTS}")
    parts: Parts = {}
    total = 0
    for entry in entries:
        if entry.is_dir() or not wanted(entry.filename):
            continue
        if entry.flag_bits & 1:
            return Refusal("encrypted", "the office file asks for a password: save it without one and add that file")
        if entry.filename in parts:
            note = (
                f"the office file has two parts of one name ({entry.filename[:80]!r}): open it in an office program, "
            )
            return Refusal("unsupported", note + "look at it, and save it anew")
        part = _part(archive, entry, LARGEST - total)
        if isinstance(part, Refusal):
            return part
        total += len(part)
        parts[entry.filename] = part
    return parts


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes | Refusal:
    """One part, inflated as far as it may be."""
    most = min(LARGEST_PART, room)
    chunks: list[bytes] = []
    size = 0
    with archive.open(entry) as packed:
        while chunk := packed.read(_CHUNK):
            size += len(chunk)
            if size > most:
                return _too_much(f"parts of more than {most >> 20} MiB")
            if size > RATIO_FROM and size > RATIO * max(entry.compress_size, 1):
                return _too_much(f"a part packed to less than 1/{RATIO} of its size")
            chunks.append(chunk)
    part = b"".join(chunks)
    if entry.filename.lower().endswith(_XML) and _declares_type(part):
        note = "a part of the office file declares a document type, as no office program does: don't open it elsewhere "
        return Refusal("unsupported", note + "either; ask its sender for a PDF")
    return part


def _declares_type(part: bytes) -> bool:
    plain = part.replace(b"\x00", b"") if b"\x00" in part[:64] else part
    return _DOCTYPE in plain or re.search(rb"<!doctype", plain[:4096], re.IGNORECASE) is not None


def _too_much(what: str) -> Refusal:
    return Refusal("unsupported", f"the office file holds {what} and wasn't opened: print it to PDF and add that")
