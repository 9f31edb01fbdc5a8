"""A draft is pasted or uploaded, held against the case, and kept nowhere."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from legation.publishing.draft_sheet import SheetOf, sheet_bytes
from legation.publishing.word_table import WordTable, word_table
from tests.workbench.desk import browser

WRONG = "The ceiling for the Zarechian embassy was cut from 20 to 12."
RIGHT = "Vestria gave no reason for the expulsions."


def verdicts(answer: dict[str, list[dict[str, str]]]) -> list[str]:
    return [row["verdict"] for row in answer["sentences"]]


def test_pasted_words_are_held_against_the_case(desk: TestClient) -> None:
    answer = desk.post("/drafts", data={"text": f"{RIGHT} {WRONG}"}, params={"format": "json"}).json()
    assert verdicts(answer) == ["supported", "differs"]
    page = desk.post("/drafts", data={"text": f"{RIGHT} {WRONG}"})
    assert page.status_code == 200
    assert "10 posts, not 12" in page.text
    assert "<title>Check of a draft – demo</title>" in page.text


def test_an_uploaded_document_is_read_as_one(desk: TestClient) -> None:
    data = word_table(WordTable(title=RIGHT, before=(WRONG,), header=("a", "b"), rows=()))
    answer = desk.post("/drafts", files={"file": ("story.docx", data)}, params={"format": "json"}).json()
    assert "differs" in verdicts(answer)


def test_nothing_to_check_is_said_and_what_was_typed_stays(desk: TestClient) -> None:
    assert "nothing to check" in desk.post("/drafts", data={"text": "  "}).text
    page = desk.post("/drafts", data={"text": RIGHT, "published": "soon"}).text
    assert "is no date" in page
    assert RIGHT in page


def test_markup_in_a_draft_stays_words(desk: TestClient) -> None:
    page = desk.post("/drafts", data={"text": "<script>alert(1)</script> Osokorin was arrested in May."}).text
    assert "<script>alert" not in page


def test_nothing_of_a_draft_is_kept(demo_case: Path) -> None:
    secret = "Osokorin was arrested in Quollwick in May."
    with browser(demo_case) as client:
        assert client.post("/drafts", data={"text": secret}).status_code == 200
    assert not [path for path in demo_case.rglob("*") if path.is_file() and b"Quollwick" in path.read_bytes()]


def test_a_sheet_shows_words_of_a_draft_as_words() -> None:
    empty = SheetOf(name="<b>x</b>.md", sha256="0" * 64, case="case", summary="", version="1", lines=())
    assert b"<b>x</b>" not in sheet_bytes(empty, ".html")
