from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.model.sources import Given
from legation.pipeline.collecting.live import look, may_follow, permission
from legation.store.case import ABOUT, Case
from tests.archive.live import Site, site
from tests.cli.world import command

HTTP, HTTPS = "http://mission.example/staff", "https://mission.example/staff"


@pytest.mark.parametrize(
    ("at", "target"),
    [
        (HTTP, HTTPS),
        (HTTP, "https://www.mission.example/staff/"),
        ("https://www.mission.example/staff", HTTPS),
        (HTTP, "http://mission.example:80/staff/"),
        ("http://mission.example:8080/staff", "http://mission.example:8080/staff/"),
    ],
)
def test_the_same_page_is_followed(at: str, target: str) -> None:
    assert may_follow(at, target)


@pytest.mark.parametrize(
    ("at", "target"),
    [
        (HTTPS, HTTP),
        (HTTP, "http://mission.example:8080/staff"),
        (HTTP, "https://mission.example:8443/staff"),
        ("http://mission.example:8080/staff", HTTP),
        ("http://mission.example:8080/staff", "https://mission.example:8080/staff"),
        (HTTP, "ftp://mission.example/staff"),
        (HTTP, "http://mission.example/staff?visitor=7"),
        (HTTP, "http://you:7@mission.example/staff/"),
        (HTTP, "http://elsewhere.example/staff"),
        (HTTP, "http://mission.example:99999/staff"),
        (HTTP, "http://[mission.example/staff"),
    ],
)
def test_anything_else_is_not(at: str, target: str) -> None:
    assert not may_follow(at, target)


@pytest.fixture
def server() -> Iterator[Site]:
    with site(b"<html><p>moved") as made:
        made.status = 302
        yield made


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    path = tmp_path / "case"
    assert command("init", path).code == 0
    live = '\n[live]\nhosts = ["127.0.0.1"]\npermission = "A. Editor, 2024-05-06"\nloopback = true\n'
    (path / ABOUT).write_text((path / ABOUT).read_text("utf-8") + live, encoding="utf-8")
    with Case.open(path) as made:
        yield made


def looked(case: Case, url: str) -> list[str]:
    said: list[str] = []
    look(case, permission(case), url, Given(), said.append)
    return said


def test_before_each_hop_is_said_what_is_seen_and_no_address_is_asked_twice(case: Case, server: Site) -> None:
    server.locations = {"/staff": "/staff/#top", "/staff/": "/staff"}
    said = looked(case, f"{server.base}/staff#list")
    assert [path for path, _ in server.saw] == ["/staff", "/staff/"]
    assert [
        f"a request for {server.base}{path}" in words for path, words in zip(("/staff", "/staff/"), said, strict=True)
    ] == [True, True]


def test_another_port_of_the_same_host_is_not_asked(case: Case, server: Site) -> None:
    with site(b"") as other:
        server.location = f"{other.base}/staff"
        assert len(looked(case, f"{server.base}/staff")) == 1
        assert other.saw == []


def test_an_address_that_is_none_leads_nowhere(case: Case, server: Site) -> None:
    server.location = "http://[bad/staff"
    assert len(looked(case, f"{server.base}/staff")) == 1
