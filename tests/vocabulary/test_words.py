from legation.vocabulary.words import words


def test_each_word_has_one_meaning_that_fits_a_line() -> None:
    terms = [word.term for word in words()]
    assert len(terms) == len(set(terms))
    assert all(word.meaning.endswith(".") or word.meaning.endswith(('"', "…")) for word in words())
    assert all(len(word.meaning) <= 100 for word in words())


def test_the_glossary_fits_one_screen_and_stands_in_order() -> None:
    terms = [word.term.casefold() for word in words()]
    assert len(terms) <= 36
    assert terms == sorted(terms)
