from __future__ import annotations

from pathlib import Path

import pytest

from legation.archive.network.pace import Pace, retry_after
from legation.errors import ArchiveBusyError


class Hands:
    """A clock that only sleeping moves."""

    def __init__(self, at: float = 1_000_000.0) -> None:
        self.at = at

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.at += seconds


def pace(folder: Path, clock: Hands) -> Pace:
    return Pace(archive="ia", folder=folder, every=lambda pool: 2.5 if pool == "index" else 0.5, clock=clock)


def test_two_requests_of_a_pool_stand_apart_and_pools_do_not_wait_for_each_other(tmp_path: Path) -> None:
    clock = Hands()
    one = pace(tmp_path, clock)
    one.turn("index")
    one.turn("page")
    assert clock.at == 1_000_000.0
    one.turn("index")
    assert clock.at == 1_000_002.5


def test_processes_with_the_same_folder_share_their_turns(tmp_path: Path) -> None:
    first, second = Hands(), Hands()
    pace(tmp_path, first).turn("index")
    pace(tmp_path, second).turn("index")
    assert second.at - first.at == 2.5


def test_when_an_archive_says_too_many_every_process_stops_until_then(tmp_path: Path) -> None:
    clock, other = Hands(), Hands()
    with pytest.raises(ArchiveBusyError, match="asks to wait until"):
        raise pace(tmp_path, clock).stop(60)
    with pytest.raises(ArchiveBusyError):
        pace(tmp_path, other).turn("page")
    other.at += 61
    pace(tmp_path, other).turn("page")


def test_a_shorter_wait_does_not_end_a_longer_one(tmp_path: Path) -> None:
    clock = Hands()
    one = pace(tmp_path, clock)
    one.stop(3600)
    one.stop(1)
    clock.at += 60
    with pytest.raises(ArchiveBusyError):
        one.turn("index")


def test_a_clock_that_was_set_back_does_not_stop_the_work(tmp_path: Path) -> None:
    pace(tmp_path, Hands(2_000_000.0)).turn("index")
    early = Hands(1_000_000.0)
    pace(tmp_path, early).turn("index")
    assert early.at <= 1_000_000.0 + 150


def test_a_file_that_a_crash_left_half_written_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "ia.json").write_text('{"index": 10000', encoding="utf-8")
    pace(tmp_path, Hands()).turn("index")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120.0),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 60.0),
        ("Thu, 01 Jan 1970 00:00:10 GMT", 0.0),
        ("soon", None),
        (None, None),
    ],
)
def test_retry_after_gives_seconds_or_a_date(text: str | None, seconds: float | None) -> None:
    assert retry_after(text, now=40.0) == seconds
