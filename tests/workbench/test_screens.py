"""Every screen is a page and its JSON twin, and an error is a page that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from legation.store.case import Case
from tests.workbench.desk import browser

SCREENS = ("/", "/captures", "/missions", "/missions/QZ/QV", "/missions/QZ/QV/carousel")


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_is_a_page_and_the_json_that_it_is_made_of(desk: TestClient, path: str) -> None:
    page, twin = desk.get(path), desk.get(path, params={"format": "json"})
    assert page.status_code == twin.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert twin.json()


def test_home_answers_before_it_says_what_waits(desk: TestClient) -> None:
    home = desk.get("/", params={"format": "json"}).json()
    assert home["answers"][0]["headline"].startswith("61 listed, 19 told to leave, 40 said to remain")
    assert {one["id"] for one in home["waiting"]} >= {"undecided", "contradictions"}
    page = desk.get("/").text
    assert page.index("Do the numbers add up?") < page.index("What waits")


def test_an_empty_case_says_what_to_do_next(tmp_path: Path) -> None:
    Case.create(tmp_path / "new").close()
    with browser(tmp_path / "new") as client:
        page = client.get("/").text
    assert "This case is empty" in page
    assert "/captures#add" in page


def test_a_name_is_found_without_standing_in_an_address(desk: TestClient) -> None:
    found = desk.post("/search", data={"text": "osok"}, params={"format": "json"}).json()
    assert [person["label"] for person in found["persons"]] == ["Denis OSOKORIN"]
    page = desk.get(f"/persons/{found['persons'][0]['id']}")
    assert page.status_code == 200
    assert "<title>Person – demo</title>" in page.text


def test_a_person_is_shown_with_what_is_said_and_who_says_it(desk: TestClient) -> None:
    (person,) = desk.post("/search", data={"text": "osokorin"}, params={"format": "json"}).json()["persons"]
    shown = desk.get(f"/persons/{person['id']}", params={"format": "json"}).json()
    assert shown["postings"]
    assert all(claim["status"] and claim["passage"]["quote"] for claim in shown["claims"])


def test_what_isnt_there_is_a_page_that_leads_on(desk: TestClient) -> None:
    page = desk.get("/nowhere")
    assert page.status_code == 404
    assert 'href="/"' in page.text


def test_errors_have_one_shape_for_programs(desk: TestClient) -> None:
    answer = desk.get("/persons/listing-00000000", params={"format": "json"})
    assert answer.status_code in (400, 404)
    assert set(answer.json()["error"]) == {"code", "message", "item"}


def test_no_page_asks_for_anything_beyond_this_machine(desk: TestClient) -> None:
    import re

    for path in SCREENS:
        for address in re.findall(r'(?:src|href|action)="([^"]*)"', desk.get(path).text):
            assert address.startswith(("/", "#", "data:,")), (path, address)


def test_no_page_carries_script_or_style_of_its_own(desk: TestClient) -> None:
    import re

    for path in SCREENS:
        text = desk.get(path).text
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! type=\"module\" src=)", text), path
