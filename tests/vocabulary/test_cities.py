from __future__ import annotations

import pytest

from legation.vocabulary.cities import cities_within, find_city
from legation.vocabulary.folding import fold


def test_a_capital_has_its_state_in_any_language() -> None:
    found = [find_city(name) for name in ("Wien", "Vienne", "Вена")]
    assert {(city.name, city.state, city.capital) for city in found if city} == {("Vienna", "AT", True)}
    assert all(found)


def test_a_seat_of_an_organization_is_no_capital() -> None:
    city = find_city("New York")
    assert city is not None
    assert (city.state, city.capital, city.organization) == ("US", False, "UN")


def test_a_city_in_a_slavic_case_is_found_where_asked_for() -> None:
    words = fold("Посольство в Софии")
    assert cities_within(words) == ()
    assert [each.city.name for each in cities_within(words, inflected=True)] == ["Sofia"]


def test_a_village_has_no_state() -> None:
    assert find_city("Little Wittering") is None


@pytest.mark.parametrize(("text", "city"), [("慕尼黑", "Munich"), ("ميلانو", "Milan"), ("Genebra", "Geneva")])
def test_a_large_city_is_found_by_its_name_in_other_languages_and_scripts(text: str, city: str) -> None:
    found = find_city(text)
    assert found is not None
    assert (found.name, found.capital) == (city, False)
