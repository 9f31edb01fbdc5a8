from __future__ import annotations

from legation.vocabulary.folding import fold
from legation.vocabulary.state_forms import form_before, form_start, stands_beside, without_forms


def test_the_words_of_a_form_before_a_name_belong_to_it() -> None:
    assert form_start(fold("accredited to the Republic of Estonia"), 5) == 2


def test_a_form_before_a_name_tells_every_language_that_has_it() -> None:
    assert form_before(fold("the Republic of Velmoria"), 3) == ("en",)
    assert {"pl", "cs", "hr"} <= set(form_before(fold("Republika Velmoria"), 1) or ())
    assert form_before(fold("to Velmoria"), 1) is None
    assert form_before(fold("do Velmoria"), 1) is None


def test_a_name_is_left_without_the_form_before_or_behind_it() -> None:
    assert (("velmoria",), ("en",)) in without_forms(fold("Kingdom of Velmoria"))
    assert (("velmoria",), ("tr",)) in without_forms(fold("Velmoria Cumhuriyeti"))
    assert without_forms(fold("Velmoria")) == ()


def test_some_forms_stand_beside_an_adjective() -> None:
    assert stands_beside("republik")
    assert not stands_beside("velmoria")
