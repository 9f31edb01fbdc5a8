from __future__ import annotations

import os
import pty
import re
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from legation.cli.time_axis import axis
from tests.cli.conftest import make_case
from tests.cli.world import HEADER, Run

HOME = "".join(
    f"Velmark,Mr {name},Counsellor,2009-02-03\n" for name in ("Zdenko MARVALIC", "Egon TRUVAL", "Otto BRENN")
)
AWAY = "".join(
    f"Velmark,Mr {name},Counsellor,2013-02-03\n" for name in ("Zdenko MARVALIC", "Egon TRUVAL", "Ruben FESK")
)
OTHERS = "".join(
    f"Velmark,Ms {name},Attaché,2012-01-09\n" for name in ("Ilva SORENN", "Nora TASK", "Ana KOVIL", "Runa DELL")
)
PATIENCE = 60


@pytest.fixture
def case(tmp_path: Path, run: Run) -> Path:
    """Two persons whose names two hosts' lists print, three years apart."""
    made = make_case(tmp_path)
    for host, lists in (
        ("XB", {"2010-01-01": HOME + OTHERS, "2011-01-01": OTHERS}),
        ("XL", {"2013-01-01": AWAY, "2014-01-01": AWAY}),
    ):
        folder = tmp_path / host
        folder.mkdir()
        for day, lines in lists.items():
            (folder / f"{day}.csv").write_text(HEADER + lines, encoding="utf-8")
        assert run("add", folder, "--kind", "list", "--receiving", host, "--case", made).code == 0
    assert run("build", "--case", made).code == 0
    return made


class Terminal:
    """A command at a terminal of its own."""

    def __init__(self, master: int) -> None:
        self.master = master
        self.seen = ""

    def until(self, words: str) -> str:
        """What was printed since the last words, up to these."""
        ends = time.monotonic() + PATIENCE
        while words not in self.seen:
            assert time.monotonic() < ends, f"{words!r} never came: {self.seen}"
            if select.select([self.master], [], [], 0.2)[0]:
                try:
                    data = os.read(self.master, 4096)
                except OSError:
                    data = b""
                assert data, f"{words!r} never came: {self.seen}"
                self.seen += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", data.decode("utf-8", errors="replace"))
        before, _, self.seen = self.seen.partition(words)
        return before

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())


@contextmanager
def at_terminal(case: Path, *options: str) -> Iterator[Terminal]:
    pid, master = pty.fork()
    if pid == 0:
        os.environ.update(COLUMNS="90", LINES="40", NO_COLOR="1", PYTHONIOENCODING="utf-8", LC_ALL="C.UTF-8")
        command = [sys.executable, "-m", "legation", "review", "--author", "Ada", "--case", str(case), *options]
        os.execv(sys.executable, command)
    try:
        yield Terminal(master)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    finally:
        os.close(master)


def log(run: Run, case: Path) -> list[tuple[str, str, bool]]:
    return [(row["verdict"], row["why"], row["undone"]) for row in run("log", "--case", case, "--jsonl").rows]


def test_a_pair_is_judged_at_the_keyboard_and_its_weight_is_told_afterwards(case: Path, run: Run) -> None:
    with at_terminal(case) as terminal:
        shown = terminal.until("[q]uit")
        assert shown.count("“") in (3, 4)
        assert "2010" in shown
        assert "█" in shown
        assert "0.9" not in shown
        assert "(+" not in shown
        terminal.press("d")
        terminal.until("why")
        terminal.press("other handwriting\n")
        assert "The weights give" in terminal.until("[q]uit")
        terminal.press("q")
        assert "1 judged, 1 wait" in terminal.until("next: legation build")
    (row,) = run("log", "--case", case, "--jsonl").rows
    assert (row["verdict"], row["why"], row["author"]) == ("different", "other handwriting", "Ada")
    assert any("family" in step for step in row["shown"])
    assert row["rules"]


def test_a_review_goes_on_where_it_was_left(case: Path, run: Run) -> None:
    with at_terminal(case) as terminal:
        first = terminal.until("[q]uit")
        terminal.press("s")
        terminal.until("why")
        terminal.press("one biography\n")
        terminal.until("[q]uit")
        terminal.press("\x04")
        terminal.until("1 wait")
    with at_terminal(case) as terminal:
        second = terminal.until("[q]uit")
        assert {"MARVALIC" in first, "MARVALIC" in second} == {True, False}
        terminal.press("u")
        terminal.until("why")
        terminal.press("no photograph\n")
        terminal.until("1 judged, 0 wait")
    assert [verdict for verdict, _, _ in log(run, case)] == ["same", "unsure"]
    assert run("review", "--list", "--case", case, "--jsonl").rows == []
    assert len(run("review", "--list", "--unsure", "--case", case, "--jsonl").rows) == 1


