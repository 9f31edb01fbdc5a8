from __future__ import annotations

import pytest
from babel import Locale

from legation.vocabulary.cldr import LANGUAGES, NO_STATES, months, territories
from legation.vocabulary.folding import fold


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_states_says_what_babel_says(language: str) -> None:
    named: dict[str, str] = {str(code): str(name) for code, name in Locale(language).territories.items()}
    assert dict(territories(language)) == {
        code: named[code] for code in named if len(code) == 2 and code.isalpha() and code not in NO_STATES
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_months_says_what_babel_says(language: str) -> None:
    for number, name in Locale(language).months["format"]["wide"].items():
        assert months()[fold(name)[0]] == number


def test_a_language_without_names_has_none() -> None:
    assert territories("xx-none") == {}
