from __future__ import annotations

import io
import zipfile

import pytest

from legation.reading import read
from legation.reading.parts import Refusal, open_parts, repacked


def archive(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts:
            made.writestr(name, part)
    return out.getvalue()


def every(_: str) -> bool:
    return True


def test_parts_are_found_by_name_and_others_stay_packed() -> None:
    data = archive(("a.xml", b"<a/>"), ("media/b.png", b"x"))
    assert open_parts(data, lambda name: name.endswith(".xml")) == {"a.xml": b"<a/>"}


def test_a_part_that_inflates_too_far_is_refused_before_it_fills_the_memory() -> None:
    found = open_parts(archive(("a.xml", b"<" * (20 << 20))), every)
    assert isinstance(found, Refusal)
    assert found.state == "unsupported"
    assert "1/200" in found.note


def test_sizes_that_a_file_claims_are_not_believed() -> None:
    data = bytearray(archive(("a.xml", b"<" * (20 << 20))))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + place
        data[at : at + 4] = (100).to_bytes(4, "little")
    assert isinstance(open_parts(bytes(data), every), Refusal)


def test_more_parts_than_any_office_file_has() -> None:
    found = open_parts(archive(*((f"{n}", b"") for n in range(10_001))), every)
    assert isinstance(found, Refusal)
    assert "10000" in found.note


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = archive(("a.xml", b"<a/>"), ("a.xml", b"<b/>"))
    assert isinstance(open_parts(data, every), Refusal)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("before", ["<?xml version='1.0'?>", "<!-- " + "x" * 5000 + " -->"])
def test_a_document_type_is_refused_in_any_encoding(encoding: str, before: str) -> None:
    laughs = before + '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w>&b;</w>'
    found = open_parts(archive(("word/document.xml", laughs.encode(encoding))), every)
    assert isinstance(found, Refusal)
    assert "document type" in found.note


@pytest.mark.parametrize("folder", ["word/document.xml", "xl/workbook.xml"])
def test_the_refusal_is_the_state_of_the_document(folder: str) -> None:
    document = read(archive((folder, b"<!DOCTYPE x><x/>")))
    assert document.state == "unsupported"
    assert document.notes
    assert document.coverage == 0.0


def test_names_that_lead_elsewhere_are_but_names() -> None:
    data = archive(("../../etc/passwd", b"x"), ("/abs", b"y"), ("C:\\z", b"z"))
    assert open_parts(data, every) == {"../../etc/passwd": b"x", "/abs": b"y", "C:\\z": b"z"}


def test_what_another_reader_sees_is_what_was_checked() -> None:
    parts = {"a.xml": b"<a/>", "b/c.xml": b"<c/>"}
    assert open_parts(b"junk before" + repacked(parts), every) == parts


def test_an_archive_that_is_damaged_says_so() -> None:
    data = archive(("word/document.xml", b"<w/>" * 1000))
    found = open_parts(data[:-30], every)
    assert isinstance(found, Refusal)
    assert found.state == "truncated"
