# ruff: noqa: ANN401 - any field of a telling may be given by name
from __future__ import annotations

from typing import Any

from legation.analysis.derive import derive
from legation.model.case import Evidence
from legation.model.listings import Roster
from legation.model.tenures import Succession
from tests.make import MISSION, event, person, report, roster

OLD, NEW = "Anna BRODIK", "Bela CORIM"


def told(role: str = "head of mission", start: int = 60, **fields: Any) -> Any:
    given: dict[str, Any] = {"mission": MISSION, "date": "2020-03-01"}
    ended = event("posting-end", "succeeding Brodik", persons=(person("Anna Brodik", "head of mission"),), **given)
    began = event("appointment", "took over", start=start, persons=(person("Bela Corim", role),), **given | fields)
    return report(began, ended)


def of(*lists: Roster, **fields: Any) -> tuple[Succession, ...]:
    return derive(Evidence(rosters=lists, reports=(told(**fields),))).successions


def test_a_report_states_who_succeeds_whom_though_no_list_shows_them() -> None:
    (found,) = of()
    assert (found.certainty, found.basis, found.slot) == ("stated", "stated", "head")
    assert (found.predecessor.id, found.predecessor.label) == (None, "Anna Brodik")
    assert found.gap_days == (0, 0)
    assert len(found.passages) == 2


def test_a_stated_succession_that_lists_show_is_one_row() -> None:
    heads = [{"name": name, "title": "Ambassador", "rank": "ambassador"} for name in (OLD, NEW)]
    (found,) = of(roster("2020-01-01", heads[0]), roster("2020-06-01", heads[1]))
    assert found.certainty == "stated"
    assert found.predecessor.id is not None
    assert [step.rule for step in found.derivation] == ["next-in-seat", "stated-succession"]


def test_who_takes_over_for_the_time_being_acts() -> None:
    assert [each.slot for each in of(role="acting head")] == ["charge-daffaires-ai"]


def test_another_mission_another_time_or_another_place_of_the_text_states_nothing() -> None:
    assert of(mission="XV/XL") == ()
    assert of(date="2023-03-01") == ()
    assert of(start=5000) == ()


def test_what_was_only_planned_states_nothing() -> None:
    assert of(status="threatened") == ()


def test_a_new_press_officer_does_not_succeed_a_head() -> None:
    assert of(role="press officer") == ()
