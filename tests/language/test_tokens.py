from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.language.tokens import phrase, phrases, quoted, sentences, tokens


def texts(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(tokens(text))]


def test_a_glued_sentence_is_told_apart() -> None:
    assert texts("It was so,” he said.Since then all left.The rest stayed.") == [
        "It was so,” he said.",
        "Since then all left.",
        "The rest stayed.",
    ]


def test_initials_abbreviations_and_german_ordinals_end_no_sentence() -> None:
    assert len(texts("Mr. J. Doe of the U.S. embassy left. He waved.")) == 2
    assert len(texts("Am 5. April kam er an. Er blieb.")) == 2


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert texts("“We stay.” They left.") == ["“We stay.”", "They left."]


def test_possessives_and_elisions_are_words_of_their_own() -> None:
    assert [token.text for token in tokens("Togo’s envoy, l'Algérie, didn't")] == [
        "Togo",
        "’s",
        "envoy",
        ",",
        "l'",
        "Algérie",
        ",",
        "didn't",
    ]


def test_a_number_with_a_hyphen_is_one_word() -> None:
    assert [token.text for token in tokens("a 42-metre-wide house, 4,00,000 and 1.200")] == [
        "a",
        "42-metre-wide",
        "house",
        ",",
        "4,00,000",
        "and",
        "1.200",
    ]


def test_quotations_are_paired_and_an_open_one_runs_to_the_end() -> None:
    found = tokens("He said “one two” and “three")
    assert [[token.text for token in found[first:after]] for first, after in quoted(found)] == [
        ["one", "two"],
        ["three"],
    ]


def test_a_phrase_is_found_whatever_its_accents_and_case() -> None:
    table = phrases([("chargé d'affaires", "charge")])
    words = [token.folded for token in tokens("the Charge d’Affaires of")]
    assert table.longest(words, 1) == ("charge", len(phrase("chargé d'affaires")))


@given(st.text(max_size=300))
def test_every_token_stands_at_its_place_and_none_is_lost(text: str) -> None:
    found = tokens(text)
    printed = [text[token.start : token.end] for token in found]
    assert [one.replace("\u00ad", "") or one for one in printed] == [token.text for token in found]
    assert "".join(printed) == "".join(text.split()) or not text.isprintable()
    assert [token for sentence in sentences(tokens(text)) for token in sentence.tokens] == list(found)


def test_a_word_that_may_be_broken_at_the_end_of_a_line_is_one_word() -> None:
    text = "Pavel Nord\u00adkvist\u00ad left"
    found = tokens(text)
    assert [token.text for token in found] == ["Pavel", "Nordkvist", "\u00ad", "left"]
    assert text[found[1].start : found[1].end] == "Nord\u00adkvist"
