"""Any value of the model, for properties: whatever its types allow, sensible or not."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TypeVar

from hypothesis import strategies as st

from legation.model.dates import Bounds, Edtf, Precision
from legation.model.documents import Passage
from legation.model.keys import made_id

T = TypeVar("T")

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
digests = st.integers(0, 2**256 - 1).map(lambda number: f"{number:064x}")
moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(lambda one: one.replace(tzinfo=UTC))  # noqa: DTZ001


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    sides = sorted([draw(days), draw(days)])
    return Bounds(earliest=draw(st.sampled_from([sides[0], None])), latest=draw(st.sampled_from([sides[1], None])))


@st.composite
def edtfs(draw: st.DrawFn) -> Edtf:
    parsed = st.sampled_from(["2021", "2021-04", "2021-22", "199X", "2021-04-05~", "2021-04-05/..", "2020/2021?"])
    week = bounds().map(lambda one: Edtf(text="2021-04-05/2021-04-11", bounds=one, precision=Precision.WEEK))
    return draw(st.one_of(days.map(Edtf.of_day), parsed.map(Edtf.parse), week))


@st.composite
def plain_passages(draw: st.DrawFn) -> Passage:
    coordinate = st.floats(allow_nan=False, allow_infinity=False)
    return Passage(
        sha256=draw(st.sampled_from(["a" * 64, "b" * 64])),
        start=draw(st.integers(0, 99)),
        end=draw(st.integers(0, 99)),
        quote=draw(words),
        page=draw(st.none() | st.integers(1, 9)),
        box=draw(st.none() | st.tuples(coordinate, coordinate, coordinate, coordinate)),
        cell=draw(st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))),
        element=draw(st.none() | st.integers(0, 9)),
    )


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    first, parts = draw(plain_passages()), draw(st.lists(plain_passages(), max_size=2))
    return Passage(sha256=first.sha256, start=first.start, end=first.end, quote=first.quote, parts=tuple(parts))


ids = st.tuples(st.sampled_from(["listing", "event"]), st.integers(0, 9)).map(lambda pair: made_id(*pair))


def register() -> None:
    """Teach hypothesis the types that it can't make by itself."""
    st.register_type_strategy(str, words)
    st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
    st.register_type_strategy(Bounds, bounds())
    st.register_type_strategy(Edtf, edtfs())
    st.register_type_strategy(Passage, passages())
    st.register_type_strategy(datetime, moments)


def anything(kind: type[T]) -> st.SearchStrategy[T]:
    """Any value of a type."""
    register()
    return st.from_type(kind)
