from __future__ import annotations

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.archive.warc.digests import digest_bytes
from legation.archive.warc.framing import Gap, framed
from legation.archive.warc.reading import Record, dechunked, record_at, records
from tests.archive.warcs import Crawled, Revisited, write_warc

NAMES = "<html><meta charset=windows-1251>Велтран, посол</html>".encode("cp1251")
FIRST = Crawled(url="http://mission.example/staff", date="2022-02-04T10:00:00Z", body=NAMES)
SECOND = Crawled(url="http://mission.example/team", date="2022-03-04T10:00:00Z", body=b"<html>" + b"name " * 500)
AGAIN = Revisited(url=FIRST.url, date="2022-02-05T10:00:00Z", first=FIRST)


def made(tmp_path: Path, *what: Crawled | Revisited, packed: bool = True) -> bytes:
    return write_warc(tmp_path / "x.warc", what, gzip=packed).read_bytes()


def read(data: bytes) -> list[Record]:
    found = list(records(io.BytesIO(data)))
    assert not [each for each in found if isinstance(each, Gap)], found
    return [each for each in found if isinstance(each, Record)]


@pytest.mark.parametrize("packed", [True, False])
def test_a_response_has_its_address_moment_status_and_bytes(tmp_path: Path, packed: bool) -> None:
    first, again, second = read(made(tmp_path, FIRST, AGAIN, SECOND, packed=packed))
    assert (first.url, first.status, first.body, first.state) == (FIRST.url, 200, NAMES, "whole")
    assert first.at == datetime(2022, 2, 4, 10, tzinfo=UTC)
    assert (first.digest_verdict, first.media_type) == ("match", "text/html")
    assert (again.kind, again.refers_to) == ("revisit", (FIRST.url, FIRST.date))
    assert second.body == SECOND.body


@pytest.mark.parametrize("packed", [True, False])
def test_a_record_is_found_again_at_its_place(tmp_path: Path, packed: bool) -> None:
    data = made(tmp_path, FIRST, AGAIN, SECOND, packed=packed)
    for one in read(data):
        assert record_at(io.BytesIO(data), one.offset, one.skip) == one


def test_a_file_that_is_one_gzip_is_read_whole_and_its_records_are_found_again(tmp_path: Path) -> None:
    data = gzip.compress(made(tmp_path, FIRST, SECOND, packed=False))
    first, second = read(data)
    assert (first.body, second.body, second.offset) == (NAMES, SECOND.body, 0)
    assert record_at(io.BytesIO(data), second.offset, second.skip) == second


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_that_breaks_off_anywhere_says_so(tmp_path: Path, packed: bool) -> None:
    data = made(tmp_path, FIRST, SECOND, packed=packed)
    begin = read(data)[1].offset
    for cut in range(begin + 1, len(data) - 4, 7):
        found = list(records(io.BytesIO(data[:cut])))
        first, *rest = found
        assert isinstance(first, Record)
        assert first.body == NAMES
        assert rest
        assert all(isinstance(each, Gap) or each.state != "whole" for each in rest)


