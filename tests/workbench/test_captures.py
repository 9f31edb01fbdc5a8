"""What a case holds over time, what comes in through the browser, and what is set aside."""

# ruff: noqa: ANN401 - a JSON twin holds any value
from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from starlette.testclient import TestClient

from legation.pipeline.building.build import build
from legation.pipeline.questions import CaptureWaits, waits
from legation.publishing.strips import day_of, sign_of, source_of, strips, years
from legation.store.case import Case
from tests.workbench.desk import browser

PAGE = b"""<h1>Embassy of Italy</h1><table><tr><th>Name</th><th>Title</th></tr>
<tr><td>Mr Dario VELTRAN</td><td>Ambassador</td></tr><tr><td>Ms Ilse MARKOVAN</td><td>Counsellor</td></tr></table>"""
GIVEN = {"kind": "list", "mission": "IT/FR", "as_of": "2020-01-01"}


@pytest.fixture
def client(tmp_path: Path) -> Any:
    Case.create(tmp_path / "case").close()
    with browser(tmp_path / "case") as client:
        yield client


def _add(client: TestClient, *files: tuple[str, bytes], **said: str) -> Any:
    return client.post("/captures", files=[("files", file) for file in files], data=said)


def _rows(client: TestClient, **query: str) -> Any:
    return client.get("/captures", params={"format": "json", **query}).json()["captures"]


def test_files_come_in_with_what_is_said_of_them(client: TestClient) -> None:
    answer = _add(client, ("staff.html", PAGE), **GIVEN, source="Embassy of Italy", captured_at="20200102030405")
    assert answer.status_code == 303
    (row,) = _rows(client)
    assert (row["name"], row["mission"], row["as_of"], row["source"]) == (
        *("staff.html", "IT/FR", "2020-01-01", "Embassy of Italy"),
    )
    assert row["captured_at"].startswith("2020-01-02T03:04:05")
    assert row["listings"] == 2


def test_what_is_refused_says_so_and_the_others_come_in(client: TestClient) -> None:
    answer = _add(client, ("staff.html", PAGE), ("thing.bin", b"\x00\x01\x02nothing"), **GIVEN)
    assert answer.status_code == 409
    assert "thing.bin" in answer.text
    assert [row["name"] for row in _rows(client)] == ["staff.html"]


@pytest.mark.parametrize("said", [{"as_of": "soon"}, {"mission": "nowhere"}, {"kind": "gossip"}, {"receiving": "x"}])
def test_what_cant_be_said_of_a_file_adds_nothing(client: TestClient, said: dict[str, str]) -> None:
    assert _add(client, ("staff.html", PAGE), **{**GIVEN, **said}).status_code == 409
    assert _rows(client) == []


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\staff.html", "staff.html"),
        ("..", "file"),
        ("a\u202eb\u2069.html", "ab.html"),
        ("x" * 400 + ".html", "x" * 175 + ".html"),
        ("лист" * 100 + ".html", ("лист" * 100)[-87:] + ".html"),
    ],
)
def test_a_name_from_the_browser_is_never_a_path(client: TestClient, tmp_path: Path, told: str, kept: str) -> None:
    before = _files(tmp_path)
    assert _add(client, (told, PAGE), **GIVEN).status_code == 303
    assert [row["name"] for row in _rows(client)] == [kept]
    assert _files(tmp_path) == before


def _files(folder: Path) -> set[Path]:
    """All but what a case's database and vault are made of."""
    return {file for file in folder.rglob("*") if "vault" not in file.parts and not file.name.startswith("case.db")}


def test_a_capture_is_excluded_and_counts_again(client: TestClient) -> None:
    _add(client, ("staff.html", PAGE), **GIVEN)
    client.post("/build")
    (row,) = _rows(client)
    standing = f"/captures/{row['id']}/standing"
    assert client.post(standing, data={"verdict": "reject", "why": ""}).status_code == 400
    assert client.post(standing, data={"verdict": "reject", "why": "forged"}).status_code == 303
    (aside,) = _rows(client)
    assert (aside["excluded"], aside["sign"]) == (True, "excluded")
    client.post("/build")
    assert client.get("/missions/IT/FR?format=json").json()["postings"] == []
    client.post(standing, data={"verdict": "accept", "why": "after all"})
    assert [one["excluded"] for one in _rows(client)] == [False]
    client.post("/build")
    assert len(client.get("/missions/IT/FR?format=json").json()["postings"]) == 2


def test_a_report_is_excluded_with_all_that_it_tells(demo_case: Path) -> None:
    with browser(demo_case) as client:
        row = next(one for one in _rows(client) if one["input"] == "report")
        client.post(f"/captures/{row['id']}/standing", data={"verdict": "reject", "why": "withdrawn"})
        assert [one["name"] for one in _rows(client) if one["excluded"]] == [row["name"]]
        counts = client.get(f"/sources/{row['sha256']}?format=json").json()["counts"]
        assert counts["rejected"] == sum(counts.values()) > 0


