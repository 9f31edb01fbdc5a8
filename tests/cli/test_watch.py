from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation import __version__
from legation.store.case import Case
from tests.archive.live import Site, site, socks
from tests.archive.stand_in import Kept, World, configure, stand_in
from tests.cli.conftest import make_case
from tests.cli.world import Run

URL = "http://mission.example/staff"
FURNITURE = ("<nav>Home <a href=/a>Visas</a></nav><p>Visitors: 10,412</p>", "<nav>Start</nav><p>Visitors: 11,007</p>")
VELTRAN, SORENN, KESTREN = "Mr Dario VELTRAN", "Ms Ilva SORENN", "Ms Orla KESTREN"


def page(*names: str, furniture: str = FURNITURE[0]) -> bytes:
    rows = "".join(f"<tr><td>{name}<td>Counsellor" for name in names)
    return f"<html>{furniture}<h1>Staff</h1><table>{rows}</table></html>".encode()


def kept(day: str, body: bytes, status: int = 200) -> Kept:
    return Kept(url=URL, timestamp=f"{day}100000", body=body, status=status)


@pytest.fixture
def world() -> Iterator[World]:
    with stand_in(World(captures=[kept("20220204", page(VELTRAN, SORENN))])) as world:
        yield world


@pytest.fixture
def case(tmp_path: Path, world: World, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = make_case(tmp_path)
    configure(made, world)
    assert run("watch", "add", URL, "--kind", "list", "--mission", "XV/XB", "--case", made).code == 0
    return made


def news(run: Run, case: Path, *more: str) -> list[tuple[str, str | None]]:
    done = run("watch", "run", *more, "--case", case, "--jsonl")
    assert done.code == 0, done.err
    return [(row["change"], (row["is"] or row["was"] or {}).get("name")) for row in done.rows if row["kind"] == "news"]


def test_the_first_run_takes_stock_and_the_next_ones_are_silent_where_nothing_changed(
    case: Path, world: World, run: Run
) -> None:
    first = run("watch", "run", "--case", case, "--jsonl")
    assert (first.code, [row["kind"] for row in first.rows], first.rows[0]["captures"]) == (0, ["stock"], 1)
    silent = run("watch", "run", "--case", case)
    assert (silent.code, silent.out, silent.err) == (0, "", "")
    assert len(world.pages_asked()) == 1


def test_who_joined_and_who_left_is_told_once_and_furniture_never(case: Path, world: World, run: Run) -> None:
    run("watch", "run", "--case", case)
    world.captures.append(kept("20220304", page(VELTRAN, SORENN, furniture=FURNITURE[1])))
    assert news(run, case) == []
    world.captures.append(kept("20220404", page(VELTRAN, KESTREN)))
    assert news(run, case) == [("left", "Ilva SORENN"), ("joined", "Orla KESTREN")]
    assert news(run, case) == []


def test_the_list_gone_the_page_gone_a_wall_and_names_back_are_told(case: Path, world: World, run: Run) -> None:
    run("watch", "run", "--case", case)
    wall = b"<html><title>Just a moment...</title><p>Checking your browser before accessing. Enable cookies</p></html>"
    world.captures += [
        kept("20220304", b"<html><h1>Staff</h1><p>This page is being updated.</p></html>"),
        kept("20220404", b"<html>Not found</html>", status=404),
        kept("20220504", wall, status=403),
        kept("20220604", page(VELTRAN, SORENN)),
    ]
    told = [change for change, _ in news(run, case)]
    assert told[0] == "list-gone"
    assert "page-gone" in told
    assert told[-1] == "back"
    words = run("vanished", URL, "--case", case).out
    assert "says nothing about who took them away" in words


def test_a_late_capture_of_an_earlier_day_is_asked_for_too(case: Path, world: World, run: Run) -> None:
    run("watch", "run", "--case", case)
    world.captures.append(kept("20220104", page(SORENN)))
    assert news(run, case) == []
    with Case.open(case) as opened:
        assert len(opened.kept.captures()) == 2
    since = [path for path, _ in world.asked if path.startswith("/cdx")][-1]
    assert "from=2021" in since


def test_an_archive_that_fails_is_named_and_what_is_new_is_told_at_the_next_run(
    case: Path, world: World, run: Run
) -> None:
    run("watch", "run", "--case", case)
    world.captures.append(kept("20220404", page(VELTRAN)))
    world.faults.append("429:0")
    failed = run("watch", "run", "--case", case, "--jsonl")
    assert failed.code == 1
    assert "archive-busy" in failed.err
    assert news(run, case) == [("left", "Ilva SORENN")]


def test_pages_are_listed_changed_and_removed(case: Path, run: Run) -> None:
    run("watch", "add", URL, "--archive", "arquivo-pt", "--mission", "XV/XC", "--case", case)
    (row,) = run("watch", "list", "--case", case, "--jsonl").rows
    assert (row["url"], row["archives"], row["mission"], row["live"]) == (URL, ["arquivo-pt"], "XV/XC", False)
    assert run("watch", "run", "http://other.example/", "--case", case).code == 2
    assert run("watch", "add", "mailto:x", "--case", case).code == 2
    assert run("watch", "add", "http://a.example", "--archive", "atlantis", "--case", case).code == 2
    assert run("watch", "remove", URL, "--case", case).code == 0
    assert run("watch", "remove", URL, "--case", case).code == 2
    assert "no page is watched" in run("watch", "list", "--case", case).err


def test_a_file_of_watches_that_was_spoiled_is_named(case: Path, run: Run) -> None:
    (case / "watches.json").write_text('[{"url": 3}', encoding="utf-8")
    spoiled = run("watch", "run", "--case", case)
    assert spoiled.code == 2
    assert "watches.json" in spoiled.err


@pytest.fixture
def server() -> Iterator[Site]:
    with site(page(VELTRAN, KESTREN)) as made:
        yield made


def permit(case: Path, server: Site, **more: str) -> str:
    """Let the case ask the server, and watch a page of it."""
    lines = ["", "[live]", 'hosts = ["127.0.0.1"]', 'permission = "A. Editor, 2024-05-06"', "loopback = true"]
    lines += [f'{name} = "{value}"' for name, value in more.items()]
    about = case / "case.toml"
    about.write_text(about.read_text(encoding="utf-8") + "\n".join(lines) + "\n", encoding="utf-8")
    return f"{server.base}/staff"


def test_without_a_permission_a_subjects_server_is_never_asked(case: Path, server: Site, run: Run) -> None:
    url = f"{server.base}/staff"
    run("watch", "add", url, "--case", case)
    run("watch", "run", "--case", case)
    refused = run("watch", "run", "--live", "--case", case)
    assert refused.code == 2
    assert "[live]" in refused.err
    permit(case, server)
    run("watch", "run", "--case", case)
    assert server.saw == []


def test_a_live_look_says_what_the_server_sees_and_the_server_learns_no_name(
    case: Path, server: Site, world: World, run: Run
) -> None:
    url = permit(case, server)
    run("watch", "add", url, "--kind", "list", "--mission", "XV/XB", "--case", case)
    first = run("watch", "run", url, "--live", "--case", case)
    assert first.code == 0, first.err
    assert "127.0.0.1 will see: a request for" in first.err
    assert "Permitted by: A. Editor" in first.err
    run("watch", "run", url, "--live", "--case", case)
    assert [path for path, _ in server.saw] == ["/staff", "/staff"]
    for _, headers in server.saw:
        said = json.dumps(headers).casefold()
        assert headers["User-Agent"].startswith("Mozilla/5.0")
        assert not any(word in said for word in ("legation", __version__, "news.example", "desk@", "editor", "python"))
        assert not {"Cookie", "Referer", "From", "Via", "X-Forwarded-For"} & set(headers)
    archive_saw = [headers["User-Agent"] for _, headers in world.asked]
    assert archive_saw
    assert all("desk@news.example" in name and "legation/" in name for name in archive_saw)


def test_a_live_look_is_a_capture_with_its_record_and_changes_are_told(case: Path, server: Site, run: Run) -> None:
    url = permit(case, server)
    run("watch", "add", url, "--kind", "list", "--mission", "XV/XB", "--case", case)
    run("watch", "run", url, "--live", "--case", case)
    server.body = page(KESTREN)
    changes = run("watch", "run", url, "--live", "--case", case, "--jsonl").rows
    with Case.open(case) as opened:
        captures = [one for one in opened.kept.captures() if one.origin == "live"]
        attempts = [one for one in opened.errands.attempts() if one.archive == "live"]
    assert [one.given.url for one in captures] == [url] * len(captures)
    assert all(one.retrieval and one.retrieval.record for one in attempts)
    assert [(row["change"], row["was"]["name"]) for row in changes] == [("left", "Dario VELTRAN")]
    assert run("verify", "--case", case).code == 0


def test_a_redirect_to_another_host_is_not_followed(case: Path, server: Site, run: Run) -> None:
    url = permit(case, server)
    server.status, server.location = 302, "http://elsewhere.example/staff"
    run("watch", "add", url, "--case", case)
    assert run("watch", "run", url, "--live", "--case", case).code == 0
    assert len(server.saw) == 1
    with Case.open(case) as opened:
        (capture,) = opened.kept.captures()
    assert capture.given.http_status == 302


def test_a_server_that_is_not_permitted_is_not_asked_and_costs_no_other(case: Path, server: Site, run: Run) -> None:
    permit(case, server)
    run("watch", "run", "--case", case)
    done = run("watch", "run", "--live", "--case", case)
    assert "isn't among the hosts" in done.err
    assert server.saw == []


def test_the_cases_proxy_is_asked_instead_of_the_server(case: Path, server: Site, run: Run) -> None:
    with site(page(SORENN)) as proxy:
        url = permit(case, server, proxy=proxy.base)
        run("watch", "add", url, "--kind", "list", "--mission", "XV/XB", "--case", case)
        done = run("watch", "run", url, "--live", "--case", case)
        assert "the address of your proxy" in done.err
        assert server.saw == []
        assert [path for path, _ in proxy.saw] == [url]


def test_through_a_socks_proxy_not_even_the_name_is_asked_for_here(case: Path, server: Site, run: Run) -> None:
    pytest.importorskip("socksio")
    with socks(("127.0.0.1", int(server.base.rpartition(":")[2]))) as (proxy, wanted):
        permit(case, server, proxy=proxy)
        about = case / "case.toml"
        about.write_text(about.read_text("utf-8").replace('"127.0.0.1"', '"mission.nowhere.example"'), "utf-8")
        url = "http://mission.nowhere.example/staff"
        run("watch", "add", url, "--kind", "list", "--mission", "XV/XB", "--case", case)
        done = run("watch", "run", url, "--live", "--case", case)
    assert done.code == 0, done.err
    assert wanted == [(3, b"mission.nowhere.example", 80)]
    assert [(path, headers["Host"]) for path, headers in server.saw] == [("/staff", "mission.nowhere.example")]


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ("live = 3", "table"),
        ("[live]\nhosts = []\npermission = 'x'", "hosts"),
        ("[live]\nhosts = ['m.example']\npermission = ' '", "permission"),
        ("[live]\nhosts = ['m.example']\npermission = 'x'\nagent = 'y'", "agent"),
        ("[live]\nhosts = 'm.example'\npermission = 'x'", "hosts"),
    ],
)
def test_a_permission_that_says_too_little_or_something_else_is_none(
    case: Path, run: Run, table: str, named: str
) -> None:
    about = case / "case.toml"
    about.write_text(about.read_text(encoding="utf-8") + f"\n{table}\n", encoding="utf-8")
    refused = run("watch", "run", "--live", "--case", case)
    assert refused.code == 2
    assert named in refused.err
