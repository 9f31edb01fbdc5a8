from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.world import Ran, Run, command

TIE = ("type=affiliation", "subject=Dario Veltran", "status=alleged", "speaker=Brannia's police", "stance=suspects")
SAYS = ("--url", "https://morning.example/a", "--quote", "suspects Dario Veltran", "--date", "2020-03-10")


def noted(case: Path) -> str:
    ran = command("note", "claim", *TIE, *SAYS, "--case", case, "--jsonl")
    assert ran.code == 0, ran.err
    assert command("build", "--case", case).code == 0
    return str(ran.rows[0]["id"])


@pytest.fixture
def claim(built: Path) -> str:
    """An allegation about somebody whom the lists show."""
    return noted(built)


def person(case: Path, name: str = "Veltran") -> str:
    return str(command("persons", name, "--case", case, "--jsonl").rows[0]["id"])


def published(case: Path, to: Path, *words: str) -> Ran:
    return command("export", "page", "--publish", "-o", to, *words, "--case", case)


def test_an_allegation_about_which_nobody_was_asked_stops_a_publication(
    built: Path, claim: str, tmp_path: Path
) -> None:
    ran = published(built, tmp_path / "page.html")
    assert (ran.code, (tmp_path / "page.html").exists()) == (4, False)
    assert f"unheard: {claim[:14]}" in ran.err
    assert command("export", "page", "-o", tmp_path / "draft.html", "--case", built).code == 0


def test_an_attempt_whose_deadline_is_over_lets_it_be_published(
    built: Path, claim: str, tmp_path: Path, run: Run
) -> None:
    sent = ("--sent", "2020-03-01 10:00", "--deadline", "2020-03-05 18:00", "--zone", "Europe/Berlin")
    ran = run("reply", "add", person(built), "--claim", claim, *sent, "--case", built, "--jsonl")
    assert ran.code == 0, ran.err
    (row,) = ran.rows
    assert (row["attempt"], row["state"], row["due"]) == (1, "overdue", "2020-03-05 18:00 Europe/Berlin")
    assert published(built, tmp_path / "page.html").code == 0
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "was asked in 1 attempt (by e-mail on 2020-03-01); no answer came by 2020-03-05 18:00 Europe/Berlin." in text


def test_a_deadline_that_is_to_come_holds_a_publication_up(built: Path, claim: str, tmp_path: Path, run: Run) -> None:
    ahead = ("--deadline", "2999-01-01", "--zone", "UTC")
    assert run("reply", "add", "Embassy of Velmark", "--claim", claim, *ahead, "--case", built).code == 0
    ran = published(built, tmp_path / "page.html")
    assert ran.code == 4
    assert "waits for its answer until 2999-01-01T23:59" in ran.err
    assert run("export", "page", "-o", tmp_path / "draft.html", "--case", built).code == 0
    text = (tmp_path / "draft.html").read_text(encoding="utf-8")
    assert "Embassy of Velmark has been asked to answer by 2999-01-01 23:59 UTC" in text
    assert "no answer came" not in text


def test_a_deadline_needs_its_time_zone(built: Path, claim: str, run: Run) -> None:
    ran = run("reply", "add", "X", "--claim", claim, "--deadline", "2999-01-01", "--case", built)
    assert (ran.code, "--zone" in ran.err) == (2, True)


def test_an_answer_stands_beside_the_claim_in_full_and_changes_it(
    built: Path, claim: str, tmp_path: Path, run: Run
) -> None:
    asked = run("reply", "add", person(built), "--claim", claim, "--case", built, "--jsonl").rows[0]["id"]
    words = ("--kind", "denied", "--text", "Это неправда.", "--language", "ru", "--translation", "This is not true.")
    ran = run("reply", "answer", asked, *words, "--changes", f"{claim}:status=denied", "--case", built, "--jsonl")
    assert ran.code == 0, ran.err
    (reply,) = ran.rows[0]["replies"]
    assert (reply["answer"], reply["changed"], ran.rows[0]["state"]) == ("denied", [claim], "denied")
    assert run("build", "--case", built).code == 0
    assert [row["status"] for row in run("claims", "--case", built, "--jsonl").rows if row["id"] == claim] == ["denied"]
    assert published(built, tmp_path / "page.html").code == 0
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "denied it on" in text
    assert "“Это неправда.” (translated: “This is not true.”)" in text


