"""Was anything of what a case keeps changed, left out or put in later?

Entries form a chain: each holds the digest of the one before it and a commitment to what was kept, salted, so that the
content can be erased and the chain still verifies. What a sound chain shows is that nothing changed since it was
written; its owner could write another one, so its head has to be told to somebody outside to show when.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ORIGIN = bytes(32)
"""What the first entry names as the digest before it."""
SALT_BYTES = 16
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One link: when something was kept, of which kind, under which id, and the commitment to its content."""

    number: int
    at: str
    """Our clock, ISO 8601; the order is that of the numbers, never of the clock."""
    kind: str
    subject: str
    commitment: bytes
    previous: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A place at which the chain doesn't hold."""

    number: int
    problem: str


def commitment(salt: bytes, content: str) -> bytes:
    """What an entry says of its content without showing it: SHA-256 over a label, the salt and the content."""
    return hashlib.sha256(b"legation commitment 1\0" + salt + content.encode("utf-8", "surrogatepass")).digest()


def digest(entry: Entry) -> bytes:
    """The digest of an entry, which the next one holds: SHA-256 over canonical JSON."""
    return hashlib.sha256(canonical(printed(entry))).digest()


def printed(entry: Entry) -> dict[str, str | int]:
    """An entry as JSON, for those who check it elsewhere: bytes in hexadecimal."""
    return {
        "number": entry.number,
        "at": entry.at,
        "kind": entry.kind,
        "subject": entry.subject,
        "commitment": entry.commitment.hex(),
        "previous": entry.previous.hex(),
    }


def canonical(value: object) -> bytes:
    """A value as the one JSON text that it has: keys in order, no white space, UTF-8 (RFC 8785 without its numbers)."""
    return _CANONICAL.encode(value).encode("utf-8", "surrogatepass")


def broken(entries: Iterable[tuple[Entry, bytes]]) -> Iterator[Broken]:
    """Where a chain doesn't hold; nothing for a sound one.

    Args:
        entries: each entry with the digest that was written down with it, in the order of their numbers.
    """
    before, number = ORIGIN, 0
    for entry, written in entries:
        number += 1
        if entry.number != number:
            yield Broken(number=number, problem=f"entry {number} is missing: {entry.number} stands in its place")
            number = entry.number
        if entry.previous != before:
            yield Broken(number=entry.number, problem=f"entry {entry.number} doesn't follow the one before it")
        if digest(entry) != written:
            yield Broken(number=entry.number, problem=f"entry {entry.number} ({entry.kind}) was changed")
        before = written
