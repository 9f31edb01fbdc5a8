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


def test_two_spellings_are_compared_part_by_part(run: Run) -> None:
    row = run("names", "compare", "Ilva Sorenn", "Ilva SORENN", "--jsonl").rows[0]
    assert (row["kind"], row["verdict"], row["score"]) == ("comparison", "same", 1.0)
    assert run("names", "compare", "Ilva Sorenn", "Otto Brenn", "--jsonl").rows[0]["verdict"] == "different"
    assert "same" in run("names", "compare", "Ilva Sorenn", "Ilva SORENN").out


def test_a_table_of_pairs_keeps_its_order_and_gets_a_score(tmp_path: Path, run: Run) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("id\tname_a\tname_b\n1\tIlva Sorenn\tIlva SORENN\n2\tIlva Sorenn\tOtto Brenn\n", "utf-8")
    lines = [line.split("\t") for line in run("names", "score", table).out.splitlines()]
    assert lines[0] == ["id", "name_a", "name_b", "score"]
    assert [line[0] for line in lines[1:]] == ["1", "2"]
    assert float(lines[1][3]) > float(lines[2][3])
    table.write_text("a\tb\n", "utf-8")
    assert run("names", "score", table).code == 2


def test_a_reading_is_explained_in_words_and_as_rows(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.csv").write_text("Country,Name,Position\nBrazil,Tovik HALBRECHT,Counsellor\n", encoding="utf-8")
    told = run("extract", "roster", tmp_path / "a.csv", "--explain")
    assert "one row is one person" in told.out
    rows = run("extract", "roster", tmp_path / "a.csv", "--explain", "--jsonl")
    assert {row["kind"] for row in rows.rows} == {"explanation"}


def test_a_list_beside_its_rows_is_one_page(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.csv").write_text("Country,Name,Position\nBrazil,Tovik HALBRECHT,Counsellor\n", encoding="utf-8")
    run("extract", "roster", tmp_path / "a.csv", "--html", tmp_path / "a.html")
    assert "HALBRECHT" in (tmp_path / "a.html").read_text(encoding="utf-8")
    both = run("extract", "roster", tmp_path / "a.csv", tmp_path / "a.csv", "--html", tmp_path / "b.html")
    assert both.code == 2


def test_the_page_of_a_reading_goes_through_the_gate(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.csv").write_text("Country,Name,Position\nBrazil,Tovik HALBRECHT,Counsellor\n", encoding="utf-8")
    ran = run("extract", "roster", tmp_path / "a.csv", "--html", tmp_path / "expelled-spies.html")
    assert ran.code == 0
    assert "would stop a publication" in ran.err
    assert "DRAFT" in (tmp_path / "expelled-spies.html").read_text(encoding="utf-8")
