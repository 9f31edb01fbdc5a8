"""The fast reader gives what the careful one gives, whatever is wrong with the file."""

from __future__ import annotations

import gzip
import io
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.archive.warc.framing import Framed, Gap, framed
from legation.archive.warc.reading import Record, records
from legation.archive.warc.swift import every
from tests.archive.warcs import Crawled, Revisited, write_warc

fastwarc = pytest.importorskip("fastwarc")

FIRST = Crawled(url="http://m.example/a", date="2022-02-04T10:00:00Z", body=b"<html>names</html>" * 9)
SECOND = Crawled(url="http://m.example/b", date="2022-02-05T10:00:00Z", body=bytes(range(256)) * 40)
AGAIN = Revisited(url=FIRST.url, date="2022-02-06T10:00:00Z", first=FIRST)
EMPTY = gzip.compress(b"", mtime=0)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    made = write_warc(tmp_path_factory.mktemp("swift") / "a.warc.gz", [FIRST, SECOND, AGAIN, FIRST])
    return made.read_bytes()


def both(data: bytes) -> tuple[list[Record | Gap], list[Record | Gap]]:
    """What either reader makes of a file."""
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        swift = list(records(file))
    careful = list(records(io.BytesIO(data)))
    return swift, careful


def taken_fast(data: bytes) -> int:
    """How many records the fast reader vouches for."""
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        return sum(isinstance(one, Framed) and one.said is not None for one in every(file))


def test_a_sound_file_is_read_fast_but_for_its_last_record(sound: bytes) -> None:
    swift, careful = both(sound)
    assert swift == careful
    assert len(swift) == 4
    assert taken_fast(sound) == 3


@settings(max_examples=150)
@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_of_a_file_with_a_flipped_byte_both_say_the_same(place: float, flip: int, sound: bytes) -> None:
    data = bytearray(sound)
    data[int(place * len(data))] ^= flip
    swift, careful = both(bytes(data))
    assert swift == careful


@settings(max_examples=80)
@given(place=st.floats(0, 1))
def test_of_a_file_that_breaks_off_both_say_the_same(place: float, sound: bytes) -> None:
    swift, careful = both(sound[: int(place * len(sound))])
    assert swift == careful


def odd(sound: bytes) -> Iterator[bytes]:
    begins = [one.offset for one in framed(io.BytesIO(sound))]
    plain = gzip.decompress(sound)
    second, third = begins[1], begins[2]
    for between in (b"rubbish", b"\0" * 20, EMPTY, gzip.compress(b"no record"), b"\x1f\x8b\x08"):
        yield sound[:second] + between + sound[second:]
        yield sound + between
        yield between + sound
    yield plain
    yield gzip.compress(plain)
    yield sound[:second] + gzip.compress(gzip.decompress(sound[second:])) + sound
    member = gzip.decompress(sound[second:third])
    for wrong in (member.replace(b"Content-Length: 1", b"Content-Length: 9", 1), member + b"more", member[:-2]):
        yield sound[:second] + gzip.compress(wrong) + sound[third:]
    yield sound[:second] + gzip.compress(member.replace(b"http://m", "http://ü".encode())) + sound[third:]
    yield sound[:second] + gzip.compress(member.replace(b"http://m", b"http://\xff")) + sound[third:]
    yield sound[:second] + gzip.compress(member.replace(b"WARC-Type", b"warc-TYPE ")) + sound[third:]
    yield b""


def test_of_odd_files_both_say_the_same(sound: bytes) -> None:
    for number, data in enumerate(odd(sound)):
        swift, careful = both(data)
        assert [_plain(one) for one in swift] == [_plain(one) for one in careful], number


def _plain(one: Record | Gap) -> Record | Gap:
    return one if isinstance(one, Gap) else replace(one)


def test_a_file_that_cannot_be_asked_by_number_is_read_carefully(sound: bytes) -> None:
    assert all(isinstance(one, Framed) and one.said is None for one in every(io.BytesIO(sound)))


def test_bodies_that_nobody_looks_into_stay_packed(tmp_path: Path) -> None:
    packed = replace(FIRST, body=gzip.compress(b"names"), headers=[("Content-Encoding", "gzip")])
    with write_warc(tmp_path / "a.warc.gz", [packed]).open("rb") as file:
        (closed,) = records(file, look=lambda kind, status, media_type: False)
        (opened,) = records(file, look=lambda kind, status, media_type: status == 200)
    assert isinstance(closed, Record)
    assert isinstance(opened, Record)
    assert (closed.body, closed.digest_verdict) == (packed.body, "unverifiable")
    assert (opened.body, opened.digest_verdict) == (b"names", "match")