@pytest.mark.parametrize(
    "change", ["status=nonsense", "color=red", "status", "status=denied --changes {claim}:status=alleged"]
)
def test_an_answer_whose_change_cant_be_made_is_not_entered(built: Path, claim: str, run: Run, change: str) -> None:
    asked = run("reply", "add", "The Embassy", "--claim", claim, "--case", built, "--jsonl").rows[0]["id"]
    words = ("--kind", "denied", "--text", "No.", "--received", "2999-01-01 10:00", "--zone", "UTC")
    wrong = f"{claim}:{change.format(claim=claim)}".split()
    ran = run("reply", "answer", asked, *words, "--changes", *wrong, "--case", built)
    assert ran.code != 0
    assert run("reply", "list", "--case", built, "--jsonl").rows[0]["replies"] == []
    assert run("reply", "answer", asked, *words, "--changes", f"{claim}:status=denied", "--case", built).code == 0
    assert run("build", "--case", built).code == 0
    assert [row["status"] for row in run("claims", "--case", built, "--jsonl").rows if row["id"] == claim] == ["denied"]


def test_an_answer_that_is_entered_again_makes_the_changes_that_it_lacks_and_no_other(
    built: Path, claim: str, run: Run
) -> None:
    asked = run("reply", "add", "The Embassy", "--claim", claim, "--case", built, "--jsonl").rows[0]["id"]
    words = ("reply", "answer", asked, "--kind", "denied", "--text", "No.", "--received", "2999-01-01 10:00")
    again = (*words, "--zone", "UTC", "--changes", f"{claim}:status=denied", "--case", built)
    assert run(*again).code == 0
    assert run("undo", "--case", built).code == 0
    assert (run(*again).code, run(*again).code) == (0, 0)
    log = run("log", "--case", built, "--jsonl").rows
    assert [(row["verdict"], row["undone"]) for row in log] == [("correct", True), ("correct", False)]
    assert len(run("reply", "list", "--case", built, "--jsonl").rows[0]["replies"]) == 1


def test_a_waiver_has_a_reason_and_is_taken_back(built: Path, claim: str, tmp_path: Path, run: Run) -> None:
    ran = run("reply", "waive", claim, "--why", "to ask would put her in danger", "--case", built)
    assert ran.code == 0
    assert published(built, tmp_path / "a.html").code == 0
    assert "danger" not in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert run("undo", "--case", built).code == 0
    assert published(built, tmp_path / "b.html").code == 4


def test_attempts_are_numbered_by_whom_and_what(built: Path, claim: str, run: Run) -> None:
    for day, whom in (("01", "The Embassy"), ("02", "Somebody else"), ("03", "the embassy")):
        sent = ("--sent", f"2020-03-{day} 10:00", "--zone", "UTC", "--claim", claim)
        assert run("reply", "add", whom, *sent, "--case", built).code == 0
    assert [row["attempt"] for row in run("reply", "list", "--case", built, "--jsonl").rows] == [1, 1, 2]
    assert [row["whom"] for row in run("reply", "list", "embassy", "--case", built, "--jsonl").rows] == [
        "The Embassy",
        "the embassy",
    ]


def test_a_letter_puts_each_point_with_who_says_it_and_enters_nothing(built: Path, claim: str, run: Run) -> None:
    ran = run("reply", "letter", person(built), "--deadline", "2026-12-01 18:00", "--zone", "UTC", "--case", built)
    assert "“suspects Dario Veltran”" in ran.out
    assert "Brannia's police (suspects)" in ran.out
    assert "until 2026-12-01 18:00 UTC" in ran.out
    assert claim in ran.err
    assert run("reply", "list", "--case", built, "--jsonl").rows == []


def test_a_request_tells_how_long_the_refusal_took(built: Path, run: Run) -> None:
    sent = ("--text", "all lists since 2015", "--sent", "2020-01-02 09:00", "--zone", "Europe/London")
    asked = run("request", "add", "Foreign Office", *sent, "--case", built, "--jsonl").rows[0]["id"]
    due = run("request", "due", "--case", built, "--jsonl").rows
    assert [row["state"] for row in due] == ["open"]
    came = ("--kind", "withheld", "--received", "2020-03-20 09:00", "--text", "The names can't be given.")
    ran = run("request", "answer", asked, *came, "--case", built)
    assert ran.code == 0, ran.err
    assert "withheld the information on 2020-03-20, over 2 months later" in ran.out
    assert run("request", "due", "--case", built, "--jsonl").rows == []