def test_a_report_that_counts_again_stands_as_people_left_it_before(demo_case: Path) -> None:
    with browser(demo_case) as client:
        rows = [one for one in _rows(client) if one["input"] == "report"]
        row = max(rows, key=lambda one: one["events"] + one["claims"])
        source, standing = f"/sources/{row['sha256']}", f"/captures/{row['id']}/standing"
        first, second, *_ = client.get(f"{source}?format=json").json()["rows"]
        client.post(f"{source}/rows/{first['id']}", data={"verdict": "reject", "why": "misread"})
        client.post(f"{source}/rows/{second['id']}", data={"verdict": "accept"})
        before = client.get(f"{source}?format=json").json()["counts"]
        assert (before["rejected"], before["confirmed"]) == (1, 1)
        for _ in range(2):
            assert client.post(standing, data={"verdict": "reject", "why": "withdrawn"}).status_code == 303
            assert client.get(f"{source}?format=json").json()["counts"]["rejected"] == sum(before.values())
            assert client.post(standing, data={"verdict": "accept", "why": "counts again"}).status_code == 303
            assert client.get(f"{source}?format=json").json()["counts"] == before


def test_rows_rejected_one_by_one_dont_count_again_all_at_once(demo_case: Path) -> None:
    with browser(demo_case) as client:
        row = next(one for one in _rows(client) if one["input"] == "report")
        source = f"/sources/{row['sha256']}"
        rows = client.get(f"{source}?format=json").json()["rows"]
        for one in rows:
            client.post(f"{source}/rows/{one['id']}", data={"verdict": "reject", "why": "misread"})
        answer = client.post(f"/captures/{row['id']}/standing", data={"verdict": "accept", "why": "counts again"})
        assert answer.status_code == 409
        assert client.get(f"{source}?format=json").json()["counts"]["rejected"] == len(rows)


def test_the_captures_are_shown_where_what_was_read_of_an_excluded_one_is_forgotten(
    client: TestClient, tmp_path: Path
) -> None:
    _add(client, ("staff.html", PAGE), **GIVEN)
    client.post("/build")
    (row,) = _rows(client)
    client.post(f"/captures/{row['id']}/standing", data={"verdict": "reject", "why": "forged"})
    with Case.open(tmp_path / "case") as case:
        assert case.memo.prune([]) == 1
    assert client.get("/captures").status_code == 200
    client.post("/build")
    assert [one["excluded"] for one in _rows(client)] == [True]


def test_the_captures_are_chosen_by_what_waits(client: TestClient) -> None:
    _add(client, ("staff.html", PAGE), **GIVEN)
    for state in ("unread", "residue", "unbuilt"):
        assert _rows(client, state=state) == []


REMOVED = b"<html><body><h1>Embassy of Italy</h1><p>404 - Page not found.</p></body></html>"
STRAY = b"Name,Rank,Phone\nMr Dario Veltran,Counsellor,555\nMs Ilse Markovan,Attache,557\n,,556\n"


def _waiting(client: TestClient) -> dict[str, int]:
    rows = client.get("/?format=json").json()["waiting"]
    return {row["id"]: row["count"] for row in rows if row["id"] in ("unread", "residue", "unbuilt")}


def _listed(client: TestClient) -> dict[str, int]:
    """The same numbers, counted on the pages that they lead to."""
    found = {state: _rows(client, state=state) for state in ("unread", "residue", "unbuilt")}
    counts = {state: len(rows) for state, rows in found.items()} | {
        "residue": sum(row["residue"] for row in found["residue"])
    }
    return {state: count for state, count in counts.items() if count}


def test_the_numbers_of_what_waits_are_those_of_the_pages_they_lead_to(desk: TestClient, client: TestClient) -> None:
    assert _waiting(desk) == _listed(desk)
    _add(client, ("staff.html", PAGE), **GIVEN)
    _add(client, ("gone.html", REMOVED), **{**GIVEN, "as_of": "2020-02-01"})
    _add(client, ("stray.csv", STRAY), **{**GIVEN, "as_of": "2020-03-01"})
    client.post("/build")
    assert _waiting(client) == _listed(client) == {"residue": 1}
    every = {row["sign"] for state in ("unread", "residue", "unbuilt") for row in _rows(client, state=state)}
    assert every.isdisjoint({"excluded", "repeated", "wall", "redirected", "list-removed"})


def test_an_excluded_capture_waits_for_nobody(client: TestClient) -> None:
    _add(client, ("stray.csv", STRAY), **GIVEN)
    client.post("/build")
    assert _waiting(client)["residue"] > 0
    (row,) = _rows(client)
    client.post(f"/captures/{row['id']}/standing", data={"verdict": "reject", "why": "forged"})
    assert _waiting(client) == _listed(client) == {}


