from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.analysis.derive import derive
from legation.model.case import Derived, Evidence
from legation.model.listings import Listing, Roster
from tests.make import listing, roster

HOME, AWAY = "XV/XB", "XV/XL"


def staff(mission: str, as_of: str, *people: tuple[str, str]) -> Roster:
    lines: list[Listing] = [
        listing(name, rank, rank=rank, mission=mission, as_of=as_of, order=order, series=mission)
        for order, (name, rank) in enumerate(people, start=1)
    ]
    return roster(as_of, *lines, mission=mission, series=mission)


def crowd(mission: str, days: Iterator[str] | tuple[str, ...]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(day, [(f"{name} {mission[-1]}ovan", "attache") for name in ("Ruben", "Sofia", "Tomas")]) for day in days]


def case(before: tuple[str, str], after: tuple[str, str], *, side_by_side: bool = False) -> Derived:
    """Somebody at one mission in 2010 and 2011, somebody at another later, or at the same time, among others."""
    later = ("2010-01-01", "2011-01-01") if side_by_side else ("2013-01-01", "2014-01-01")
    home = [staff(HOME, day, before, *people) for day, people in crowd(HOME, ("2010-01-01", "2011-01-01"))]
    home += [staff(HOME, day, *people) for day, people in crowd(HOME, ("2011-09-01", "2014-01-01"))]
    away = [staff(AWAY, day, *people) for day, people in crowd(AWAY, ("2009-01-01",))]
    away += [staff(AWAY, day, after, *people) for day, people in crowd(AWAY, later)]
    return derive(Evidence(rosters=tuple(home + away)))


def probability(before: tuple[str, str], after: tuple[str, str], *, side_by_side: bool = False) -> float:
    links = case(before, after, side_by_side=side_by_side).links
    return max((link.probability for link in links), default=0.0)


NAMED = "Zdenka Marvalic"


def test_a_rare_name_and_the_next_rank_make_a_likely_link() -> None:
    assert probability((NAMED, "third-secretary"), (NAMED, "second-secretary")) > 0.7


def test_a_rank_far_below_speaks_against_one_person() -> None:
    promoted = probability((NAMED, "counsellor"), (NAMED, "counsellor"))
    assert probability((NAMED, "counsellor"), (NAMED, "attache")) < promoted


def test_a_service_attache_seldom_turns_diplomat() -> None:
    assert probability((NAMED, "naval-attache"), (NAMED, "naval-attache")) > 0.7
    assert probability((NAMED, "naval-attache"), (NAMED, "counsellor")) == 0.0


def test_other_patronymics_are_other_people() -> None:
    pair = ("Zdenka Petrovna Marvalic", "Zdenka Ivanovna Marvalic")
    assert probability((pair[0], "counsellor"), (pair[1], "counsellor")) == 0.0


def test_one_patronymic_speaks_for_one_person() -> None:
    whole = "Zdenka Petrovna Marvalic"
    bare = probability((NAMED, "counsellor"), (NAMED, "counsellor"))
    assert probability((whole, "counsellor"), (whole, "counsellor")) > bare


def test_nobody_serves_at_two_missions_at_one_time() -> None:
    assert probability((NAMED, "counsellor"), (NAMED, "counsellor"), side_by_side=True) == 0.0


def test_of_two_with_one_name_at_one_mission_neither_is_likely() -> None:
    people = [(NAMED, "counsellor"), (NAMED, "counsellor")]
    home = [staff(HOME, day, (NAMED, "counsellor"), *others) for day, others in crowd(HOME, ("2010-01-01",))]
    home += [staff(HOME, day, *others) for day, others in crowd(HOME, ("2011-09-01", "2014-01-01"))]
    away = [staff(AWAY, day, *people, *others) for day, others in crowd(AWAY, ("2013-01-01", "2014-01-01"))]
    links = derive(Evidence(rosters=tuple(home + away))).links
    assert all(link.probability <= 0.5 for link in links)


def test_nothing_links_people_of_two_senders() -> None:
    other = [
        replace(line, mission="XB/XL", sending="XB")
        for line in staff(AWAY, "2013-01-01", (NAMED, "counsellor"), ("Otto BRENN", "attache")).listings
    ]
    rosters = (
        staff(HOME, "2010-01-01", (NAMED, "counsellor"), ("Runa TASK", "attache")),
        roster("2013-01-01", *other, mission="XB/XL", series="XB/XL"),
    )
    assert derive(Evidence(rosters=rosters)).links == ()


def test_a_link_tells_what_speaks_for_it() -> None:
    (link,) = case((NAMED, "third-secretary"), (NAMED, "second-secretary")).links
    assert any(reason.startswith("family equal") for reason in link.reasons)
    assert any("third-secretary, then second-secretary" in reason for reason in link.reasons)
    assert any("years between" in reason for reason in link.reasons)


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_lists_does_not_matter(chance: random.Random) -> None:
    rosters = [
        staff(HOME, "2010-01-01", (NAMED, "counsellor"), ("Runa TASK", "attache")),
        staff(HOME, "2011-01-01", ("Runa TASK", "attache")),
        staff(AWAY, "2013-01-01", (NAMED, "counsellor"), ("Otto BRENN", "attache")),
    ]
    found = {derive(Evidence(rosters=order)).links for order in permutations(rosters)}
    chance.shuffle(rosters)
    assert found == {derive(Evidence(rosters=tuple(rosters))).links}
