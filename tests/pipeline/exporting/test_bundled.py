from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest

from legation.store.case import Case
from tests.cli.world import HEADER, STAFF, STATES, command

URL = "https://morning.example/a"
ARTICLE = """<html><head><title>Brannia expels two</title></head><body><article><h1>Brannia expels two</h1>
<p>Brannia on Tuesday expelled two diplomats of Velmark, the ministry said.</p>
<p>Dario Veltran is an officer of military intelligence, the newspaper Morning wrote.
The embassy of Velmark denied the allegation.</p></article></body></html>"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundled")
    (folder / "states.csv").write_text(STATES, encoding="utf-8")
    (folder / "2020-03-01.csv").write_text(HEADER + "".join(STAFF), encoding="utf-8")
    (folder / "article.html").write_text(ARTICLE, encoding="utf-8")
    made = folder / "case"
    for words in (
        ("init", made, "--states", folder / "states.csv"),
        ("add", folder / "2020-03-01.csv", "--kind", "list", "--receiving", "XB", "--case", made),
        ("add", folder / "article.html", "--url", URL, "--published", "2020-03-10", "--case", made),
        ("build", "--case", made),
    ):
        assert command(*words).code == 0
    (event,) = command("events", "--case", made, "--jsonl").rows
    about = ("type=statement", "value=it was late", f"about={event['tellings'][0]}")
    said = ("--url", URL, "--quote", "it was late", "--date", "2020-03-11")
    assert command("note", "claim", *about, *said, "--case", made).code == 0
    assert command("build", "--case", made).code == 0
    return made


def findings(case: Path, to: Path, *words: str) -> list[dict[str, Any]]:
    ran = command("export", "bundle", *words, "-o", to, "--case", case)
    assert ran.code == 0, ran.err
    assert command("verify", to).code == 0
    return [json.loads(line) for line in (to / "data" / "findings.jsonl").read_text("utf-8").splitlines()]


def test_an_allegation_goes_out_with_the_denial_that_doesnt_name_the_person(case: Path, tmp_path: Path) -> None:
    claims = [row for row in findings(case, tmp_path / "b", "--person", "Dario VELTRAN") if row["kind"] == "claim"]
    assert {claim["type"] for claim in claims} == {"affiliation", "denial"}
    (denial,) = (claim for claim in claims if claim["type"] == "denial")
    assert "Veltran" not in str(denial["subject"])
    assert denial["about"] in {claim["id"] for claim in claims}


def test_what_is_said_about_a_missions_events_goes_out_with_them(case: Path, tmp_path: Path) -> None:
    rows = findings(case, tmp_path / "b", "--mission", "XV/XB")
    told = {row["id"] for row in rows if row["kind"] == "event"}
    assert told == {id_ for row in rows if row["kind"] == "tally" for id_ in row["announced_by"]}
    assert [row["value"] for row in rows if row["kind"] == "claim" and row["about"] in told] == ["it was late"]


@pytest.mark.parametrize("chosen", [("--all",), ("--mission", "XV/XB"), ("--person", "Dario VELTRAN")])
def test_each_telling_and_claim_says_in_which_report_it_stood(
    case: Path, tmp_path: Path, chosen: tuple[str, ...]
) -> None:
    rows = [row for row in findings(case, tmp_path / "b", *chosen) if row["kind"] in ("event", "claim")]
    assert all(row["report"]["published"] for row in rows)
    said = {(row["report"]["published"], row["report"]["title"], row["report"]["url"]) for row in rows}
    assert ("2020-03-10", "Brannia expels two", URL) in said


def leavings(case: Path) -> int:
    with Case.open(case) as opened:
        return sum(entry.kind == "leaving" for entry, _ in opened.ledger.entries())


def test_a_bundle_whose_place_was_taken_meanwhile_is_not_noted_as_left(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, target, folder_for = leavings(case), tmp_path / "b", tempfile.mkdtemp

    def taken_meanwhile(suffix: str | None = None, prefix: str | None = None, dir: Path | None = None) -> str:
        if prefix == ".unfinished-":
            target.mkdir()
        return str(folder_for(suffix, prefix, dir))

    monkeypatch.setattr(tempfile, "mkdtemp", taken_meanwhile)
    ran = command("export", "bundle", "--all", "-o", target, "--case", case)
    assert (ran.code, "is there already" in ran.err) == (2, True)
    assert leavings(case) == before
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    assert list(target.iterdir()) == []


def test_what_is_entered_while_a_bundle_is_made_changes_nothing_of_it(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def written_while_others_write(self: Path, data: bytes) -> int:
        if self.name == "chain.jsonl":
            noted = ("note", "claim", "type=statement", "value=meanwhile", "--url", URL, "--quote", "meanwhile")
            assert command(*noted, "--date", "2020-03-12", "--case", case).code == 0
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", written_while_others_write)
    target = tmp_path / "b"
    assert findings(case, target, "--all")
    head = json.loads((target / "data" / "head.json").read_text("utf-8"))
    lines = (target / "bag-info.txt").read_text("utf-8").splitlines()
    (identifier,) = (line for line in lines if line.startswith("External-Identifier"))
    assert identifier.split(": ")[1].startswith(f"{head['number']}-")
