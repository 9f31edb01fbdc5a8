from __future__ import annotations

import pytest

from legation.extraction.rosters import extract_roster
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer


def days_of(rows: str, header: str = "Name,Title,Arrival") -> list[str]:
    document = read(f"{header}\n{rows}".encode(), name="staff.csv")
    listings = extract_roster(document, Given(mission="XV/XB"), Gazetteer.default()).listings
    return [day.value.text for each in listings for day in each.dates]


def test_another_date_that_reads_in_one_way_only_says_that_the_month_comes_first() -> None:
    assert days_of("Ilo TARBO,Consul,03/04/2019\nUna VESK,Attaché,03/25/2019") == ["2019-03-04", "2019-03-25"]


def test_another_date_says_that_the_day_comes_first() -> None:
    assert days_of("Ilo TARBO,Consul,03/04/2019\nUna VESK,Attaché,25/03/2019") == ["2019-04-03", "2019-03-25"]


def test_a_french_list_puts_the_day_first() -> None:
    rows = "Ilo TARBO,Premier secrétaire,03/04/2019\nUna VESK,Conseiller,05/06/2019"
    assert days_of(rows, "Nom,Fonction,Date d'arrivée") == ["2019-04-03", "2019-06-05"]


def test_american_spelling_puts_the_month_first() -> None:
    assert days_of("Ilo TARBO,Counselor,03/04/2019\nUna VESK,Attaché,05/06/2019") == ["2019-03-04", "2019-05-06"]


def test_what_nothing_decides_is_marked() -> None:
    assert days_of("Ilo TARBO,Consul,03/04/2019\nUna VESK,Consul,05/05/2019") == ["2019-04-03?", "2019-05-05"]


@pytest.mark.parametrize("printed", ["3.4.2019", "2019-04-03", "3 April 2019"])
def test_dates_without_slashes_are_never_marked(printed: str) -> None:
    assert days_of(f"Ilo TARBO,Consul,{printed}\nUna VESK,Consul,{printed}") == ["2019-04-03"] * 2
