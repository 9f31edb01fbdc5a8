from __future__ import annotations

import pytest

from legation.extraction.rosters.residences import split_residence


@pytest.mark.parametrize(
    ("printed", "title", "city"),
    [
        ("Ambassador (residing in Berlin)", "Ambassador", "Berlin"),
        ("Botschafter (mit Sitz in Brüssel)", "Botschafter", "Brussels"),
        ("Embajador (con residencia en Temburong)", "Embajador", "Temburong"),
        ("Counsellor (Political)", "Counsellor (Political)", None),
        ("Ambassador (non-resident)", "Ambassador (non-resident)", None),
    ],
)
def test_a_bracket_that_names_a_residence_is_no_part_of_the_title(printed: str, title: str, city: str | None) -> None:
    assert split_residence(printed) == (title, city)
