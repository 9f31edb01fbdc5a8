"""Nothing but what asks archives opens a socket to the network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from legation.cli.app import COMMANDS
from tests.archive.warcs import Crawled, write_warc

ASKS_THE_NETWORK = {"fetch", "timestamp", "watch"}

WATCHED = """
import sys

def watch(event, args):
    outside = event == "socket.connect" and isinstance(args[1], tuple)
    if outside or event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        print(f"a socket: {event} {args[1:]}", file=sys.stderr, flush=True)
        import os
        os._exit(99)

sys.addaudithook(watch)
from legation.cli import main
sys.argv = ["legation", *sys.argv[1:]]
main()
"""


def watched(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WATCHED, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=200, check=False)


def test_what_watches_sees_a_socket(case: Path) -> None:
    (case / "archives.toml").write_text(
        '[internet-archive]\nindex = "http://127.0.0.1:9/cdx"\nloopback = true\nindex_every = 0\n', encoding="utf-8"
    )
    assert watched("fetch", "http://mission.example/", "--case", case).returncode == 99


@pytest.mark.parametrize("live", [[], ["--live"]])
def test_watching_is_seen_too(case: Path, live: list[str]) -> None:
    (case / "archives.toml").write_text(
        '[internet-archive]\nindex = "http://127.0.0.1:9/cdx"\nloopback = true\nindex_every = 0\n', encoding="utf-8"
    )
    with (case / "case.toml").open("a", encoding="utf-8") as about:
        about.write('\n[live]\nhosts = ["mission.example"]\npermission = "A. Editor"\n')
    assert watched("watch", "add", "http://mission.example/", "--case", case).returncode == 0
    assert watched("watch", "run", *live, "--case", case).returncode == 99


def test_a_case_is_made_filled_built_asked_and_exported_without_a_socket(
    case: Path, lists: Path, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Brannia on Tuesday expelled two diplomats from the Velmarkian embassy.\n", encoding="utf-8")
    crawled = Crawled(url="http://mission.example/", date="2022-02-04T10:00:00Z", body=b"<html>Welcome</html>")
    warc = write_warc(tmp_path / "crawl.warc.gz", [crawled])
    done = [
        watched("add", warc, "--case", case),
        watched("add", lists, "--kind", "list", "--receiving", "XB", "--case", case),
        watched("add", article, "--published", "2020-03-10", "--url", "http://news.example/a", "--case", case),
        watched("build", "--case", case),
        watched("tally", "--case", case),
        watched("verify", "--case", case),
        watched("watch", "add", "http://mission.example/", "--case", case),
        watched("watch", "list", "--case", case),
        watched("export", "wacz", "--case", case, "-o", tmp_path / "web.wacz"),
        watched("export", "page", "--case", case, "-o", tmp_path / "page.html"),
        watched("export", "xlsx", "--case", case, "-o", tmp_path / "book.xlsx"),
    ]
    assert [each.returncode for each in done] == [0] * len(done), [each.stderr for each in done]


def test_each_command_that_may_ask_is_named_here() -> None:
    assert set(COMMANDS) >= ASKS_THE_NETWORK
    sources = Path(__file__).parents[2] / "src" / "legation"
    asking = {
        path.relative_to(sources).as_posix()
        for path in sources.rglob("*.py")
        if "archive.network" in path.read_text(encoding="utf-8") and not path.is_relative_to(sources / "archive")
    }
    assert asking == {"pipeline/collecting/archives.py", "pipeline/collecting/live.py", "pipeline/keeping/stamping.py"}
