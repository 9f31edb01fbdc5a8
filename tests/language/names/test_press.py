"""Names as the presses of ten countries print them are one name; names of other persons in the same presses aren't."""

from collections import Counter
from itertools import combinations

import pytest

from legation.language.names import compare
from legation.language.names.comparing import Verdict
from tests.language.names.press import LANGUAGES, NAMES, PATRONYMICS, forms, others


def verdicts(language: str, table: str) -> Counter[Verdict]:
    """How the forms of one language compare with those of all others."""
    pairs = [(one, other) for one, other in combinations(LANGUAGES, 2) if language in (one, other)]
    return Counter(compare(name[one], name[other]).verdict for name in forms(table) for one, other in pairs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_press_forms_of_one_name_are_nearly_always_the_same(language: str) -> None:
    found = verdicts(language, NAMES)
    assert found["same"] / found.total() >= 0.85
    assert found["different"] / found.total() <= 0.02


@pytest.mark.parametrize("language", LANGUAGES)
def test_press_forms_with_a_patronymic_are_nearly_always_the_same(language: str) -> None:
    found = verdicts(language, PATRONYMICS)
    assert found["same"] / found.total() >= 0.8
    assert not found["different"]


@pytest.mark.parametrize(("a", "b"), others())
def test_names_of_other_persons_in_the_press_are_never_the_same(a: str, b: str) -> None:
    assert compare(a, b).verdict != "same"


def test_names_of_other_persons_in_the_press_are_mostly_different() -> None:
    found = Counter(compare(a, b).verdict for a, b in others())
    assert found["different"] / found.total() >= 0.9
