"""Whom a list may show on under another name, and where nothing leaves that open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from legation.analysis.derive import derive
from legation.model.case import Evidence
from legation.model.dates import Bounds
from legation.model.postings import Posting
from tests.make import roster

DAYS = ("2019-01-01", "2019-06-01", "2020-01-01", "2020-06-01")


def line(name: str, title: str = "Attaché", rank: str = "attache", **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"name": name, "title": title, "rank": rank, **fields}


def postings(*editions: list[dict[str, Any]]) -> dict[str, Posting]:
    stays_on = line("Elio MARSK", "Counsellor", "counsellor", order=9)
    rosters = [roster(day, *lines, stays_on) for day, lines in zip(DAYS, editions, strict=False)]
    return {each.person.label: each for each in derive(Evidence(rosters=tuple(rosters))).postings}


def test_who_goes_while_another_of_one_given_name_and_title_comes_may_have_stayed() -> None:
    found = postings([], [line("Alma BRODIK")], [line("Alma VELTRAN")], [])
    left, came = found["Alma BRODIK"], found["Alma VELTRAN"]
    assert left.end == Bounds(earliest=date(2019, 6, 1), latest=date(2020, 6, 1))
    assert came.start == Bounds(earliest=date(2019, 1, 2), latest=date(2020, 1, 1))
    assert "may-be-listed-under-another-name" in {step.rule for step in left.derivation}
    assert left.listed_to == Bounds(earliest=date(2019, 6, 1), latest=date(2019, 12, 31)), "lists alone are as they are"


def test_where_the_other_name_is_still_listed_no_end_is_known() -> None:
    found = postings([line("Alma BRODIK")], [line("Alma VELTRAN")])
    assert found["Alma BRODIK"].end == Bounds(earliest=date(2019, 1, 1))


@pytest.mark.parametrize(
    ("later", "why"),
    [
        (line("Berta VELTRAN"), "another given name"),
        (line("Alma VELTRAN", "Third Secretary", "third-secretary"), "another title"),
        (line("A. VELTRAN"), "an initial is too many people's"),
        (line("Alma VELTRAN", date="2019-12-20"), "another printed day"),
    ],
)
def test_who_comes_as_somebody_else_leaves_no_doubt(later: dict[str, Any], why: str) -> None:
    printed = {"date": "2018-03-01"} if "date" in later else {}
    found = postings([line("Alma BRODIK", **printed)], [later])
    assert found["Alma BRODIK"].end == Bounds(earliest=date(2019, 1, 1), latest=date(2019, 6, 1)), why


def test_who_comes_an_edition_later_is_somebody_else() -> None:
    found = postings([line("Alma BRODIK")], [], [line("Alma VELTRAN")])
    assert found["Alma BRODIK"].end == Bounds(earliest=date(2019, 1, 1), latest=date(2019, 6, 1))


def test_the_day_of_the_list_itself_is_no_day_of_taking_up_duty() -> None:
    found = postings([], [line("Alma BRODIK", date="2019-06-01")])
    assert found["Alma BRODIK"].start_basis == "editions"
    assert found["Alma BRODIK"].start == Bounds(earliest=date(2019, 1, 2), latest=date(2019, 6, 1))


def test_another_list_in_another_language_leaves_the_same_doubt() -> None:
    stays_on = line("Elio MARSK", "Counsellor", "counsellor", order=9)
    page = [roster(day, line("Yuliya BRODIK"), stays_on, series="page") for day in DAYS[:1]]
    later = [roster(day, stays_on, series="page") for day in DAYS[1:]]
    hosted = line("Ioulia VELTRAN", "Attachée de presse")
    host = [roster(DAYS[0], stays_on, series="host"), roster("2019-03-01", hosted, stays_on, series="host")]
    made = derive(Evidence(rosters=(*page, *later, *host)))
    left = next(each for each in made.postings if each.person.label == "Yuliya BRODIK")
    assert left.end == Bounds(earliest=date(2019, 1, 1))
