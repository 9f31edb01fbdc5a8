from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from legation.archive.client import Client
from legation.archive.network.guard import Guard
from legation.archive.network.pace import Pace
from legation.archive.network.web import Web
from legation.archive.retrieved import sha1_base32
from legation.archive.warc.reading import Record, records
from legation.archive.warc.writing import records as record_of_request
from legation.errors import (
    ArchiveAnswerError,
    ArchiveBusyError,
    ArchiveExcludedError,
    ArchiveFailingError,
    NetworkError,
    NotHeldError,
    OtherCaptureError,
)
from legation.model.errands import Request, Wanted
from legation.model.holdings import Holding
from legation.vocabulary.archives import Archive
from tests.archive.errand import listed
from tests.archive.network.test_pace import Hands
from tests.archive.stand_in import Kept, World, stand_in

URL = "http://mission.example/staff"
CYRILLIC = "<html><meta charset=windows-1251>Сотрудники посольства</html>".encode("cp1251")
PAGE = Kept(url=URL, timestamp="20220204100000", body=CYRILLIC, media_type="text/html; charset=windows-1251")
LATER = Kept(url=URL, timestamp="20220304100000", body=b"<html>being updated</html>")


@pytest.fixture
def world() -> Iterator[World]:
    with stand_in(World(captures=[PAGE, LATER])) as world:
        yield world


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def client(world: World, clock: Hands, tmp_path: Path) -> Iterator[Client]:
    archive = Archive(
        name="ia",
        title="The archive",
        dialect="internet-archive",
        index=f"{world.base}/cdx/search/cdx",
        timemap=f"{world.base}/web/timemap/link/",
        timegate=f"{world.base}/web/",
        replay=f"{world.base}/web/",
        loopback=True,
    )
    port = urlsplit(world.base).port or 0
    with Web(Guard(exceptions=frozenset({("127.0.0.1", port)})), user_agent="legation-test") as web:
        pace = Pace(archive="ia", folder=tmp_path, every=lambda pool: 0.0, clock=clock)
        yield Client(archive=archive, web=web, pace=pace, clock=clock)


def holding(**more: object) -> Holding:
    known = {"archive": "ia", "url": URL, "timestamp": PAGE.timestamp, "at": None, "digest": PAGE.digest}
    return Holding(**{**known, **more})  # type: ignore[arg-type]


def test_an_errand_lists_what_is_held_in_the_given_time(client: Client) -> None:
    assert [one.timestamp for one in listed(client, Wanted(url=URL))] == [PAGE.timestamp, LATER.timestamp]
    assert [one.timestamp for one in listed(client, Wanted(url=URL, since="202203"))] == [LATER.timestamp]
    assert [one.timestamp for one in listed(client, Wanted(url=URL, until="20220204"))] == [PAGE.timestamp]


def test_resume_keys_are_followed_to_the_end_and_given_back_as_they_came(client: Client, world: World) -> None:
    world.captures += [Kept(url=URL, timestamp=f"2021010100{minute:02}00", body=b"%d" % minute) for minute in range(9)]
    world.limit = 2
    assert len(listed(client, Wanted(url=URL))) == 11
    assert len(world.asked) == 6
    world.text, world.asked[:] = True, []
    assert len(listed(client, Wanted(url=URL))) == 11


def test_the_bytes_are_those_that_were_served(client: Client) -> None:
    taken = client.retrieve(holding())
    assert taken.answer.body == CYRILLIC
    assert (taken.retrieval.status, taken.retrieval.digest_verdict) == (200, "match")
    assert taken.retrieval.served_url == URL
    assert ("x-archive-src", "crawl-2022/part-00001.warc.gz") in taken.retrieval.headers


def test_a_digest_that_does_not_fit_is_told_and_the_bytes_are_kept(client: Client) -> None:
    assert client.retrieve(holding(digest=LATER.digest)).retrieval.digest_verdict == "mismatch"
    assert client.retrieve(holding(digest=None)).retrieval.digest_verdict == "unverifiable"


