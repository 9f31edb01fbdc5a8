from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.names import compare
from legation.resolution.evidence import may_be_one
from legation.resolution.nearby import NameSieve, Nearby, has_initials
from legation.resolution.records import record

LISTED = ("Annika VELTRAN", "Odd Brekne", "Юрий Ушаков", "I. Norrin", "Wischnjakow, Alexander")
MEANT = (
    ("Veltran Annika", 0),
    ("Анника Вельтран", 0),
    ("A. Veltran", 0),
    ("Youri Ouchakov", 2),
    ("Ida Norrin", 3),
    ("Alexandre Vichniakov", 4),
)


@pytest.mark.parametrize(("name", "place"), MEANT)
def test_names_that_may_be_one_are_near_in_any_romanization(name: str, place: int) -> None:
    assert place in Nearby.of([record(one, [one]) for one in LISTED]).to(record(name, [name]))
    assert NameSieve(LISTED)(name)


@pytest.mark.parametrize("name", ["Somebody Else", "Annika Brandt", "Veltran", "", "x", "Ouchakova Trading House"])
def test_names_that_share_one_word_or_none_are_not_near(name: str) -> None:
    assert not NameSieve(LISTED)(name)


WORDS = st.sampled_from(["Annika", "Veltran", "Weltran", "Odd", "Brekne", "Ida", "Norrin", "A.", "I.", "Joy", "Юрий"])
FULL = WORDS.filter(lambda word: not word.endswith("."))
NAMES = st.tuples(FULL, st.lists(WORDS, max_size=2)).map(lambda parts: " ".join((*parts[1], parts[0])))
"""Initials alone are nobody's name."""


@given(st.lists(NAMES, max_size=6), NAMES)
def test_the_sieve_keeps_all_that_the_index_finds_and_names_allow(listed: list[str], name: str) -> None:
    every = sorted(set(listed))
    near = Nearby.of([record(one, [one]) for one in every], caps=None).to(record(name, [name]))
    assert NameSieve(listed)(name) == any(may_be_one(name, every[place]) for place in near)


def test_a_key_that_many_share_says_nothing() -> None:
    many = [record(str(number), ["Odd Brekne"]) for number in range(5)]
    assert Nearby.of(many, {"p": 5, "i": 5}).to(record("x", ["Brekne Odd"])) == (0, 1, 2, 3, 4)
    assert Nearby.of(many, {"p": 4, "i": 4}).to(record("x", ["Brekne Odd"])) == ()


def test_initials_are_words_of_one_letter() -> None:
    assert has_initials(("Odd Brekne", "O. Brekne"))
    assert not has_initials(("Odd Brekne",))


def test_the_same_name_is_always_near() -> None:
    for one, other in product(LISTED, LISTED):
        if compare(one, other).verdict == "same":
            assert NameSieve([one])(other)
