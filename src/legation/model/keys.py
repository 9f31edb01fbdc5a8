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
    return hashlib.sha256("".join(map(_labeled, parts)).encode()).hexdigest()[: 2 * KEY_BYTES]


def _labeled(part: str | int | None) -> str:
    if part is None:
        return "n"
    if isinstance(part, int):
        digits = f"{part:d}"
        return f"i{len(digits)}:{digits}"
    return f"s{len(part) if part.isascii() else len(part.encode())}:{part}"


def made_id(kind: str, *parts: str | int | None) -> str:
    """An id that says what it names: `listing-` and the content key of its parts."""
    return f"{kind}-{content_key(kind, *parts)}"


def sha256_hex(data: bytes) -> str:
    """The SHA-256 of bytes in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()
