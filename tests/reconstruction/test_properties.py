"""Laws of reconstruction over many small series of editions."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from legation.model.listings import Coverage, MissionSection, Roster
from tests.make import MISSION, roster
from tests.reconstruction.cases import changes, postings

NAMES = ("Anna BRODIK", "Dario VELTRAN", "Elio MARSK")
DAYS = ("2020-01-01", "2020-02-15", "2020-03", "2020-05-01", "2020-09-01", "2021-03-01")


@st.composite
def series(draw: st.DrawFn) -> list[Roster]:
    found = []
    for day in draw(st.lists(st.sampled_from(DAYS), unique=True, max_size=6)):
        names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3))
        found.append(
            roster(day, *sorted(names), series=draw(st.sampled_from(["brannia-list", "brannia-list", "page"])))
        )
    return found


def names(edition: Roster) -> set[str | None]:
    return {line.name for line in edition.listings}


def departed(rosters: list[Roster]) -> set[str]:
    return {each.person.id for each in postings(*rosters) if each.listed_to is not None}


@st.composite
def mixed(draw: st.DrawFn) -> list[Roster]:
    """Editions of several lists, coverages and states, also of one day."""
    found = []
    for number in range(draw(st.integers(0, 6))):
        names = sorted(draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3)))
        coverage: Coverage = draw(st.sampled_from(["complete", "partial"]))
        section = MissionSection(mission=MISSION, heading="Velmark", entries=len(names), residue=0, coverage=coverage)
        day, series = draw(st.sampled_from(DAYS)), draw(st.sampled_from(["brannia-list", "page"]))
        kind = draw(st.sampled_from(["heads-only", "diplomatic", "unknown"]))
        title = draw(st.sampled_from(["Attaché", "Counsellor (Trade)", "Counsellor"]))
        lines = [{"name": name, "title": title, "order": order} for order, name in enumerate(names)]
        source = f"bytes {number}"
        found.append(roster(day, *lines, series=series, source=source, coverage_class=kind, missions=(section,)))
    return found


@given(mixed(), st.randoms(use_true_random=False))
def test_lists_of_any_kind_can_be_put_together_in_any_order(rosters: list[Roster], chance: random.Random) -> None:
    shuffled = list(rosters)
    chance.shuffle(shuffled)
    assert postings(*shuffled) == postings(*rosters)
    assert changes(*shuffled) == changes(*rosters)
    for each in postings(*rosters):
        assert each.end is None or each.listed_to is not None
        assert set(each.editions) <= set(DAYS)


@given(series(), st.randoms(use_true_random=False))
def test_the_order_of_inputs_never_matters(rosters: list[Roster], chance: random.Random) -> None:
    shuffled = rosters + rosters[:2]
    chance.shuffle(shuffled)
    assert postings(*shuffled) == postings(*rosters)
    assert changes(*shuffled) == changes(*rosters)


@given(series(), st.data())
def test_removing_an_edition_without_a_person_never_makes_the_person_leave(
    rosters: list[Roster], data: st.DataObject
) -> None:
    rosters = [each for each in rosters if each.edition.series == "brannia-list"]
    if not rosters:
        return
    gone = data.draw(st.sampled_from(rosters))
    rest = [each for each in rosters if each is not gone]
    assert departed(rest) - names(gone) <= departed(rosters)


@given(series(), st.data())
def test_an_edition_that_could_not_be_read_makes_nobody_leave_or_join(
    rosters: list[Roster], data: st.DataObject
) -> None:
    rosters = [each for each in rosters if each.edition.series == "brannia-list"]
    blind = roster(data.draw(st.sampled_from(["2019-06-01", "2020-04-01", "2022-01-01"])))
    assert [(each.id, each.listed_from, each.listed_to) for each in postings(*rosters, blind)] == [
        (each.id, each.listed_from, each.listed_to) for each in postings(*rosters)
    ]
    assert changes(*rosters, blind) == changes(*rosters)


@given(series())
def test_a_person_is_listed_between_the_bounds_that_are_given(rosters: list[Roster]) -> None:
    for each in postings(*rosters):
        for passage, day in zip(each.passages, each.editions, strict=False):
            assert passage.quote
            assert each.listed_from.earliest is None or each.listed_from.earliest.isoformat()[:7] <= day[:7]
        if each.listed_to is not None and each.listed_to.latest is not None:
            assert max(each.editions)[:7] <= each.listed_to.latest.isoformat()[:7]


@given(series())
def test_who_left_is_not_listed_by_the_later_edition_and_who_joined_not_by_the_earlier(rosters: list[Roster]) -> None:
    for change in changes(*rosters):
        assert change.window.earliest is not None
        assert change.window.latest is not None
        if change.change == "left":
            assert change.before is not None
            assert change.after is None
        if change.change == "joined":
            assert change.before is None
            assert change.after is not None


@given(series())
def test_every_line_stands_in_exactly_one_posting(rosters: list[Roster]) -> None:
    lines = [given.id for each in postings(*rosters) for given in each.derivation[0].inputs]
    assert sorted(lines) == sorted(line.id for each in rosters for line in each.listings)
