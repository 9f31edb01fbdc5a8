from __future__ import annotations

import pytest

from legation.archive.network.guard import Guard, is_public
from legation.errors import AddressRefusedError, NetworkError

PUBLIC = "93.184.216.34"


def guard(*answers: str, exceptions: frozenset[tuple[str, int]] = frozenset()) -> Guard:
    return Guard(resolve=lambda host, port: answers, exceptions=exceptions)


def test_a_public_address_is_let_through_and_is_the_one_connected_to() -> None:
    door = guard(PUBLIC).door("https://archive.example/web/x")
    assert (door.scheme, door.host, door.port, door.address) == ("https", "archive.example", 443, PUBLIC)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1:0:0:0:0",
        "nonsense",
    ],
)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(AddressRefusedError):
        guard(address).door("http://archive.example/")


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(AddressRefusedError):
        guard(PUBLIC, "127.0.0.1").door("http://archive.example/")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "gopher://archive.example/",
        "ftp://archive.example/",
        "//archive.example/",
        "archive.example",
        "http://",
        "http:///x",
        "http://user@archive.example/",
        "http://archive.example:80@127.0.0.1/",
        "http://archive.example\\@127.0.0.1/",
        "http://archive.example/a b",
        "http://archive.example/\r\nHost: other",
        "http://[::1",
        "http://archive.example:99999/",
    ],
)
def test_an_address_of_another_form_is_refused_before_anything_is_resolved(url: str) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return (PUBLIC,)

    with pytest.raises(AddressRefusedError):
        Guard(resolve=resolve).door(url)
    assert asked == []


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost", "127.0.0.1.", "[::ffff:127.0.0.1]"]
)
def test_other_spellings_of_this_machine_are_refused_by_where_they_lead(host: str) -> None:
    with pytest.raises((AddressRefusedError, NetworkError)):
        Guard().door(f"http://{host}/")


def test_an_exception_is_one_host_with_one_port() -> None:
    only = frozenset({("127.0.0.1", 8080)})
    assert guard("127.0.0.1", exceptions=only).door("http://127.0.0.1:8080/x").address == "127.0.0.1"
    with pytest.raises(AddressRefusedError):
        guard("127.0.0.1", exceptions=only).door("http://127.0.0.1:8081/x")


def test_a_host_without_address_says_so() -> None:
    def none(host: str, port: int) -> tuple[str, ...]:
        raise OSError("no such host")

    with pytest.raises(NetworkError, match="no address"):
        Guard(resolve=none).door("http://archive.example/")
    with pytest.raises(NetworkError, match="no address"):
        guard().door("http://archive.example/")
