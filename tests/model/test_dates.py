from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import DateError
from legation.model.dates import ANY_DAY, Bounds, Certainty, Edtf, Period, Precision

CALENDAR = [date(2021, 12, 28) + timedelta(days=n) for n in range(7)]
FAR = [CALENDAR[0] - timedelta(days=9), *CALENDAR, CALENDAR[-1] + timedelta(days=9)]
"""The calendar with a day far before and far after: what an open side allows."""

maybe_day = st.one_of(st.none(), st.sampled_from(CALENDAR))


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    first, last = draw(maybe_day), draw(maybe_day)
    if first is not None and last is not None and first > last:
        first, last = last, first
    return Bounds(earliest=first, latest=last)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = draw(bounds()), draw(bounds())
    if start.earliest is not None and end.latest is not None and start.earliest > end.latest:
        start, end = end, start
    return Period(start=start, end=end)


def days(of: Bounds) -> list[date]:
    return [day for day in FAR if of.allows(day)]


def spans(of: Period) -> list[tuple[date, date]]:
    return [(first, last) for first, last in product(days(of.start), days(of.end)) if first <= last]


def judged(holds: Iterator[bool]) -> Certainty:
    answers = list(holds)
    return Certainty.of(always=all(answers), ever=any(answers))


@given(bounds(), bounds())
def test_a_day_before_another_is_judged_as_by_trying_every_day(one: Bounds, other: Bounds) -> None:
    assert one.before(other) is judged(a < b for a, b in product(days(one), days(other)))


@given(bounds(), bounds())
def test_two_days_are_the_same_as_by_trying_every_day(one: Bounds, other: Bounds) -> None:
    assert one.same(other) is judged(a == b for a, b in product(days(one), days(other)))


@given(bounds(), bounds())
def test_a_day_within_a_span_is_judged_as_by_trying_every_day(one: Bounds, other: Bounds) -> None:
    assert one.within(other) is judged(other.allows(day) for day in days(one))


@given(bounds(), bounds())
def test_narrowing_keeps_the_days_that_both_allow(one: Bounds, other: Bounds) -> None:
    both = one.narrowed(other)
    assert (days(both) if both else []) == [day for day in days(one) if other.allows(day)]
    assert both == other.narrowed(one)


@given(bounds(), bounds())
def test_widening_allows_every_day_of_both_and_no_day_beyond_them(one: Bounds, other: Bounds) -> None:
    wide = one.widened(other)
    either = days(one) + days(other)
    assert set(either) <= set(days(wide))
    assert min(days(wide)) == min(either)
    assert max(days(wide)) == max(either)


@given(bounds(), bounds(), bounds())
def test_widening_never_turns_possible_into_certain(one: Bounds, more: Bounds, other: Bounds) -> None:
    wide = one.widened(more)
    compare: list[Callable[[Bounds], Certainty]] = [
        lambda left: left.before(other),
        lambda left: other.before(left),
        lambda left: left.same(other),
        lambda left: left.within(other),
    ]
    for judge in compare:
        assert judge(wide) in (judge(one), Certainty.POSSIBLE)


@given(periods(), st.sampled_from(CALENDAR))
def test_a_period_covers_a_day_as_by_trying_every_period(period: Period, day: date) -> None:
    assert period.covers(day) is judged(first <= day <= last for first, last in spans(period))


@given(periods(), periods())
def test_periods_overlap_as_by_trying_every_pair(one: Period, other: Period) -> None:
    assert one.overlaps(other) is judged(
        max(a[0], b[0]) <= min(a[1], b[1]) for a, b in product(spans(one), spans(other))
    )


@given(periods())
def test_a_period_knows_no_day_at_its_sides_that_the_other_side_forbids(period: Period) -> None:
    assert {first for first, _ in spans(period)} == set(days(period.start))
    assert {last for _, last in spans(period)} == set(days(period.end))


def test_bounds_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(DateError, match="2021-12-29 lies after the latest day 2021-12-28"):
        Bounds(earliest=date(2021, 12, 29), latest=date(2021, 12, 28))


def test_a_period_that_ends_before_it_can_start_is_refused() -> None:
    with pytest.raises(DateError, match="can't start"):
        Period(start=Bounds(earliest=date(2021, 2, 1)), end=Bounds(latest=date(2021, 1, 1)))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2021", "2021-01-01", "2021-12-31", Precision.YEAR),
        ("2021-02", "2021-02-01", "2021-02-28", Precision.MONTH),
        ("2020-02", "2020-02-01", "2020-02-29", Precision.MONTH),
        ("2021-02-03", "2021-02-03", "2021-02-03", Precision.DAY),
        ("2021-02-03~", "2021-02-03", "2021-02-03", Precision.DAY),
        ("2021?", "2021-01-01", "2021-12-31", Precision.YEAR),
        ("2021-21", "2021-03-01", "2021-05-31", Precision.SEASON),
        ("2021-24", "2021-12-01", "2022-02-28", Precision.SEASON),
        ("199X", "1990-01-01", "1999-12-31", Precision.YEAR),
        ("2021-02/2021-04-05", "2021-02-01", "2021-04-05", Precision.RANGE),
        ("2021/..", "2021-01-01", None, Precision.RANGE),
        ("../2021-03", None, "2021-03-31", Precision.RANGE),
    ],
)
def test_a_date_text_means_its_days(text: str, earliest: str | None, latest: str | None, precision: Precision) -> None:
    parsed = Edtf.parse(text)
    assert parsed.text == text
    assert parsed.precision is precision
    assert parsed.bounds == Bounds(
        earliest=date.fromisoformat(earliest) if earliest else None,
        latest=date.fromisoformat(latest) if latest else None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/",
        "21",
        "2021-13",
        "2021-02-30",
        "2021-2-3",
        "0000",
        "2021-05/2021-04",
        "2021~?~",
        "19XX",
        "May 2021",
    ],
)
def test_what_is_no_date_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(DateError, match=re.escape(repr(text))):
        Edtf.parse(text)


@given(bounds())
def test_bounds_come_back_from_their_text(of: Bounds) -> None:
    text = Edtf.of_bounds(of)
    assert (Edtf.parse(text.text).bounds if text else ANY_DAY) == of


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        parsed = Edtf.parse(text)
    except DateError:
        return
    assert parsed.bounds != ANY_DAY
