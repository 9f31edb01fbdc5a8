from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from legation.archive.network.codings import Cap, undone
from legation.errors import DamagedInputError, LimitError


def raw_deflate(data: bytes) -> bytes:
    machine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return machine.compress(data) + machine.flush()


PACK = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("coding", PACK)
@given(data=st.binary(min_size=1, max_size=3000))
def test_what_was_packed_comes_back(coding: str, data: bytes) -> None:
    assert undone(PACK[coding](data), [coding], Cap()) == (data, (coding,))


def test_two_codings_are_undone_from_the_last_to_the_first() -> None:
    packed = gzip.compress(brotli.compress(b"names " * 50))
    assert undone(packed, ["br", "gzip"], Cap()) == (b"names " * 50, ("gzip", "br"))


def test_deflate_without_its_header_is_taken_too() -> None:
    assert undone(raw_deflate(b"names " * 50), ["deflate"], Cap())[0] == b"names " * 50


def test_all_members_of_a_gzip_are_joined() -> None:
    assert undone(gzip.compress(b"one ") + gzip.compress(b"two"), ["x-gzip"], Cap())[0] == b"one two"


def test_plain_bytes_that_a_header_calls_packed_stay() -> None:
    assert undone(b"<html>names</html>", ["gzip"], Cap()) == (b"<html>names</html>", ())
    assert undone(b"plain", ["identity", ""], Cap()) == (b"plain", ())


@pytest.mark.parametrize("coding", PACK)
def test_a_bomb_is_stopped_by_its_ratio(coding: str) -> None:
    with pytest.raises(LimitError):
        undone(PACK[coding](b"\0" * 30_000_000), [coding], Cap())


@pytest.mark.parametrize("coding", PACK)
def test_a_large_body_is_stopped_by_its_size(coding: str) -> None:
    with pytest.raises(LimitError):
        undone(PACK[coding](bytes(range(256)) * 400), [coding], Cap(size=50_000))


def test_a_bomb_inside_of_a_bomb_is_stopped() -> None:
    with pytest.raises(LimitError):
        undone(gzip.compress(gzip.compress(b"\0" * 200_000_000)), ["gzip", "gzip"], Cap())


@pytest.mark.parametrize("coding", PACK)
def test_packed_bytes_that_break_off_are_damaged(coding: str) -> None:
    packed = PACK[coding](b"".join(b"line %d\n" % number for number in range(2000)))
    with pytest.raises(DamagedInputError):
        undone(packed[: len(packed) // 2], [coding], Cap())


def test_unknown_codings_and_too_many_are_named() -> None:
    with pytest.raises(DamagedInputError, match="compress"):
        undone(b"x", ["compress"], Cap())
    with pytest.raises(LimitError, match="3 codings"):
        undone(b"x", ["gzip", "gzip", "gzip"], Cap())
