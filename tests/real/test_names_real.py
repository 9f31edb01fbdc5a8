"""Names of real listed persons in Latin and Cyrillic: how many pairs are found, and that initials stay candidates."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from legation.language.names import compare, similarity

PAIRS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "names" / "pairs.tsv"

pytestmark = [pytest.mark.real, pytest.mark.skipif(not PAIRS.is_file(), reason="../shared is absent")]

THRESHOLD = 0.88
"""Where the score parts the same from others, as the folds of the development pairs put it."""


def pairs(group: str) -> Iterator[Mapping[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["group"].startswith(group):
                yield row


@pytest.mark.parametrize(
    ("group", "least"),
    [
        ("eu_core", 0.965),
        ("eu_core:Cyrl-Latn", 0.97),
        ("eu_core:Latn-Latn", 0.92),
        ("eu_core:Cyrl-Cyrl", 0.9),
        ("eu_derived", 0.96),
    ],
)
def test_names_of_one_person_are_told_from_those_of_others(group: str, least: float) -> None:
    hits = wrong = missed = 0
    for row in pairs(group):
        found = similarity(row["name_a"], row["name_b"]) >= THRESHOLD
        hits += found and row["label"] == "1"
        wrong += found and row["label"] == "0"
        missed += not found and row["label"] == "1"
    assert hits / (hits + wrong) >= 0.97
    assert 2 * hits / (2 * hits + wrong + missed) >= least


def test_initials_alone_are_never_the_same_name() -> None:
    initials = [row for row in pairs("eu_derived_initial") if row["label"] == "1"]
    assert {compare(row["name_a"], row["name_b"]).verdict for row in initials} <= {"possible", "different"}


def test_other_persons_are_hardly_ever_the_same_name() -> None:
    others = [row for row in pairs("eu_") if row["label"] == "0"]
    same = [row for row in others if compare(row["name_a"], row["name_b"]).verdict == "same"]
    assert len(same) / len(others) <= 0.002
