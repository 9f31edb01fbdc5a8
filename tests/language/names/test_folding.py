import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.names import folded_name, skeletons


@pytest.mark.parametrize(
    "spellings",
    [
        ("Вельтрюшин", "Veltryushin", "Weltrjuschin", "Veltriouchine", "Weltriuszin"),
        ("Жумоков", "Zhumokov", "Schumokow", "Joumokov", "Żumokow", "Žumokov"),
        ("Щербин", "Shcherbin", "Schtscherbin", "Chtcherbine", "Szczerbin"),
        ("Хрумов", "Khrumov", "Chrumow", "Hrumov"),
        ("Мария", "Maria", "Mariya", "Marija"),
    ],
)
def test_spellings_of_one_cyrillic_name_meet(spellings: tuple[str, ...]) -> None:
    cyrillic, *latin = spellings
    for spelling in latin:
        assert set(skeletons(cyrillic)) & set(skeletons(spelling)), spelling


def test_names_with_another_consonant_stay_apart() -> None:
    assert not set(skeletons("Лоринов")) & set(skeletons("Lorvinov"))


def test_skeletons_are_written_in_one_alphabet() -> None:
    assert all(set(one) <= set("abvhdaSsiklmnprtu") for one in skeletons("Щукшёзлягфюнбытепрдом"))


def test_other_scripts_keep_their_letters() -> None:
    assert skeletons("王小") == ("王小",)


def test_folding_takes_accents_and_capitals_away() -> None:
    assert folded_name("ÉLODIE  O'Marran") == folded_name("Elodie o'marran")


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded_name(folded_name(text)) == folded_name(text)


@given(st.text(alphabet="abcdejuoychstzwvШщюЯёж", min_size=1, max_size=15))
def test_a_word_has_few_skeletons(word: str) -> None:
    assert 0 <= len(skeletons(word)) <= 8
