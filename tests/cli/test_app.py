"""The program as a process: streams, exit codes, and being stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from legation.store.case import Case
from tests.cli.world import HEADER, STAFF, Run

GROUPS = {"check": ("check", "draft"), "extract": ("extract", "roster"), "names": ("names", "compare")}
PROGRAM = [sys.executable, "-c", "from legation.cli import main; main()"]


def legation(*words: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [*PROGRAM, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_help_and_version_load_no_reader_and_no_database() -> None:
    code = (
        "import sys\nfrom legation.cli.app import legation\n"
        "try: legation(['--help'], prog_name='legation')\nexcept SystemExit: pass\n"
        "assert not {'sqlalchemy', 'rich', 'pypdfium2', 'babel'} & set(sys.modules), sorted(sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert legation("--version").stdout.startswith("legation ")


def test_every_command_explains_itself_with_an_example(run: Run) -> None:
    from legation.cli.app import COMMANDS

    for name in COMMANDS:
        words = (*GROUPS.get(name, (name,)), "--help")
        ran = run(*words)
        assert ran.code == 0
        (example,) = (line for line in ran.out.splitlines() if "Example: legation" in line)
        assert example.count('"') % 2 == 0, "an example can be copied as a whole"
        assert "\b" not in ran.out
        assert "\\b" not in ran.out


def test_the_first_steps_stand_line_by_line_in_the_help(run: Run) -> None:
    out = run("--help").out
    assert "\n  Begin with an invented case:      legation demo\n" in out
    assert "\\b" not in out


def test_with_jsonl_nothing_but_rows_stands_on_stdout(built: Path) -> None:
    ran = legation("postings", "--case", built, "--jsonl")
    assert ran.returncode == 0
    assert all(json.loads(line)["kind"] == "posting" for line in ran.stdout.splitlines())
    built_again = legation("build", "--case", built, "--jsonl")
    assert json.loads(built_again.stdout)["kind"] == "built"


def test_wrong_usage_ends_with_two(tmp_path: Path) -> None:
    assert legation("nonsense").returncode == 2
    assert legation("build", "--case", tmp_path).returncode == 2


def test_a_reader_that_stops_early_is_no_error(built: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "postings", "--case", str(built), "--jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    process.wait()
    assert b"Traceback" not in errors


def test_a_second_writer_is_told_that_the_case_is_locked(case: Path, lists: Path) -> None:
    with Case.open(case) as open_case, open_case.writing():
        ran = legation("add", lists, "--kind", "list", "--case", case)
    assert ran.returncode == 5
    assert str(os.getpid()) in ran.stderr


def test_readers_are_not_kept_waiting_by_a_writer(built: Path) -> None:
    with Case.open(built) as open_case, open_case.writing():
        assert legation("postings", "--case", built, "--jsonl").returncode == 0


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_build_goes_on_where_it_was(case: Path, tmp_path: Path, run: Run, stop: signal.Signals) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1, 13):
        body = "".join(STAFF) * 12
        (folder / f"2020-01-{number:02}.csv").write_text(HEADER + body, encoding="utf-8")
    assert run("add", folder, "--kind", "list", "--receiving", "XB", "--case", case).code == 0
    with Case.open(case) as added:
        added.memo.prune(())
    process = subprocess.Popen(
        [*PROGRAM, "build", "--case", str(case)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with Case.open(case) as watched:
        while watched.memo.count() < 3 and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(stop)
        _, errors = process.communicate(timeout=60)
        done = watched.memo.count()
    assert 3 <= done <= 12
    if stop is signal.SIGINT and process.returncode != 0:
        assert process.returncode == 130
        assert "what is done is kept" in errors
        assert "Traceback" not in errors
    went_on = run("build", "--case", case, "--jsonl").rows[0]
    assert went_on["read"] == 12 - done
    assert (went_on["editions"], went_on["unread"]) == (12, [])


def test_a_damaged_byte_in_the_vault_fails_the_check(built: Path) -> None:
    stored = next(path for path in (built / "vault").rglob("*") if path.is_file())
    stored.chmod(0o644)
    stored.write_bytes(b"x" + stored.read_bytes()[1:])
    ran = legation("verify", "--case", built)
    assert ran.returncode == 4
    assert stored.name in ran.stdout + ran.stderr


def test_no_message_shows_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text("nonsense", encoding="utf-8")
    (tmp_path / "case.db").write_bytes(b"nonsense")
    ran = legation("status", "--case", tmp_path)
    assert ran.returncode in (2, 4)
    assert "Traceback" not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no device that is always full")
def test_output_that_nobody_takes_is_told_in_a_sentence(built: Path) -> None:
    command = [*PROGRAM, "postings", "--case", str(built), "--jsonl"]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 1
    assert "make room" in ran.stderr
    assert "Traceback" not in ran.stderr
