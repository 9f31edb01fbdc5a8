from __future__ import annotations

from collections import Counter

import pytest

from tests.extraction.news.blind.gold import extracted, reports
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
    total: Counter[str] = Counter()
    notes: list[str] = []
    for report in reports(name):
        counted, said = compared(report, extracted(report))
        total += counted
        notes += said
    reached = shares(total)
    print({slot: round(value, 3) for slot, value in reached.items()})
    assert all(reached[slot] >= floor for slot, floor in FLOORS.items()), "\n".join([str(reached), *notes])
    assert reached["spoke"] == 0
