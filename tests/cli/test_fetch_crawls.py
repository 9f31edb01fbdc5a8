"""From a crawl of the web at large: each monthly index is asked, and one record is cut out of a file by its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from legation.store.case import Case
from tests.archive.crawl import Crawls, crawled
from tests.archive.warcs import Crawled, write_warc
from tests.cli.conftest import make_case
from tests.cli.world import Run

URL = "http://mission.example/staff"
STAFF = "<html><meta charset=windows-1251><h1>Staff</h1><table><tr><td>Mr Dario VELTRAN<td>Ambassador</table>"
FIRST = Crawled(url=URL, date="2022-02-04T10:00:00Z", body=STAFF.encode("cp1251"))
LATER = Crawled(url=URL, date="2022-05-20T10:00:00Z", body=STAFF.replace("VELTRAN", "KESTREN").encode("cp1251"))
MOVED = Crawled(
    url=URL, date="2022-05-21T10:00:00Z", status="301 Moved", headers=[("Location", "http://mission.example/team")]
)
OTHER = Crawled(url="http://mission.example/other", date="2022-02-04T10:00:01Z", body=b"other")


@pytest.fixture
def crawls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Crawls]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    files = {
        "CC-MAIN-2022-21": write_warc(tmp_path / "b.warc.gz", [LATER, MOVED]).read_bytes(),
        "CC-MAIN-2022-05": write_warc(tmp_path / "a.warc.gz", [OTHER, FIRST]).read_bytes(),
        "CC-MAIN-2013-20": write_warc(tmp_path / "c.warc.gz", [OTHER]).read_bytes(),
    }
    with crawled(files) as crawls:
        yield crawls


@pytest.fixture
def case(tmp_path: Path, crawls: Crawls) -> Path:
    made = make_case(tmp_path)
    (made / "archives.toml").write_text(crawls.configuration(), encoding="utf-8")
    return made


def fetch(run: Run, case: Path, *more: str) -> list[dict[str, object]]:
    return run("fetch", URL, "--archive", "common-crawl", *more, "--case", case, "--jsonl").rows


def test_each_index_is_asked_and_each_record_fetched_by_its_place(case: Path, crawls: Crawls, run: Run) -> None:
    rows = fetch(run, case, "--kind", "list", "--mission", "XV/XB")
    assert [str(row["captured_at"])[:10] for row in rows] == ["2022-02-04", "2022-05-20", "2022-05-21"]
    assert [row["status"] for row in rows] == [200, 200, 301]
    assert {row["digest_verdict"] for row in rows} == {"match"}
    asked = [path.partition("?")[0] for path, _ in crawls.asked]
    assert asked.count("/CC-MAIN-2013-20-index") == 2  # how many pages, then the rows
    ranges = [headers["Range"] for path, headers in crawls.asked if path.startswith("/crawl-data/")]
    assert len(ranges) == 3
    assert run("build", "--case", case).code == 0
    postings = run("postings", "--mission", "XV/XB", "--case", case, "--jsonl").rows
    assert [row["editions"] for row in postings] == [["2022-02-04"], ["2022-05-20"]]
    assert fetch(run, case) == []


def test_only_indexes_that_can_cover_the_time_are_asked(case: Path, crawls: Crawls, run: Run) -> None:
    (row,) = fetch(run, case, "--from", "2022-01", "--to", "2022-02")
    assert str(row["captured_at"]).startswith("2022-02-04")
    assert not [path for path, _ in crawls.asked if "2013-20" in path or "2022-21" in path]


def test_what_the_crawler_cut_is_kept_as_cut_off(case: Path, crawls: Crawls, run: Run, tmp_path: Path) -> None:
    plain = write_warc(tmp_path / "cut.warc", [FIRST], gzip=False).read_bytes()
    cut = plain.replace(b"WARC-Type: response\r\n", b"WARC-Type: response\r\nWARC-Truncated: length\r\n")
    crawls.files = {"CC-MAIN-2022-05": cut}
    assert len(fetch(run, case)) == 1
    with Case.open(case) as opened:
        (capture,) = opened.kept.captures()
    assert capture.given.cut_off


@pytest.mark.parametrize(
    ("fault", "outcome"), [("whole", "archive-answer"), ("shifted", "archive-answer"), ("late", "not-held")]
)
def test_a_range_that_is_no_whole_record_is_never_stored(
    case: Path, crawls: Crawls, run: Run, fault: str, outcome: str
) -> None:
    crawls.fault = fault
    assert {row["outcome"] for row in fetch(run, case)} == {outcome}
    with Case.open(case) as opened:
        assert opened.kept.captures() == ()


def test_a_record_of_another_moment_or_page_is_not_taken(case: Path, crawls: Crawls, run: Run, tmp_path: Path) -> None:
    listed = dict(crawls.files)
    later = replace(FIRST, date="2022-02-04T11:00:00Z")
    swapped = write_warc(tmp_path / "d.warc.gz", [OTHER, later]).read_bytes()
    rows = {name: crawls.rows(name, URL) for name in listed}

    class Swapped(Crawls):
        def rows(self, crawl: str, url: str) -> list[dict[str, str]]:
            return rows[crawl]

    crawls.__class__ = Swapped
    crawls.files = {**listed, "CC-MAIN-2022-05": swapped}
    outcomes = {str(row["requested_timestamp"]): row["outcome"] for row in fetch(run, case)}
    assert outcomes["20220204100000"] in ("other-capture", "archive-answer")
    assert outcomes["20220520100000"] == "fetched"
