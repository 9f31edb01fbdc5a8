"""Invented names are one name in every pair of conventions; a letter that conventions keep apart keeps them apart."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from legation.language.names import compare
from legation.language.names.comparing import Verdict
from tests.language.names.neighbors import STANDARDS, invented_of
from tests.language.names.romanizing import SPELLERS, in_latvian, in_lithuanian, invented

SPELL = SPELLERS | {"Latvian": in_latvian, "Lithuanian": in_lithuanian}
UNTOLD = ("еэёо", "иый")
"""Letters that most conventions write alike."""
CONSONANTS, VOWELS = "бвгджзклмнпрстфхцчшщ", "аоуеи"


def verdicts(convention: str, count: int) -> Counter[Verdict]:
    """How names in one convention compare with themselves in others, each in one of them."""
    dice = random.Random(convention)
    found: Counter[Verdict] = Counter()
    for given, family in invented(count, seed=11):
        other = dice.choice([one for one in SPELL if one != convention])
        a, b = (f"{spell(given)} {spell(family)}" for spell in (SPELL[convention], SPELL[other]))
        found[compare(a, b).verdict] += 1
    return found


def letter_apart(count: int) -> Iterator[tuple[str, str, str]]:
    """Given names with two family names that differ by one letter which conventions tell apart."""
    dice = random.Random(5)
    for given, family in invented(count, seed=7):
        place = dice.randrange(len(family) - 2)
        letter = family[place].lower()
        kind = CONSONANTS if letter in CONSONANTS else VOWELS
        fit = [one for one in kind if one != letter and not any({one, letter} <= set(group) for group in UNTOLD)]
        if letter in CONSONANTS + VOWELS:
            changed = family[:place] + dice.choice(fit) + family[place + 1 :]
            yield given, family, changed.capitalize()


@pytest.mark.parametrize("convention", SPELL)
def test_a_name_is_known_again_in_any_other_convention(convention: str) -> None:
    found = verdicts(convention, 60)
    assert 1 - found["different"] / found.total() >= 0.98
    assert found["same"] / found.total() > 0.75


@pytest.mark.long
@pytest.mark.parametrize("convention", SPELL)
def test_two_thousand_names_are_known_again_in_any_other_convention(convention: str) -> None:
    found = verdicts(convention, 2000)
    assert 1 - found["different"] / found.total() >= 0.98
    assert found["same"] / found.total() > 0.75


@pytest.mark.parametrize("count", [80, pytest.param(2000, marks=pytest.mark.long)])
@pytest.mark.parametrize("standard", STANDARDS)
def test_names_of_neighbors_are_known_again_in_their_states_letters(standard: str, count: int) -> None:
    language, spell = STANDARDS[standard]
    found = Counter(
        compare(f"{given} {family}", f"{spell(given)} {spell(family)}").verdict
        for given, family in invented_of(language, count, seed=6)
    )
    assert 1 - found["different"] / count >= 0.98
    assert found["same"] / count >= 0.9


def test_all_conventions_together_mostly_give_the_same_name() -> None:
    found = sum((verdicts(convention, 25) for convention in SPELL), Counter[Verdict]())
    assert found["same"] / found.total() >= 0.92


@pytest.mark.parametrize("count", [300, pytest.param(4000, marks=pytest.mark.long)])
def test_family_names_a_letter_apart_are_hardly_ever_the_same(count: int) -> None:
    dice = random.Random(3)
    found: Counter[Verdict] = Counter()
    for given, one, other in letter_apart(count):
        here, there = dice.choice(list(SPELL.values())), dice.choice(list(SPELL.values()))
        found[compare(f"{here(given)} {here(one)}", f"{there(given)} {there(other)}").verdict] += 1
    assert found["same"] / found.total() <= 0.005


@pytest.mark.parametrize(
    ("ukrainian", "latin", "russian"),
    [
        ("Сергій Вельтарчук", "Serhii Veltarchuk", "Сергей Вельтарчук"),
        ("Микола Ждирецький", "Mykola Zhdyretskyi", "Николай Ждырецкий"),
        ("Олена Грильцова", "Olena Hryltsova", "Елена Грыльцова"),
        ("Євген Хижняченко", "Yevhen Khyzhniachenko", "Евгений Хижняченко"),
        ("Юрій Володимирович Щурбій", "Yurii Volodymyrovych Shchurbii", "Юрий Владимирович Щурбий"),
        ("Дмитро Сергійович Гальцун", "Dmytro Serhiiovych Haltsun", "Дмитрий Сергеевич Гальцун"),
    ],
)
def test_ukrainian_and_russian_documents_name_one_person(ukrainian: str, latin: str, russian: str) -> None:
    for a, b in ((ukrainian, latin), (ukrainian, russian), (latin, russian)):
        assert compare(a, b).verdict == "same", (a, b)


@pytest.mark.parametrize(
    ("belarusian", "latin", "russian"),
    [
        ("Сяргей Вельтарэнка", "Siarhei Veltarenka", "Сергей Вельтаренко"),
        ("Уладзімір Караблюк", "Uladzimir Karabliuk", "Владимир Кораблюк"),
        ("Вольга Дзядзюлева", "Volha Dziadziuleva", "Ольга Дедюлева"),
        ("Аляксандр Іванавіч Жумакоў", "Aliaksandr Ivanavich Zhumakou", "Александр Иванович Жумаков"),
        ("Яўген Цішкоўскі", "Yauhen Tsishkouski", "Евгений Тишковский"),
        ("Ганна Мікалаеўна Рыжанкова", "Hanna Mikalaeuna Ryzhankova", "Анна Николаевна Рыженкова"),
    ],
)
def test_belarusian_and_russian_documents_name_one_person(belarusian: str, latin: str, russian: str) -> None:
    for a, b in ((belarusian, latin), (belarusian, russian), (latin, russian)):
        assert compare(a, b).verdict == "same", (a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Анна Шильцова", "Anna Chiltsova"),
        ("Пётр Жумаков", "Petr Zumakov"),
        ("Иван Корабин", "Ivan Karabin"),
        ("Крилтов Иван", "Крылтов Иван"),
    ],
)
def test_a_convention_that_nothing_shows_makes_a_name_only_possible(a: str, b: str) -> None:
    assert compare(a, b).verdict == "possible"


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Γεώργιος Βελτράνης", "Georgios Veltranis", "same"),
        ("დავით ველტრაძე", "Davit Veltradze", "same"),
        ("Արամ Վելտրանյան", "Aram Veltranyan", "same"),
        ("محمد الوصاري", "Mohammad Al-Wassari", "possible"),
        ("دون طرفان", "Dario Veltran", "different"),
        ("דן ולטרמן", "Dan Veltrman", "possible"),
    ],
)
def test_other_scripts_are_read_as_far_as_they_tell(a: str, b: str, verdict: Verdict) -> None:
    assert compare(a, b).verdict == verdict


def test_feminine_names_are_never_the_masculine_ones() -> None:
    for given, family in invented(120, seed=2):
        if family.endswith(("ов", "ев", "ин", "ёв")):
            for spell in SPELLERS.values():
                assert compare(f"{spell(given)} {spell(family)}", f"{given} {family}а").verdict == "different"


def test_initials_alone_are_never_the_same_in_any_convention() -> None:
    for given, family in invented(60, seed=4):
        for spell in SPELLERS.values():
            assert compare(f"{spell(family)} {spell(given)[:1]}.", f"{family} {given[:1]}.").verdict != "same"
