"""Two editions of a list are a page: who joined, who left, whose line changed, and the pairs on both sides."""

# ruff: noqa: ANN401 - a JSON twin holds any value
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from legation.store.case import Case
from tests.workbench.desk import browser

MISSION = "QZ/QV"


def _diff(client: TestClient, **query: str) -> Any:
    return client.get("/diff", params={"format": "json", "mission": MISSION, **query}).json()


def test_without_more_said_the_last_pair_is_compared(desk: TestClient) -> None:
    view = _diff(desk)
    assert [one["as_of"] for one in view["editions"]][-2:] == [view["from"]["as_of"], view["to"]["as_of"]]
    assert view["counts"]["left"] == 7
    assert view["later"] is None


STAFF = """<h1>Embassy of Italy</h1><table><tr><th>Name</th><th>Title</th></tr>
<tr><td>Mr Dario VELTRAN</td><td>Ambassador</td></tr><tr><td>Ms Ilse MARKOVAN</td><td>{}</td></tr></table>"""


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    Case.create(tmp_path / "case").close()
    with browser(tmp_path / "case") as client:
        yield client


def _put_in(client: TestClient, *editions: tuple[str, str]) -> None:
    """Editions of lists of one mission: each with its day and who prints it."""
    for day, source in editions:
        file = ("files", (f"{day}.html", STAFF.format(f"Counsellor {day}").encode()))
        said = {"kind": "list", "mission": "IT/FR", "as_of": day, "source": source}
        assert client.post("/captures", files=[file], data=said).status_code == 303
    client.post("/build")


def test_the_last_pair_is_of_a_list_that_has_two_editions(client: TestClient) -> None:
    _put_in(client, ("2020-01-01", "Ministry"), ("2021-01-01", "Ministry"), ("2022-01-01", "Embassy"))
    assert "/diff?mission=IT/FR" in client.get("/missions/IT/FR").text
    view = client.get("/diff?mission=IT/FR&format=json").json()
    assert (view["from"]["as_of"], view["to"]["as_of"]) == ("2020-01-01", "2021-01-01")


def test_where_no_list_has_two_editions_nothing_leads_to_a_comparison(client: TestClient) -> None:
    _put_in(client, ("2020-01-01", "Ministry"), ("2022-01-01", "Embassy"))
    assert "/diff?mission=IT/FR" not in client.get("/missions/IT/FR").text
    assert client.get("/diff?mission=IT/FR").status_code == 400


def test_pairs_lead_from_one_to_the_next(desk: TestClient) -> None:
    last = _diff(desk)
    first = _diff(desk, **{"from": last["earlier"]["from"], "to": last["earlier"]["to"]})
    assert first["later"] == {"from": last["from"]["id"], "to": last["to"]["id"]}
    assert first["earlier"] is None


def test_any_two_editions_are_compared_the_earlier_first(desk: TestClient) -> None:
    editions = _diff(desk)["editions"]
    view = _diff(desk, **{"from": editions[-1]["id"], "to": editions[0]["id"]})
    assert (view["from"]["as_of"], view["to"]["as_of"]) == (editions[0]["as_of"], editions[-1]["as_of"])


def test_where_nothing_differs_it_says_so_and_that_the_bytes_do(desk: TestClient) -> None:
    editions = _diff(desk)["editions"]
    same = _diff(desk, **{"from": editions[0]["id"], "to": editions[0]["id"]})
    assert same["says"] == "No change: the bytes are the same."
    words = [
        _diff(desk, mission=one["id"], **{"from": editions[0]["id"], "to": editions[1]["id"]})["says"]
        for one in desk.get("/missions?format=json").json()["missions"]
        if one["id"].endswith("/QV")
    ]
    assert "No visible change; the bytes differ." in words


def test_who_cant_be_seen_has_not_left(desk: TestClient) -> None:
    view = _diff(desk, mission="QZ/QN")
    assert view["counts"]["left"] == 0
    assert view["counts"]["not-observable"] == 61
    assert view["complete"] == [True, False]
    assert "may still be listed" in desk.get("/diff?mission=QZ/QN").text


def test_a_change_has_its_sign_and_word_beside_its_color(desk: TestClient) -> None:
    page = desk.get("/diff", params={"mission": MISSION}).text
    for change in re.findall(r"<del>.*?</del>", page):
        assert "−" in change
    for change in re.findall(r"<ins>.*?</ins>", page):
        assert "+" in change
    assert page.count("left the list") >= 7


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"mission": "IT/FR"}, 400),
        ({"mission": MISSION, "from": "edition-00000000000000000000000000000000"}, 404),
        ({}, 400),
    ],
)
def test_what_cant_be_compared_is_said(desk: TestClient, query: dict[str, str], status: int) -> None:
    assert desk.get("/diff", params=query).status_code == status