def test_what_was_put_in_wrongly_is_replaced_and_both_stay_in_the_chain(built: Path, claim: str, run: Run) -> None:
    first = run("reply", "add", "The Embasy", "--claim", claim, "--case", built, "--jsonl").rows[0]["id"]
    again = run("reply", "add", "The Embassy", "--claim", claim, "--replaces", first, "--case", built)
    assert again.code == 0
    assert [row["whom"] for row in run("reply", "list", "--case", built, "--jsonl").rows] == ["The Embassy"]
    assert run("verify", "--case", built).code == 0


def test_an_answer_stays_with_an_inquiry_that_was_put_right_after_it_came(
    built: Path, claim: str, tmp_path: Path, run: Run
) -> None:
    words = ("--claim", claim, "--sent", "2020-03-01 10:00", "--deadline", "2020-03-05 18:00", "--zone", "UTC")
    first = run("reply", "add", "The Embassy", *words, "--case", built, "--jsonl").rows[0]["id"]
    said = ("--kind", "denied", "--received", "2020-03-03 09:00", "--text", "This is false.")
    assert run("reply", "answer", first, *said, "--case", built).code == 0
    for channel in ("letter", "fax"):
        again = ("--channel", channel, "--replaces", first)
        first = run("reply", "add", "The Embassy", *words, *again, "--case", built, "--jsonl").rows[0]["id"]
    (row,) = run("reply", "list", "--case", built, "--jsonl").rows
    assert (row["channel"], row["state"], row["replies"][0]["inquiry"]) == ("fax", "denied", first)
    assert run("export", "page", "-o", tmp_path / "draft.html", "--case", built).code == 0
    text = (tmp_path / "draft.html").read_text(encoding="utf-8")
    assert ("no answer came" in text, "The Embassy denied it on 2020-03-03" in text) == (False, True)


def test_what_is_logged_on_a_replaced_inquiry_is_shown_on_the_one_that_stands(
    built: Path, claim: str, run: Run
) -> None:
    old = run("reply", "add", "The Embassy", "--claim", claim, "--case", built, "--jsonl").rows[0]["id"]
    new = ("--claim", claim, "--channel", "fax", "--sent", "2020-03-01 10:00", "--zone", "UTC", "--replaces", old)
    assert run("reply", "add", "The Embassy", *new, "--case", built).code == 0
    ran = run("reply", "answer", old, "--kind", "declined", "--case", built, "--jsonl")
    assert [(row["channel"], row["state"]) for row in ran.rows] == [("fax", "declined")]


@pytest.mark.parametrize("changed", [("--deadline", "2020-04-01"), ("--reference", "AZ 7")])
def test_a_correction_of_what_is_no_part_of_the_words_is_kept(
    built: Path, claim: str, run: Run, changed: tuple[str, str]
) -> None:
    words = ("--claim", claim, "--sent", "2020-03-01 10:00", "--zone", "UTC")
    old = run("reply", "add", "The Embassy", *words, "--case", built, "--jsonl").rows[0]["id"]
    assert run("reply", "add", "The Embassy", *words, *changed, "--replaces", old, "--case", built).code == 0
    (row,) = run("reply", "list", "--case", built, "--jsonl").rows
    assert str(row[changed[0][2:]]).startswith(changed[1])


def test_an_address_and_the_proof_stay_in_the_case(built: Path, claim: str, tmp_path: Path, run: Run) -> None:
    proof = tmp_path / "sent.eml"
    proof.write_text("Delivered to dario@private.example", encoding="utf-8")
    words = ("--claim", claim, "--address", "dario@private.example", "--proof", proof)
    assert run("reply", "add", person(built), *words, "--case", built).code == 0
    assert run("verify", "--case", built).code == 0
    assert published(built, tmp_path / "page.html").code == 0
    assert "private.example" not in (tmp_path / "page.html").read_text(encoding="utf-8")
    digest = run("reply", "list", "--case", built, "--jsonl").rows[0]["proof"]
    (built / "vault" / digest[:2] / digest).unlink(missing_ok=True)
    for file in (built / "vault").rglob(f"*{digest[2:]}*"):
        file.unlink()
    assert run("verify", "--case", built).code == 4


