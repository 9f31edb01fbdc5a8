from __future__ import annotations

from datetime import UTC, datetime

from legation.analysis.derive import derive
from legation.model.case import Derived, Evidence
from legation.model.judgements import Judgement, Side
from legation.model.listings import Listing, Roster
from tests.analysis.test_links import AWAY, HOME, NAMED, crowd, staff
from tests.make import event, report

HOME_LISTS = tuple(
    staff(HOME, day, (NAMED, "third-secretary"), *people) for day, people in crowd(HOME, ("2010-01-01", "2011-01-01"))
) + tuple(staff(HOME, day, *people) for day, people in crowd(HOME, ("2011-09-01", "2014-01-01")))
AWAY_LISTS = tuple(
    staff(AWAY, day, (NAMED, "second-secretary"), *people) for day, people in crowd(AWAY, ("2013-01-01", "2014-01-01"))
)
TOLD = report(event("expulsion", mission=HOME, actor="XB", target="XV", count=3, date="2011-03-01"))


def line_of(lists: tuple[Roster, ...]) -> Listing:
    return next(line for line in lists[0].listings if line.name == NAMED)


def judged() -> Judgement:
    lines = (line_of(HOME_LISTS), line_of(AWAY_LISTS))
    return Judgement(
        id="judgement-1",
        verdict="same",
        sides=tuple(Side(id=line.id, quote=line.passage.quote, mission=line.mission) for line in lines),
        author="editor",
        at=datetime(2024, 1, 1, tzinfo=UTC),
        why="one biography names both posts",
    )


def case(*judgements: Judgement) -> Derived:
    return derive(Evidence(rosters=HOME_LISTS + AWAY_LISTS, reports=(TOLD,), judgements=judgements))


def test_a_link_nobody_judged_is_a_candidate_between_two_persons() -> None:
    (found,) = case().resurfacings
    assert found.before.id != found.person.id
    assert found.probability is not None
    assert found.judgement is None


def test_a_judged_person_came_back_and_needs_no_probability() -> None:
    (found,) = case(judged()).resurfacings
    assert found.before == found.person
    assert (found.probability, found.judgement) == (None, "judgement-1")


def test_the_days_between_lie_between_the_bounds_of_both_postings() -> None:
    (found,) = case(judged()).resurfacings
    # Gone between 1 January and 1 September 2011; the other list begins with the person in it.
    assert found.gap_days == (None, 731)


def test_windows_come_from_the_list_that_was_left() -> None:
    found = case(judged())
    (back,) = found.resurfacings
    assert back.windows == tuple(happening.id for happening in found.happenings)
    assert back.named_in == ()
