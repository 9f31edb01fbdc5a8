"""Which key does a value have?

A content key is a digest over parts, each with its length, so no two lists of parts share one by accident of where
a part ends. Keys name places, never persons.
"""

from __future__ import annotations

import hashlib

KEY_BYTES = 16
"""Bytes of a content key: 128 bits, unguessable collisions among as many listings as there will ever be."""


def content_key(*parts: str | int | None) -> str:
    """The key of these parts, 32 hexadecimal digits.

    `None` and the empty text differ, and so do `("ab", "c")` and `("a", "bc")`: a part goes in with kind and length.
    """
    return hashlib.sha256(b"".join(map(_labeled, parts))).digest()[:KEY_BYTES].hex()


def _labeled(part: str | int | None) -> bytes:
    if part is None:
        return b"n"
    if isinstance(part, int):
        return b"i%d:%b" % (len(data := b"%d" % part), data)
    return b"s%d:%b" % (len(data := part.encode()), data)


def made_id(kind: str, *parts: str | int | None) -> str:
    """An id that says what it names: `listing-` and the content key of its parts."""
    return f"{kind}-{content_key(kind, *parts)}"


def sha256_hex(data: bytes) -> str:
    """The SHA-256 of bytes in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()