def test_who_is_erased_goes_with_what_was_put_to_them(built: Path, claim: str, run: Run) -> None:
    assert run("reply", "add", person(built), "--claim", claim, "--case", built).code == 0
    ran = run("erase", person(built), "--why", "asked for it", "--yes", "--case", built)
    assert ran.code == 0, ran.err
    assert run("reply", "list", "--case", built, "--jsonl").rows == []
    assert run("verify", "--case", built).code == 0


def test_a_case_that_changed_since_its_build_is_not_published(built: Path, tmp_path: Path) -> None:
    assert published(built, tmp_path / "a.html").code == 0
    ran = command("note", "claim", *TIE, *SAYS, "--case", built)
    assert ran.code == 0
    late = published(built, tmp_path / "b.html")
    assert (late.code, "run `legation build`" in late.err) == (4, True)


def test_a_letter_goes_to_somebody_whom_only_a_report_names(built: Path, run: Run) -> None:
    said = ("type=training", "subject=Ruta Ombel", "status=alleged", "speaker=a weekly", "stance=reports")
    assert run("note", "claim", *said, *SAYS, "--case", built).code == 0
    ran = run("reply", "letter", "Ruta Ombel", "--case", built)
    assert "To: Ruta Ombel" in ran.out
    assert "1. " in ran.out
    assert 'legation reply add "Ruta Ombel"' in ran.err.replace("'", '"')


def test_somebody_whom_only_reports_name_is_withheld_by_name_until_it_is_taken_back(
    built: Path, tmp_path: Path, run: Run
) -> None:
    said = ("type=training", "subject=Ruta Ombel", "status=alleged", "speaker=a weekly", "stance=reports")
    at = ("--url", "https://morning.example/b", "--date", "2020-03-10")
    assert run("note", "claim", *said, *at, "--quote", "Ruta Ombel trained there", "--case", built).code == 0
    assert run("build", "--case", built).code == 0
    unknown = run("withhold", "Ruta Ombel", "--why", "asked for protection", "--case", built)
    assert (unknown.code, "--name WORDS" in unknown.err) == (2, True)
    names = ("--name", "Ruta Ombel", "--name", "Ruta Hombel")
    ran = run("withhold", *names, "--why", "asked for protection", "--case", built)
    assert (ran.code, "Ruta Ombel" in ran.out) == (0, True), ran.err
    (other,) = run("withhold", "--name", "Other Person", "--why", "the same", "--case", built, "--jsonl").rows
    assert other["replaces"] is None
    assert run("export", "page", "-o", tmp_path / "without.html", "--case", built).code == 0
    assert "Ombel" not in (tmp_path / "without.html").read_text(encoding="utf-8")
    assert "Ombel" not in run("judgements", "export", "--case", built).out
    first = run("log", "--case", built, "--jsonl").rows[0]["id"]
    assert run("undo", first, "--case", built).code == 0
    assert run("export", "page", "-o", tmp_path / "with.html", "--case", built).code == 0
    assert "Ombel" in (tmp_path / "with.html").read_text(encoding="utf-8")
    assert "Ombel" not in run("judgements", "export", "--case", built).out


def test_who_is_listed_under_a_withheld_name_stays_out_too(built: Path, tmp_path: Path, run: Run) -> None:
    label = str(run("persons", "Veltran", "--case", built, "--jsonl").rows[0]["label"])
    assert run("withhold", "--name", label, "--why", "asked for protection", "--case", built).code == 0
    assert run("export", "page", "-o", tmp_path / "page.html", "--case", built).code == 0
    assert "veltran" not in (tmp_path / "page.html").read_text(encoding="utf-8").casefold()


@pytest.mark.parametrize("words", [(), ("--name", " "), ("--name", "..."), ("Veltran", "--name", "Ruta Ombel")])
def test_a_withholding_is_of_a_person_or_of_names_that_can_be_looked_for(
    built: Path, run: Run, words: tuple[str, ...]
) -> None:
    assert run("withhold", *words, "--why", "asked for protection", "--case", built).code == 2
    assert run("log", "--case", built, "--jsonl").rows == []
