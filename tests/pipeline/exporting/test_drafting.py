"""A draft about the invented case: what is wrong in it is found, what is right is left alone, and nothing is kept."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from legation.errors import UsageError
from legation.model.drafts import DraftSentence
from legation.pipeline.demo import demo
from legation.pipeline.exporting.drafting import CheckedDraft, check_draft, check_words, write_sheet
from legation.reading import read
from legation.store.case import Case
from tests.cli.world import command

pytestmark = pytest.mark.timeout(300)

WRONG = {
    "posts": "The ceiling for the Zarechian embassy was cut from 20 to 12.",
    "expelled": "Gleb Vereskine, a first secretary, was expelled as well.",
    "quote": '"Those who shut windows should not complain about the draught," Rodion Khlebtsov told the agency.',
    "count": "The list of 3 June 2019 has 12 names for the embassy.",
    "rank": "Anton Pletnetsov was a second secretary.",
    "states": "In June 2016 Zarechia expelled two Vestrian diplomats over the purchase of harbour maps.",
    "strength": "Osokorin is an officer of Zarechian foreign intelligence.",
    "answer": "Osokorin denied the allegation.",
    "succession": "On 3 September 2019 Ignat Podorozhin replaced his deputy, Yaroslav Zagortsev.",
    "allegation": "Osokorin was arrested in Northport in May.",
    "day": "On 9 May 2019 the Northern Compact declared 19 diplomats persona non grata.",
    "office": "Clara Weyland, the deputy interior minister, spoke to reporters on Friday.",
    "name": "Denis Osokarin, a counsellor, is one of the names on the page.",
    "not": "Vestria gave a reason for the expulsions.",
    "another": "On 3 September 2019, Ignat Podorozhin was replaced by Timur Karasinskiy.",
    "degree": "The Zarechian foreign minister, Rodion Khlebtsov, said that Zarechia would respond.",
    "gone": "The ambassador, Lev Dvoretskov, is no longer on the list of June.",
}
RIGHT = (
    "Vestria confirmed on 14 March 2019 that it was expelling eight Zarechian diplomats from the embassy in Marhaven.",
    "They had until 31 March to leave the country.",
    "Zoya Zhavoronina, the defence attaché, is among those expelled.",
    "Vestria gave no reason for the expulsions.",
    "Radio Estuary was first to report on the plans.",
    '"This is not linked to any single case," Clara Weyland said.',
    "The Zarechian embassy did not respond to requests for comment.",
    "The list of 1 March 2019 has 17 names for the embassy.",
    "Seven names left the list between the two editions.",
    "Lev Dvoretskov, the ambassador, is still listed.",
    "Oleg Ladygov is listed as a minister-counsellor on 3 June 2019.",
    "Roman Mojjev joined the list by 1 March 2019.",
    "Fiodor Tumantsev left the list after 1 March 2019.",
    "Raisa Makoveeva, an attachée, is listed.",
    "On 9 April 2019 the Northern Compact declared 19 diplomats persona non grata.",
    "They were told to leave within ten days.",
    "The Northport Ledger retrieved a version of the staff page of 4 February 2019 with 61 names.",
    "The secretariat declined to say how the numbers fit together.",
    "According to the Open Rolls Institute, Denis Osokorin attended the academy of the security service.",
    'A spokesman said that Osokorin "is a diplomat and has never been anything else".',
    "On 3 September 2019 Ignat Podorozhin was replaced by his deputy, Yaroslav Zagortsev.",
    "While 19 diplomats were told to leave, 40 remained.",
    "It accused Vestria of theatre.",
    "Raisa Khvoshcheva, a first secretary, was still printed in March.",
    "The Compact has never said who they were.",
)
FALSE_ALARMS = 2
"""The most among the sentences that are right; the errors are all to be found."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("draft") / "case"
    demo(made)
    return made


@pytest.fixture(scope="module")
def checked(folder: Path) -> CheckedDraft:
    text = "\n\n".join(("# Names that went", *RIGHT, *WRONG.values()))
    with Case.open(folder) as case:
        return check_words(case, text.encode(), "draft.md")


def of(checked: CheckedDraft, text: str) -> DraftSentence:
    return next(each for each in checked.sentences if each.text == text)


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_wrong_is_found(checked: CheckedDraft, kind: str) -> None:
    assert of(checked, WRONG[kind]).verdict in ("differs", "unsupported")


def test_what_is_right_is_left_alone(checked: CheckedDraft) -> None:
    alarms = [text for text in RIGHT if of(checked, text).verdict in ("differs", "unsupported")]
    assert len(alarms) <= FALSE_ALARMS, alarms


