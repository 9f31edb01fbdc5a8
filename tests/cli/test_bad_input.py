"""What becomes of input that can't be used: each file has its own outcome, and the others go through."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.world import HEADER, STAFF, Ran, Run
from tests.reading.printed import pdf

PAGE = [(72.0, 72.0 + 14 * line, 10.0, f"Mr Person NUMBER{line}, Second Secretary") for line in range(30)]
ERROR_PAGE = (
    "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1>"
    "<p>The requested URL was not found on this server.</p></body></html>"
)
BAD = {
    "empty.pdf": (b"", "damaged", ("again",)),
    "empty.txt": (b"", "damaged", ("again",)),
    "cut.pdf": (pdf(PAGE)[:400], "damaged", ("ends before", "get the whole file")),
    "locked.pdf": (pdf(PAGE, password="secret"), "damaged", ("password", "save it")),
    "error.html": (ERROR_PAGE.encode(), "ambiguous", ("404 Not Found", "--kind")),
    "blob.xyz": (bytes(range(256)) * 8, "unsupported", ("save it as",)),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(400), "unsupported", ("save it as",)),
}
"""Bytes, the code of the problem, and words that its message holds: what is wrong, and the next step."""

GOOD = HEADER + "".join(STAFF)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    folder = tmp_path / "bad"
    folder.mkdir()
    for name, (data, _, _) in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "2020-05-01.csv").write_text(GOOD, encoding="utf-8")
    return folder


def test_each_file_that_cannot_be_used_says_why_and_what_to_do_and_the_others_go_through(
    case: Path, bad: Path, run: Run
) -> None:
    ran = run("add", bad, "--receiving", "XB", "--case", case, "--jsonl")
    assert ran.code == 3
    assert [row["name"] for row in ran.rows] == ["2020-05-01.csv"]
    problems = {Path(problem["item"]).name: problem for problem in ran.problems}
    assert {name: problem["code"] for name, problem in problems.items()} == {
        name: code for name, (_, code, _) in BAD.items()
    }
    for name, (_, _, words) in BAD.items():
        message = problems[name]["message"]
        assert message.startswith(str(bad / name))
        assert all(word in message for word in words), message
    assert run("build", "--case", case, "--jsonl").rows[0]["editions"] == 1


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_alone_is_a_failure(case: Path, bad: Path, name: str, run: Run) -> None:
    assert run("add", bad / name, "--case", case).code == (2 if BAD[name][1] == "ambiguous" else 1)
    assert run("captures", "--case", case, "--jsonl").rows == []


def test_places_that_give_no_bytes_are_named(case: Path, bad: Path, run: Run) -> None:
    (bad / "gone.pdf").symlink_to(bad / "nowhere.pdf")
    os.mkfifo(bad / "pipe")
    paths = (bad / "missing.pdf", bad / "gone.pdf", bad / "pipe", bad / "2020-05-01.csv" / "inside")
    ran = run("add", *paths, "--case", case)
    assert ran.code == 1
    assert [(problem["item"], problem["code"]) for problem in ran.problems] == [
        (str(path), "unreadable") for path in paths
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions don't bind the superuser")
def test_a_file_without_permission_is_named(case: Path, bad: Path, run: Run) -> None:
    (bad / "2020-05-01.csv").chmod(0)
    (problem,) = run("add", bad / "2020-05-01.csv", "--case", case).problems
    assert problem["code"] == "unreadable"
    assert "permission" in problem["message"].lower()


def test_a_list_without_header_and_day_is_taken_and_says_what_it_lacks(case: Path, tmp_path: Path, run: Run) -> None:
    staff = tmp_path / "staff.csv"
    staff.write_text("Mr A. BRENN;Counsellor\nMs C. DORR;Attaché\nMr E. FAHL;Attaché\n", encoding="utf-8")
    ran = run("add", staff, "--kind", "list", "--case", case, "--jsonl")
    assert ran.code == 0
    assert ran.rows[0]["listings"] == 3
    assert any("--as-of" in note for note in ran.rows[0]["notes"])


def test_names_without_anything_else_are_no_edition(case: Path, tmp_path: Path, run: Run) -> None:
    names = tmp_path / "remembered.txt"
    names.write_text("Dario Veltran\nIlva Sorenn\nPetar Golum\nRuna Task\n", encoding="utf-8")
    ran = run("add", names, "--case", case, "--jsonl")
    taken = [row["input"] for row in ran.rows]
    assert taken in ([], ["names"])
    if not taken:
        assert "--kind" in ran.problems[0]["message"]
    assert run("build", "--case", case, "--jsonl").rows[0]["editions"] == 0


def test_an_impossible_date_in_a_manifest_names_its_row_and_the_others_go_through(
    case: Path, bad: Path, run: Run
) -> None:
    (bad / "again.csv").write_text(GOOD + STAFF[0], encoding="utf-8")
    manifest = bad / "manifest.csv"
    manifest.write_text("file,kind,as-of\n2020-05-01.csv,list,2020-02-30\nagain.csv,list,2020-05-02\n", "utf-8")
    ran = run("add", "--manifest", manifest, "--case", case, "--jsonl")
    assert ran.code == 3
    assert [row["name"] for row in ran.rows] == ["again.csv"]
    assert ran.problems[0]["item"] == f"{manifest}, row 2"
    assert "2020-02-30" in ran.problems[0]["message"]


def limited(case: Path, most: int, *words: str | Path) -> Ran:
    """Run a command that may write no file larger than so many bytes, as on a disk that is full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    command = [sys.executable, "-m", "legation", *map(str, words), "--case", str(case)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def test_a_full_disk_says_where_and_what_is_kept_and_the_next_run_goes_on(case: Path, bad: Path, run: Run) -> None:
    big = bad / "2020-06-01.csv"
    big.write_text(HEADER + "".join(STAFF) * 12000, encoding="utf-8")
    ran = limited(case, 1024 * 1024, "add", bad / "2020-05-01.csv", big, "--receiving", "XB")
    assert ran.code == 1
    assert "the disk has no room for" in ran.err
    assert str(case) in ran.err
    assert "free some and run the same command again" in ran.err
    assert "Traceback" not in ran.err
    assert run("verify", "--case", case).code == 0
    assert run("add", bad / "2020-05-01.csv", "--receiving", "XB", "--case", case).code == 0


def test_a_case_of_a_newer_version_is_left_alone(built: Path, run: Run) -> None:
    with sqlite3.connect(built / "case.db") as database:
        database.execute("PRAGMA user_version = 99")
    ran = run("status", "--case", built)
    assert ran.code == 5
    assert "install a newer Legation" in ran.err


def test_a_damaged_byte_stops_what_rests_on_it_and_nothing_else(built: Path, run: Run) -> None:
    digest = run("captures", "--case", built, "--jsonl").rows[0]["sha256"]
    stored = built / "vault" / digest[:2] / digest[2:4] / digest
    stored.chmod(0o644)
    stored.write_bytes(b"x" + stored.read_bytes()[1:])
    checked = run("verify", "--case", built)
    assert checked.code == 4
    assert digest in checked.out
    assert "restore" in checked.out
    assert run("postings", "--case", built, "--jsonl").code == 0


def test_a_file_is_corrected_by_saying_more_of_it(built: Path, run: Run) -> None:
    capture = run("captures", "--case", built, "--jsonl").rows[0]
    ran = run("correct", capture["id"], "published=2020-03-10", "--why", "in print", "--case", built)
    assert ran.code == 2
    assert capture["name"] in ran.err
    assert "add it again" in ran.err
