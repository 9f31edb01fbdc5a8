from datetime import date

import pytest

from legation.model.dates import Bounds, Edtf
from legation.resolution.deadlines import deadline_bounds


@pytest.mark.parametrize(
    ("deadline", "last"),
    [("PT48H", date(2021, 4, 3)), ("PT72H", date(2021, 4, 4)), ("P7D", date(2021, 4, 8)), ("P2W", date(2021, 4, 15))],
)
def test_a_span_is_counted_from_the_day_of_the_happening(deadline: str, last: date) -> None:
    assert deadline_bounds(deadline, Edtf.parse("2021-04-01")) == Bounds.on(last)


def test_a_month_ends_with_the_last_day_that_there_is() -> None:
    assert deadline_bounds("P1M", Edtf.parse("2021-01-31")) == Bounds.on(date(2021, 2, 28))


def test_an_uncertain_day_gives_an_uncertain_deadline() -> None:
    assert deadline_bounds("P7D", Edtf.parse("2021-04")) == Bounds(earliest=date(2021, 4, 8), latest=date(2021, 5, 7))


def test_a_printed_day_needs_no_other() -> None:
    assert deadline_bounds("2021-05-01", None) == Bounds.on(date(2021, 5, 1))


@pytest.mark.parametrize(("deadline", "told"), [("P7D", None), ("soon", "2021-04-01")])
def test_what_has_no_day_stays_open(deadline: str, told: str | None) -> None:
    assert deadline_bounds(deadline, Edtf.parse(told) if told else None) is None
