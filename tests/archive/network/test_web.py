from __future__ import annotations

import contextlib
import gzip
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from legation.archive.network.codings import Cap
from legation.archive.network.guard import Guard
from legation.archive.network.web import BrokenOffError, Limits, Web
from legation.errors import AddressRefusedError, LimitError, NetworkError
from tests.archive.serving import Answering, serving

NAMES = "<html>Сотрудники посольства</html>".encode("cp1251")


Seen = list[tuple[str, dict[str, str]]]


class Pages(Answering):
    """A server that says a few things in odd ways."""

    seen: Seen

    def do_GET(self) -> None:
        self.seen.append((self.path, dict(self.headers)))
        say = getattr(self, "say_" + self.path.strip("/").replace("-", "_").partition("?")[0], self.say_plain)
        say()

    def say_plain(self) -> None:
        self.answer(200, NAMES, ("Content-Type", "text/html; charset=windows-1251"))

    def say_packed(self) -> None:
        self.answer(200, gzip.compress(NAMES, mtime=0), ("content-encoding", ""), ("Content-Encoding", "gzip"))

    def say_away(self) -> None:
        self.answer(302, b"", ("Location", "http://169.254.169.254/"), ("Set-Cookie", "a=b"))

    def say_huge(self) -> None:
        self.answer(200, b"x" * 200_000)

    def say_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"only this")
        self.close_connection = True

    def say_silent(self) -> None:
        self.protocol_version = "HTTP/1.1"
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"only this")
        self.close_connection = False

    def say_dripping_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self._drip(b"X-More: yes\r\n")

    def say_dripping_body(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        self._drip(b"x")

    def _drip(self, piece: bytes) -> None:
        with contextlib.suppress(OSError):
            while True:
                self.wfile.write(piece)
                time.sleep(0.05)


@pytest.fixture
def seen() -> Seen:
    return []


@pytest.fixture
def base(seen: Seen) -> Iterator[str]:
    with serving(Pages, seen=seen) as base:
        yield base


def port_of(base: str) -> int:
    return urlsplit(base).port or 0


def web(base: str, limits: Limits | None = None) -> Web:
    guard = Guard(exceptions=frozenset({("127.0.0.1", port_of(base))}))
    return Web(guard, user_agent="legation-test", limits=limits)


def test_bytes_come_as_they_were_sent(base: str) -> None:
    with web(base) as asking:
        answer = asking.get(f"{base}/plain")
    assert (answer.status, answer.body, answer.wire, answer.codings) == (200, NAMES, NAMES, ())
    assert answer.header("content-type") == "text/html; charset=windows-1251"


def test_packed_bytes_are_kept_beside_what_they_unpack_to_even_behind_an_empty_header(base: str) -> None:
    with web(base) as asking:
        answer = asking.get(f"{base}/packed")
    assert (answer.body, answer.wire, answer.codings) == (NAMES, gzip.compress(NAMES, mtime=0), ("gzip",))
    assert answer.header("content-encoding") == "gzip"


def test_a_redirect_is_an_answer_and_is_not_followed_and_no_cookie_is_kept(base: str, seen: Seen) -> None:
    with web(base) as asking:
        assert asking.get(f"{base}/away").header("location") == "http://169.254.169.254/"
        asking.get(f"{base}/plain")
    assert [path for path, _ in seen] == ["/away", "/plain"]
    assert "Cookie" not in seen[1][1]
    assert seen[0][1]["User-Agent"] == "legation-test"


def test_an_address_that_the_guard_refuses_is_never_asked(base: str, seen: Seen) -> None:
    with Web(Guard(), user_agent="legation-test") as asking, pytest.raises(AddressRefusedError):
        asking.get(f"{base}/plain")
    assert seen == []


def test_a_name_that_answers_something_else_later_is_still_the_checked_address(base: str, seen: Seen) -> None:
    answers = iter([("127.0.0.1",), ("127.0.0.2",)])
    port = port_of(base)
    guard = Guard(resolve=lambda host, port: next(answers), exceptions=frozenset({("archive.example", port)}))
    with Web(guard, user_agent="legation-test") as asking:
        assert asking.get(f"http://archive.example:{port}/plain").status == 200
    assert seen[0][1]["Host"] == f"archive.example:{port}"


@pytest.mark.parametrize("limits", [Limits(wire_bytes=50_000)])
def test_a_body_over_its_size_is_stopped(base: str, limits: Limits) -> None:
    with web(base, limits) as asking, pytest.raises(LimitError):
        asking.get(f"{base}/huge")


def test_a_bomb_is_stopped_while_it_inflates(base: str) -> None:
    with web(base, Limits(cap=Cap(size=10))) as asking, pytest.raises(LimitError):
        asking.get(f"{base}/packed")


def test_a_body_that_breaks_off_is_no_answer(base: str) -> None:
    with web(base) as asking, pytest.raises(NetworkError, match="run the same command again"):
        asking.get(f"{base}/short")


def test_silence_in_the_middle_of_a_body_ends_it_and_what_came_is_kept(base: str) -> None:
    with web(base) as asking, pytest.raises(BrokenOffError) as broken:
        asking.get(f"{base}/silent", silence=0.2)
    assert (broken.value.answer.wire, broken.value.answer.cut_off) == (b"only this", True)


@pytest.mark.parametrize("where", ["headers", "body"])
def test_a_server_that_drips_is_left_when_its_whole_time_is_over(base: str, where: str) -> None:
    with web(base, Limits(whole_seconds=0.5)) as asking:
        with pytest.raises(NetworkError, match="takes longer than"):
            asking.get(f"{base}/dripping-{where}")
        assert asking.get(f"{base}/plain").body == NAMES


def test_nobody_listening_is_said() -> None:
    guard = Guard(exceptions=frozenset({("127.0.0.1", 9)}))
    with Web(guard, user_agent="legation-test") as asking, pytest.raises(NetworkError, match="connection failed"):
        asking.get("http://127.0.0.1:9/")
