from __future__ import annotations

import pytest

from tests.extraction.news.blind.gold import counted
from tests.extraction.news.blind.voices import compared, shares

FLOORS = {
    "claims_precision": 0.95,
    "claims_recall": 0.88,
    "subject": 0.95,
    "chain": 0.9,
    "strength": 0.95,
    "wording": 0.95,
    "value": 0.95,
    "layer": 0.95,
}


@pytest.mark.parametrize("name", ["voices.txt", "voices_later.txt"])
def test_who_says_so_stays_read_this_well(name: str) -> None:
    total, notes = counted(name, compared)
    reached = shares(total)
    print({slot: round(value, 3) for slot, value in reached.items()})
    assert all(reached[slot] >= floor for slot, floor in FLOORS.items()), "\n".join([str(reached), *notes])
    assert reached["spoke"] == 0
