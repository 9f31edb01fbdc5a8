"""A dossier is asked for where its subject stands, and leaves as every export does."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from legation.pipeline.exporting.noting import exports_of
from legation.pipeline.exporting.withholding import withhold
from legation.store.case import Case
from tests.workbench.desk import browser


@pytest.fixture
def person(built_demo: Path) -> str:
    with Case.open(built_demo) as case:
        return next(one.id for one in case.derived.persons() if "DVORETSKOV" in one.label)


def test_a_person_a_mission_and_a_happening_offer_their_dossier(desk: TestClient, person: str) -> None:
    happening = desk.get("/happenings?format=json").json()["happenings"][0]["id"]
    for screen, about in (
        (f"/persons/{person}", person),
        ("/missions/QZ/QV", "QZ/QV"),
        (f"/happenings/{happening}", happening),
    ):
        page = desk.get(screen).text
        assert 'action="/leaving/dossier"' in page
        assert f'name="about" value="{about}"' in page


def test_it_leaves_as_a_draft_and_is_noted_with_who_gets_it(demo_case: Path, person: str) -> None:
    with Case.open(demo_case) as case:
        before = case.ledger.head()[0]
    with browser(demo_case) as client:
        made = client.post("/leaving/dossier", data={"about": person, "to_whom": "the lawyer", "edition": "libel-read"})
    assert made.status_code == 200
    assert made.headers["content-disposition"].endswith("-draft-dossier.html")
    assert "Lev DVORETSKOV" in made.text
    assert "not for publication" in made.text
    assert "edition for a lawyer" in made.text
    with Case.open(demo_case) as case:
        assert case.ledger.head()[0] == before + 1
        assert exports_of(case)[-1][1].to_whom == ("the lawyer",)


def test_it_leaves_for_a_word_processor(demo_case: Path) -> None:
    with browser(demo_case) as client:
        made = client.post("/leaving/dossier", data={"about": "QZ/QV", "suffix": ".docx"})
        assert made.content.startswith(b"PK")
        assert made.headers["content-type"].startswith("application/vnd.openxmlformats")
        assert client.post("/leaving/dossier", data={"about": "QZ/QV", "suffix": ".exe"}).status_code == 400


def test_who_is_withheld_has_none(demo_case: Path, person: str) -> None:
    with Case.open(demo_case) as case:
        withhold(case, person, why="asked for protection")
    with browser(demo_case) as client:
        answer = client.post("/leaving/dossier", data={"about": person})
        assert answer.status_code == 404
        assert "DVORETSKOV" not in client.post("/leaving/dossier", data={"about": "QZ/QV"}).text
