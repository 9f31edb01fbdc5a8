from __future__ import annotations

from pathlib import Path

from tests.cli.world import HEADER, STAFF, Run


def test_read_gives_the_document_then_its_lines(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text("First line\n\nSecond line\n", encoding="utf-8")
    rows = run("read", tmp_path / "a.txt", "--jsonl").rows
    assert [row["kind"] for row in rows] == ["document", "block", "block"]
    assert [row["text"] for row in rows[1:]] == ["First line", "Second line"]


def test_a_roster_is_read_without_a_case(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.csv").write_text((HEADER + "".join(STAFF[:2])).replace("Velmark", "Norway"), encoding="utf-8")
    ran = run("extract", "roster", tmp_path / "a.csv", "--receiving", "PT", "--as-of", "2020-03", "--jsonl")
    kinds = [row["kind"] for row in ran.rows]
    assert kinds.count("listing") == 2
    assert (ran.rows[0]["kind"], ran.rows[0]["as_of"], ran.rows[0]["as_of_basis"]) == ("edition", "2020-03", "given")
    assert {row["mission"] for row in ran.rows if row["kind"] == "listing"} == {"NO/PT"}


def test_news_counts_references_inside_the_file(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text(
        "Norway expels four Portuguese diplomats\n\nNorway expelled four Portuguese diplomats on Monday.\n", "utf-8"
    )
    ran = run("extract", "news", tmp_path / "a.txt", "--published", "2020-03-03", "--jsonl")
    assert ran.code == 0
    events = [row for row in ran.rows if row["kind"] == "event"]
    assert ("NO", "PT", 4) in {(row["actor"], row["target"], row["count"]) for row in events}


def test_files_come_in_their_order_and_bad_ones_are_problems(tmp_path: Path, run: Run) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(f"{name}\n", encoding="utf-8")
    ran = run("read", *(tmp_path / name for name in ("b.txt", "gone.txt", "a.txt", "c.txt")), "--jsonl")
    assert [row["text"] for row in ran.rows if row["kind"] == "block"] == ["b.txt", "a.txt", "c.txt"]
    assert ran.code == 3
    assert [problem["code"] for problem in ran.problems] == ["unreadable"]


def test_foreign_text_cannot_steer_the_terminal(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text("before \x1b[31mred\x1b[0m \u202eafter\n", encoding="utf-8")
    out = run("read", tmp_path / "a.txt").out
    assert "\x1b" not in out
    assert "\u202e" not in out
