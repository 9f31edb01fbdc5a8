from __future__ import annotations

import pytest

from legation.model.findings import MissionSummary
from legation.pipeline.answering.missions import find_missions
from legation.vocabulary.states import Gazetteer

GAZETTEER = Gazetteer.default().with_states([("XV", "Velmark", "Velmarkian"), ("XB", "Brannia")])


def keys(text: str, *known: str) -> list[str]:
    summaries = [MissionSummary(mission=key, names=(), editions=("2020",), first="2020", last="2020") for key in known]
    return [summary.mission for summary in find_missions(text, GAZETTEER, summaries)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("norwegian embassy lisbon", "NO/PT"),
        ("Embassy of Norway in Portugal", "NO/PT"),
        ("embassy in Lisbon of Norway", "NO/PT"),
        ("Norwegische Botschaft in Lissabon", "NO/PT"),
        ("Посольство Норвегии в Португалии", "NO/PT"),
        ("Ambassade de Norvège au Portugal", "NO/PT"),
        ("norway portugal", "NO/PT"),
        ("Portugal's embassy in Oslo", "PT/NO"),
        ("norwegian mission to the european union", "NO/EU"),
        ("norwegian permanent mission geneva", "NO/UN/permanent-mission/Geneva"),
        ("norwegian permanent mission new york", "NO/UN"),
        ("norwegian consulate general bonn", "NO/DE/consulate-general/Bonn"),
        ("velmark brannia", "XV/XB"),
        ("NO/PT", "NO/PT"),
    ],
)
def test_words_in_any_order_and_language_name_a_mission(text: str, key: str) -> None:
    assert keys(text) == [key]


def test_no_party_no_mission() -> None:
    assert keys("the embassy") == []
    assert keys("") == []
    assert keys("embassy of atlantis") == []


def test_one_party_finds_what_the_case_knows_of_it() -> None:
    assert keys("norway", "NO/PT", "NO/DE", "SE/PT") == ["NO/DE", "NO/PT"]
    assert keys("norway") == []


def test_a_consulate_is_found_by_its_city() -> None:
    known = ("NO/DE", "NO/DE/consulate-general/Bonn", "NO/DE/consulate-general/Munich")
    assert keys("norwegian consulate general bonn", *known) == ["NO/DE/consulate-general/Bonn"]


def test_a_key_brings_the_branches_that_the_case_knows() -> None:
    assert keys("NO/DE", "NO/DE", "NO/DE/consulate/Bonn", "NO/DK") == ["NO/DE", "NO/DE/consulate/Bonn"]
