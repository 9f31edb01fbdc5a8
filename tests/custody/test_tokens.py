from __future__ import annotations

import contextlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.custody.stranger import stamped
from legation.custody.tokens import UnreadableTokenError, nonce_of, token_of


def der(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body)
    length = bytes([size]) if size < 128 else bytes([0x82, *size.to_bytes(2, "big")])
    return bytes([tag]) + length + body


SHA256 = der(0x06, bytes.fromhex("608648016503040201"))
SHA512 = der(0x06, bytes.fromhex("608648016503040203"))
TST_INFO = der(0x06, bytes.fromhex("2a864886f70d0109100104"))
SIGNED = der(0x06, bytes.fromhex("2a864886f70d010702"))
POLICY = der(0x06, bytes([0x2A, 3, 4]))


def answer(
    *, status: int = 0, kind: bytes = SHA256, moment: bytes = b"20220404101112Z", nonce: bytes = b"\x07", split: int = 0
) -> bytes:
    imprint = der(0x30, der(0x30, kind), der(0x04, b"d" * 32))
    parts = (der(2, b"\1"), POLICY, imprint, der(2, b"\x2a"), der(0x18, moment), der(2, nonce))
    info = der(0x30, *parts)
    inside = der(0x24, der(4, info[:split]), der(4, info[split:])) if split else der(4, info)
    signed = der(0x30, der(2, b"\3"), der(0x31, der(0x30, SHA256)), der(0x30, TST_INFO, der(0xA0, inside)))
    return der(0x30, der(0x30, der(2, bytes([status]))), der(0x30, SIGNED, der(0xA0, signed)))


@pytest.mark.parametrize("split", [0, 9])
def test_an_answer_tells_digest_moment_and_nonce(split: int) -> None:
    token = token_of(answer(split=split))
    assert (token.imprint, token.nonce) == (b"d" * 32, 7)
    assert token.at == datetime(2022, 4, 4, 10, 11, 12, tzinfo=UTC)
    assert stamped(answer(split=split)) == (token.imprint.hex(), "2022-04-04T10:11:12+00:00", [b"\x07"])


def test_parts_of_a_second_are_read() -> None:
    assert token_of(answer(moment=b"20220404101112.25Z")).at.microsecond == 250_000


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x30",
        b"<html>busy</html>",
        answer()[:-1],
        answer(status=2),
        answer(kind=SHA512),
        answer(moment=b"never"),
        der(0x30),
        der(0x30, der(0x30, der(2, b"\0"))),
    ],
)
def test_what_is_no_answer_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableTokenError):
        token_of(data)


def test_a_request_tells_its_nonce_and_one_without_none() -> None:
    imprint = der(0x30, der(0x30, SHA256), der(0x04, b"d" * 32))
    assert nonce_of(der(0x30, der(2, b"\1"), imprint, der(2, b"\x01\x02"), der(1, b"\xff"))) == 0x102
    assert nonce_of(der(0x30, der(2, b"\1"), imprint)) is None


@given(st.integers(0, len(answer()) - 1), st.integers(0, 255))
def test_any_changed_byte_gives_a_token_or_is_refused(place: int, value: int) -> None:
    data = bytearray(answer())
    data[place] = value
    with contextlib.suppress(UnreadableTokenError):
        assert len(token_of(bytes(data)).imprint) < 256
