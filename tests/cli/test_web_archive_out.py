"""What came from the web leaves as one package that the tools of others read."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.request import urlopen

import pytest

from legation.archive.warc.reading import Record, records
from legation.store.case import Case
from tests.archive.peer import collect, is_installed, running
from tests.archive.stand_in import Kept, World, configure, stand_in
from tests.archive.warcs import Crawled, Revisited, write_warc
from tests.cli.conftest import make_case
from tests.cli.world import Run

URL = "http://mission.example/staff"
CYRILLIC = "<html><meta charset=windows-1251><p>Велтран Д. И., посол</html>".encode("cp1251")
WACZ = Path(__file__).parents[2] / ".venv-wacz" / "bin" / "wacz"
WARCIO = Path(sys.executable).parent / "warcio"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A case with a page of an archive, seen twice with one body, a redirect, and a file of a crawler."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = make_case(tmp_path)
    held = [
        Kept(url=URL, timestamp="20220204100000", body=CYRILLIC, media_type="text/html"),
        Kept(url=URL, timestamp="20220205100000", body=CYRILLIC, media_type="text/html"),
        Kept(url=URL, timestamp="20220304100000", status=302, location="http://mission.example/"),
        Kept(url="http://mission.example/", timestamp="20220304100000", body=b"<html>Welcome</html>"),
    ]
    with stand_in(World(captures=held)) as world:
        configure(made, world)
        assert run("fetch", URL, "--case", made).code == 0
    first = Crawled(url="http://other.example/list", date="2021-02-04T10:00:00Z", body=CYRILLIC)
    same = Revisited(url=first.url, date="2021-02-05T10:00:00Z", first=first)
    assert run("add", write_warc(tmp_path / "crawl.warc.gz", [first, same]), "--case", made).code == 0
    return made


@pytest.fixture
def package(case: Path, tmp_path: Path, run: Run) -> Path:
    left = run("export", "wacz", "-o", tmp_path / "out" / "case.wacz", "--case", case)
    assert left.code == 0, left.err
    return tmp_path / "out" / "case.wacz"


def unpacked(package: Path) -> list[Record]:
    with zipfile.ZipFile(package) as opened:
        data = opened.read("archive/data.warc.gz")
    return [one for one in records(io.BytesIO(data)) if isinstance(one, Record)]


def test_our_requests_have_our_time_and_the_archives_time_is_metadata(case: Path, package: Path) -> None:
    found = unpacked(package)
    with Case.open(case) as opened:
        fetched = {each.retrieval.requested for each in opened.errands.attempts() if each.retrieval}
    ours = [one for one in found if one.kind == "response" and one.url in fetched]
    assert len(ours) == 3
    assert all(one.at is not None and one.at.year > 2022 for one in ours)
    about = [one.body.decode() for one in found if one.kind == "metadata"]
    assert sum("archived-at: 2022-02-04T10:00:00+00:00" in each for each in about) == 1
    (same,) = [each for each in about if "same-body-as" in each]
    assert "archived-at: 2022-02-05T10:00:00+00:00" in same
    assert {one.kind for one in found if one.at and one.at.year == 2022} == set()


def test_records_of_an_added_file_are_as_they_stood_there_revisits_too(package: Path) -> None:
    first, same = [one for one in unpacked(package) if one.url == "http://other.example/list"]
    assert (first.kind, first.body, first.at and first.at.year) == ("response", CYRILLIC, 2021)
    assert (same.kind, same.refers_to) == ("revisit", ("http://other.example/list", "2021-02-04T10:00:00Z"))


def test_the_package_goes_into_another_case(package: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "other").mkdir()
    other = make_case(tmp_path / "other")
    added = run("add", package, "--case", other, "--jsonl")
    assert added.code == 0, added.err
    assert added.rows[0]["captures"] == 5
    assert added.rows[0]["damaged"] == 0


def test_packing_again_gives_the_same_bytes(case: Path, package: Path, tmp_path: Path, run: Run) -> None:
    run("export", "wacz", "-o", tmp_path / "again.wacz", "--case", case)
    assert (tmp_path / "again.wacz").read_bytes() == package.read_bytes()


def test_a_record_that_is_gone_is_named_and_the_rest_is_packed(case: Path, tmp_path: Path, run: Run) -> None:
    with Case.open(case) as opened:
        (file,) = {one.found_in.file for one in opened.kept.captures() if one.found_in}
    (case / "vault" / file[:2] / file[2:4] / file).unlink()
    left = run("export", "wacz", "-o", tmp_path / "rest.wacz", "--case", case)
    assert left.code == 3
    assert file in left.err
    assert len([one for one in unpacked(tmp_path / "rest.wacz") if one.kind == "response"]) == 3


def test_a_case_without_the_web_has_nothing_to_pack(tmp_path: Path, run: Run) -> None:
    empty = make_case(tmp_path)
    assert run("export", "wacz", "--case", empty, "-o", tmp_path / "no.wacz").code == 2
    assert not (tmp_path / "no.wacz").exists()


def test_a_file_name_that_says_too_much_is_stopped(case: Path, tmp_path: Path, run: Run) -> None:
    assert run("export", "wacz", "-o", tmp_path / "expelled-spies.wacz", "--case", case).code == 4


def test_an_option_that_it_does_not_take_is_refused(case: Path, tmp_path: Path, run: Run) -> None:
    ran = run("export", "wacz", "--publish", "-o", tmp_path / "case.wacz", "--case", case)
    assert (ran.code, "as evidence" in ran.err) == (2, True)


def test_warcio_checks_indexes_and_packs_it_anew(package: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(package) as opened:
        warc = Path(opened.extract("archive/data.warc.gz", tmp_path / "unzipped"))
    checked = subprocess.run([str(WARCIO), "check", "-v", str(warc)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    assert "failed" not in checked.stdout
    assert "digest pass" in checked.stdout
    indexed = subprocess.run([str(WARCIO), "index", str(warc)], capture_output=True, text=True, check=True)
    assert len(indexed.stdout.splitlines()) == len(unpacked(package))
    again = tmp_path / "again.warc.gz"
    subprocess.run([str(WARCIO), "recompress", str(warc), str(again)], capture_output=True, check=True)
    copied = [one for one in records(io.BytesIO(again.read_bytes())) if isinstance(one, Record)]
    assert [(one.id, one.body) for one in copied] == [(one.id, one.body) for one in unpacked(package)]


@pytest.mark.service
@pytest.mark.skipif(not WACZ.exists(), reason="wacz isn't installed")
def test_the_tools_of_the_formats_authors_find_it_valid(package: Path, tmp_path: Path) -> None:
    checked = subprocess.run(
        [str(WACZ), "validate", "-f", str(package)], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "invalid" not in checked.stdout.casefold()


@pytest.mark.service
@pytest.mark.skipif(not WACZ.exists(), reason="wacz isn't installed")
def test_a_package_of_theirs_goes_into_a_case(tmp_path: Path, run: Run) -> None:
    first = Crawled(url="http://other.example/list", date="2021-02-04T10:00:00Z", body=CYRILLIC)
    same = Revisited(url=first.url, date="2021-02-05T10:00:00Z", first=first)
    write_warc(tmp_path / "crawl.warc.gz", [first, same])
    made = [str(WACZ), "create", "-o", "theirs.wacz", "crawl.warc.gz"]
    subprocess.run(made, capture_output=True, check=True, cwd=tmp_path)
    added = run("add", tmp_path / "theirs.wacz", "--case", make_case(tmp_path), "--jsonl")
    assert added.code == 0, added.err
    assert (added.rows[0]["captures"], added.rows[0]["damaged"]) == (2, 0)


@pytest.mark.service
@pytest.mark.skipif(not is_installed(), reason="pywb isn't installed")
@pytest.mark.xdist_group("pywb")
def test_a_real_archive_server_takes_it_and_shows_each_page(package: Path, tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    collect(tmp_path / "server", [package])
    with zipfile.ZipFile(package) as opened:
        pages = [json.loads(row) for row in opened.read("pages/pages.jsonl").splitlines()][1:]
    assert pages
    with running(tmp_path / "server") as peer:
        for page in pages:
            stamp = "".join(letter for letter in page["ts"] if letter.isdigit())
            if "20220304100000id_/http://mission.example/staff" in page["url"]:
                continue  # an archived redirect: the server would lead on
            with urlopen(f"{peer.base}/staff/{stamp}id_/{page['url']}", timeout=20) as answer:
                assert answer.status == 200
                assert answer.read() in (CYRILLIC, b"<html>Welcome</html>")
