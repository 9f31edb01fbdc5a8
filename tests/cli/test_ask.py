from __future__ import annotations

from pathlib import Path

from legation.store.case import Case
from tests.cli.world import FIELDS, SAYS, Run


def test_a_second_build_finds_nothing_new(built: Path, run: Run) -> None:
    again = run("build", "--case", built, "--jsonl")
    assert again.code == 0
    assert "nothing new" in again.err
    assert (again.rows[0]["new"], again.rows[0]["read"]) == (False, 0)


def test_one_more_edition_reads_only_that_edition(built: Path, lists: Path, run: Run) -> None:
    more = lists / "2020-07-01.csv"
    more.write_bytes((lists / "2020-06-01.csv").read_bytes() + b"\n")
    with Case.open(built) as case:
        before = case.memo.count()
        run("add", lists, "--kind", "list", "--receiving", "XB", "--case", built)
        assert case.memo.count() == before + 1
    row = run("build", "--case", built, "--jsonl").rows[0]
    assert (row["new"], row["read"], row["editions"]) == (True, 0, 4)


def test_what_was_read_may_be_thrown_away_and_is_read_again(built: Path, run: Run) -> None:
    before = run("postings", "--case", built, "--jsonl").rows
    with Case.open(built) as case:
        case.memo.prune(())
        case.derived.clear()
    row = run("build", "--case", built, "--jsonl").rows[0]
    assert (row["new"], row["read"]) == (True, 3)
    assert run("postings", "--case", built, "--jsonl").rows == before


def test_postings_on_a_day_are_certain_possible_or_left_out(built: Path, run: Run) -> None:
    def on(day: str) -> dict[str, str]:
        rows = run("postings", "--mission", "XV/XB", "--on", day, "--case", built, "--jsonl").rows
        return {row["person"]["label"].split()[-1].casefold(): row["on"] for row in rows}

    assert on("2020-03-01") == dict.fromkeys(["veltran", "sorenn", "golum", "task"], "certain")
    assert on("2020-03-20")["task"] == "possible"
    assert on("2020-03-20")["golum"] == "certain"
    assert "task" not in on("2020-04-02")
    assert on("2021-01-01")["golum"] == "possible"


def test_changes_show_who_left_between_which_days(built: Path, run: Run) -> None:
    rows = run(
        "changes", "--mission", "XV/XB", "--from", "2020-03-01", "--to", "2020-06-01", "--case", built, "--jsonl"
    ).rows
    assert [(row["change"], row["after"]) for row in rows] == [("left", None)]
    assert rows[0]["window"] == {"earliest": "2020-03-02", "latest": "2020-04-01"}


def test_days_in_the_wrong_order_are_wrong_usage(built: Path, run: Run) -> None:
    assert run("changes", "--from", "2020-06-01", "--to", "2020-03-01", "--case", built).code == 2


def test_a_mission_may_be_given_in_words(built: Path, run: Run) -> None:
    key = run("postings", "--mission", "XV/XB", "--case", built, "--jsonl").rows
    assert run("postings", "--mission", "velmark brannia", "--case", built, "--jsonl").rows == key


def test_words_without_a_party_name_no_mission(built: Path, run: Run) -> None:
    ran = run("missions", "the thing over there", "--case", built, "--jsonl")
    assert ran.rows == []
    assert "no mission" in ran.err


def test_a_mission_is_found_without_a_case(tmp_path: Path, run: Run) -> None:
    rows = run("missions", "norwegian embassy lisbon", "--jsonl").rows
    assert [(row["id"], row["editions"]) for row in rows] == [("NO/PT", [])]


def test_a_person_is_found_by_the_beginning_of_a_name(built: Path, run: Run) -> None:
    rows = run("persons", "gol", "--case", built, "--jsonl").rows
    assert len(rows) == 1
    assert rows[0]["missions"] == ["XV/XB"]
    by_name = run("postings", "--person", "golum", "--case", built, "--jsonl").rows
    by_id = run("postings", "--person", rows[0]["id"], "--case", built, "--jsonl").rows
    assert by_name == by_id != []


def test_a_tally_walks_every_edition_around_the_announcement(built: Path, run: Run) -> None:
    run("note", "event", *FIELDS, *SAYS, "--case", built)
    assert "run `legation build`" in run("tally", "--case", built).err
    run("build", "--case", built)
    row = run("tally", "--mission", "XV/XB", "--case", built, "--jsonl").rows[0]
    assert row["announced"] == 2
    assert [(step["as_of"], step["listed"]) for step in row["steps"]] == [("2020-03-01", 4), ("2020-04-01", 3)]
    assert (row["left"], row["joined"], row["rest"]) == (1, 0, 1)
    table = run("tally", "--case", built).out
    assert "two of them must leave" in table
    assert "2020-03-01.csv" in table


def test_remaining_takes_a_happening_or_its_beginning(built: Path, run: Run) -> None:
    run("note", "event", *FIELDS, *SAYS, "--case", built)
    run("build", "--case", built)
    happening = run("events", "--case", built, "--jsonl").rows[0]
    assert happening["passages"][0]["quote"] == "two of them must leave"
    rows = run("remaining", happening["id"], "--case", built, "--jsonl").rows
    assert sorted(row["state"] for row in rows) == ["left-in-window", "still-listed", "still-listed", "still-listed"]
    short = happening["id"][: len("happening-") + 8]
    assert run("remaining", short, "--case", built, "--jsonl").rows == rows
    assert run("remaining", short.removeprefix("happening-"), "--case", built, "--jsonl").rows == rows


def test_why_shows_rule_inputs_and_quotes(built: Path, run: Run) -> None:
    posting = run("postings", "--person", "task", "--case", built, "--jsonl").rows[0]
    row = run("why", posting["id"], "--case", built, "--jsonl").rows[0]
    assert row["of"] == "posting"
    assert row["derivation"]
    assert all(given["quote"] for step in row["derivation"] for given in step["inputs"] if "quote" in given)
    assert row["passages"] == posting["passages"]
    assert "2020-03-01.csv" in run("why", posting["id"], "--case", built).out


def test_every_kind_of_id_has_its_reason(built: Path, run: Run) -> None:
    run("note", "event", *FIELDS, *SAYS, "--case", built)
    run("build", "--case", built)
    ids: list[str] = []
    for words in (("postings",), ("changes",), ("events",), ("tally",), ("captures",), ("persons",)):
        ids += [row["id"] for row in run(*words, "--case", built, "--jsonl").rows[:2]]
    for id_ in ids:
        ran = run("why", id_, "--case", built, "--jsonl")
        assert (ran.code, len(ran.rows)) == (0, 1)


def test_an_unknown_id_is_wrong_usage(built: Path, run: Run) -> None:
    assert run("why", "listing-00000000", "--case", built).code == 2
    assert run("why", "nonsense!", "--case", built).code == 2


def test_tables_name_the_source_on_every_line(built: Path, run: Run) -> None:
    lines = run("postings", "--mission", "XV/XB", "--case", built).out.splitlines()[1:]
    assert len(lines) == 4
    assert all(".csv" in line for line in lines)


def test_a_case_that_was_never_built_says_so(case: Path, run: Run) -> None:
    assert "never built" in run("postings", "--case", case).err
