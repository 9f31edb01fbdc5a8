"""Names of real listed persons: how many pairs of one person become candidates, and at how many candidates a name."""

import csv
from pathlib import Path

import pytest

from legation.resolution.candidates import candidates
from legation.resolution.records import record

PAIRS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "names" / "pairs.tsv"

pytestmark = [pytest.mark.real, pytest.mark.skipif(not PAIRS.is_file(), reason="../shared is absent")]

MOST_FOR_A_NAME = 60


def test_two_names_of_one_person_are_candidates_at_few_candidates_for_each_name() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    names = sorted({row[side] for row in rows for side in ("name_a", "name_b")})
    places, _ = candidates([record(name, [name]) for name in names])
    found = {frozenset((names[one], names[other])) for one, other in places}
    assert 2 * len(found) / len(names) <= MOST_FOR_A_NAME
    for kind, least in (("", 0.96), ("eu_core", 0.98), ("eu_derived", 0.98)):
        one_person = [
            frozenset((row["name_a"], row["name_b"]))
            for row in rows
            if row["label"] == "1" and row["group"].startswith(kind) and (kind or "derived" not in row["group"])
        ]
        assert sum(pair in found for pair in one_person) / len(one_person) >= least, kind
