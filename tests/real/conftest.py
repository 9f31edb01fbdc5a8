from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.world import command

SEEDS = Path(__file__).resolve().parents[2].parent / "shared/data/seeds"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built case of two real articles."""
    case = tmp_path_factory.mktemp("real") / "seeds"
    assert command("init", case).code == 0
    assert command("add", "--case", case, *sorted(SEEDS.glob("*.txt"))).code == 0
    assert command("build", "--case", case).code == 0
    return case
