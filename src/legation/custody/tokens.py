"""What does an answer of a time-stamping authority say (RFC 3161)? Which digest, at which moment, for which request.

Reads the few fields that are needed, and no signature: who signed, and whether that is to be trusted, a library or
`openssl ts -verify` says. Answers whose sets stand out of order, as some authorities send them, are read too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

SHA256 = bytes.fromhex("608648016503040201")
"""2.16.840.1.101.3.4.2.1, the object identifier of SHA-256."""
_TST_INFO = bytes.fromhex("2a864886f70d0109100104")
_INTEGER, _OCTETS, _OBJECT, _TIME, _SEQUENCE = 0x02, 0x04, 0x06, 0x18, 0x30
GRANTED = (0, 1)
"""Granted, and granted with changes."""


class UnreadableTokenError(ValueError):
    """Bytes that are no answer of an authority."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What an answer says."""

    imprint: bytes
    """The SHA-256 that was stamped."""
    at: datetime
    nonce: int | None


def token_of(answer: bytes) -> Token:
    """Read an answer.

    Raises:
        UnreadableTokenError: it is none, it refuses, or it is of another digest than SHA-256.
    """
    try:
        parts = list(_parts(_only(answer, _SEQUENCE)))
        status = int.from_bytes(next(body for tag, body in _parts(parts[0][1]) if tag == _INTEGER), "big")
        if status not in GRANTED or len(parts) < 2:
            raise UnreadableTokenError(f"the authority refused (status {status})")
        return _info(_signed_info(parts[1][1]))
    except UnreadableTokenError:
        raise
    except (StopIteration, IndexError, ValueError) as error:
        raise UnreadableTokenError(f"a part of the answer is missing or spoiled ({type(error).__name__})") from None


def nonce_of(request: bytes) -> int | None:
    """The nonce of a request.

    Raises:
        UnreadableTokenError: it is no request.
    """
    parts = list(_parts(_only(request, _SEQUENCE)))
    numbers = [body for tag, body in parts if tag == _INTEGER]
    return int.from_bytes(numbers[1], "big", signed=True) if len(numbers) > 1 else None


def _signed_info(content_info: bytes) -> bytes:
    """The bytes of the `TSTInfo` inside of the signed data."""
    for signed in _inside(content_info, depth=2):
        for tag, body in _parts(signed):
            parts = list(_parts(body)) if tag == _SEQUENCE else []
            if parts and parts[0] == (_OBJECT, _TST_INFO) and len(parts) > 1:
                inner = next(_parts(parts[1][1]))
                return inner[1] if inner[0] == _OCTETS else b"".join(piece for _, piece in _parts(inner[1]))
    raise UnreadableTokenError("the answer holds no stamp")


def _inside(content_info: bytes, depth: int) -> Iterator[bytes]:
    """The signed data: behind its identifier, wrapped once."""
    parts = list(_parts(content_info))
    if len(parts) < depth:
        raise UnreadableTokenError("the answer holds no signed data")
    yield next(_parts(parts[1][1]))[1]


def _info(data: bytes) -> Token:
    parts = list(_parts(_only(data, _SEQUENCE)))
    algorithm, imprint, *_ = _parts(next(body for tag, body in parts[2:3] if tag == _SEQUENCE))
    object_id = next(_parts(algorithm[1]))[1]
    if object_id != SHA256:
        raise UnreadableTokenError("it stamps another kind of digest than SHA-256")
    at = next(body for tag, body in parts if tag == _TIME).decode("ascii")
    numbers = [body for tag, body in parts[4:] if tag == _INTEGER]
    form = "%Y%m%d%H%M%S.%fZ" if "." in at else "%Y%m%d%H%M%SZ"
    return Token(
        imprint=imprint[1],
        at=datetime.strptime(at, form).replace(tzinfo=UTC),
        nonce=int.from_bytes(numbers[0], "big", signed=True) if numbers else None,
    )


def _only(data: bytes, wanted: int) -> bytes:
    tag, body = next(_parts(data), (None, b""))
    if tag != wanted:
        raise UnreadableTokenError("the bytes are no answer of an authority")
    return body


def _parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Tag and body of each element, in definite lengths."""
    at = 0
    while at < len(data):
        if len(data) - at < 2:
            raise UnreadableTokenError("the bytes break off")
        tag, size, at = data[at], data[at + 1], at + 2
        if size & 0x80:
            count = size & 0x7F
            if not 1 <= count <= 4 or len(data) - at < count:
                raise UnreadableTokenError("a length can't be")
            size, at = int.from_bytes(data[at : at + count], "big"), at + count
        if at + size > len(data):
            raise UnreadableTokenError("the bytes break off")
        yield tag, data[at : at + size]
        at += size
