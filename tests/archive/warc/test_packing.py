from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from legation.archive.warc.packing import LINES_A_BLOCK, Cover, Page, Piece, write_wacz
from legation.archive.warc.reading import Record, records, verbatim
from legation.archive.warc.writing import resource, warcinfo
from legation.errors import DamagedInputError
from tests.archive.warcs import Crawled, write_warc

AT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
COVER = Cover(title="Staff pages", created=AT, software="test 1")
FIRST = Crawled(url="http://m.example/staff", date="2022-02-04T10:00:00Z", body=b"names")
SECOND = Crawled(url="http://m.example/team", date="2022-02-05T10:00:00Z", body=b"more names")


def piece(tmp_path: Path, one: Crawled) -> Piece:
    data = write_warc(tmp_path / "one.warc.gz", [one]).read_bytes()
    return Piece(data=data, page=Page(id=one.url, url=one.url, at=datetime.fromisoformat(one.date), title=one.url))


def packed(*pieces: Piece) -> zipfile.ZipFile:
    out = io.BytesIO()
    write_wacz(out, pieces, COVER)
    return zipfile.ZipFile(out)


def test_each_part_has_the_digest_that_the_package_says(tmp_path: Path) -> None:
    package = packed(Piece(data=warcinfo({"software": "test 1"}, AT)), piece(tmp_path, FIRST), piece(tmp_path, SECOND))
    described = package.read("datapackage.json")
    for part in json.loads(described)["resources"]:
        data = package.read(part["path"])
        assert part["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert part["bytes"] == len(data)
    said = json.loads(package.read("datapackage-digest.json"))
    assert said == {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
    assert {each.compress_type for each in package.infolist()} == {zipfile.ZIP_STORED}


def test_the_index_leads_to_each_record_and_the_list_to_each_page(tmp_path: Path) -> None:
    package = packed(Piece(data=warcinfo({}, AT)), piece(tmp_path, SECOND), piece(tmp_path, FIRST))
    data = package.read("archive/data.warc.gz")
    lines = gzip.decompress(package.read("indexes/index.cdx.gz")).decode().splitlines()
    assert lines == sorted(lines)
    found = []
    for each in lines:
        place = json.loads(each.split(" ", 2)[2])
        (record,) = records(io.BytesIO(data[int(place["offset"]) :][: int(place["length"])]))
        assert isinstance(record, Record)
        found.append((record.url, record.body))
    assert found == [(FIRST.url, FIRST.body), (SECOND.url, SECOND.body)]
    header, *pages = [json.loads(row) for row in package.read("pages/pages.jsonl").splitlines()]
    assert header["format"] == "json-pages-1.0"
    assert [(page["url"], page["ts"]) for page in pages] == [(SECOND.url, SECOND.date), (FIRST.url, FIRST.date)]


def test_the_blocks_of_a_long_index_are_found_by_their_first_line(tmp_path: Path) -> None:
    many = [Crawled(url=f"http://m.example/{number:05}", date=FIRST.date) for number in range(LINES_A_BLOCK + 5)]
    package = packed(Piece(data=write_warc(tmp_path / "many.warc.gz", many).read_bytes()))
    meta, *blocks = package.read("indexes/index.idx").decode().splitlines()
    assert meta.startswith("!meta 0 ")
    index = package.read("indexes/index.cdx.gz")
    sizes = []
    for block in blocks:
        place = json.loads(block.split(" ", 2)[2])
        lines = gzip.decompress(index[place["offset"] : place["offset"] + place["length"]]).decode().splitlines()
        assert lines[0].startswith(block.partition("{")[0])
        sizes.append(len(lines))
    assert sizes == [LINES_A_BLOCK, 5]


def test_the_same_pieces_give_the_same_bytes(tmp_path: Path) -> None:
    data = [
        Piece(data=warcinfo({"software": "test 1"}, AT)),
        Piece(
            data=resource(b"%PDF", uri="urn:sha256:x", media_type="application/pdf", at=AT, said={"name": "list.pdf"})
        ),
        piece(tmp_path, FIRST),
    ]
    out = [io.BytesIO(), io.BytesIO()]
    for each in out:
        write_wacz(each, data, COVER)
    assert out[0].getvalue() == out[1].getvalue()


def test_a_file_added_by_hand_claims_no_origin() -> None:
    data = resource(b"%PDF", uri="urn:sha256:x", media_type=None, at=AT, said={"name": "list\r\nWARC-Type: response"})
    first, about = [one for one in records(io.BytesIO(data)) if isinstance(one, Record)]
    assert (first.kind, first.url, first.at, first.body) == ("resource", "urn:sha256:x", AT, b"%PDF")
    assert about.body == b"name: list WARC-Type: response\r\n"


def test_a_record_is_copied_letter_for_letter_out_of_any_file(tmp_path: Path) -> None:
    plain = write_warc(tmp_path / "a.warc", [FIRST, SECOND], gzip=False).read_bytes()
    for data in (plain, gzip.compress(plain), write_warc(tmp_path / "a.warc.gz", [FIRST, SECOND]).read_bytes()):
        for one in records(io.BytesIO(data)):
            assert isinstance(one, Record)
            (copy,) = records(io.BytesIO(verbatim(io.BytesIO(data), one.offset, one.skip)))
            assert isinstance(copy, Record)
            assert (copy.url, copy.body, copy.state, copy.id) == (one.url, one.body, "whole", one.id)


@pytest.mark.parametrize("spoiled", [b"no gzip", gzip.compress(b"no record", mtime=0), None])
def test_what_is_no_whole_record_is_not_packed(tmp_path: Path, spoiled: bytes | None) -> None:
    data = spoiled or piece(tmp_path, FIRST).data[:-9]
    with pytest.raises(DamagedInputError, match="isn't whole"):
        write_wacz(io.BytesIO(), [Piece(data=data)], COVER)
