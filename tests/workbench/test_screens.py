"""Every screen is a page and its JSON twin, and an error is a page that says what to do."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from legation.store.case import Case
from tests.workbench.desk import browser

SCREENS = (
    "/",
    "/captures",
    "/missions",
    "/missions/QZ/QV",
    "/missions/QZ/QV?on=2019-04-01",
    "/missions/QZ/QV/carousel",
    "/happenings",
    "/claims",
    "/contradictions",
    "/drafts",
    "/review",
    "/log",
    "/notes/event",
    "/notes/claim",
)


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_is_a_page_and_the_json_that_it_is_made_of(desk: TestClient, path: str) -> None:
    page, twin = desk.get(path), desk.get(path + ("&" if "?" in path else "?") + "format=json")
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


def test_every_happening_shows_tellings_tally_and_who_is_still_listed(desk: TestClient) -> None:
    rows = desk.get("/happenings", params={"format": "json"}).json()["happenings"]
    tallied = 0
    for row in rows:
        shown = desk.get(f"/happenings/{row['id']}", params={"format": "json"}).json()["happening"]
        assert {telling["id"] for telling in shown["told"]} == set(row["tellings"])
        assert desk.get(f"/happenings/{row['id']}").status_code == 200
        tallied += bool(shown["tallies"] and shown["remaining"])
    assert tallied


def test_a_tally_says_what_usually_leaves_in_the_words_of_the_questions(desk: TestClient) -> None:
    answers = desk.get("/", params={"format": "json"}).json()["answers"]
    (answer,) = [one for one in answers if one["of"] == "tally" and "17 listed" in one["headline"]]
    page = unescape(desk.get(f"/happenings/{answer['happening']}").text)
    for words in (answer["headline"].partition(" (")[0], *answer["notes"]):
        assert words in page
    assert any(words.startswith("Usually") for words in answer["notes"])


def test_every_claim_leads_to_its_origins_and_its_reason(desk: TestClient) -> None:
    claims = desk.get("/claims", params={"format": "json"}).json()["claims"]
    assert claims
    for claim in claims:
        assert claim["attribution"] or claim["status"]
        assert desk.get(f"/why/{claim['id']}").status_code == 200


def test_a_clip_shows_a_place_of_a_file_of_the_case_and_of_no_other(desk: TestClient) -> None:
    answers = desk.get("/missions/QZ/QV", params={"format": "json"}).json()["postings"]
    place = next(passage for row in answers for passage in row["passages"] if "page" in passage)
    where = {"page": place["page"], "box": ",".join(map(str, place["box"]))}
    picture = desk.get(f"/clips/{place['sha256']}.png", params=where)
    assert picture.headers["content-type"] == "image/png"
    assert desk.get(f"/clips/{'0' * 64}.png", params=where).status_code == 404
    assert desk.get(f"/clips/{place['sha256']}.png", params={"page": 1, "box": "no"}).status_code == 400
    whole = {"page": place["page"], "box": "0,0,1000,1000"}
    assert desk.get(f"/clips/{place['sha256']}.png", params=whole).status_code == 404


def test_a_claim_is_never_a_headline_where_its_reason_or_its_origins_are_shown(desk: TestClient) -> None:
    claims = desk.get("/claims", params={"format": "json"}).json()["claims"]
    alleged = [claim for claim in claims if claim["type"] == "affiliation"]
    assert alleged
    for claim in alleged:
        for path in (f"/why/{claim['id']}", f"/claims/{claim['id']}/origins"):
            shown = desk.get(path, params={"format": "json"}).json()
            assert [one["id"] for one in shown["claims"]] == [claim["id"]]
            page = desk.get(path).text
            assert "Who says so" in page
            assert f"in print {claim['published']}" in page


def test_an_answer_has_a_page_about_who_stands_behind_it(desk: TestClient) -> None:
    claims = desk.get("/claims", params={"format": "json"}).json()["claims"]
    answers = [answer for claim in claims for answer in claim["answers"]]
    assert answers
    for answer in answers:
        assert desk.get(f"/claims/{answer['id']}/origins").status_code == 200


def test_a_page_that_answers_what_was_sent_has_no_twin_to_link_to(desk: TestClient) -> None:
    assert "format=json" not in desk.post("/search", data={"text": "osok"}).text
    assert "format=json" in desk.get("/claims").text
