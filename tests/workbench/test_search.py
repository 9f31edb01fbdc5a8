"""Words find persons, missions, printed titles and what reports say, in any script."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient


def _found(desk: TestClient, text: str, **more: str) -> Any:  # noqa: ANN401 - a JSON twin holds any value
    answer = desk.post("/search", params={"format": "json"}, data={"text": text, **more})
    assert answer.status_code == 200
    return answer.json()


def test_the_beginning_of_a_title_finds_who_is_printed_with_it(desk: TestClient) -> None:
    found = _found(desk, "attaché défense")
    assert found["titles_found"] == len(found["titles"]) > 0
    assert {row["title"] for row in found["titles"]} == {"Attaché de défense"}
    assert _found(desk, "ATTACHE defen")["titles"] == found["titles"]


def test_a_state_finds_its_missions(desk: TestClient) -> None:
    assert {row["id"] for row in _found(desk, "zarech")["missions"]} == {"QZ/QV", "QZ/QN"}
    assert [row["id"] for row in _found(desk, "zarech vestr")["missions"]] == ["QZ/QV"]


@pytest.mark.parametrize("text", ["osokorin", "осокорин", "academy zarech"])
def test_a_name_or_a_word_finds_what_is_said(desk: TestClient, text: str) -> None:
    said = _found(desk, text)["said"]
    assert "attended the academy of Zarechia" in {row["passage"]["quote"] for row in said}
    assert all(row["status"] and row["attribution"] is not None for row in said)


def test_two_letters_find_names_and_missions_alone(desk: TestClient) -> None:
    found = _found(desk, "os")
    assert found["found"] > 0
    assert (found["titles"], found["said"]) == ([], [])


def test_who_is_found_is_turned_page_by_page(desk: TestClient) -> None:
    every = _found(desk, "a", most="50")
    pages = [_found(desk, "a", most="3", after=str(after)) for after in range(0, every["found"], 3)]
    assert [row["id"] for page in pages for row in page["persons"]] == [row["id"] for row in every["persons"]]


@pytest.mark.parametrize("text", ["", "  ", "!?", "qqqqqq"])
def test_nothing_is_found_by_nothing(desk: TestClient, text: str) -> None:
    found = _found(desk, text)
    assert not any(found[kind] for kind in ("persons", "missions", "titles", "said"))