def test_an_archived_error_is_a_capture_and_so_is_an_archived_429(client: Client, world: World) -> None:
    for status in (404, 429, 503):
        world.captures[:] = [Kept(url=URL, timestamp=PAGE.timestamp, status=status, body=b"gone")]
        taken = client.retrieve(holding())
        assert (taken.retrieval.status, taken.answer.body) == (status, b"gone")


def test_an_archived_redirect_is_a_capture_that_says_where_it_led(client: Client, world: World) -> None:
    world.captures[:] = [Kept(url=URL, timestamp=PAGE.timestamp, status=301, location="http://mission.example/team")]
    taken = client.retrieve(holding())
    assert taken.hop is not None
    assert (taken.hop.url, taken.hop.timestamp, taken.retrieval.status) == (
        "http://mission.example/team",
        PAGE.timestamp,
        301,
    )


def test_a_capture_of_another_time_is_never_taken_for_the_one_asked_for(client: Client) -> None:
    with pytest.raises(OtherCaptureError, match="2022-02-04"):
        client.retrieve(holding(timestamp="20220101000000"))


def test_what_was_never_archived_is_not_held(client: Client) -> None:
    with pytest.raises(NotHeldError):
        client.retrieve(holding(url="http://mission.example/other"))


def test_an_exclusion_page_is_never_taken_for_a_capture(client: Client, world: World) -> None:
    world.excluded.add(URL)
    with pytest.raises(ArchiveExcludedError):
        client.retrieve(holding())


@pytest.mark.parametrize("fault", ["blocked", "robots", "451"])
def test_an_archive_that_says_that_it_holds_a_page_back_is_believed(client: Client, world: World, fault: str) -> None:
    world.faults.append(fault)
    with pytest.raises(ArchiveExcludedError):
        client.retrieve(holding())


@pytest.mark.parametrize("fault", ["body:<html>Are you human?</html>", "403", "401"])
def test_a_wall_of_the_archive_says_nothing_of_what_it_holds(client: Client, world: World, fault: str) -> None:
    world.faults.append(fault)
    with pytest.raises(ArchiveFailingError, match="page of its own"):
        client.retrieve(holding())


@pytest.mark.parametrize("fault", ["blocked", "robots"])
def test_an_index_that_holds_back_says_so(client: Client, world: World, fault: str) -> None:
    world.faults.append(fault)
    with pytest.raises(ArchiveExcludedError):
        listed(client, Wanted(url=URL))


@pytest.mark.parametrize(
    "fault", ["503", "502", "504", "500", "599", "413", "421", "reset", "short", "reset-in-body", "503:3"]
)
def test_a_failure_that_may_pass_is_tried_again(client: Client, world: World, clock: Hands, fault: str) -> None:
    world.faults += [fault, fault]
    before = clock.at
    assert len(listed(client, Wanted(url=URL))) == 2
    assert clock.at > before


def test_a_failure_that_does_not_pass_is_an_error_after_a_few_attempts(client: Client, world: World) -> None:
    world.faults += ["503"] * 20
    with pytest.raises(NetworkError, match="503 6 times"):
        client.retrieve(holding())
    assert len(world.asked) == 6


@pytest.mark.parametrize(("fault", "seconds"), [("429", 60), ("429:7", 7), ("503:900", 900)])
def test_too_many_requests_stop_everything_for_as_long_as_the_archive_says(
    client: Client, world: World, clock: Hands, fault: str, seconds: int
) -> None:
    world.faults.append(fault)
    with pytest.raises(ArchiveBusyError):
        listed(client, Wanted(url=URL))
    with pytest.raises(ArchiveBusyError):
        client.retrieve(holding())
    assert len(world.asked) == 1
    clock.at += seconds + 1
    assert client.retrieve(holding()).answer.body == CYRILLIC


