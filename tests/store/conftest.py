from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.store.case import Case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """An empty case."""
    with Case.create(tmp_path / "case") as made:
        yield made
