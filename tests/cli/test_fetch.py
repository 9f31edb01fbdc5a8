from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from legation.archive.vault import Vault
from legation.store.case import Case
from legation.store.digest import case_digest
from tests.archive.stand_in import Kept, World, configure, stand_in
from tests.cli.conftest import make_case
from tests.cli.world import Run

URL = "http://mission.example/staff"
STAFF = """<html><h1>Staff</h1><table>
<tr><td>Mr Dario VELTRAN<td>Ambassador
<tr><td>Ms Ilva SORENN<td>Counsellor
</table></html>"""
FIRST = Kept(url=URL, timestamp="20220204100000", body=STAFF.encode())


@pytest.fixture
def world() -> Iterator[World]:
    same = Kept(url=URL, timestamp="20220205100000", body=STAFF.encode())
    again = Kept(url=URL, timestamp="20220206100000", body=STAFF.encode(), revisit=True)
    moved = Kept(url=URL, timestamp="20220304100000", status=302, location="http://mission.example/")
    home = Kept(url="http://mission.example/", timestamp="20220304100000", body=b"<html>Welcome</html>")
    gone = Kept(url=URL, timestamp="20220404100000", status=404, body=b"<html>Not found</html>")
    with stand_in(World(captures=[FIRST, same, again, moved, home, gone])) as world:
        yield world


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def case(tmp_path: Path, world: World) -> Path:
    made = make_case(tmp_path)
    configure(made, world)
    return made


def test_each_body_is_fetched_once_and_every_moment_is_kept(case: Path, world: World, run: Run) -> None:
    done = run("fetch", URL, "--mission", "XV/XB", "--case", case, "--jsonl")
    assert done.code == 0
    assert sorted(row["captured_at"][:10] for row in done.rows) == [
        "2022-02-04",
        "2022-02-05",
        "2022-02-06",
        "2022-03-04",
        "2022-03-04",
        "2022-04-04",
    ]
    assert world.pages_asked() == [
        f"/web/20220204100000id_/{URL}",
        f"/web/20220304100000id_/{URL}",
        "/web/20220304100000id_/http://mission.example/",
        f"/web/20220404100000id_/{URL}",
    ]
    assert [row["same_body_as"] for row in done.rows if row["same_body_as"]] == ["20220204100000"] * 2


