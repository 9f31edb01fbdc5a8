from __future__ import annotations

from legation.analysis.missions import mission_summaries
from tests.make import MISSION, event, report, roster
from tests.reconstruction.cases import streams


def test_a_mission_is_known_by_its_editions_that_list_somebody() -> None:
    lists = (roster("2020-05-01", "Anna BRODIK"), roster("2020-01-01", "Anna BRODIK"), roster("2020-09-01"))
    (found,) = mission_summaries(streams(*lists))
    assert (found.mission, found.editions) == (MISSION, ("2020-01-01", "2020-05-01"))
    assert (found.first, found.last) == ("2020-01-01", "2020-05-01")
    assert found.names == (MISSION,)


def test_a_mission_that_is_only_told_of_has_no_editions() -> None:
    (found,) = mission_summaries({}, [report(event(mission="XW/XB"))])
    assert (found.mission, found.editions, found.first, found.last) == ("XW/XB", (), None, None)
