"""Real staff pages out of WARC files, served by a real archive server and fetched as a reporter would."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.store.case import Case
from tests.archive.peer import Peer, collect, is_installed, running
from tests.cli.world import command

DATA = Path(__file__).resolve().parents[2].parent / "shared/data/postings"
FILES = ("XV_BG", "US_IT")
"""One with pages in windows-1251, and both with walls and with pages that were cut off when they were captured."""

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the pages aren't here"),
    pytest.mark.skipif(not is_installed(), reason="pywb isn't installed"),
    pytest.mark.xdist_group("pywb"),
]


@pytest.fixture(scope="module")
def pages() -> list[dict[str, str]]:
    with (DATA / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if Path(row["warc"]).name.removesuffix(".warc.gz") in FILES]


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    folder = tmp_path_factory.mktemp("pywb")
    collect(folder, [DATA / "warc" / f"{name}.warc.gz" for name in FILES])
    with running(folder) as peer:
        yield peer


@pytest.fixture
def case(peer: Peer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("legation.archive.client.SILENCE", 1.0)
    assert command("init", tmp_path / "case").code == 0
    by_map = peer.configuration.replace("[peer]", "[by-map]").replace('dialect = "pywb"', 'dialect = "memento"')
    (tmp_path / "case" / "archives.toml").write_text(peer.configuration + by_map, encoding="utf-8")
    return tmp_path / "case"


@pytest.mark.parametrize("archive", ["peer", "by-map"])
def test_every_page_comes_byte_by_byte_and_what_was_cut_off_is_marked(
    case: Path, pages: list[dict[str, str]], archive: str
) -> None:
    for url in sorted({row["url"] for row in pages}):
        done = command("fetch", url, "--archive", archive, "--kind", "list", "--case", case, "--jsonl")
        assert done.code == 0, done.err
        assert not [row for row in done.rows if row["digest_verdict"] == "mismatch"]
    with Case.open(case) as opened:
        captures = opened.kept.captures()
    known = {(row["url"], row["as_of"]): row for row in pages}
    got = {(one.given.url, str(one.given.captured_at)[:10]): one for one in captures}
    assert got.keys() == known.keys()
    assert {key: one.sha256 for key, one in got.items()} == {key: row["sha256"] for key, row in known.items()}
    assert {str(one.given.http_status) for one in captures} == {row["http_status"] for row in pages}
    cut = {key for key, one in got.items() if one.given.cut_off}
    assert cut == {key for key, row in known.items() if row["state"] == "truncated"}
