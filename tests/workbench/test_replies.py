"""What is asked and answered in the workbench is what the commands log; programs and paper get what an export holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from legation.pipeline.exporting.withholding import withhold
from legation.store.case import Case
from tests.workbench.desk import browser
from tests.workbench.test_api import API, LISTS


def _json(client: TestClient, path: str) -> dict[str, Any]:
    return dict(client.get(f"{path}?format=json").json())


@pytest.fixture
def claim(demo_case: Path) -> str:
    with browser(demo_case) as client:
        return str(_json(client, "/replies")["unheard"][0]["id"])


def test_points_that_were_put_wait_on_the_first_screen_once_they_are_overdue(demo_case: Path, claim: str) -> None:
    with browser(demo_case) as client:
        before = len(_json(client, "/replies")["unheard"])
        typed = {"whom": "The embassy", "claim": claim, "channel": "letter", "words": "Is this so?"}
        typed |= {"sent": "2020-01-01 10:00", "deadline": "2020-01-05 18:00", "zone": "Europe/Berlin"}
        assert client.post("/replies/put", data=typed).status_code == 303
        after = _json(client, "/replies")
        assert (len(after["due"]), len(after["unheard"])) == (1, before - 1)
        assert {row["id"]: row["count"] for row in _json(client, "/")["waiting"]}["replies"] == 1


def test_an_answer_stands_beside_its_claim(demo_case: Path, claim: str) -> None:
    with browser(demo_case) as client:
        client.post("/replies/put", data={"whom": "The embassy", "claim": claim, "channel": "email"})
        (asked,) = _json(client, "/replies")["replies"]
        came = {"id": asked["id"], "kind": "denied", "words": "It is not true.", "changes": f"{claim}:status=denied"}
        assert client.post("/replies/answer", data=came).status_code == 303
        said = next(row for row in _json(client, "/claims")["claims"] if row["id"] == claim)
        assert "It is not true." in said["heard"][0]
        assert "It is not true." in client.get("/claims").text
        assert client.get(f"{API}/replies").json()["results"][0]["state"] == "denied"


def test_what_is_refused_stays_in_the_form_with_its_reason(demo_case: Path, claim: str) -> None:
    with browser(demo_case) as client:
        answer = client.post("/replies/put", data={"whom": "X", "claim": claim, "deadline": "2030-01-01"})
        assert answer.status_code == 400
        assert "Say it with “On whose clock”, such as Europe/Berlin" in answer.text
        assert f'value="{claim}" checked' in answer.text


def test_a_waiver_and_a_letter_are_made_in_the_workbench(demo_case: Path, claim: str) -> None:
    with browser(demo_case) as client:
        assert client.post("/replies/waive", data={"claim": claim, "why": "died"}).status_code == 303
        assert claim not in {row["id"] for row in _json(client, "/replies")["unheard"]}
        who = client.get(f"{API}/postings").json()["results"][0]["person"]["id"]
        assert "To: " in client.post("/replies/letter", data={"person": who}).text


def test_an_address_is_shown_to_nobody(demo_case: Path, claim: str) -> None:
    with browser(demo_case) as client:
        typed = {"whom": "The embassy", "claim": claim, "channel": "email", "address": "box@embassy.example"}
        assert client.post("/replies/put", data=typed).status_code == 303
        seen = [client.get("/replies").text, client.get(f"{API}/replies").text]
        assert not any("embassy.example" in text for text in seen)


def test_programs_get_nothing_of_who_is_withheld(demo_case: Path) -> None:
    with browser(demo_case) as client:
        row = client.get(f"{API}/postings").json()["results"][0]["person"]
        name, id_ = row["label"], row["id"]
        family = max(name.split(), key=len)
        assert client.post(f"/persons/{id_}/withhold", data={"why": "asked for protection"}).status_code == 303
        for each in LISTS:
            text = client.get(f"{API}/{each}", params={"limit": 1000}).text
            assert family.casefold() not in text.casefold(), each
        assert client.post(f"{API}/search", json={"text": family}).json()["results"] == []
        assert (
            client.post(f"{API}/match", json={"queries": {"a": {"name": name}}}).json()["responses"]["a"]["results"]
            == []
        )
        assert client.get(f"{API}/why/{id_}").status_code == 409
        assert client.get(f"{API}/persons/{id_}/career").status_code == 409
        assert family in client.get(f"/persons/{id_}").text


def test_the_twin_of_a_screen_has_all_of_it_but_who_is_withheld(demo_case: Path) -> None:
    with browser(demo_case) as client:
        before = _json(client, "/missions/QZ/QN")
        first, second = (row["person"] for row in before["postings"][:2])
        assert client.post(f"/persons/{first['id']}/withhold", data={"why": "asked for protection"}).status_code == 303
        family = first["label"].split()[-1].casefold()
        for path in ("/missions/QZ/QN", "/missions", "/captures", "/claims", "/log", "/review", "/happenings", "/"):
            assert family not in client.get(f"{path}?format=json").text.casefold(), path
        assert len(_json(client, "/missions/QZ/QN")["postings"]) == len(before["postings"]) - 1
        assert client.get(f"/persons/{first['id']}?format=json").status_code == 409
        assert family not in client.get(f"/why/{first['id']}?format=json").text.casefold()
        assert _json(client, f"/persons/{second['id']}")["person"] == second
        assert family in client.get("/missions/QZ/QN").text.casefold()


def test_whom_only_reports_name_is_withheld_in_a_form(demo_case: Path) -> None:
    with browser(demo_case) as client:
        named = client.get(f"{API}/claims", params={"limit": 1000}).text
        assert "Weyland" in named
        typed = {"names": "Clara Weyland\nC. Weyland\n", "why": "asked for protection"}
        assert client.post("/withhold", data=typed).status_code == 303
        assert "Weyland" not in client.get(f"{API}/claims", params={"limit": 1000}).text
        assert "Weyland" not in client.get("/claims?format=json").text
        assert "Weyland" in client.get("/claims").text
        assert client.post("/withhold", data={"names": " ", "why": "asked"}).status_code == 400


def test_the_page_that_is_printed_passes_the_gate_and_is_noted(demo_case: Path) -> None:
    with Case.open(demo_case) as case:
        person = case.derived.persons()[0]
        withhold(case, person.id, why="asked for protection")
        before = case.ledger.head()[0]
    with browser(demo_case) as client:
        made = client.post("/leaving/page", data={"to_whom": "the desk"})
        assert made.headers["content-disposition"].startswith("attachment")
        assert "not for publication" in made.text
        assert max(person.label.split(), key=len).casefold() not in made.text.casefold()
        assert client.post("/leaving/page", data={"publish": "true"}).status_code == 409
    with Case.open(demo_case) as case:
        assert case.ledger.head()[0] == before + 1


def test_screens_are_not_printed(desk: TestClient) -> None:
    assert 'class="in-print"' in desk.get("/claims").text
    assert "body.workbench main, body.workbench footer { display: none; }" in desk.get("/static/workbench.css").text