def test_a_date_in_retry_after_counts_too(client: Client, world: World, clock: Hands) -> None:
    world.faults.append("429:Mon, 12 Jan 1970 13:48:20 GMT")
    with pytest.raises(ArchiveBusyError):
        listed(client, Wanted(url=URL))
    clock.at += 101
    assert len(listed(client, Wanted(url=URL))) == 2


def test_a_connection_refused_after_too_many_is_a_block_and_waits_for_an_hour(
    client: Client, world: World, clock: Hands
) -> None:
    world.faults.append("429:1")
    with pytest.raises(ArchiveBusyError):
        listed(client, Wanted(url=URL))
    clock.at += 2
    gone = Request(kind="rows", url="http://127.0.0.1:9/cdx")
    refused = Client(
        archive=client.archive,
        web=Web(Guard(exceptions=frozenset({("127.0.0.1", 9)})), user_agent="legation-test"),
        pace=client.pace,
        clock=clock,
    )
    with pytest.raises(ArchiveBusyError):
        refused.index(gone)
    clock.at += 3000
    with pytest.raises(ArchiveBusyError):
        client.retrieve(holding())


@pytest.mark.parametrize("said", ['body:[["urlkey", "times', "body:<html>maintenance</html>", "404"])
def test_an_answer_that_is_none_is_never_taken_for_nothing_held(client: Client, world: World, said: str) -> None:
    world.faults.append(said)
    with pytest.raises(ArchiveAnswerError):
        listed(client, Wanted(url=URL))


def test_rows_are_told_apart_from_repetitions_and_from_what_is_no_page(client: Client, world: World) -> None:
    world.repeat = 3
    world.raw_rows.append(
        ["example,mission)/staff", "20220205000000", "http://mailto:x@mission.example", "unk", "-", "X", "-"]
    )
    assert len(listed(client, Wanted(url=URL))) == 2


def test_of_several_rows_in_one_second_those_behind_the_limit_are_lost_by_the_key_and_a_large_limit_keeps_them(
    client: Client, world: World
) -> None:
    same = [Kept(url=f"http://mission.example/staff?{n}", timestamp="20210101000000", body=b"%d" % n) for n in range(3)]
    world.captures += same
    assert len(listed(client, Wanted(url=URL))) == 5
    world.limit = 2
    assert len(listed(client, Wanted(url=URL))) < 5


def test_an_empty_index_holds_nothing(client: Client, world: World) -> None:
    world.faults.append("body:")
    assert listed(client, Wanted(url=URL)) == []


@pytest.mark.parametrize("coding", ["gzip", "br", "twice", "false"])
def test_whatever_coding_an_archive_sends_the_bytes_are_those_of_the_page(
    client: Client, world: World, coding: str
) -> None:
    world.captures[:] = [replace(PAGE, coding=coding)]
    taken = client.retrieve(holding())
    assert (taken.body, taken.retrieval.wire_size) == (CYRILLIC, len(world.captures[0].wire))
    assert taken.retrieval.codings == {"br": ("br",), "false": ()}.get(coding, ("gzip",))
    assert taken.retrieval.digest_verdict == "match"


def test_a_body_that_breaks_off_is_asked_for_again(client: Client, world: World) -> None:
    world.faults += ["short", "reset"]
    assert client.retrieve(holding()).body == CYRILLIC
    assert len(world.asked) == 3


@pytest.mark.parametrize("coding", ["", "gzip"])
def test_an_archived_page_that_was_cut_off_is_kept_as_that(client: Client, world: World, coding: str) -> None:
    cut = replace(PAGE, body=CYRILLIC * 20, lost=9, coding=coding)
    world.captures[:] = [cut]
    taken = client.retrieve(holding())
    assert taken.cut_off
    assert taken.answer.wire == cut.wire[:-9]
    assert "cut off" in taken.retrieval.notes[-1]
    assert len(world.asked) == 2
    written = io.BytesIO(record_of_request(taken.answer, taken.retrieval))
    (state,) = [one.state for one in records(written) if isinstance(one, Record) and one.kind == "response"]
    assert state == "cut"


