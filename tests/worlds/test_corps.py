"""A corps whom three lists spell in three ways: whom do they name, when did they serve, and who headed the missions?"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

import pytest

from legation.analysis.derive import derive
from legation.model.case import Derived, Evidence
from legation.model.dates import Bounds
from legation.model.postings import Posting
from tests.worlds.corps import Corps, Stint, corps
from tests.worlds.service import outside

SEEDS = [1, 2, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(3, 13))]


@cache
def made(seed: int) -> tuple[Corps, Derived]:
    found = corps(seed)
    return found, derive(Evidence(rosters=found.rosters))


def main(posting: Posting, truth: Corps) -> Stint:
    """The stint of most lines of a posting."""
    stints = [truth.stint_of[one.id] for one in posting.derivation[0].inputs]
    (most, _), *_ = Counter(map(id, stints)).most_common(1)
    return next(stint for stint in stints if id(stint) == most)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_taken_for_somebody_else_and_few_are_taken_for_two(seed: int) -> None:
    truth, derived = made(seed)
    people: defaultdict[str, set[int]] = defaultdict(set)
    persons: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for line, person in derived.members.items():
        stint = truth.stint_of[line]
        people[person].add(stint.human)
        persons[stint.human, stint.mission].add(person)
    assert [person for person, found in people.items() if len(found) > 1] == []
    assert sum(len(found) > 1 for found in persons.values()) <= len(persons) * 0.06


@pytest.mark.parametrize("seed", SEEDS)
def test_true_days_lie_within_the_bounds(seed: int) -> None:
    truth, derived = made(seed)
    wrong = []
    for posting in derived.postings:
        stint = main(posting, truth)
        start: Bounds | None = posting.start
        wrong += [posting.id] * (outside(start, stint.start) or outside(posting.end, stint.end))
    # Who marries and is promoted between two editions of lists that print no days looks like two people.
    assert len(wrong) <= len(derived.postings) * 0.02


@pytest.mark.parametrize("seed", SEEDS)
def test_heads_follow_each_other_in_their_true_order(seed: int) -> None:
    truth, derived = made(seed)
    human = {person: truth.stint_of[line].human for line, person in derived.members.items()}
    pairs = set()
    for mission in {stint.mission for stint in truth.stints}:
        heads = [each for each in truth.stints if each.mission == mission and each.rank is None]
        heads.sort(key=lambda each: each.start)
        pairs |= {(mission, one.human, other.human) for one, other in pairwise(heads)}
    found = {
        (each.mission, human[each.predecessor.id], human[each.successor.id])
        for each in derived.successions
        if each.slot == "head" and each.predecessor.id and each.successor.id
    }
    same = {each for each in found if each[1] == each[2]}
    assert found - same <= pairs
    assert len(same) <= 1
    assert len(pairs & found) >= len(pairs) * 0.8
