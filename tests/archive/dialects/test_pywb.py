from __future__ import annotations

import json

import pytest

from legation.archive.dialects.pywb import read_collections, read_page, read_pages
from legation.errors import ArchiveAnswerError

ROW = {
    "urlkey": "example,m)/",
    "timestamp": "20220204100000",
    "url": "http://m.example/",
    "mime": "text/html",
    "status": "200",
}


def line(**more: str) -> str:
    return json.dumps({**ROW, **more})


def test_names_of_pywb_are_understood() -> None:
    (one,) = read_page("peer", line(digest="sha1:ABC", length="12")).holdings
    assert (one.url, one.status, one.media_type, one.digest, one.length) == (
        "http://m.example/",
        200,
        "text/html",
        "ABC",
        12,
    )


def test_lines_of_cdxj_are_understood() -> None:
    rest = json.dumps({name: value for name, value in ROW.items() if name not in ("urlkey", "timestamp")})
    assert read_page("peer", f"example,m)/ 20220204100000 {rest}").holdings == read_page("peer", line()).holdings


def test_a_revisit_without_status_is_a_revisit() -> None:
    (one,) = read_page(
        "peer", '{"timestamp": "20220204100000", "url": "http://m.example/", "mime": "warc/revisit"}'
    ).holdings
    assert (one.revisit, one.status) == (True, None)


def test_what_was_found_by_likeness_alone_is_dropped() -> None:
    assert read_page("peer", line(is_fuzzy="true")).holdings == ()


def test_an_upstream_that_says_it_twice_says_it_once() -> None:
    assert len(read_page("peer", line(source="a") + "\n" + line(source="b")).holdings) == 1


def test_a_place_in_a_file_is_kept() -> None:
    (one,) = read_page("cc", line(filename="crawl/x.warc.gz", offset="10", length="99")).holdings
    assert one.segment is not None
    assert (one.segment.file, one.segment.offset, one.segment.length) == ("crawl/x.warc.gz", 10, 99)


@pytest.mark.parametrize("broken", ['{"url": "http://m.ex', "<html>", '{"message": "no such collection"}'])
def test_an_answer_that_is_none_says_so(broken: str) -> None:
    with pytest.raises(ArchiveAnswerError):
        read_page("peer", broken)


@pytest.mark.parametrize(
    ("said", "pages"), [('{"pages": 38, "pageSize": 1}', 38), ("3", 3), ("", 1), ("<html>", 1), ('{"pages": 0}', 1)]
)
def test_the_number_of_pages_in_each_form(said: str, pages: int) -> None:
    assert read_pages(said) == pages


def test_monthly_indexes_are_listed() -> None:
    assert read_collections("cc", '[{"id": "CC-2024-10", "cdx-api": "http://i.example/CC-2024-10-index"}]') == (
        ("CC-2024-10", "http://i.example/CC-2024-10-index"),
    )
    with pytest.raises(ArchiveAnswerError):
        read_collections("cc", "<html>")
