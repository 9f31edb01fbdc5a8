from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.engines.registers.blocks import KIND_MASK
from legation.engines.registers.marking import (
    MOST_FAMILY_MARKS,
    MOST_MARKS,
    digest,
    keys,
    marks,
    number,
    of_state,
    one_of_state,
    states,
)
from legation.engines.registers.tasks import ANY_MARK, NO_MARK, may_be_one
from legation.resolution.records import record


def meet(a: str, b: str) -> bool:
    """Whether two names pass what every pair of a register has to pass."""
    both, family = (
        np.array([filled(one, most) for one in column], dtype=np.int32)
        for column, most in zip(columns(a, b), (MOST_MARKS, MOST_FAMILY_MARKS), strict=True)
    )
    one, other = np.array([0], dtype=np.int32), np.array([1], dtype=np.int32)
    return bool(may_be_one(one, other, both, family)[0])


def columns(*names: str) -> tuple[list[tuple[int, ...] | None], list[tuple[int, ...] | None]]:
    return [marks(name).both for name in names], [marks(name).family for name in names]


def filled(own: tuple[int, ...] | None, most: int) -> tuple[int, ...]:
    return (ANY_MARK,) * most if own is None else own + (NO_MARK,) * (most - len(own))


def test_a_text_is_one_number_on_every_machine_and_in_every_version() -> None:
    assert digest("zvorebenko") == 15025563986174817286


@pytest.mark.parametrize("kind", range(KIND_MASK + 1))
def test_a_key_is_another_number_in_each_state_and_keeps_its_kind(kind: int) -> None:
    own = np.array([number(kind, "zvr")] * 3, dtype=np.uint64)
    found = of_state(own, np.array([digest(state) for state in ("XV", "XW", "*")], dtype=np.uint64))
    assert len(set(found.tolist())) == 3
    assert {int(one) & KIND_MASK for one in found} == {kind}


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_one_key_is_the_same_number_as_in_an_array(own: int, state: int) -> None:
    found = of_state(np.array([own], dtype=np.uint64), np.array([state], dtype=np.uint64))
    assert one_of_state(own, state) == int(found[0])


def test_records_of_one_state_meet_those_without_a_state_only_where_there_are_some() -> None:
    of, without = record("a", ["Ostap Zvorebenko"], sending="XV"), record("b", ["Ostap Zvorebenko"])
    assert states(of, stateless=False) == ["XV"]
    assert set(states(of, stateless=True)) & set(states(without, stateless=True)) == {"*"}


def test_the_keys_of_a_record_stand_once_each() -> None:
    found = keys(record("a", ["Ostap Mykolayovych Zvorebenko"], sending="XV"))
    assert len(found) == len(set(found)) > 5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ostap ZVOREBENKO", "Zvorebenko, Ostap"),
        ("Ostap ZVOREBENKO", "Zvorebenko O. M."),
        ("Остап Зворебенко", "Ostap Zvorebenko"),
        ("Yuliya Zvonishskaya", "Y. Zvonishskaya"),
        ("Ostap Zvorebenko", "Ostap Zvorebneko"),
        ("Ostap Zvorebenko", "Ostap Zvorabenko"),
        ("Volha Zvoreb", "Olga ZVOREB"),
        ("Zvorebenko", "Ostap ZVOREBENKO"),
        ("Gerhard Wischtal", "VICHTAL Gerhard"),
    ],
)
def test_spellings_of_one_name_always_pass(a: str, b: str) -> None:
    assert meet(a, b)
    assert meet(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ostap ZVOREBENKO", "Ostap TULENKO"),
        ("Ostap ZVOREBENKO", "Mykhailo ZVOREBENKO"),
        ("Ostap ZVOREBENKO", "ZVOREBUK"),
    ],
)
def test_names_of_two_persons_mostly_do_not(a: str, b: str) -> None:
    assert not meet(a, b)


def test_a_name_of_too_many_given_names_is_turned_away_by_other_family_names_alone() -> None:
    long = "Ana Maria Beatriz Carlota Delfina Elisa Filipa Gaspara Helena Inês Joana Zvoreb-Tulem-Korvad"
    assert marks(long).both is None
    assert meet(long, "Ostap TULEM")
    assert not meet(long, "Ostap LUSHCHAK")


def test_a_family_name_of_too_many_words_is_turned_away_by_nothing() -> None:
    long = "Ana ZVOREB-TULEM-KORVAD-LESHTAK-BRONUK-DOLIVET-GARPEN-HASTUL-MERKOZ-NOPRAS-PILDUN-RASTOB-SILVEK"
    assert marks(long).family is None
    assert meet(long, "Ostap LUSHCHAK")
