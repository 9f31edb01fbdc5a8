from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from legation.model.keys import KEY_BYTES, content_key, made_id, sha256_hex

parts = st.lists(st.one_of(st.none(), st.integers(-20, 20), st.text(max_size=4)), max_size=4)


@given(parts, parts)
def test_two_lists_of_parts_share_a_key_only_when_they_are_one(
    one: list[str | int | None], other: list[str | int | None]
) -> None:
    same = [(type(part), part) for part in one] == [(type(part), part) for part in other]
    assert (content_key(*one) == content_key(*other)) is same


@given(st.text(max_size=6), st.integers(0, 6))
def test_where_a_part_ends_is_part_of_the_key(text: str, cut: int) -> None:
    assert content_key(text[:cut], text[cut:]) != content_key(text)


def test_nothing_and_the_empty_text_have_different_keys() -> None:
    assert content_key(None) != content_key("")
    assert content_key() != content_key(None)


def test_a_number_and_its_digits_have_different_keys() -> None:
    assert content_key(12) != content_key("12")


def test_an_id_begins_with_what_it_names() -> None:
    kind, _, key = made_id("listing", "a", 1).partition("-")
    assert kind == "listing"
    assert len(bytes.fromhex(key)) == KEY_BYTES
    assert made_id("edition", "a", 1) != "edition-" + key


def test_a_digest_is_that_of_the_bytes() -> None:
    assert sha256_hex(b"page") == hashlib.sha256(b"page").hexdigest()
