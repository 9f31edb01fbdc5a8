"""Do the digests that a WARC file carries fit? Labels in each form that crawlers write, held against the bytes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import string

from legation.model.holdings import DigestVerdict

_DIGESTS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "md5": hashlib.md5, "sha512": hashlib.sha512}
_SIZES = {"sha1": 20, "sha256": 32, "md5": 16, "sha512": 64}
_DIGITS = str.maketrans(f"{string.ascii_uppercase}2345670189_+-", f"{string.digits}abcdefghijklmnopqrstuv{'!' * 7}")
"""The letters of base32 as those in which Python writes numbers to the base 32; `!` for what is none."""


def digest_bytes(label: str | None) -> tuple[str, bytes] | None:
    """Algorithm and bytes of a labelled digest in base32, hexadecimal or base64; `None` for another form."""
    algorithm, _, text = (label or "").partition(":")
    algorithm = algorithm.strip().casefold().replace("-", "")
    if algorithm not in _SIZES:
        return None
    size, text = _SIZES[algorithm], text.strip()
    decode = {2 * size: _hex, _base32_length(size): _base32}.get(len(text.rstrip("=")), _base64)
    data = decode(text)
    return (algorithm, data) if data is not None and len(data) == size else None


def verdict_on(labels: tuple[str | None, str | None], block: bytes, bodies: tuple[bytes, bytes]) -> DigestVerdict:
    """Whether a record's own digests fit.

    Args:
        labels: the digest of the block and the one of the payload, as the record prints them.
        block: the record's bytes.
        bodies: the body as it stands, and joined and unpacked: crawlers differ in which they digest.
    """
    found: DigestVerdict = "unverifiable"
    wire, body = bodies
    for label, candidates in zip(labels, ((block,), (wire,) if body is wire else bodies), strict=True):
        wanted = digest_bytes(label)
        if wanted is None:
            continue
        found = "match"
        digest = _DIGESTS[wanted[0]]
        if all(digest(data, usedforsecurity=False).digest() != wanted[1] for data in candidates):
            return "mismatch"
    return found


def _hex(text: str) -> bytes | None:
    try:
        return binascii.unhexlify(text)
    except (binascii.Error, ValueError):
        return None


def _base32(text: str) -> bytes | None:
    try:
        number = int(text.rstrip("=").upper().translate(_DIGITS), 32)
    except ValueError:
        return None
    letters = len(text.rstrip("="))
    return (number >> (5 * letters % 8)).to_bytes(5 * letters // 8, "big")


def _base32_length(size: int) -> int:
    """How many letters so many bytes have in base32, without the signs that fill up."""
    return -(-8 * size // 5)


def _base64(text: str) -> bytes | None:
    try:
        return base64.urlsafe_b64decode(text.replace("+", "-").replace("/", "_") + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None
