from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.vocabulary.folding import fold, fold_spans, fold_word


def test_accents_case_and_punctuation_do_not_count() -> None:
    assert fold("Chargé d'affaires a.i.") == ("charge", "d", "affaires", "a", "i")
    assert fold("Straße") == fold("STRASSE")
    assert fold("Фёдор") == fold("ФЕДОР")
    assert fold("Łódź") == ("lodz",)


@given(st.text(max_size=60))
def test_every_folded_word_stands_where_its_span_says(text: str) -> None:
    for word, start, end in fold_spans(text):
        assert fold_word(text[start:end]) == word