def test_what_the_case_has_instead_is_told(checked: CheckedDraft) -> None:
    said = {kind: " ".join(p.says or "" for p in of(checked, text).points) for kind, text in WRONG.items()}
    assert "10" in said["posts"]
    assert "[-windows-] {+doors+}" in said["quote"]
    assert "the other way round" in said["states"]
    assert "own voice" in said["strength"]
    assert "Denis" in said["name"]


def test_points_and_rows_of_tables_are_checked_like_sentences(folder: Path) -> None:
    text = """# Names that went

Some of the names:

- Anton Murashov, counsellor
- Inna Peskareva, first secretary
- Timur Smoliantsev: no longer listed on 3 June 2019

| Edition | Listed at the Zarechian embassy in Vestria |
| --- | --- |
| 1 March 2019 | 17 diplomats |
| 3 June 2019 | 12 diplomats |
"""
    with Case.open(folder) as case:
        found = check_words(case, text.encode(), "draft.md").sentences
    alarms = [each.text for each in found if each.verdict in ("differs", "unsupported")]
    assert alarms == [
        "Inna Peskareva, first secretary",
        "Timur Smoliantsev: no longer listed on 3 June 2019",
        "Edition · 3 June 2019. Listed at the Zarechian embassy in Vestria · 12 diplomats",
    ]
    assert len({each.id for each in found}) == len(found)


def test_every_passage_beside_a_sentence_is_found_again(checked: CheckedDraft, folder: Path) -> None:
    with Case.open(folder) as case:
        known = {capture.sha256 for capture in case.kept.captures()}
    grounds = [ground for each in checked.sentences for ground in each.grounds]
    assert grounds
    assert {ground.passage.sha256 for ground in grounds} <= known
    assert all(ground.passage.quote for ground in grounds)


def test_a_draft_leaves_nothing_in_the_case(folder: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    draft = tmp_path / "draft.txt"
    draft.write_text("Osokorin was arrested in May.\n", encoding="utf-8")
    with Case.open(folder) as case:
        check_draft(case, draft)
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    changed = {path.name for path in after if after[path] != before.get(path)}
    assert changed <= {"case.db-shm", "case.db-wal"}


@pytest.mark.parametrize("suffix", [".html", ".docx", ".xlsx"])
def test_a_sheet_holds_each_sentence_and_says_that_it_is_a_draft(
    checked: CheckedDraft, folder: Path, tmp_path: Path, suffix: str
) -> None:
    to = tmp_path / f"check{suffix}"
    with Case.open(folder) as case:
        write_sheet(case, checked, to)
    document = read(to.read_bytes(), name=to.name)
    text = " ".join(document.text.split())
    assert document.state == "ok"
    assert all(" ".join(sentence.split()) in text for sentence in WRONG.values())
    assert "not for publication" in text
    assert "<script" not in to.read_bytes().decode("utf-8", "replace").lower()


def test_a_sheet_in_word_holds_nothing_but_text(checked: CheckedDraft, folder: Path, tmp_path: Path) -> None:
    to = tmp_path / "check.docx"
    with Case.open(folder) as case:
        write_sheet(case, checked, to)
    with zipfile.ZipFile(io.BytesIO(to.read_bytes())) as packed:
        assert packed.namelist() == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
        assert not re.search(rb"http://(?!schemas\.)|instrText|w:hyperlink", packed.read("word/document.xml"))


def test_a_sheet_of_another_form_is_refused(checked: CheckedDraft, folder: Path, tmp_path: Path) -> None:
    with Case.open(folder) as case, pytest.raises(UsageError, match=r"\.docx"):
        write_sheet(case, checked, tmp_path / "check.pdf")


def test_the_command_ends_with_four_and_prints_rows(folder: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(f"{RIGHT[0]} {WRONG['posts']}\n", encoding="utf-8")
    run = command("check", "draft", draft, "--case", folder, "--jsonl")
    rows = [json.loads(line) for line in run.out.splitlines()]
    assert run.code == 4
    assert [(row["kind"], row["verdict"]) for row in rows] == [("sentence", "supported"), ("sentence", "differs")]
    assert rows[1]["points"][0]["evidence"]["passage"]["quote"]


def test_a_draft_that_holds_ends_with_nothing(folder: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(f"{RIGHT[0]}\n", encoding="utf-8")
    assert command("check", "draft", draft, "--case", folder).code == 0
