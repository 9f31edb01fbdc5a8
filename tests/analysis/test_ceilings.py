from __future__ import annotations

from typing import Any

from legation.analysis.derive import derive
from legation.model.case import Evidence
from legation.model.claims import Event, Report
from legation.model.findings import Ceiling
from tests.make import MISSION, event, report


def limit(before: int | None, after: int, *, start: int, **fields: object) -> Event:
    given: dict[str, Any] = {"actor": "XB", "target": "XV", "posts_from": before, "posts_to": after}
    return event("ceiling", f"to {after} posts", start=start, **given | fields)


def told(count: int, **fields: object) -> Event:
    given: dict[str, Any] = {"actor": "XB", "target": "XV", "mission": MISSION, "count_unit": "persons"}
    return event("expulsion", count=count, **given | fields)


def ceilings(*reports: Report) -> tuple[Ceiling, ...]:
    found = derive(Evidence(reports=reports))
    assert found.contradictions == ()
    return found.ceilings


def test_posts_are_a_chain_of_levels_beside_the_persons() -> None:
    (one,) = ceilings(
        report(
            told(8, date="2021-10-06"),
            limit(20, 10, start=200, date="2021-10-06"),
            limit(30, 20, start=400, date="2018"),
        )
    )
    assert [(step.posts_from, step.posts_to) for step in one.steps] == [(30, 20), (20, 10)]
    assert [counted.value for counted in one.persons] == [8]
    assert (one.mission, len(one.notes)) == (MISSION, 1)


def test_a_step_that_nobody_tells_is_said_to_be_missing() -> None:
    (one,) = ceilings(report(limit(40, 30, start=0, date="2016"), limit(20, 10, start=200, date="2021-10-06")))
    assert "30 posts to 20" in one.notes[0]


def test_a_level_without_the_one_before_is_the_step_that_another_telling_gives_in_full() -> None:
    reports = (
        report(limit(20, 10, start=0, date="2021-10-06"), source="a"),
        report(limit(None, 10, start=0, date="2021-10-06", source="b"), source="b"),
    )
    (one,) = ceilings(*reports)
    assert [(step.posts_from, step.posts_to) for step in one.steps] == [(20, 10)]


def test_an_announcement_without_a_ceiling_is_none_and_a_threatened_one_neither() -> None:
    assert ceilings(report(told(8, date="2021-10-06"))) == ()
    assert ceilings(report(limit(20, 10, start=0, status="threatened"))) == ()


def test_persons_of_other_parties_stand_elsewhere() -> None:
    (one,) = ceilings(report(limit(20, 10, start=0), told(8, start=200, actor="XC", mission="XV/XC")))
    assert one.persons == ()
