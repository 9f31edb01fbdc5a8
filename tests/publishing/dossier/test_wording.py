import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.publishing.dossier.wording import harms, runs, said_by_us, sentence, templates, text_of
from legation.vocabulary.loaded_words import loaded_word


def test_a_sentence_is_made_with_exactly_the_values_of_its_template() -> None:
    assert text_of(sentence("still-listed", day="2020-01-01")) == (
        "The last comparable edition, of 2020-01-01, still lists the name."
    )
    with pytest.raises(ValueError, match="asks for"):
        sentence("still-listed")
    with pytest.raises(ValueError, match="asks for"):
        sentence("still-listed", day="2020-01-01", why="theft")
    with pytest.raises(ValueError, match="is called"):
        sentence("was-a-spy", name="Ines Calmo")


def test_a_number_stands_with_its_noun_and_is_a_number() -> None:
    def line(number: int) -> str:
        return text_of(sentence("left-out-relative", number=number))

    assert line(1).startswith("1 statement about a family is")
    assert line(2).startswith("2 statements about families are")
    with pytest.raises(ValueError, match="is a count"):
        sentence("left-out-relative", number="2")


@given(st.text(min_size=1))
def test_a_value_is_printed_as_it_is_and_never_read_as_a_template(name: str) -> None:
    one = sentence("title-one", name=name)
    assert text_of(one) == name
    assert [run.kind for run in runs(one)] == ["name"]


def test_words_of_a_source_are_not_what_we_say() -> None:
    one = sentence("denied", speaker="the embassy", quote="a lie about an expulsion")
    assert "expulsion" not in said_by_us(one)
    assert "Denied by" in said_by_us(one)


def test_no_template_says_of_its_own_that_somebody_was_expelled_or_is_something() -> None:
    fixed = {name: " ".join(p for p in one.parts if isinstance(p, str)) for name, one in templates().items()}
    assert not {name for name, words in fixed.items() if loaded_word("expulsion", words) or loaded_word("label", words)}


def test_every_kind_of_harm_has_a_heading_and_sentences() -> None:
    used = {one.harm for one in templates().values()}
    assert set(harms()) < used
    assert set(harms().values()) <= set(templates())


def test_the_same_words_and_places_have_one_id() -> None:
    assert sentence("still-listed", day="2020-01-01") == sentence("still-listed", day="2020-01-01")
    assert sentence("still-listed", day="2020-01-01").id != sentence("still-listed", day="2020-01-02").id
