from __future__ import annotations

from typing import Any

import pytest

from legation.analysis.disputed_prints import disputed_prints
from legation.model.claims import Event, Report
from legation.model.disputes import Contradiction
from tests.make import event, printed, report


def found(rule: str, *reports: Report) -> list[Contradiction]:
    return [one for one in disputed_prints(reports) if one.rule == rule]


def expulsion(**fields: object) -> Event:
    given: dict[str, Any] = {"actor": "XB", "target": "XV", "mission": "XV/XB", "date": "2021-04"}
    return event("expulsion", **given | fields)


def test_one_decision_told_as_made_and_as_planned_is_shown_with_both_statuses() -> None:
    told = expulsion(count=4)
    words = [printed("status", status, start=at, about=told.id) for at, status in ((0, "announced"), (200, "planned"))]
    (one,) = found("status", report(told, *words))
    assert [side.says for side in one.sides] == ["announced", "planned"]
    assert one.mission == "XV/XB"


def test_two_spellings_of_one_name_are_shown_once() -> None:
    words = (
        printed("spelling", "Marttinen", about="Martinen"),
        printed("spelling", "Martinen", start=90, about="Marttinen"),
    )
    (one,) = found("spelling", report(*words))
    assert {side.says for side in one.sides} == {"Martinen", "Marttinen"}


def test_joined_sentences_of_one_report_are_one_finding() -> None:
    words = [printed("joined", "said.Since", start=at) for at in (10, 500)]
    (one,) = found("printed", report(*words))
    assert len(one.sides) == 2
    assert found("printed", report(expulsion())) == []


def test_dozens_over_a_month_is_shown_beside_the_numbers_of_the_same_parties() -> None:
    vague = expulsion(count_modifier="dozens", source="a")
    part, ceiling = (
        expulsion(count=18, date="2021-04-17", source="b"),
        event(
            "ceiling", "to seven posts", source="b", start=300, actor="XB", target="XV", posts_to=7, date="2021-04-22"
        ),
    )
    (one,) = found("vague-number", report(vague, source="a"), report(part, ceiling, source="b"))
    assert [side.says for side in one.sides] == ["dozens, no number", "18 persons", "7 posts"]


@pytest.mark.parametrize(
    "fields",
    [
        {"count": 24, "count_modifier": "about"},
        {"count_modifier": "dozens", "date": "2021-04-17"},
        {"count_modifier": "dozens", "status": "threatened"},
    ],
)
def test_a_number_a_day_or_a_threat_is_not_vague(fields: dict[str, object]) -> None:
    assert found("vague-number", report(expulsion(**fields))) == []


def test_numbers_of_other_parties_or_times_stand_apart() -> None:
    vague = expulsion(count_modifier="hundreds", source="a")
    others = (expulsion(count=9, actor="XC", source="b"), expulsion(count=9, date="2021-06-01", source="b", start=99))
    (one,) = found("vague-number", report(vague, source="a"), report(*others, source="b"))
    assert len(one.sides) == 1
