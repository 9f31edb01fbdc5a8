"""Against a real archive server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from legation.archive.client import Client
from legation.archive.network.guard import Guard
from legation.archive.network.pace import Pace
from legation.archive.network.web import Web
from legation.errors import ArchiveFailingError, OtherCaptureError
from legation.model.errands import Wanted
from legation.model.holdings import Holding
from legation.vocabulary.archives import Archive, read_archives
from tests.archive.errand import listed
from tests.archive.network.test_pace import Hands
from tests.archive.peer import CONFIG, Peer, collect, is_installed, running
from tests.archive.warcs import Crawled, Revisited, write_warc

pytestmark = [
    pytest.mark.service,
    pytest.mark.skipif(not is_installed(), reason="pywb isn't installed"),
    pytest.mark.xdist_group("pywb"),
]

URL = "http://mission.example/staff.php?lang=ru"
CYRILLIC = "<html><meta charset=windows-1251><p>Сотрудники посольства: Велтран Д. И.</html>".encode("cp1251")
FIRST = Crawled(url=URL, date="2022-02-04T10:00:00Z", body=CYRILLIC, headers=[("Content-Type", "text/html")])
SAME = Revisited(url=URL, date="2022-02-05T10:00:00Z", first=FIRST)
EMPTIED = Crawled(url=URL, date="2022-03-04T10:00:00Z", body=b"<html>The page is being updated</html>")
MOVED = Crawled(
    url="http://mission.example/old",
    date="2022-03-05T10:00:00Z",
    status="302 Found",
    headers=[("Location", "http://mission.example/staff.php?lang=ru")],
)
GONE = Crawled(url="http://mission.example/gone", date="2022-03-06T10:00:00Z", status="404 Not Found", body=b"not here")
LOST = Revisited(
    url="http://mission.example/lost",
    date="2022-03-07T10:00:00Z",
    first=Crawled(url="http://mission.example/never", date="2022-01-01T00:00:00Z", body=b"nobody kept this"),
)


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    folder = tmp_path_factory.mktemp("pywb")
    warc = write_warc(folder / "crawl.warc.gz", [FIRST, SAME, EMPTIED, MOVED, GONE, LOST])
    collect(folder, [warc])
    with running(folder) as peer:
        yield peer


@pytest.fixture(params=["pywb", "memento"])
def archive(request: pytest.FixtureRequest, peer: Peer) -> Archive:
    text = peer.configuration.replace('dialect = "pywb"', f'dialect = "{request.param}"')
    return read_archives(text, {})["peer"]


@pytest.fixture
def client(archive: Archive, tmp_path: Path) -> Iterator[Client]:
    port = urlsplit(archive.replay or "").port or 0
    clock = Hands()
    with Web(Guard(exceptions=frozenset({("127.0.0.1", port)})), user_agent="legation-test") as web:
        pace = Pace(archive="peer", folder=tmp_path, every=lambda pool: 0.0, clock=clock)
        yield Client(archive=archive, web=web, pace=pace, clock=clock)


def test_index_and_timemap_list_the_same_captures(client: Client) -> None:
    assert [one.timestamp for one in listed(client, Wanted(url=URL))] == [
        "20220204100000",
        "20220205100000",
        "20220304100000",
    ]
    assert listed(client, Wanted(url="http://mission.example/nowhere")) == []


def test_bytes_in_windows_1251_come_exactly_and_a_revisit_gives_the_body_it_refers_to(client: Client) -> None:
    first, again, emptied = listed(client, Wanted(url=URL))
    assert client.retrieve(first).answer.body == CYRILLIC
    assert client.retrieve(again).answer.body == CYRILLIC
    assert client.retrieve(emptied).answer.body == EMPTIED.body
    if client.archive.dialect == "pywb":
        assert client.retrieve(first).retrieval.digest_verdict == "match"


def test_its_timegate_chooses_the_capture_nearest_to_a_day(client: Client) -> None:
    for near, expected in (("20220205", "20220205100000"), ("2023", "20220304100000"), ("2020", "20220204100000")):
        (one,) = listed(client, Wanted(url=URL, near=near))
        assert one.timestamp == expected
    assert client.retrieve(one).body == CYRILLIC
    assert listed(client, Wanted(url="http://mission.example/nowhere", near="2022")) == []


def test_archived_errors_and_redirects_are_captures(client: Client) -> None:
    (gone,) = listed(client, Wanted(url=GONE.url))
    assert (client.retrieve(gone).retrieval.status, client.retrieve(gone).answer.body) == (404, b"not here")
    (moved,) = listed(client, Wanted(url=MOVED.url))
    taken = client.retrieve(moved)
    assert taken.retrieval.status == 302
    assert taken.hop is not None
    assert taken.hop.url.endswith("/staff.php?lang=ru")


def test_another_time_is_not_taken_and_a_lost_body_is_named(client: Client) -> None:
    with pytest.raises(OtherCaptureError):
        client.retrieve(Holding(archive="peer", url=URL, timestamp="20210101000000", at=None))
    with pytest.raises(ArchiveFailingError, match="503"):
        client.retrieve(Holding(archive="peer", url=LOST.url, timestamp="20220307100000", at=None))


def test_an_upstream_that_repeats_what_the_collection_has_is_listed_once(peer: Peer, tmp_path: Path) -> None:
    here = f"{peer.base}/staff/"
    config = (
        CONFIG
        + f"""
collections:
  both:
    index_group:
      one: memento+{here}
      two: cdx+{here}cdx
"""
    )
    (tmp_path / "config.yaml").write_text(config, encoding="utf-8")
    with running(tmp_path) as double:
        text = double.configuration.replace("/staff", "/both")
        archive = read_archives(text, {})["peer"]
        port = urlsplit(double.base).port or 0
        with Web(Guard(exceptions=frozenset({("127.0.0.1", port)})), user_agent="legation-test") as web:
            pace = Pace(archive="peer", folder=tmp_path, every=lambda pool: 0.0, clock=Hands())
            client = Client(archive=archive, web=web, pace=pace, clock=Hands())
            stamps = [one.timestamp for one in listed(client, Wanted(url=URL))]
    assert stamps == ["20220204100000", "20220205100000", "20220304100000"]
