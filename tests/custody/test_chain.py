from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.custody.chain import ORIGIN, Entry, broken, canonical, commitment, digest

Chain = list[tuple[Entry, bytes]]


def chained(*contents: str) -> Chain:
    made: Chain = []
    before = ORIGIN
    for number, content in enumerate(contents, 1):
        entry = Entry(
            number=number,
            at="2022-04-04T10:00:00+00:00",
            kind="capture",
            subject=f"capture-{number}",
            commitment=commitment(b"salt" * 4, content),
            previous=before,
        )
        before = digest(entry)
        made.append((entry, before))
    return made


def test_a_sound_chain_holds() -> None:
    assert list(broken(chained("a", "b", "c"))) == []
    assert list(broken([])) == []


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize(
    "change", [{"at": "2021-01-01"}, {"kind": "note"}, {"subject": "x"}, {"commitment": bytes(32)}]
)
def test_no_entry_can_be_changed(number: int, change: dict[str, object]) -> None:
    made = chained("a", "b", "c")
    entry, written = made[number]
    made[number] = (replace(entry, **change), written)  # type: ignore[arg-type]
    assert [each.number for each in broken(made)] == [number + 1]


@pytest.mark.parametrize("number", [0, 1])
def test_no_entry_can_be_left_out_but_the_last(number: int) -> None:
    made = chained("a", "b", "c")
    del made[number]
    assert list(broken(made))
    assert list(broken(chained("a", "b", "c")[:2])) == []


def test_none_can_be_put_in_or_moved() -> None:
    made = chained("a", "b", "c")
    assert list(broken([made[0], made[2], made[1]]))
    assert list(broken([*made[:2], made[1], made[2]]))


def test_an_entry_rewritten_with_its_digest_breaks_the_next() -> None:
    made = chained("a", "b", "c")
    forged = replace(made[1][0], subject="other")
    made[1] = (forged, digest(forged))
    assert [each.number for each in broken(made)] == [3]


@given(st.binary(min_size=16, max_size=16), st.text(), st.binary(min_size=16, max_size=16), st.text())
def test_a_commitment_is_to_its_salt_and_content(salt: bytes, content: str, other_salt: bytes, other: str) -> None:
    same = (salt, content) == (other_salt, other)
    assert (commitment(salt, content) == commitment(other_salt, other)) == same


def test_there_is_one_text_for_a_value() -> None:
    assert canonical({"b": 1, "a": "ü"}) == '{"a":"ü","b":1}'.encode()
