from __future__ import annotations

import pytest

from legation.extraction.rosters.word_joints import words_apart
from legation.vocabulary.states import Gazetteer


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("在ハンガリー日本国大使館", "在 ハンガリー 日本国 大使館"),
        ("中国驻法国大使馆", "中国 驻 法国 大使馆"),
        ("سفارة قطر بالقاهرة", "سفارة قطر في القاهرة"),
        ("سفارة لمملكة البحرين", "سفارة مملكة البحرين"),
        ("Embassy of Peru in Oslo", "Embassy of Peru in Oslo"),
        ("Посольство Перу в Осло", "Посольство Перу в Осло"),
    ],
)
def test_words_of_a_heading_are_told_apart_where_they_run_on(text: str, apart: str) -> None:
    assert words_apart(text, Gazetteer.default()) == apart


def test_what_no_vocabulary_knows_stays_one_word() -> None:
    assert words_apart("中国驻未知之城大使馆", Gazetteer.default()) == "中国 驻 未知之城 大使馆"


def test_a_name_that_begins_with_the_letter_of_a_preposition_stays_whole() -> None:
    assert words_apart("السيد بدر لطفي", Gazetteer.default()) == "السيد بدر لطفي"
