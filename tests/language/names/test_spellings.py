"""Pairs that were written blind: known again in nearly every press, and never taken for somebody else's."""

from collections import Counter

import pytest

from legation.language.names import compare
from tests.language.names.spellings import ALIKE, OTHERS, pairs


def test_two_spellings_of_one_name_are_nearly_always_the_same() -> None:
    found = Counter(compare(a, b).verdict for a, b in pairs(ALIKE))
    assert found["same"] / found.total() >= 0.86
    assert found["different"] / found.total() <= 0.015


@pytest.mark.parametrize(("a", "b"), pairs(OTHERS))
def test_names_of_two_persons_that_look_alike_are_never_the_same(a: str, b: str) -> None:
    assert compare(a, b).verdict != "same"


def test_names_of_two_persons_that_look_alike_are_mostly_different() -> None:
    found = Counter(compare(a, b).verdict for a, b in pairs(OTHERS))
    assert found["different"] / found.total() >= 0.9


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anton Czuryn", "Anton Tschurin"),  # behind cz Polish writes y
        ("Mykola Schtscherbyna", "Nikolaï Chtcherbina"),
        ("Jewgenija Zygankowa", "Евгения Циганкова"),  # behind ц one sound
        ("Vitalijus Grečiuchinas", "Witali Gretschuchin"),  # čiu is чу
        ("Georgi Dershawin-Shukow", "Георгий Державин-Жуков"),  # as Leipzig wrote ж
    ],
)
def test_a_sound_has_the_letters_that_custom_gives_it(a: str, b: str) -> None:
    assert compare(a, b).verdict == "same"


def test_english_sh_is_no_other_sound_where_nothing_german_is_printed() -> None:
    assert compare("Viktor Shubin", "Виктор Жубин").verdict == "different"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("عبد الرحمن القطراني", "Abdulrahman al-Qatrani"),
        ("Abd al-Qadir Buzrara", "Abdelkader Bouzrara"),
        ("خالد بن سعيد", "Khaled Bensaid"),
        ("משה בן דרור", "Moshe Ben Dror"),
        ("אברהם זילברמן", "Avraham Zilberman"),
        ("Lew Schtschapow", "Léon Chtchapov"),
        ("Grzegorz Juchnow", "Григорий Юхнов"),
    ],
)
def test_words_that_belong_together_and_forms_of_other_languages_make_a_name_possible(a: str, b: str) -> None:
    assert compare(a, b).verdict == "possible"
