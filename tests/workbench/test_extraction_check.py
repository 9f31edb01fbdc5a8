"""A source stands beside its rows; each row is judged, and all of a page only by who counted them."""

# ruff: noqa: ANN401 - a JSON twin holds any value
from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from legation.pipeline.building.build import build
from legation.pipeline.collecting.intake import add, wanted_from_paths
from legation.pipeline.work.given import given_from
from legation.store.case import Case
from tests.workbench.desk import browser

LIST = """<h1>Embassy of Velmark in Brannia</h1><table><tr><th>Name</th><th>Title</th></tr>
<tr><td>Mr Dario VELTRAN</td><td>Ambassador</td></tr>
<tr><td>Ms Ilse MARKOVAN</td><td>Counsellor</td></tr>
<tr><td>Mr Joran PESTEL</td><td>First Secretary</td></tr>
<tr><td>Ms Ruta SANDEL</td><td>Third Secretary</td></tr></table>"""
"""A list of an invented mission."""


@pytest.fixture
def client(tmp_path: Path) -> Any:
    states = tmp_path / "states.csv"
    states.write_text("code,name\nXV,Velmark\nXB,Brannia\n")
    file = tmp_path / "list.html"
    file.write_text(LIST)
    with Case.create(tmp_path / "case", states) as case:
        given = given_from({"kind": "list", "mission": "XV/XB", "as-of": "2020-01-01"})
        assert [one.error for one in add(case, wanted_from_paths([file], given))] == [None]
    with browser(tmp_path / "case") as client:
        yield client


def _source(client: TestClient) -> str:
    (capture,) = client.get("/captures?format=json").json()["captures"]
    return f"/sources/{capture['sha256']}"


def _view(client: TestClient, **query: Any) -> Any:
    return client.get(_source(client), params={"format": "json", **query}).json()


def _judge(client: TestClient, row: Any, **form: str) -> Any:
    return client.post(f"{_source(client)}/rows/{row['id']}", data={**_fields(row), **form})


def _fields(row: Any) -> dict[str, str]:
    return {name: value or "" for name, value in row["fields"].items()}


def test_every_row_has_its_mark_and_every_mark_its_row(client: TestClient) -> None:
    page = client.get(_source(client)).text
    for number in range(1, 5):
        assert f'id="row-{number}"' in page
        assert f'id="text-{number}"' in page
        assert f'href="#row-{number}"' in page
        assert f'href="#text-{number}"' in page


def test_a_row_is_confirmed_corrected_and_rejected_and_the_old_value_stays(client: TestClient) -> None:
    first, second, third, _ = _view(client)["rows"]
    assert _judge(client, first, verdict="accept").status_code == 303
    assert _judge(client, second, verdict="correct", title="Minister-Counsellor", why="as printed").status_code == 303
    assert _judge(client, third, verdict="reject", why="no person").status_code == 303
    view = _view(client)
    assert [row["state"] for row in view["rows"]] == ["confirmed", "corrected", "rejected", "unchecked"]
    assert view["rows"][1]["was"] == {"title": "Counsellor"}
    assert view["rows"][1]["fields"]["title"] == "Minister-Counsellor"
    assert view["counts"] == {"unchecked": 1, "confirmed": 1, "corrected": 1, "rejected": 1}


def test_a_judgement_on_a_row_is_taken_back(client: TestClient) -> None:
    first = _view(client)["rows"][0]
    _judge(client, first, verdict="reject", why="a mistake")
    (rejected,) = _view(client)["rows"][0]["judgements"]
    _judge(client, first, verdict="undo", judgement=rejected["id"])
    assert _view(client)["rows"][0]["state"] == "unchecked"


def test_what_was_rejected_counts_again_once_it_is_confirmed(client: TestClient) -> None:
    first = _view(client)["rows"][0]
    _judge(client, first, verdict="reject", why="a mistake")
    _judge(client, first, verdict="accept")
    assert _view(client)["rows"][0]["state"] == "confirmed"


@pytest.mark.parametrize(
    "form",
    [
        {"verdict": "correct", "why": "nothing differs"},
        {"verdict": "correct", "title": "Counsellor of Nothing", "why": " "},
        {"verdict": "correct", "dates": "one of these days", "why": "as printed"},
        {"verdict": "reject", "why": ""},
        {"verdict": "burn", "why": "because"},
    ],
)
def test_what_cant_be_judged_is_said_beside_the_row_and_changes_nothing(
    client: TestClient, form: dict[str, str]
) -> None:
    row = _view(client)["rows"][0]
    answer = _judge(client, row, **form)
    assert answer.status_code == 409
    assert 'role="alert"' in answer.text
    assert _view(client)["counts"]["unchecked"] == 4


@pytest.mark.parametrize("count", [0, 3, 5, 400])
def test_a_wrong_count_confirms_nothing(client: TestClient, count: int) -> None:
    answer = client.post(f"{_source(client)}/rest", data={"count": str(count)})
    assert answer.status_code == 409
    assert f"you count {count}, and 4 rows were read here" in answer.text
    assert _view(client)["counts"]["confirmed"] == 0


def test_the_right_count_confirms_what_nobody_judged_each_row_by_itself(client: TestClient) -> None:
    first, second, *_ = _view(client)["rows"]
    _judge(client, first, verdict="reject", why="no person")
    _judge(client, second, verdict="correct", title="Minister", why="as printed")
    assert client.post(f"{_source(client)}/rest", data={"count": "3"}).status_code == 303
    assert [row["state"] for row in _view(client)["rows"]] == ["rejected", "corrected", "confirmed", "confirmed"]
    log = client.get("/log?format=json").json()
    assert len(re.findall('"accept"', str(log).replace("'", '"'))) == 2