@pytest.mark.parametrize("state", ["list-removed", "redirected", "wall", "login-wall", "needs-script"])
def test_a_page_that_was_read_as_what_it_is_doesnt_wait_to_be_read(state: str) -> None:
    row = _row(1, state=state)
    assert not any(waits({**row, "sign": sign_of(row)}, what) for what in get_args(CaptureWaits))
    failed = _row(1, state="unreadable")
    assert waits({**failed, "sign": sign_of(failed)}, "unread")


def test_a_strip_has_a_sign_for_each_capture_of_its_source(desk: TestClient) -> None:
    view = desk.get("/captures?format=json").json()
    assert sum(len(strip["ticks"]) for strip in view["strips"]) == len(view["captures"])
    page = desk.get("/captures").text
    for strip in view["strips"]:
        assert strip["source"] in page
        assert [tick["day"] for tick in strip["ticks"]] == sorted(tick["day"] for tick in strip["ticks"])
    assert {tick["sign"] for strip in view["strips"] for tick in strip["ticks"]} >= {"read", "list-removed"}


def _row(number: int, **fields: Any) -> dict[str, Any]:
    return {
        "id": f"capture-{number}",
        "sha256": f"{number:064x}",
        "name": f"{number}.html",
        "state": "ok",
        "added_at": "2026-01-01T00:00:00+00:00",
        "source": None,
        "url": None,
        **fields,
    }


def test_the_same_bytes_again_are_a_repetition() -> None:
    rows = [_row(n, sha256="a" * 64, captured_at=f"202{n}-05-05", source="one") for n in range(3)]
    (strip,) = strips(rows)
    assert [tick.sign for tick in strip.ticks] == ["read", "repeated", "repeated"]


@pytest.mark.parametrize(
    ("fields", "sign"),
    [
        ({}, "read"),
        ({"state": "abridged"}, "in-part"),
        ({"state": "redirected"}, "redirected"),
        ({"state": "login-wall"}, "wall"),
        ({"state": "needs-script"}, "wall"),
        ({"state": "soft-404"}, "error"),
        ({"state": "list-removed"}, "list-removed"),
        ({"state": "not built yet"}, "not-built"),
        ({"state": "limit"}, "error"),
        ({"replaced_by": "capture-9"}, "repeated"),
        ({"excluded": True, "state": "wall"}, "excluded"),
    ],
)
def test_each_state_has_its_sign(fields: dict[str, Any], sign: str) -> None:
    assert sign_of(_row(1, **fields)) == sign


def test_captures_belong_together_by_who_speaks_else_by_host_else_by_name() -> None:
    assert source_of(_row(1, source="Ministry", url="https://a.example/x")) == "Ministry"
    assert source_of(_row(1, url="https://a.example/x")) == "a.example"
    assert source_of(_row(1)) == "1.html"


def test_a_capture_stands_at_the_day_on_which_it_was_seen() -> None:
    assert day_of(_row(1, captured_at="2020-02-03T00:00:00+00:00", as_of="2019-01-01")).isoformat() == "2020-02-03"
    assert day_of(_row(1, as_of="2019-01-01")).isoformat() == "2019-01-01"
    assert day_of(_row(1, as_of="2019-21")).isoformat() == "2026-01-01"


def test_the_axis_is_one_for_all_and_says_its_years() -> None:
    rows = [_row(1, captured_at="2018-06-01"), _row(2, captured_at="2020-06-01")]
    assert [year for year, _ in years(rows)] == [2019, 2020]
    places = [tick.at for strip in strips(rows) for tick in strip.ticks]
    assert sorted(places) == [2.0, 98.0]
    assert strips([]) == ()
    assert years([]) == ()


REGISTER = (
    '{"id": "Q1", "schema": "Person", "properties": {"name": ["Dario Veltran"], "position": ["Envoy"]}}\n'
    '{"id": "Q2", "schema": "Person", "properties": {"name": ["Runa Somebody"], "position": ["Minister"]}}\n'
)


def test_a_register_comes_in_and_shows_those_entries_that_may_be_people_of_the_case(
    client: TestClient, tmp_path: Path
) -> None:
    assert _add(client, ("staff.html", PAGE), **GIVEN).status_code == 303
    assert _add(client, ("fjords.json", REGISTER.encode())).status_code == 303
    with Case.open(tmp_path / "case") as case:
        build(case)
    (row,) = [row for row in _rows(client) if row["input"] == "register"]
    assert row["entries"] == 2
    page = client.get(f"/sources/{row['sha256']}").text
    assert "Dario Veltran" in page
    assert "Somebody" not in page
    (pair,) = client.get("/review?format=json").json()["pairs"]
    assert [place["title"] for place in pair["a"]["places"]] == ["position: Envoy"]