def test_an_empty_line_repeats_the_reason_of_the_same_verdict_alone(case: Path, run: Run) -> None:
    with at_terminal(case) as terminal:
        terminal.until("[q]uit")
        terminal.press("s")
        terminal.until("why: ")
        terminal.press("one biography\n")
        terminal.until("[q]uit")
        terminal.press("d")
        terminal.until("why: ")
        terminal.press("\n")
        terminal.until("needs its reason")
        terminal.press("s")
        terminal.until("why [one biography]: ")
        terminal.press("\n")
        terminal.until("2 judged, 0 wait")
    assert log(run, case) == [("same", "one biography", False)] * 2


def test_the_last_judgement_is_taken_back_with_one_key(case: Path, run: Run) -> None:
    with at_terminal(case) as terminal:
        first = terminal.until("[q]uit")
        terminal.press("d")
        terminal.until("why")
        terminal.press("too young\n")
        terminal.until("[q]uit")
        terminal.press("z")
        again = terminal.until("[q]uit")
        assert ("MARVALIC" in first) == ("MARVALIC" in again)
        terminal.press("kk")
        terminal.until("0 judged, 2 wait")
    assert log(run, case) == [("different", "too young", True)]


def test_the_end_may_be_typed_before_it_is_asked_for(case: Path, run: Run) -> None:
    with at_terminal(case) as terminal:
        terminal.press("\x04")
        terminal.until("0 judged, 2 wait")
    assert log(run, case) == []


def test_a_judgement_without_a_reason_is_none(case: Path, run: Run) -> None:
    with at_terminal(case) as terminal:
        terminal.until("[q]uit")
        terminal.press("s")
        terminal.until("why")
        terminal.press("\n")
        terminal.until("needs its reason")
        terminal.press("q")
        terminal.until("0 judged")
    assert log(run, case) == []


def test_what_was_judged_in_review_is_honored_by_the_next_build_and_candidates_come_back_with_undo(
    case: Path, run: Run
) -> None:
    waiting = run("review", "--list", "--case", case, "--jsonl").rows
    pair = waiting[0]
    run("decide", pair["a"]["id"], pair["b"]["id"], "same", "--why", "one biography", "--case", case)
    run("build", "--case", case)
    (left,) = run("review", "--list", "--case", case, "--jsonl").rows
    assert left["id"] == waiting[1]["id"]
    run("undo", "--case", case)
    run("build", "--case", case)
    assert run("review", "--list", "--case", case, "--jsonl").rows == waiting


def test_without_a_terminal_the_review_says_what_to_do(case: Path, run: Run) -> None:
    ran = run("review", "--case", case)
    assert ran.code == 2
    assert "2 pairs wait" in ran.err
    assert "review --list" in ran.err


def test_pairs_that_wait_are_listed_without_their_probability(case: Path, run: Run) -> None:
    rows = run("review", "--list", "--case", case, "--jsonl").rows
    assert [row["kind"] for row in rows] == ["pair", "pair"]
    assert all("probability" not in row and row["passages"] for row in rows)
    assert "MARVALIC" in run("review", "--list", "--case", case).out


def test_years_stand_below_what_they_date() -> None:
    lines = axis([("A", [(date(2000, 1, 1), date(2000, 12, 31))]), ("B", [(date(2009, 1, 1), date(2009, 12, 31))])], 63)
    assert [len(line) for line in lines[:2]] == [63, 63]
    assert lines[0].index("█") == lines[2].index("2000")
    assert lines[1].rindex("█") == 62
    assert "█" not in lines[1][:50]
    assert axis([("A", []), ("B", [])], 63) == []


def test_status_says_how_many_pairs_wait_and_which_judgements_cannot_be_honored(case: Path, run: Run) -> None:
    first, second = run("review", "--list", "--case", case, "--jsonl").rows
    for a, b in ((first["a"], first["b"]), (second["a"], second["b"]), (first["a"], second["b"])):
        run("decide", a["id"], b["id"], "same", "--why", "alike", "--case", case)
    run("build", "--case", case)
    rows = run("status", "--case", case, "--jsonl").rows
    status = rows[0]
    assert (status["waiting"], status["refused"], status["loose"]) == (0, 1, 0)
    assert [row["why"] for row in rows if row["kind"] == "refused"] == ["alike"]
