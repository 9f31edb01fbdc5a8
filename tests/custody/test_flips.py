"""A byte that is changed anywhere in a case is found, or it carries nothing; and nothing breaks the check."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.world import command
from tests.custody.rich import rich_case
from tests.custody.spoiling import Flip, contents, flipped, flips, logical

SOME, MANY = 200, 5_000


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rich_case(tmp_path_factory.mktemp("rich"))


def silent(case: Path, count: int, seed: int) -> list[Flip]:
    """The flips that the check doesn't find."""
    pristine = contents(case)
    missed = []
    for flip in flips(case, count, seed):
        with flipped(flip, pristine):
            if command("verify", "--case", case).code == 0:
                missed.append(flip)
    return missed


def assert_nothing_is_missed(case: Path, count: int, seed: int) -> None:
    """What isn't found is a byte of the database that no row, definition or mark is made of: such as free pages."""
    assert command("verify", "--case", case).code == 0
    before, pristine = logical(case / "case.db"), contents(case)
    for flip in silent(case, count, seed):
        assert flip.path.name == "case.db", flip
        with flipped(flip, pristine):
            assert logical(case / "case.db") == before, flip


def test_every_flipped_byte_of_a_case_is_found_or_carries_nothing(case: Path) -> None:
    assert_nothing_is_missed(case, SOME, seed=1)


@pytest.mark.long
@pytest.mark.timeout(9000)
def test_every_one_of_thousands_of_flipped_bytes_of_a_case_is_found_or_carries_nothing(case: Path) -> None:
    assert_nothing_is_missed(case, MANY, seed=2)
