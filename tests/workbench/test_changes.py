"""What is done in the workbench is what the commands do: it stands in the log, and can be taken back."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from legation.store.case import Case
from tests.workbench.desk import browser


def _json(client: TestClient, path: str) -> dict[str, Any]:
    return dict(client.get(f"{path}{'&' if '?' in path else '?'}format=json").json())


def _built(client: TestClient) -> str:
    """Build, and go where the pages lead until it is done."""
    way = client.post("/build").headers["location"]
    while way == "/build":
        way = client.get("/build").headers.get("location", "/build")
        time.sleep(0.05)
    return way


def test_a_judgement_stands_in_the_log_with_its_reason_and_its_probability_is_told_after_it_alone(
    demo_case: Path,
) -> None:
    with browser(demo_case) as client:
        before = _json(client, "/review")
        assert "probability" not in str(before)
        pair = before["pairs"][0]
        answer = client.post(
            "/review/judge",
            data={"a": pair["a"]["id"], "b": pair["b"]["id"], "verdict": "different", "why": "two birthdays"},
        )
        assert answer.status_code == 303
        after = _json(client, answer.headers["location"])
        assert after["judged"]["why"] == "two birthdays"
        assert after["judged"]["probability"] is not None
        assert after["waiting"] == before["waiting"] - 1
        (logged,) = _json(client, "/log")["judgements"]
        assert (logged["verdict"], logged["why"]) == ("different", "two birthdays")


def test_what_was_judged_can_be_taken_back_until_nothing_is_left(demo_case: Path) -> None:
    with browser(demo_case) as client:
        before = _json(client, "/review")
        for pair in before["pairs"]:
            data = {"a": pair["a"]["id"], "b": pair["b"]["id"], "verdict": "unsure", "why": "not enough"}
            client.post("/review/judge", data=data)
        for _ in before["pairs"]:
            assert client.post("/review/undo").status_code == 303
        assert _json(client, "/review")["pairs"] == before["pairs"]
        assert all(one["undone"] for one in _json(client, "/log")["judgements"])


def test_a_judgement_without_a_reason_is_refused_and_changes_nothing(demo_case: Path) -> None:
    with browser(demo_case) as client:
        pair = _json(client, "/review")["pairs"][0]
        data = {"a": pair["a"]["id"], "b": pair["b"]["id"], "verdict": "same", "why": "  "}
        assert client.post("/review/judge", data=data).status_code == 400
        assert _json(client, "/log")["judgements"] == []


def test_a_form_leads_nowhere_but_to_the_review(demo_case: Path) -> None:
    with browser(demo_case) as client:
        pair = _json(client, "/review")["pairs"][0]
        data = {"a": pair["a"]["id"], "b": pair["b"]["id"], "verdict": "unsure", "why": "x"}
        answer = client.post("/review/judge", data={**data, "way": "skip=7&unsure=true&next=//evil.example"})
        assert answer.headers["location"].startswith("/review?skip=7&unsure=true&after=judgement-")


def test_an_event_is_entered_with_its_source_and_not_without(demo_case: Path) -> None:
    event = {"type": "expulsion", "actor": "QV", "mission": "QZ/QV", "count": "3", "date": "2019-07-01"}
    source = {
        "source-url": "https://example.org/note",
        "source-quote": "three of them were told to go",
        "source-date": "2019-07-02",
    }
    with browser(demo_case) as client:
        refused = client.post("/notes/event", data=event)
        assert refused.status_code == 400
        assert "a note needs its source" in refused.text
        assert 'value="2019-07-01"' in refused.text
        assert client.post("/notes/event", data=event | source).status_code == 303
        _built(client)
        days = [row["date"] for row in _json(client, "/happenings")["happenings"]]
        assert "2019-07-01" in days


def test_an_event_that_somebody_tells_is_told_by_them(demo_case: Path) -> None:
    event = {
        "type": "expulsion",
        "mission": "QZ/QV",
        "date": "2019-07-01",
        "speaker": "The minister",
        "stance": "asserts",
    }
    source = {"source-url": "https://example.org/n", "source-quote": "they have to go", "source-date": "2019-07-02"}
    with browser(demo_case) as client:
        assert client.post("/notes/event", data=event | source).status_code == 303
        _built(client)
        (row,) = [one for one in _json(client, "/happenings")["happenings"] if one["date"] == "2019-07-01"]
        (told,) = _json(client, f"/happenings/{row['id']}")["happening"]["told"]
    assert told["attribution"][0]["speaker"] == "The minister"


def test_a_field_with_words_of_its_own_offers_them(demo_case: Path) -> None:
    with browser(demo_case) as client:
        page = client.get("/notes/claim").text
    assert "<option>declines</option>" in page
    assert '<select id="strength"' in page
    assert '<input id="subject"' in page


def test_a_build_is_offered_where_the_case_changed_and_leads_back_to_the_questions(demo_case: Path) -> None:
    with browser(demo_case) as client:
        pair = _json(client, "/review")["pairs"][0]
        data = {"a": pair["a"]["id"], "b": pair["b"]["id"], "verdict": "different", "why": "x"}
        client.post("/review/judge", data=data)
        assert "The case changed since its last build" in client.get("/").text
        assert _built(client) == "/?told=built"
        assert "The case changed since its last build" not in client.get("/").text


def test_a_case_that_somebody_else_writes_to_is_told_and_nothing_is_lost(demo_case: Path) -> None:
    with browser(demo_case) as client, Case.open(demo_case) as other, other.writing():
        pair = _json(client, "/review")["pairs"][0]
        data = {"a": pair["a"]["id"], "b": pair["b"]["id"], "verdict": "different", "why": "x"}
        answer = client.post("/review/judge", data=data)
        assert answer.status_code == 409
        assert "is writing to" in answer.text


def test_a_line_that_was_said_to_be_of_another_mission_is_shown_there(demo_case: Path) -> None:
    with browser(demo_case) as client:
        (table, *_) = _json(client, "/missions/QZ/QN")["presence"]
        listed = {row["person"]["label"] for row in table["rows"]}
        with Case.open(demo_case) as case:
            from legation.pipeline.building.build import build
            from legation.pipeline.deciding.judging import correct

            posting = case.derived.postings(mission="QZ/QV")[0]
            correct(case, posting.derivation[0].inputs[0].id, {"mission": "QZ/QN"}, why="wrong heading")
            build(case)
        moved = {
            row["person"]["label"] for table in _json(client, "/missions/QZ/QN")["presence"] for row in table["rows"]
        }
    assert posting.person.label in moved - listed


def test_an_answer_to_an_answer_is_shown_under_it(demo_case: Path) -> None:
    source = {"source-url": "https://example.org/n", "source-quote": "never was", "source-date": "2019-12-02"}
    with browser(demo_case) as client:
        claim = next(one for one in _json(client, "/claims")["claims"] if one["answers"])
        answer = claim["answers"][0]
        reply = {"type": "denial", "about": answer["id"], "speaker": "A spokesman", "status": "denied"}
        assert client.post("/notes/claim", data=reply | source).status_code == 303
        shown = next(one for one in _json(client, "/claims")["claims"] if one["id"] == claim["id"])
        (under,) = next(one for one in shown["answers"] if one["id"] == answer["id"])["answers"]
    assert under["passage"]["quote"] == "never was"


def test_a_build_that_nobody_began_is_not_said_to_be_done(demo_case: Path) -> None:
    with browser(demo_case) as client:
        assert client.get("/build").headers["location"] == "/"