def test_people_are_shown_one_table_with_the_days_and_what_is_odd(
    case: Path, world: World, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation.archive.client.SILENCE", 0.3)
    world.captures.append(Kept(url=URL, timestamp="20220504100000", body=STAFF.encode() * 2, lost=99, silent=True))
    done = run("fetch", URL, "--case", case)
    assert done.out.count("address") == 1
    assert "kept as cut off" in " ".join(done.out.split())
    assert "2022-02-04" in run("captures", "--case", case).out


def test_what_was_taken_before_the_archive_asks_to_wait_is_shown_to_people(case: Path, world: World, run: Run) -> None:
    world.faults += ["", "", "429:0"]
    stopped = run("fetch", URL, "--case", case)
    assert (stopped.code, stopped.out.count("2022-02-04")) == (1, 1)


def test_fetching_again_asks_for_nothing_but_the_index(case: Path, world: World, run: Run) -> None:
    run("fetch", URL, "--case", case)
    before = len(world.pages_asked())
    again = run("fetch", URL, "--case", case, "--jsonl")
    assert again.rows == []
    assert len(world.pages_asked()) == before
    world.captures.append(Kept(url=URL, timestamp="20220504100000", body=b"<html>new</html>"))
    (row,) = run("fetch", URL, "--case", case, "--jsonl").rows
    assert row["captured_at"].startswith("2022-05-04")


def test_what_is_fetched_becomes_editions_and_errors_and_redirects_never_do(case: Path, run: Run) -> None:
    run("fetch", URL, "--kind", "list", "--mission", "XV/XB", "--case", case)
    built = run("build", "--case", case, "--jsonl")
    assert built.code == 0
    states = [row["state"] for row in run("captures", "--case", case, "--jsonl").rows]
    assert sorted(states) == ["error-page", "ok", "ok", "ok", "ok", "redirected"] or states.count("redirected") == 1
    (posting, _) = run("postings", "--mission", "XV/XB", "--case", case, "--jsonl").rows
    assert posting["editions"] == ["2022-02-04", "2022-02-05", "2022-02-06"]
    assert posting["end"] is None


def test_the_names_vanish_between_two_captures_that_can_be_compared(case: Path, world: World, run: Run) -> None:
    removed = b"<html><h1>Staff</h1><p>This page is being updated.</p></html>"
    world.captures.append(Kept(url=URL, timestamp="20220504100000", body=removed))
    run("fetch", URL, "--kind", "list", "--mission", "XV/XB", "--case", case)
    run("build", "--case", case)
    (row,) = run("vanished", "https://www.mission.example/staff/", "--case", case, "--jsonl").rows
    assert (row["names"], row["last_seen"]["at"][:10]) == (2, "2022-02-06")
    assert row["first_without"]["at"][:10] == "2022-05-04"
    assert [look["state"] for look in row["between"]] == ["redirected", "error-page"]
    assert "2022-05-04" in run("vanished", URL, "--case", case).out
    assert run("vanished", "http://other.example/", "--case", case).code != 0


def test_the_list_and_the_plan_fetch_nothing(case: Path, world: World, run: Run) -> None:
    listed = run("fetch", URL, "--list", "--case", case, "--jsonl")
    assert [row["kind"] for row in listed.rows] == ["holding"] * 5
    assert "3 requests to make" in run("fetch", URL, "--plan", "--case", case).err
    assert world.pages_asked() == []


def test_each_request_is_written_as_warc_with_our_time_and_the_archives_as_metadata(case: Path, run: Run) -> None:
    run("fetch", URL, "--to", "2022-02-04", "--case", case)
    with Case.open(case) as opened:
        (attempt,) = opened.errands.attempts()
        assert attempt.retrieval is not None
        data = Vault(opened.vault).get(attempt.retrieval.record or "")
    kinds = {}
    for record in ArchiveIterator(io.BytesIO(data)):
        kinds[record.rec_type] = (record.rec_headers.get_header("WARC-Date"), record.content_stream().read())
    assert set(kinds) == {"request", "response", "metadata"}
    assert kinds["response"][1] == STAFF.encode()
    assert not kinds["response"][0].startswith("2022-02-04")
    assert datetime.fromisoformat(kinds["response"][0]).tzinfo == UTC
    assert b"archived-at: 2022-02-04T10:00:00+00:00" in kinds["metadata"][1]


def test_only_the_archive_learns_who_asks(case: Path, world: World, run: Run) -> None:
    run("fetch", URL, "--case", case)
    assert all(
        "legation/" in headers["User-Agent"] and "desk@news.example" in headers["User-Agent"]
        for _, headers in world.asked
    )


def test_one_capture_that_cannot_be_had_costs_no_other(case: Path, world: World, run: Run) -> None:
    world.excluded.add("http://mission.example/")
    done = run("fetch", URL, "--case", case, "--jsonl")
    assert done.code == 3
    assert "archive-excluded" in done.err
    assert len([row for row in done.rows if row["outcome"] == "fetched"]) == 5


def test_when_the_archive_asks_to_wait_what_is_done_is_kept(case: Path, world: World, run: Run) -> None:
    world.faults += ["", "", "429:0"]
    stopped = run("fetch", URL, "--case", case, "--jsonl")
    assert stopped.code == 1
    assert "asks to wait" in stopped.err
    done = run("fetch", URL, "--case", case, "--jsonl")
    assert done.code == 0
    pages = world.pages_asked()
    assert pages.count(f"/web/20220204100000id_/{URL}") == 1
    assert len([path for path, _ in world.asked if path.startswith("/cdx")]) == 1


def test_an_outage_behind_captures_of_one_body_settles_nothing_and_costs_no_other(
    case: Path, world: World, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation.archive.client.WAITS", (0.0,))
    # the first of three equal bodies isn't had, nor the second, which is then asked for by itself
    world.faults += ["", "404", "", "", "", "503"]
    hindered = run("fetch", URL, "--case", case, "--jsonl")
    assert hindered.code == 3
    outcomes = {(row["requested_timestamp"], row["url"]): row["outcome"] for row in hindered.rows}
    assert outcomes["20220204100000", URL] == "not-held"
    assert outcomes["20220205100000", URL] == "archive-failing"
    assert outcomes["20220206100000", URL] == "fetched"
    done = run("fetch", URL, "--case", case, "--jsonl")
    assert [(row["requested_timestamp"], row["outcome"]) for row in done.rows] == [("20220205100000", "fetched")]


def test_other_words_change_what_is_said_and_ask_for_nothing(case: Path, world: World, run: Run) -> None:
    def postings(mission: str) -> int:
        assert run("build", "--case", case).code == 0
        return len(run("postings", "--mission", mission, "--case", case, "--jsonl").rows)

    run("fetch", URL, "--kind", "list", "--mission", "XV/XB", "--case", case)
    assert postings("XV/XB") == 2
    before = len(world.pages_asked())
    changed = run("fetch", URL, "--mission", "XV/XC", "--case", case, "--jsonl")
    assert (changed.code, len(changed.rows), len(world.pages_asked())) == (0, 6, before)
    assert (postings("XV/XB"), postings("XV/XC")) == (0, 2)
    with Case.open(case) as opened:
        assert {capture.given.kind for capture in opened.kept.captures()} == {"list"}
    run("fetch", URL, "--mission", "XV/XB", "--case", case)
    assert (postings("XV/XB"), postings("XV/XC")) == (2, 0)
    assert run("fetch", URL, "--mission", "XV/XB", "--case", case, "--jsonl").rows == []
    assert run("fetch", URL, "--case", case, "--jsonl").rows == []
    assert run("verify", "--case", case).code == 0


def test_an_index_that_lists_nothing_where_it_listed_captures_is_not_believed(
    case: Path, world: World, run: Run
) -> None:
    run("fetch", URL, "--case", case)
    world.faults.append("body:")
    doubtful = run("fetch", URL, "--case", case)
    assert doubtful.code == 1
    assert "listed 5 captures before" in doubtful.err
    assert run("fetch", URL, "--case", case).code == 0


def test_the_capture_nearest_to_a_day_is_chosen_by_the_timegate_or_from_the_index(
    case: Path, world: World, run: Run
) -> None:
    (row,) = run("fetch", URL, "--near", "2022-03-30", "--case", case, "--jsonl").rows
    assert row["captured_at"].startswith("2022-04-04")
    assert [path for path, _ in world.asked] == [f"/web/{URL}", f"/web/20220404100000id_/{URL}"]
    config = case / "archives.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text("\n".join(line if "timegate" not in line else 'timegate = ""' for line in text.splitlines()))
    (row,) = run("fetch", URL, "--near", "2022-02-04", "--case", case, "--jsonl").rows
    assert row["captured_at"].startswith("2022-02-04")
    assert run("fetch", URL, "--near", "2022", "--from", "2021", "--case", case).code == 2


def test_archived_redirects_that_lead_round_are_each_fetched_once(case: Path, world: World, run: Run) -> None:
    here, there = "http://mission.example/a", "http://mission.example/b"
    world.captures += [
        Kept(url=here, timestamp="20220204100000", status=302, location=there),
        Kept(url=there, timestamp="20220204100000", status=302, location=here),
    ]
    done = run("fetch", here, "--case", case, "--jsonl")
    assert done.code == 0
    assert sorted(row["url"] for row in done.rows) == [here, there]


def test_an_outage_settles_nothing_and_costs_no_other_capture(
    case: Path, world: World, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation.archive.client.WAITS", (0.0, 0.0))
    world.faults += ["", "", "503", "503"]
    hindered = run("fetch", URL, "--case", case, "--jsonl")
    assert hindered.code == 3
    assert "archive-failing" in hindered.err
    assert f"/web/20220404100000id_/{URL}" in world.pages_asked()
    before = len(world.pages_asked())
    done = run("fetch", URL, "--case", case, "--jsonl")
    assert done.code == 0
    assert world.pages_asked()[before] == f"/web/20220304100000id_/{URL}"


def test_a_page_that_the_archive_holds_back_is_named_by_its_own_address(case: Path, world: World, run: Run) -> None:
    world.faults.append("blocked")
    problem = json.loads(run("fetch", URL, "--case", case).err)
    assert (problem["code"], problem["item"]) == ("archive-excluded", URL)
    assert "/cdx/" not in problem["message"]


def test_walls_before_the_archive_settle_nothing_and_end_the_run(case: Path, world: World, run: Run) -> None:
    world.captures += [
        Kept(url=URL, timestamp=f"2023010{day}100000", body=b"<html>%d</html>" % day) for day in range(1, 10)
    ]
    wall = "body:<html>Verify that you are human</html>"
    world.faults += ["", "", wall, wall, wall]
    walled = run("fetch", URL, "--case", case, "--jsonl")
    assert walled.code == 1
    assert "page of its own" in walled.err
    assert len(world.pages_asked()) == 4
    assert run("fetch", URL, "--case", case).code == 0
    assert {row["outcome"] for row in run("fetch", URL, "--list", "--case", case, "--jsonl").rows} == {"fetched"}


def test_a_redirect_whose_target_was_not_asked_for_is_gone_on_from(case: Path, world: World, run: Run) -> None:
    # index, first page, redirect; then the archive asks to wait before the redirect's target
    world.faults += ["", "", "", "429:0"]
    assert run("fetch", URL, "--case", case).code == 1
    assert "/web/20220304100000id_/http://mission.example/" in world.pages_asked()[-1]
    run("fetch", URL, "--case", case)
    assert world.pages_asked().count("/web/20220304100000id_/http://mission.example/") == 2


def test_the_list_is_asked_anew_each_time(case: Path, world: World, run: Run) -> None:
    run("fetch", URL, "--list", "--case", case)
    run("fetch", URL, "--list", "--case", case)
    assert len(world.asked) == 2


def test_an_archive_that_nobody_named_is_a_wrong_use(case: Path, run: Run) -> None:
    wrong = run("fetch", URL, "--archive", "atlantis", "--case", case)
    assert wrong.code == 2
    assert "internet-archive" in wrong.err


def test_an_address_that_leads_inside_is_refused(case: Path, run: Run) -> None:
    text = (case / "archives.toml").read_text(encoding="utf-8")
    (case / "archives.toml").write_text(text.replace("loopback = true", "loopback = false"), encoding="utf-8")
    refused = run("fetch", URL, "--case", case)
    assert refused.code == 1
    assert "not a public address" in refused.err


def test_a_process_that_is_killed_goes_on_where_it_was(case: Path, world: World, run: Run, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    undisturbed = make_case(tmp_path / "other")
    configure(undisturbed, world)
    run("fetch", URL, "--case", undisturbed)
    run("build", "--case", undisturbed)
    world.asked.clear()
    command = [sys.executable, "-m", "legation", "fetch", URL, "--case", str(case), "--jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as killed:
        assert killed.stdout is not None
        acknowledged = json.loads(killed.stdout.readline())
        killed.send_signal(signal.SIGKILL)
    run("fetch", URL, "--case", case)
    run("build", "--case", case)
    assert world.pages_asked().count(f"/web/{acknowledged['requested_timestamp']}id_/{URL}") == 1
    with Case.open(case) as one, Case.open(undisturbed) as other:
        assert case_digest(one) == case_digest(other)
