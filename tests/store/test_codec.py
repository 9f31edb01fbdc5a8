from __future__ import annotations

import dataclasses
import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.model.case import Derived
from legation.model.claims import Attribution, Claim, Event
from legation.model.dates import Bounds, Edtf, Precision
from legation.model.documents import Passage
from legation.model.findings import Change, Happening, Remaining, Sum, Tally
from legation.model.judgements import Judgement
from legation.model.keys import sha256_hex
from legation.model.listings import Listing, Roster
from legation.model.postings import Posting
from legation.model.sources import Capture, Given
from legation.store.codec import named, packed, shape, unnamed, unpacked, unpacked_all
from legation.store.memo import Account
from tests import make
from tests.store.values import anything, passages

KINDS = (Listing, Event, Claim, Roster, Posting, Judgement, Capture, Account, Change, Happening, Tally, Sum, Remaining)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_any_value_comes_back_as_it_was(kind: type) -> None:
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(anything(kind))
    def comes_back(value: object) -> None:
        assert unpacked(kind, packed(value)) == value
        assert unnamed(kind, named(value)) == value

    comes_back()


@given(st.lists(passages(), max_size=4), st.sampled_from(["a" * 64, "b" * 64, ""]))
def test_a_passage_comes_back_to_the_document_it_stands_in(values: list[Passage], home: str) -> None:
    assert unpacked_all(Passage, [packed(value, home) for value in values], home) == tuple(values)


def test_a_passage_of_the_document_at_hand_does_not_repeat_its_digest() -> None:
    listing = make.listing("Dario VELTRAN")
    assert listing.passage.sha256 not in packed(listing, listing.passage.sha256)


def test_half_of_a_surrogate_pair_is_kept() -> None:
    speaker = Attribution(speaker="torn \ud83d text \0", stance="asserts")
    packed(speaker).encode()
    assert unpacked(Attribution, packed(speaker)) == speaker


def test_a_week_stays_a_week() -> None:
    text = "2021-04-05/2021-04-11"
    week = Edtf(text=text, bounds=Edtf.parse(text).bounds, precision=Precision.WEEK)
    assert unpacked(Edtf, packed(week)) == week
    assert unpacked(Edtf, packed(Edtf.parse(text))).precision is Precision.RANGE


def test_the_named_form_leaves_out_what_is_not_said() -> None:
    assert json.loads(named(Given(kind="list", as_of=Edtf.of_day(date(2021, 4, 5))))) == {
        "kind": "list",
        "as_of": "2021-04-05",
    }


def test_the_named_form_outlives_fields_that_come_and_go() -> None:
    assert unnamed(Given, '{"mission": "XV/XB", "no_longer": 1}') == Given(mission="XV/XB")


def test_the_shape_of_a_type_changes_with_a_field_deep_inside() -> None:
    inner = dataclasses.make_dataclass("Inner", [("number", int)])
    more = dataclasses.make_dataclass("Inner", [("number", int), ("name", str)])
    outer = dataclasses.make_dataclass("Outer", [("inner", tuple[inner, ...])])  # type: ignore[valid-type]
    other = dataclasses.make_dataclass("Outer", [("inner", tuple[more, ...])])  # type: ignore[valid-type]
    assert shape(outer) != shape(other)
    assert len(shape(Derived)) == 16


def test_a_type_without_a_form_is_refused_by_name() -> None:
    odd = dataclasses.make_dataclass("Odd", [("numbers", set[int])])
    with pytest.raises(TypeError, match=r"set\[int\]"):
        packed(odd(numbers={1}))


def test_bounds_keep_their_open_sides() -> None:
    for bounds in (Bounds(), Bounds.on(date(2021, 1, 1)), Bounds(latest=date(2021, 1, 1))):
        assert unpacked(Bounds, packed(bounds)) == bounds


def test_equal_values_are_equal_texts() -> None:
    members = {"listing-b": "p", "listing-a": "q"}
    turned = dict(reversed(members.items()))
    assert sha256_hex(packed(Derived(members=members)).encode()) == sha256_hex(packed(Derived(members=turned)).encode())
