"""An invented service reconstructed from its lists in other layouts, and held against the truth."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

import pytest

from tests.worlds.service import Reconstructed, outside, reconstructed
from tests.worlds.truth import Stint

SEATS = ("head", "deputy", "defence-attache")


@cache
def small() -> Reconstructed:
    return reconstructed(3, 6)


def _humans(made: Reconstructed) -> dict[str, set[str]]:
    """Person to the humans whose lines it has."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for listing, stint in made.stint_of.items():
        found[made.derived.members[listing]].add(stint.human.id)
    return found


def _successions(
    made: Reconstructed,
) -> tuple[set[tuple[str, str, str, str]], set[tuple[str, str, str | None, str | None]]]:
    """The true successions among those whom any list shows, and those found."""
    shown = {stint.id for stint in made.stint_of.values()}
    seats: defaultdict[tuple[str, str], list[Stint]] = defaultdict(list)
    for stint in sorted(made.truth.stints, key=lambda one: one.start):
        if stint.id in shown and stint.slot in SEATS:
            seats[stint.mission, stint.slot].append(stint)
    true = {
        (*seat, before.human.id, after.human.id)
        for seat, line in seats.items()
        for before, after in pairwise(line)
        if before.human.id != after.human.id
    }
    human = {person: next(iter(humans)) for person, humans in _humans(made).items()}
    found = {
        (one.mission, one.slot, human.get(one.predecessor.id or ""), human.get(one.successor.id or ""))
        for one in made.derived.successions
        if one.slot in SEATS
    }
    return true, found


def check(made: Reconstructed) -> None:
    """What has to hold of any such world."""
    printed = sum(line.stint is not None for one in made.editions for lines in one.sections.values() for line in lines)
    assert len(made.stint_of) == printed, "every printed line is read under its mission"
    assert [humans for humans in _humans(made).values() if len(humans) > 1] == [], "nobody is two people"
    mains = [(posting, made.main(posting)) for posting in made.derived.postings]
    assert all(stint is not None for _, stint in mains), "nobody is made up"
    wrong = Counter(
        side
        for posting, stint in mains
        if stint is not None
        for side, bounds, day in (("start", posting.start, stint.start), ("end", posting.end, stint.end))
        if outside(bounds, day)
    )
    # Somebody left out of the first or the last edition, or risen and married at once, can't be told from the lists.
    assert max(wrong.values(), default=0) <= max(1, len(mains) // 150), wrong
    true, found = _successions(made)
    assert len(true & found) >= 0.98 * len(found)
    assert len(true & found) >= 0.96 * len(true)


def test_a_service_in_other_layouts_is_reconstructed() -> None:
    check(small())


def test_who_acts_for_a_head_holds_a_seat_of_its_own_and_vacant_posts_are_shown() -> None:
    slots = Counter(tenure.slot for tenure in small().derived.tenures)
    assert slots["charge-daffaires-ai"] > 0
    assert any(tenure.holder is None for tenure in small().derived.tenures)


def test_names_taken_down_end_nobodys_posting() -> None:
    """The pages of one mission go on without names: only other lists may end a posting there."""
    last = max(one.as_of for one in small().editions if "XR/BE" in one.sections and one.kind == "page" and one.whole)
    staff = [
        (posting, stint)
        for posting in small().derived.postings
        if posting.mission == "XR/BE" and (stint := small().main(posting)) is not None and stint.slot == "staff"
    ]
    open_at_last = [posting for posting, _ in staff if posting.editions[-1] == last.isoformat()]
    assert open_at_last
    assert {posting.end_kind for posting in open_at_last} <= {"open", "list-removed"}


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4, 10))
def test_other_people_are_reconstructed_as_well(seed: int) -> None:
    check(reconstructed(seed, 12))
