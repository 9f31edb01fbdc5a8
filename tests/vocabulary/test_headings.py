from __future__ import annotations

import pytest

from legation.vocabulary.folding import fold
from legation.vocabulary.headings import heading_words, is_vacancy, mission_type, section_kind
from legation.vocabulary.relatives import joining_words, relative_words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Embassy of Velmoria", "embassy"),
        ("Apostolische Nuntiatur", "nunciature"),
        ("Постоянное представительство Вельмории", "permanent-mission"),
        ("Consulado General", "consulate-general"),
        ("High Commission", "high-commission"),
    ],
)
def test_words_name_the_kind_of_a_mission(text: str, kind: str) -> None:
    found = mission_type(fold(text))
    assert found is not None
    assert found[0] == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Militärattachéstab", "military"),
        ("Konsularabteilung", "unit"),
        ("Außenstelle", "outpost"),
        ("Administrative and technical staff", "admin"),
        ("Дипломатический состав", "staff"),
        ("Counsellor", None),
        ("Verteidigungsattaché", None),
    ],
)
def test_section_headings_have_a_kind_and_titles_none(text: str, kind: str | None) -> None:
    assert section_kind(fold(text)) == kind


@pytest.mark.parametrize("text", ["VACANT", "vakant", "N.N.", "Вакансия", "Wakat", "Post vacant"])
def test_vacancies_are_known_in_many_languages(text: str) -> None:
    assert is_vacancy(fold(text))


def test_words_of_relatives_and_joints_are_known() -> None:
    assert relative_words().whole(fold("Ehefrau")) == "spouse"
    assert relative_words().whole(fold("Children")) == "child"
    assert {"and", "et", "&"} <= joining_words()


def test_small_words_of_headings_are_folded() -> None:
    assert "aupres" in heading_words("towards")
    assert "heads of mission" in heading_words("heads")
