from __future__ import annotations

from pathlib import Path

from tests.cli.world import FIELDS, SAYS, Run


def test_a_note_without_a_source_is_refused(case: Path, run: Run) -> None:
    ran = run("note", "event", *FIELDS, "--case", case)
    assert ran.code == 2
    assert "--source" in ran.err


def test_a_note_from_an_address_needs_quote_and_day(case: Path, run: Run) -> None:
    assert "--quote" in run("note", "event", *FIELDS, "--url", "https://example.org", "--case", case).err
    ran = run("note", "event", *FIELDS, "--url", "https://example.org", "--quote", "they must leave", "--case", case)
    assert "--date" in ran.err


def test_the_quote_of_a_note_stands_in_hashed_bytes(case: Path, run: Run) -> None:
    row = run("note", "event", *FIELDS, *SAYS, "--case", case, "--jsonl").rows[0]
    passage = row["passage"]
    digest = passage["sha256"]
    text = (case / "vault" / digest[:2] / digest[2:4] / digest).read_text(encoding="utf-8")
    assert text[passage["start"] : passage["end"]] == "two of them must leave"
    assert "https://example.org/news" in text


def test_the_quote_of_a_note_is_found_in_its_file_over_line_breaks(case: Path, tmp_path: Path, run: Run) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("To the editor\n\nOn 10 March two of\nthem were told to leave.\n", encoding="utf-8")
    ran = run(
        "note", "event", *FIELDS, "--source", letter, "--quote", "two of them were told", "--case", case, "--jsonl"
    )
    assert ran.code == 0
    assert ran.rows[0]["passage"]["quote"] == "two of them were told"
    assert len(ran.rows[0]["passage"]["parts"]) == 2


def test_a_quote_that_does_not_stand_in_the_file_is_refused(case: Path, tmp_path: Path, run: Run) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Nothing of that kind.\n", encoding="utf-8")
    ran = run("note", "event", *FIELDS, "--source", letter, "--quote", "two of them", "--case", case)
    assert ran.code == 2
    assert "letter.txt" in ran.err


def test_a_grave_claim_needs_its_claimant(case: Path, run: Run) -> None:
    fields = ("type=affiliation", "subject=Runa Task", "object=the service", "wording=believed to be")
    refused = run("note", "claim", *fields, *SAYS, "--case", case)
    assert refused.code == 2
    assert "speaker" in refused.err
    taken = run(
        "note", "claim", *fields, "speaker=a former colleague", "stance=believes", *SAYS, "--case", case, "--jsonl"
    )
    assert taken.rows[0]["status"] == "alleged"
    assert taken.rows[0]["attribution"][0]["speaker"] == "a former colleague"


def test_unknown_fields_and_values_are_named(case: Path, run: Run) -> None:
    assert "colour" in run("note", "event", "type=expulsion", "colour=red", *SAYS, "--case", case).err
    assert "forty" in run("note", "event", "type=expulsion", "count=forty", *SAYS, "--case", case).err
    assert "expulsion" in run("note", "event", "type=exile", *SAYS, "--case", case).err
    assert run("note", "event", "type", *SAYS, "--case", case).code == 2


def test_a_confidential_note_is_kept_apart_and_read_by_nothing(case: Path, run: Run) -> None:
    ran = run("note", "event", *FIELDS, "--confidential", "a friend", "--case", case, "--jsonl")
    assert (ran.code, ran.out) == (0, "")
    apart = case / "confidential.jsonl"
    assert "a friend" in apart.read_text(encoding="utf-8")
    assert apart.stat().st_mode & 0o077 == 0
    run("build", "--case", case)
    for words in (("events",), ("claims",), ("captures",), ("status",), ("tally",)):
        assert "a friend" not in run(*words, "--case", case, "--jsonl").out
    assert b"a friend" not in (case / "case.db").read_bytes()


def test_entering_the_same_note_twice_changes_nothing(case: Path, run: Run) -> None:
    first = run("note", "event", *FIELDS, *SAYS, "--case", case, "--jsonl")
    second = run("note", "event", *FIELDS, *SAYS, "--case", case, "--jsonl")
    assert first.rows == second.rows
    assert run("status", "--case", case, "--jsonl").rows[0]["notes"] == 1


def test_words_entered_in_confidence_do_not_leave_by_way_of_an_open_note(case: Path, tmp_path: Path, run: Run) -> None:
    words = "she saw the two of them leave by the back door"
    saying = ("type=statement", "subject=Runa Task", f"object={words}", "speaker=a neighbor", "stance=asserts")
    run("note", "claim", *saying, "--confidential", "a friend", "--case", case)
    run("build", "--case", case)
    page = tmp_path / "page.html"
    assert run("export", "page", "-o", page, "--case", case).code == 0
    page.unlink()
    run("note", "claim", *saying, *SAYS, "--case", case)
    run("build", "--case", case)
    stopped = run("export", "page", "-o", page, "--case", case)
    assert (stopped.code, page.exists()) == (4, False)
    assert "in confidence" in stopped.err
    assert words.encode() not in (case / "confidential.marks").read_bytes()