@pytest.mark.parametrize("digest_fits", [True, False])
def test_of_an_archived_page_that_was_cut_off_no_more_is_waited_for_than_it_takes_to_be_sure(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch, digest_fits: bool
) -> None:
    monkeypatch.setattr("legation.archive.client.SILENCE", 0.3)
    world.captures[:] = [replace(PAGE, lost=9, silent=True)]
    stored = CYRILLIC[:-9]
    taken = client.retrieve(holding(digest=sha1_base32(stored) if digest_fits else None))
    assert (taken.cut_off, taken.body) == (True, stored)
    connections = [headers.get("Connection") for _, headers in world.asked]
    assert connections == ([None] if digest_fits else [None, "close"])


def test_an_archive_that_sends_no_byte_of_a_page_has_given_no_page(client: Client, world: World) -> None:
    world.captures[:] = [replace(PAGE, lost=len(CYRILLIC))]
    with pytest.raises(NetworkError):
        client.retrieve(holding())
    assert len(world.asked) == 6


def test_an_archive_that_leads_round_in_a_circle_is_left(client: Client, world: World) -> None:
    world.faults += [f"to:/web/{PAGE.timestamp}id_/{URL}"] * 9
    with pytest.raises(NotHeldError, match="without an end"):
        client.retrieve(holding())
    assert len(world.asked) == 5


COMMAS = "http://mission.example/list,2022,a"


@pytest.mark.parametrize("size", [1000, 2])
def test_a_timemap_in_pages_is_followed_to_its_end_and_addresses_hold_commas(
    client: Client, world: World, size: int
) -> None:
    world.timemap_size = size
    world.captures += [Kept(url=COMMAS, timestamp=f"2022020{day}100000", body=b"%d" % day) for day in range(1, 6)]
    by_map = replace(client, archive=replace(client.archive, dialect="memento"))
    found = listed(by_map, Wanted(url=COMMAS))
    assert [one.timestamp for one in found] == [f"2022020{day}100000" for day in range(1, 6)]
    assert {one.url for one in found} == {COMMAS}
    assert client.retrieve(found[0]).body == b"1"


@pytest.mark.parametrize(("near", "chosen"), [("202202", PAGE), ("20220225", LATER), ("2030", LATER)])
def test_a_timegate_chooses_the_capture_nearest_to_a_moment(
    client: Client, world: World, near: str, chosen: Kept
) -> None:
    (one,) = listed(client, Wanted(url=URL, near=near))
    assert (one.timestamp, one.url) == (chosen.timestamp, URL)
    assert client.retrieve(one).body == chosen.body
    assert world.asked[0][0] == f"/web/{URL}"


def test_a_timegate_that_leads_to_another_is_followed_and_one_that_leads_round_is_left(
    client: Client, world: World
) -> None:
    world.faults += [f"to:/gate/{URL}", f"to:/web/{LATER.timestamp}/{URL}"]
    (one,) = listed(client, Wanted(url=URL, near="2022"))
    assert one.timestamp == LATER.timestamp
    world.faults += [f"to:/gate/{n}" for n in range(9)]
    with pytest.raises(ArchiveAnswerError, match="TimeGate"):
        listed(client, Wanted(url=URL, near="2022"))
    world.faults.clear()
    assert listed(client, Wanted(url="http://mission.example/never", near="2022")) == []


def test_an_archive_without_pages_says_what_to_do() -> None:
    archive = Archive(name="at", title="Rendered", dialect="memento", timemap="https://rendered.example/timemap/")
    with pytest.raises(NotHeldError, match="save it and add the file"):
        Client(archive=archive, web=None, pace=None, clock=None).retrieve(holding())  # type: ignore[arg-type]