def test_the_passage_that_is_asked_for_is_marked(client: TestClient) -> None:
    row = _view(client)["rows"][2]
    page = client.get(_source(client), params={"at": row["passage"]["start"]}).text
    assert page.count('id="at"') == 1
    assert page.index('id="at"') < page.index("PESTEL") < page.index("SANDEL")


def test_a_place_that_begins_no_row_marks_its_line(client: TestClient) -> None:
    page = client.get(_source(client), params={"at": 3}).text
    assert re.search(r'<li class="is-\w+" id="at"><mark class="asked">Embassy of Velmark', page)


def test_the_outline_is_made_of_our_tags_under_the_policy_of_captures(client: TestClient) -> None:
    answer = client.get(f"/captures/{_source(client).rpartition('/')[2]}/frame")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox; default-src 'none'")
    assert "allow-" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "<table>" in answer.text
    assert "VELTRAN" in answer.text
    assert set(re.findall(r"<(\w+)", answer.text.partition("<body>")[2])) <= {
        *("div", "h1", "table", "tbody", "tr", "th", "td", "span", "mark", "a")
    }


def test_bytes_that_arent_in_the_case_are_no_source(client: TestClient) -> None:
    assert client.get(f"/sources/{'0' * 64}").status_code == 404
    assert client.get(f"/captures/{'0' * 64}/frame").status_code == 404
    assert client.get(f"/captures/{'0' * 64}/pages/1.png").status_code == 404


FAMILY = "Ilse MARKOVAN, the granddaughter of the former Minister of Trade, left the embassy on Monday."
STRANGERS = "Inti QUISPE-ROA, the grandson of the former Minister of Trade, left the capital on Monday."
"""What a report says of the family of somebody whom the list shows, and of somebody whom none does."""


@contextmanager
def _report(tmp_path: Path, text: str) -> Iterator[tuple[TestClient, str]]:
    """A browser on the case with a report beside its list, and the address of the report."""
    file = tmp_path / "report.txt"
    file.write_text(text)
    with Case.open(tmp_path / "case") as case:
        given = given_from({"kind": "report", "published": "2021-04-05"})
        assert [one.error for one in add(case, wanted_from_paths([file], given))] == [None]
        build(case)
    with browser(tmp_path / "case") as client:
        (sha256,) = _sources(client, ".txt")
        yield client, f"/sources/{sha256}"


def test_a_claim_about_a_strangers_family_is_a_row_that_says_nothing(client: TestClient, tmp_path: Path) -> None:
    with _report(tmp_path, STRANGERS) as (desk, address):
        view = desk.get(f"{address}?format=json").json()
        (row,) = [row for row in view["rows"] if row["type"] == "family"]
        told = str({**row, "withheld": None})
        assert "QUISPE" not in told
        assert "grandson" not in told
        assert "Minister" not in told
        assert row["withheld"] in desk.get(address).text
        form = {**{name: value or "" for name, value in row["fields"].items()}, "verdict": "reject", "why": "private"}
        assert desk.post(f"{address}/rows/{row['id']}", data=form).status_code == 303
        (row,) = [row for row in desk.get(f"{address}?format=json").json()["rows"] if row["type"] == "family"]
        assert row["state"] == "rejected"
        assert "QUISPE" not in str(row)


def test_a_claim_about_the_family_of_somebody_listed_says_what_it_says(client: TestClient, tmp_path: Path) -> None:
    with _report(tmp_path, FAMILY) as (desk, address):
        (row,) = [row for row in desk.get(f"{address}?format=json").json()["rows"] if row["type"] == "family"]
        assert (row["withheld"], row["value"]) == (None, "granddaughter")


def test_a_claim_that_can_do_harm_is_called_alleged_beside_its_source(client: TestClient, tmp_path: Path) -> None:
    with _report(tmp_path, FAMILY) as (desk, address):
        assert '<span class="name">alleged family</span>' in desk.get(address).text


def _sources(client: TestClient, ending: str) -> list[str]:
    rows = client.get("/captures?format=json").json()["captures"]
    return [row["sha256"] for row in rows if row["name"].endswith(ending)]


def test_a_page_of_a_pdf_is_a_picture_with_a_mark_over_each_row(desk: TestClient) -> None:
    sha256 = _sources(desk, ".pdf")[0]
    view = desk.get(f"/sources/{sha256}", params={"format": "json"}).json()
    picture = view["look"]["picture"]
    assert {mark["row"] for mark in picture["marks"]} == {row["number"] for row in view["rows"]}
    for mark in picture["marks"]:
        assert 0 <= mark["x"] < mark["x"] + mark["width"] <= picture["width"]
        assert 0 <= mark["y"] < mark["y"] + mark["height"] <= picture["height"]
    png = desk.get(f"/captures/{sha256}/pages/{picture['page']}.png")
    assert png.content.startswith(b"\x89PNG")
    assert desk.get(f"/captures/{sha256}/pages/999.png").status_code == 404


def test_a_report_stands_beside_its_events_and_claims(desk: TestClient) -> None:
    sha256 = _sources(desk, ".txt")[0]
    view = desk.get(f"/sources/{sha256}", params={"format": "json"}).json()
    assert {row["kind"] for row in view["rows"]} == {"event", "claim"}
    shown = "".join(stretch["text"] for line in view["look"]["lines"] for stretch in line["stretches"])
    assert all(row["passage"]["quote"].split()[0] in shown for row in view["rows"])
    assert view["rows"] == sorted(view["rows"], key=lambda row: row["passage"]["start"])
