"""What stands beside a tally as a candidate, each with its source, and what isn't one."""

from __future__ import annotations

from typing import Any

from legation.analysis.derive import derive
from legation.model.case import Evidence
from legation.model.claims import Event, Report
from legation.model.findings import Explanation, Tally
from legation.model.listings import Roster
from tests.make import MISSION, event, person, report, roster

A, B, C, D = "Anna BRODIK", "Bela CORIM", "Ciro DANTE", "Dario VELTRAN"
LISTS = (roster("2020-03-01", A, B, C, D), roster("2020-04-01", A, B, C, D), roster("2020-06-01", A, D))


def expelled(**fields: object) -> Event:
    given: dict[str, Any] = {
        "actor": "XB",
        "target": "XV",
        "mission": MISSION,
        "date": "2020-04-10",
        "count": 4,
        "count_unit": "persons",
    }
    return event("expulsion", **given | fields)


def tally(*reports: Report, lists: tuple[Roster, ...] = LISTS) -> Tally:
    found = derive(Evidence(rosters=lists, reports=(report(expelled()), *reports))).tallies
    return next(one for one in found if one.announced == 4)


def candidates(*said: Event, lists: tuple[Roster, ...] = LISTS) -> tuple[Explanation, ...]:
    reports = tuple(report(one, source=f"other {number}") for number, one in enumerate(said))
    return tally(*reports, lists=lists).explanations


def test_a_tally_alone_has_no_candidates() -> None:
    assert candidates() == ()


def test_another_announcement_in_the_window_is_one_with_its_number() -> None:
    (one,) = candidates(expelled(source="other 0", date="2020-05-20", count=2))
    assert (one.kind, one.persons) == ("announced-too", 2)


def test_an_announcement_for_another_mission_of_the_same_sender_is_one() -> None:
    (one,) = candidates(expelled(source="other 0", mission="XV/XB/consulate-general/Lorre", count=3))
    assert (one.kind, one.persons) == ("other-mission", 3)


def test_a_stated_end_of_one_of_those_gone_is_one() -> None:
    ended = event("posting-end", source="other 0", mission=MISSION, date="2020-05-02", persons=(person("Bela Corim"),))
    (one,) = candidates(ended)
    assert (one.kind, one.id, one.persons) == ("stated-elsewhere", ended.id, 1)


def test_a_stated_end_of_somebody_who_is_still_listed_is_none() -> None:
    stays = event("posting-end", source="other 0", mission=MISSION, date="2020-05-02", persons=(person("Anna Brodik"),))
    assert candidates(stays) == ()


def test_a_limit_on_posts_stands_beside_it_without_a_number_of_persons() -> None:
    limit = event("ceiling", source="other 0", actor="XB", target="XV", posts_from=20, posts_to=10, date="2020-04-10")
    (one,) = candidates(limit)
    assert (one.kind, one.persons) == ("posts", None)


def test_what_another_list_of_the_mission_drops_is_one() -> None:
    page = tuple(
        roster(day, *names, series="page") for day, names in (("2020-04-05", (A, B, C, D)), ("2020-05-25", (B, C, D)))
    )
    found = tally(lists=(*LISTS, *page))
    assert found.left == 0, "the page is walked, which ends before the ministry's list drops anybody"
    assert {(one.kind, one.says.partition(":")[0]) for one in found.explanations} == {
        ("other-list", B),
        ("other-list", C),
    }
    assert found.rest == found.announced


def test_what_happens_after_the_window_or_is_threatened_is_none() -> None:
    late = expelled(source="other 0", date="2021-05-20", count=2)
    threat = expelled(source="other 1", date="2020-05-20", count=2, status="threatened")
    assert candidates(late, threat) == ()


def test_candidates_take_nothing_off_the_numbers() -> None:
    ended = event("posting-end", source="other 0", mission=MISSION, date="2020-05-02", persons=(person("Bela Corim"),))
    assert tally(report(ended, source="other 0")).rest == tally().rest
