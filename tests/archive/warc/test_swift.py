"""The fast reader gives what the careful one gives, whatever is wrong with the file."""

from __future__ import annotations

import gzip
import io
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.archive.network.codings import Cap
from legation.archive.warc import swift as swift_reader
from legation.archive.warc.framing import Framed, Gap, framed
from legation.archive.warc.reading import Passed, Record, looked_into, record_of, records
from legation.archive.warc.swift import every
from tests.archive.warcs import Crawled, Revisited, write_warc

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
    found = (one if isinstance(one, Gap) else record_of(one, Cap()) for one in framed(io.BytesIO(data)))
    return list(records(io.BytesIO(data))), list(found)


def given_up(data: bytes) -> list[int]:
    """From which bytes on the fast reader leaves a file to the careful one."""
    asked: list[int] = []

    def noted(file: BinaryIO, start: int = 0) -> Iterator[Framed | Gap]:
        asked.append(start)
        return framed(file, start)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(swift_reader, "framed", noted)
        assert len(list(every(io.BytesIO(data)))) > 0
    return asked


def test_a_sound_file_is_never_left_to_the_careful_reader(sound: bytes) -> None:
    swift, careful = both(sound)
    assert swift == careful
    assert len(swift) == 4
    assert given_up(sound) == []


def test_behind_a_spoiled_record_reading_is_fast_again(sound: bytes) -> None:
    many = sound + sound
    begins = [one.offset for one in framed(io.BytesIO(many))]
    data = bytearray(many)
    data[begins[2] - 6] ^= 1
    swift, careful = both(bytes(data))
    assert swift == careful
    assert given_up(bytes(data)) == [begins[0]]


def test_a_member_that_holds_no_record_is_named_at_the_end_too(sound: bytes) -> None:
    swift, careful = both(sound + gzip.compress(b"no record"))
    assert swift == careful
    assert isinstance(swift[-1], Gap)


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


def test_a_record_larger_than_a_slice_and_a_piece_is_one_record(tmp_path: Path) -> None:
    large = replace(FIRST, body=random.Random(7).randbytes(3_000_000))
    data = write_warc(tmp_path / "large.warc.gz", [large, FIRST, large]).read_bytes()
    swift, careful = both(data)
    assert swift == careful
    assert given_up(data) == []


def test_a_length_of_thousands_of_digits_is_none(sound: bytes) -> None:
    plain = gzip.decompress(sound)
    endless = plain.replace(b"Content-Length: ", b"Content-Length: " + b"9" * 5000, 1)
    for data in (endless, gzip.compress(endless)):
        swift, careful = both(data)
        assert swift == careful
        assert isinstance(swift[0], Record)
        assert swift[0].state == "damaged"


def test_bodies_that_nobody_looks_into_stay_packed(tmp_path: Path) -> None:
    packed = replace(FIRST, body=gzip.compress(b"names"), headers=[("Content-Encoding", "gzip")])
    with write_warc(tmp_path / "a.warc.gz", [packed]).open("rb") as file:
        (closed,) = looked_into(file, lambda kind, status, media_type: False)
    with write_warc(tmp_path / "b.warc.gz", [replace(packed, headers=[*packed.headers, *FIRST.headers])]).open(
        "rb"
    ) as file:
        (passed,) = looked_into(file, lambda kind, status, media_type: False)
        (opened,) = looked_into(file, lambda kind, status, media_type: (status, media_type) == (200, "text/html"))
    assert isinstance(closed, Record), "of what it is nothing is said"
    assert passed == Passed(0, "response", "text/html")
    assert isinstance(opened, Record)
    assert (opened.body, opened.digest_verdict) == (b"names", "match")
