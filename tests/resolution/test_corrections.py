import pytest

from legation.errors import JudgementError
from legation.model.dates import Edtf
from legation.resolution.corrections import (
    corrected_claim,
    corrected_edition,
    corrected_event,
    corrected_listing,
)
from tests import make


def test_a_new_name_is_parted_anew() -> None:
    line = corrected_listing(make.listing("Dario VELTRAN"), {"name": "NORRIN Mira"})
    assert (line.name, line.given, line.family) == ("NORRIN Mira", "Mira", "NORRIN")


def test_a_new_mission_sets_its_parties_and_kind() -> None:
    line = corrected_listing(make.listing(), {"mission": "XV/XC/consulate/Port Ash"})
    assert (line.sending, line.receiving, line.mission_type) == ("XV", "XC", "consulate")


def test_a_new_title_gives_its_rank_and_function() -> None:
    line = corrected_listing(make.listing(), {"title": "First Secretary, Chargé d'affaires a.i."})
    assert (line.rank, line.acting) == ("first-secretary", True)
    assert corrected_listing(make.listing(), {"title": "Attaché", "rank": "other"}).rank == "other"


def test_dates_keep_their_kind() -> None:
    line = corrected_listing(make.listing(), {"dates": "arrived:2020-01-05; 2020-03"})
    assert [(date.kind, date.value.text) for date in line.dates] == [("arrived", "2020-01-05"), ("printed", "2020-03")]


def test_nothing_empties_a_field() -> None:
    assert corrected_listing(make.listing(), {"title": None}).title is None


def test_from_and_to_are_the_posts_of_a_ceiling() -> None:
    event = corrected_event(make.event("ceiling"), {"from": "30", "to": "20", "date": "2021-05"})
    assert (event.posts_from, event.posts_to, event.date) == (30, 20, Edtf.parse("2021-05"))


def test_a_claim_keeps_numbers_as_numbers() -> None:
    assert corrected_claim(make.claim(), {"value": "61"}).value == 61
    assert corrected_claim(make.claim("non-response"), {"value": "declined"}).value == "declined"


def test_a_corrected_day_leaves_the_id_of_the_edition() -> None:
    edition = make.edition("2020-01-01")
    corrected = corrected_edition(edition, {"as_of": "2020-02-01"})
    assert (corrected.id, corrected.as_of) == (edition.id, Edtf.parse("2020-02-01"))


@pytest.mark.parametrize(
    "changes",
    [{"status": "certain"}, {"count": "many"}, {"date": "2021-02-30"}, {"mission": "nowhere"}, {"type": None}],
)
def test_a_value_that_the_field_cannot_hold_is_refused(changes: dict[str, str | None]) -> None:
    with pytest.raises(JudgementError):
        corrected_event(make.event(), changes)


def test_a_field_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(JudgementError, match="accompanied"):
        corrected_listing(make.listing(), {"spouse": "somebody"})
