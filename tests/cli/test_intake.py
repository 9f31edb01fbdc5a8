from __future__ import annotations

import csv
from pathlib import Path

from tests.cli.world import HEADER, STAFF, Run

EXPELLED = "Brannia on Tuesday expelled two diplomats from the Velmarkian embassy, the foreign ministry said.\n"
PROSE = "Brannia told two diplomats of Velmark to leave, the ministry said on Monday. The embassy did not answer.\n"


def test_adding_the_same_again_does_nothing(case: Path, lists: Path, run: Run) -> None:
    words = ("add", lists, "--kind", "list", "--receiving", "XB", "--case", case, "--jsonl")
    first, second = run(*words), run(*words)
    assert [row["new"] for row in first.rows] == [True, True, True]
    assert [row["new"] for row in second.rows] == [False, False, False]
    assert [row["id"] for row in first.rows] == [row["id"] for row in second.rows]


def test_a_report_without_its_day_asks_for_it_until_it_is_added_again_with_it(
    built: Path, tmp_path: Path, run: Run
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(EXPELLED, encoding="utf-8")
    added = run("add", article, "--case", built)
    assert "--published" in added.out
    first = run("build", "--case", built)
    assert "article.txt" in first.err
    assert "--published" in first.err
    asked = run("tally", "--mission", "XV/XB", "--case", built)
    assert "how many left can't be told from these lists" in asked.out
    assert "--published" in asked.out
    assert "article.txt" in run("status", "--case", built).out

    again = run("add", article, "--published", "2020-03-10", "--case", built)
    assert "instead of what was said before" in again.err
    assert run("build", "--case", built, "--jsonl").rows[0]["reports"] == 1
    (row,) = run("tally", "--mission", "XV/XB", "--case", built, "--jsonl").rows
    assert (row["announced"], row["left"]) == (2, 1)
    (happening,) = run("events", "--case", built, "--jsonl").rows
    assert len(happening["tellings"]) == 1
    captures = [row for row in run("captures", "--case", built, "--jsonl").rows if row["name"] == "article.txt"]
    assert [row["replaced_by"] for row in captures] == [captures[1]["id"], None]
    assert "article.txt" not in run("status", "--case", built).out


def test_a_list_says_what_it_lacks_from_outside(case: Path, tmp_path: Path, run: Run) -> None:
    staff = tmp_path / "staff.csv"
    staff.write_text("name,title\nMr Dario VELTRAN,Ambassador\nMs Ilva SORENN,Counsellor\n", encoding="utf-8")
    notes = run("add", staff, "--kind", "list", "--case", case, "--jsonl").rows[0]["notes"]
    assert [word for note in notes for word in ("--as-of", "--mission") if word in note] == ["--as-of", "--mission"]
    said = ("--as-of", "2020-03-01", "--mission", "XV/XB")
    assert run("add", staff, "--kind", "list", *said, "--case", case, "--jsonl").rows[0]["notes"] == []
    assert run("build", "--case", case, "--jsonl").rows[0]["editions"] == 1


def test_the_bytes_are_kept_unchanged_under_their_digest(case: Path, lists: Path, run: Run) -> None:
    row = run("add", lists / "2020-03-01.csv", "--kind", "list", "--case", case, "--jsonl").rows[0]
    digest = row["sha256"]
    stored = case / "vault" / digest[:2] / digest[2:4] / digest
    assert stored.read_bytes() == (lists / "2020-03-01.csv").read_bytes()


def test_a_bad_file_is_a_problem_of_its_own_and_the_others_go_through(case: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Cat")
    (tmp_path / "blob.bin").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "good.txt").write_text(PROSE, encoding="utf-8")
    names = ("empty.pdf", "cut.pdf", "blob.bin", "missing.pdf", "good.txt")
    ran = run("add", *(tmp_path / name for name in names), "--kind", "report", "--case", case, "--jsonl")
    assert ran.code == 3
    assert [row["name"] for row in ran.rows] == ["good.txt"]
    assert {Path(problem["item"]).name: problem["code"] for problem in ran.problems} == {
        "empty.pdf": "damaged",
        "cut.pdf": "damaged",
        "blob.bin": "unsupported",
        "missing.pdf": "unreadable",
    }
    assert all(Path(problem["item"]).name in problem["message"] for problem in ran.problems)


def test_one_file_that_fails_alone_is_a_failure(case: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    assert run("add", tmp_path / "empty.pdf", "--case", case).code == 1


def test_a_file_of_names_that_could_be_an_edition_is_refused_with_the_question(
    case: Path, tmp_path: Path, run: Run
) -> None:
    names = tmp_path / "names.csv"
    people = "Dario Veltran\nIlva Sorenn\nPetar Golum\nRuna Task\nAna Kovil\nOtto Brenn\nMila Darren\n"
    names.write_text(f"name\n{people}", encoding="utf-8")
    refused = run("add", names, "--case", case)
    assert refused.code == 2
    assert refused.problems[0]["code"] == "ambiguous"
    assert "names.csv" in refused.problems[0]["message"]
    assert "?" in refused.problems[0]["message"] or "--kind" in refused.problems[0]["message"]
    assert run("captures", "--case", case, "--jsonl").rows == []


def test_a_file_of_names_is_never_an_edition(case: Path, tmp_path: Path, run: Run) -> None:
    names = tmp_path / "names.csv"
    names.write_text("name\nDario Veltran\nIlva Sorenn\n", encoding="utf-8")
    assert run("add", names, "--kind", "names", "--case", case).code == 0
    built = run("build", "--case", case, "--jsonl").rows[0]
    assert (built["editions"], built["listings"]) == (0, 0)


def test_an_impossible_date_is_wrong_usage_that_names_it(case: Path, lists: Path, run: Run) -> None:
    ran = run("add", lists, "--as-of", "2020-02-30", "--case", case)
    assert ran.code == 2
    assert "2020-02-30" in ran.err
    assert "--as-of" in ran.err


def test_a_manifest_says_what_each_file_is(case: Path, lists: Path, run: Run) -> None:
    manifest = lists / "manifest.csv"
    with manifest.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["File", "kind", "as_of", "receiving", "remark"])
        writer.writerow(["2020-03-01.csv", "list", "2020-03-02", "XB", "from the archive"])
        writer.writerow(["2020-04-01.csv", "list", "2020-04-31", "XB", ""])
        writer.writerow(["", "list", "", "", "no file"])
        writer.writerow(["nowhere.csv", "list", "", "XB", ""])
    ran = run("add", "--manifest", manifest, "--case", case, "--jsonl")
    assert ran.code == 3
    assert [(row["name"], row["as_of"]) for row in ran.rows] == [("2020-03-01.csv", "2020-03-02")]
    messages = [problem["message"] for problem in ran.problems]
    assert any("row 3" in message and "2020-04-31" in message for message in messages)
    assert any("row 4" in message for message in messages)
    assert any("nowhere.csv" in message for message in messages)


def test_a_manifest_without_a_column_for_files_is_wrong_usage(case: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "manifest.csv").write_text("kind,as_of\nlist,2020\n", encoding="utf-8")
    ran = run("add", "--manifest", tmp_path / "manifest.csv", "--case", case)
    assert ran.code == 2
    assert "`file`" in ran.err


def test_a_folder_stands_for_its_files_but_not_for_hidden_ones(case: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "mixed"
    (folder / "deep").mkdir(parents=True)
    (folder / ".hidden.csv").write_text(HEADER + STAFF[0], encoding="utf-8")
    (folder / "deep" / "a.csv").write_text(HEADER + STAFF[0], encoding="utf-8")
    ran = run("add", folder, "--kind", "list", "--case", case, "--jsonl")
    assert [row["name"] for row in ran.rows] == ["a.csv"]


def test_nothing_to_add_is_wrong_usage(case: Path, run: Run) -> None:
    assert run("add", "--case", case).code == 2


def test_a_folder_that_is_a_case_already_is_not_made_one_again(case: Path, run: Run) -> None:
    assert run("init", case).code != 0


def test_a_folder_without_a_case_is_wrong_usage_with_the_next_step(tmp_path: Path, run: Run) -> None:
    ran = run("postings", "--case", tmp_path)
    assert ran.code == 2
    assert "legation init" in ran.err