@settings(max_examples=150, deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_no_flipped_byte_of_a_packed_file_goes_unseen(
    place: float, flip: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("flips")
    data = bytearray(made(folder, FIRST, SECOND, AGAIN))
    whole = {(one.url, one.at, one.body) for one in read(bytes(data))}
    at = int(place * len(data))
    data[at] ^= flip
    found = list(records(io.BytesIO(bytes(data))))
    sound = {(one.url, one.at, one.body) for one in found if isinstance(one, Record) and one.state == "whole"}
    assert sound <= whole
    # bytes 4 to 9 of a member's header say when and where it was made, and carry no check
    assert len(sound) < 3 or sound == whole
    assert sound == whole or len(sound) < len(found) or len(found) < 3


def test_behind_a_spoiled_record_reading_goes_on(tmp_path: Path) -> None:
    data = bytearray(made(tmp_path, FIRST, SECOND, FIRST))
    _, second, third = read(bytes(data))
    data[second.offset + 60] ^= 0xFF
    found = list(records(io.BytesIO(bytes(data))))
    sound = [one.offset for one in found if isinstance(one, Record) and one.state == "whole"]
    assert sound == [0, third.offset]
    assert any(one.offset == second.offset for one in found)


def test_rubbish_between_plain_records_is_named(tmp_path: Path) -> None:
    data = made(tmp_path, FIRST, packed=False) + b"rubbish\r\n" + made(tmp_path, SECOND, packed=False)
    found = list(records(io.BytesIO(data)))
    assert [type(each) for each in found][-2:] == [Gap, Record]
    assert sum(isinstance(each, Record) and each.state == "whole" for each in found) >= 1


@pytest.mark.parametrize("empty", [b"", b"\r\n\r\n"])
def test_nothing_holds_nothing(empty: bytes) -> None:
    assert list(framed(io.BytesIO(empty))) == []


def test_what_is_no_warc_is_one_gap() -> None:
    assert [type(each) for each in framed(io.BytesIO(b"<html>not a warc</html>" * 300))] == [Gap]


def answer(body: bytes, *headers: tuple[str, str]) -> Crawled:
    return Crawled(url="http://m.example/", date="2022-02-04T10:00:00Z", body=body, headers=headers)


def test_codings_are_undone_and_what_came_is_kept(tmp_path: Path) -> None:
    (one,) = read(made(tmp_path, answer(brotli.compress(NAMES), ("Content-Encoding", "br"))))
    assert (one.body, one.wire, one.codings) == (NAMES, brotli.compress(NAMES), ("br",))


def test_a_coding_that_is_spoiled_leaves_the_bytes_and_says_so(tmp_path: Path) -> None:
    packed = gzip.compress(NAMES)[:-9]
    (one,) = read(made(tmp_path, answer(packed, ("Content-Encoding", "gzip"))))
    assert one.body == packed
    assert "coding" in one.notes[0]


def test_chunks_are_joined_and_bytes_that_only_claim_to_be_chunked_stay(tmp_path: Path) -> None:
    chunked = b"5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n"
    one, other = read(
        made(
            tmp_path, answer(chunked, ("Transfer-Encoding", "chunked")), answer(NAMES, ("Transfer-Encoding", "chunked"))
        )
    )
    assert one.body == b"hello world"
    assert other.body == NAMES
    assert "chunks" in other.notes[0]


@pytest.mark.parametrize("broken", [b"5\r\nhel", b"zz\r\n", b"", b"5\r\nhelloXX0\r\n\r\n"])
def test_chunks_that_do_not_fit_are_none(broken: bytes) -> None:
    assert dechunked(broken) is None


def test_a_body_shorter_than_the_server_announced_is_truncated(tmp_path: Path) -> None:
    data = made(tmp_path, FIRST, packed=False)
    announced = data.replace(
        b"Content-Length: %d\r\n\r\n<html" % len(NAMES), b"Content-Length: %d\r\n\r\n<html" % (len(NAMES) + 9)
    )
    assert announced != data
    assert read(announced)[0].state == "cut"


def test_a_digest_that_does_not_fit_is_told(tmp_path: Path) -> None:
    data = made(tmp_path, FIRST, packed=False)
    assert read(data.replace(b"10:00:00Z", b"10:00:00Z"))[0].digest_verdict == "match"
    assert read(data.replace(NAMES[-12:], b"X" * 12))[0].digest_verdict == "mismatch"


@pytest.mark.parametrize(
    "label",
    [
        "sha1:2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
        "sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "SHA-1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ",
    ],
)
def test_digests_are_known_in_each_of_their_forms(label: str) -> None:
    assert digest_bytes(label) == ("sha1", bytes.fromhex("da39a3ee5e6b4b0d3255bfef95601890afd80709"))


def test_a_digest_of_another_form_is_none() -> None:
    assert digest_bytes("sha1:zz") is None
    assert digest_bytes("crc32:aa") is None
    assert digest_bytes(None) is None
