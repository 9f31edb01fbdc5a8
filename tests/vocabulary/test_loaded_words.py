import pytest

from legation.vocabulary.loaded_words import loaded_word


@pytest.mark.parametrize("text", ["EXPELLED", "is_expelled", "2022-expulsions.pdf", "Ausgewiesene", "высылка"])
def test_words_for_making_somebody_leave_are_found_at_the_beginning_of_a_word(text: str) -> None:
    assert loaded_word("expulsion", text)


@pytest.mark.parametrize("text", ["impelled", "left the list", "Botschaftsrat", "Premier Secrétaire", "советник"])
def test_other_words_pass(text: str) -> None:
    assert not loaded_word("expulsion", text)
    assert not loaded_word("label", text)


def test_labels_are_found_in_several_languages() -> None:
    assert all(loaded_word("label", text) for text in ("Spies", "Spionin", "шпионаж", "top_spy"))
