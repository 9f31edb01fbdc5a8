"""Programs get the rows of the commands, paged, behind the same door, with one shape of error."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.workbench.desk import browser

API = "/api/v1"
LISTS = (
    "captures",
    "missions",
    "postings",
    "changes",
    "successions",
    "events",
    "claims",
    "tallies",
    "contradictions",
    "log",
)


@pytest.mark.parametrize("name", LISTS)
def test_pages_of_a_list_are_the_list(desk: TestClient, name: str) -> None:
    every = desk.get(f"{API}/{name}", params={"limit": 1000}).json()
    assert every["total"] >= len(every["results"])
    parts = [
        row
        for offset in range(0, every["total"], 7)
        for row in desk.get(f"{API}/{name}", params={"limit": 7, "offset": offset}).json()["results"]
    ]
    assert parts == every["results"]


def test_the_api_says_what_it_is(desk: TestClient) -> None:
    schema = desk.get(f"{API}/openapi.json").json()
    assert set(schema["paths"]) >= {f"{API}/{name}" for name in (*LISTS, "search", "match", "why/{id_}")}
    assert all(path.startswith(API) for path in schema["paths"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("postings?limit=0", 422),
        ("postings?limit=many", 422),
        ("postings?mission=nowhere at all", 400),
        ("why/nothing", 400),
        ("postings?person=osokorin", 404),
        ("claims?person=osokorin", 404),
        ("why/listing-00000000000000000000000000000000", 404),
        ("persons/listing-00000000000000000000000000000000/career", 404),
        ("nothing", 404),
    ],
)
def test_every_error_has_one_shape(desk: TestClient, path: str, status: int) -> None:
    answer = desk.get(f"{API}/{path}")
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}
    assert set(answer.json()["error"]) == {"code", "message", "item"}


def test_a_name_in_another_script_is_matched_with_its_reasons(desk: TestClient) -> None:
    queries = {"a": {"name": "Денис Осокорин"}, "b": {"name": "Nobody Atall"}}
    answer = desk.post(f"{API}/match", json={"queries": queries}).json()
    first = answer["responses"]["a"]["results"][0]
    assert first["person"]["label"] == "Denis OSOKORIN"
    assert {reason["part"] for reason in first["reasons"]} >= {"family", "given"}
    assert answer["responses"]["b"] == {
        "query": {"name": "Nobody Atall"},
        "total": {"value": 0, "relation": "eq"},
        "results": [],
    }
    assert answer["responses"]["a"]["total"] == {"value": 1, "relation": "eq"}
    assert set(first) <= set(answer["matcher"]) | {"kind", "id", "a", "b", "person"}
    assert "never a statement" in answer["note"]


def test_whom_somebody_knows_to_be_another_is_not_matched_again(desk: TestClient) -> None:
    queries = {"a": {"name": "Osokorin"}}
    every = desk.post(f"{API}/match", json={"queries": queries, "limit": 50}).json()["responses"]["a"]["results"]
    ids = [row["id"] for row in every]
    wanted = {"queries": queries, "exclude_ids": ids[:1], "limit": 1}
    rest = desk.post(f"{API}/match", json=wanted).json()["responses"]["a"]
    assert [row["id"] for row in rest["results"]] == ids[1:2]
    assert rest["total"]["value"] == len(ids) - 1


def test_a_threshold_leaves_out_what_is_less_alike(desk: TestClient) -> None:
    queries = {"a": {"name": "Denis Osokorin"}, "b": {"name": "D. Osokorin"}}
    for least in (0.0, 0.5, 0.9, 1.0):
        answers = desk.post(f"{API}/match", json={"queries": queries, "threshold": least}).json()["responses"]
        assert all(row["score"] >= least for answer in answers.values() for row in answer["results"])


def test_search_finds_by_the_beginning_of_a_word(desk: TestClient) -> None:
    answer = desk.post(f"{API}/search", json={"text": "osok"}).json()
    assert [row["label"] for row in answer["results"]] == ["Denis OSOKORIN"]


def test_nobody_comes_in_without_the_cookie(built_demo: Path) -> None:
    with browser(built_demo, enter=False) as client:
        assert client.get(f"{API}/missions").status_code == 403
        assert client.get(f"{API}/openapi.json").status_code == 403


def test_claims_about_persons_have_claimant_status_and_place(desk: TestClient) -> None:
    for claim in desk.get(f"{API}/claims", params={"limit": 1000}).json()["results"]:
        assert claim["status"]
        assert claim["passage"]["quote"]
        assert "answers" in claim
