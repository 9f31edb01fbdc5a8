"""Of long lists a page shows some, and leads to the rest."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from legation.workbench.pages import environment
from legation.workbench.turning import cut, turned

LISTS = ("captures", "missions", "happenings", "claims", "contradictions", "log")


def _links(total: int, after: int, a_page: int) -> list[int]:
    words = '{% from "parts.html" import turning %}{{ turning(view, "mission=QZ/QV") }}'
    html = environment().from_string(words).render(view=turned(total, after, a_page))
    return [int(found) for found in re.findall(r"mission=QZ/QV&amp;after=(\d+)", html)]


@given(st.integers(0, 400), st.integers(1, 60))
def test_going_on_from_the_first_page_shows_each_row_once(total: int, a_page: int) -> None:
    rows, after = [*range(total)], 0
    seen = [*cut(rows, after, a_page)]
    while later := [to for to in _links(total, after, a_page) if to > after]:
        after = min(later)
        seen += cut(rows, after, a_page)
    assert seen == rows


@given(st.integers(1, 400), st.integers(1, 60), st.integers(0, 500))
def test_every_link_leads_to_a_page_with_rows(total: int, a_page: int, after: int) -> None:
    assert all(0 <= to < total for to in _links(total, after, a_page) if to > after or after < total)


@pytest.mark.parametrize("name", LISTS)
def test_a_page_after_the_last_says_how_many_there_are(desk: TestClient, name: str) -> None:
    first, beyond = (desk.get(f"/{name}", params={"format": "json", "after": after}).json() for after in (0, 10**6))
    assert first["total"] == beyond["total"]
    assert beyond[name if name != "log" else "judgements"] == []
    assert desk.get(f"/{name}", params={"after": 10**6}).status_code == 200
    assert desk.get(f"/{name}", params={"after": -1}).status_code == 422
