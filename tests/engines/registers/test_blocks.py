from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.engines.registers.blocks import KIND_BITS, Blocks, make_blocks, ranges

OWN = st.lists(st.sets(st.integers(0, 30), max_size=6), max_size=25)
CAPS = {0: 3, 1: 25}


def blocks_of(own: list[set[int]]) -> tuple[Blocks, tuple[object, ...]]:
    """The blocks of records with these keys; odd keys are of kind 1, even ones of kind 0."""
    keys = np.array([(key << KIND_BITS) | (key & 1) for found in own for key in sorted(found)], dtype=np.uint64)
    starts = np.concatenate([[0], np.cumsum([len(found) for found in own])]).astype(np.int64)
    return make_blocks(keys, starts, CAPS)


def sharing(own: list[set[int]]) -> set[tuple[int, int]]:
    often = Counter(key for found in own for key in found)
    return {
        (a, b)
        for a, b in combinations(range(len(own)), 2)
        if any(often[key] <= CAPS[key & 1] for key in own[a] & own[b])
    }


@given(OWN, st.integers(1, 40))
def test_pairs_are_those_that_share_a_key_under_its_cap_however_the_work_is_cut(own: list[set[int]], most: int) -> None:
    blocks, _ = blocks_of(own)
    found: list[tuple[int, int]] = []
    for first, stop in ranges(blocks.work(), most):
        found += zip(*(side.tolist() for side in blocks.pairs(first, stop)), strict=True)
    assert found == sorted(sharing(own))


@given(OWN, st.integers(1, 40))
def test_ranges_hold_every_record_once(own: list[set[int]], most: int) -> None:
    blocks, _ = blocks_of(own)
    assert [one for first, stop in ranges(blocks.work(), most) for one in range(first, stop)] == list(range(len(own)))


def test_a_block_over_its_cap_is_left_out_whole_and_told() -> None:
    blocks, dropped = blocks_of([{2}, {2}, {2}, {2}, {4}, {4}])
    assert [side.tolist() for side in blocks.pairs(0, 6)] == [[4], [5]]
    assert [(one.kind, one.blocks, one.records, one.pairs) for one in dropped] == [(0, 1, 4, 6), (1, 0, 0, 0)]  # type: ignore[attr-defined]


def test_the_keys_of_a_kind_without_a_cap_are_counted_and_compare_nothing() -> None:
    keys = np.array([5, 5, 5], dtype=np.uint64)
    blocks, _ = make_blocks(keys, np.arange(4, dtype=np.int64), CAPS)
    assert blocks.sizes.tolist() == [3, 3, 3]
    assert blocks.work().tolist() == [0, 0, 0]


@pytest.mark.parametrize("own", [[], [set()], [set(), {1}]])
def test_registers_without_pairs_have_none(own: list[set[int]]) -> None:
    blocks, _ = blocks_of(own)
    assert blocks.count == len(own)
    assert [side.tolist() for side in blocks.pairs(0, len(own))] == [[], []]
