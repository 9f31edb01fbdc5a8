# ruff: noqa: ANN401 - any field of a line may be given by name
from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from legation.model.dates import Bounds
from legation.model.listings import Roster
from legation.model.tenures import Succession, Tenure
from legation.reconstruction.postings import posting_of
from legation.reconstruction.replacements import replacements
from legation.reconstruction.sightings import observe
from legation.reconstruction.stays import stays
from legation.reconstruction.successions import gap_of, successions
from legation.reconstruction.tenures import Served, held_seats, vacancies
from tests.make import MISSION, roster
from tests.reconstruction.cases import people

A, B, C, D = "Anna BRODIK", "Bela CORIM", "Ciro DANTE", "Dario VELTRAN"


def head(name: str, **fields: Any) -> dict[str, Any]:
    return {"name": name, "title": "Ambassador", "rank": "ambassador"} | fields


def acting(name: str) -> dict[str, Any]:
    title = "Counsellor, Chargé d'affaires a.i."
    return {"name": name, "title": title, "rank": "counsellor", "function": "charge-daffaires-ai", "acting": True}


def staff(name: str, function: str | None = None, rank: str = "counsellor") -> dict[str, Any]:
    return {"name": name, "title": "Counsellor", "rank": rank, "function": function}


def seats_of(*rosters: Roster) -> tuple[tuple[Tenure, ...], tuple[Tenure, ...], tuple[Succession, ...]]:
    found = people(rosters)
    streams = observe(rosters, found)[MISSION]
    persons = {person.id: person for person in found.values()}
    served = [Served(stay=stay, posting=posting_of(stay)) for stay in stays(streams, persons)]
    held = held_seats(MISSION, streams, served)
    followed = (*successions(MISSION, held, streams), *replacements(MISSION, served, held))
    return tuple(each.tenure for each in held), vacancies(MISSION, streams, held), followed


def told(*rosters: Roster) -> set[tuple[str, str, str, str]]:
    return {(each.slot, each.predecessor.label, each.successor.label, each.certainty) for each in seats_of(*rosters)[2]}


def test_a_new_head_follows_the_one_before() -> None:
    found = told(roster("2020-01-01", head(A), staff(C)), roster("2020-06-01", head(B), staff(C)))
    assert found == {("head", A, B, "single-seat")}


def test_the_days_between_lie_between_the_bounds_of_the_lists() -> None:
    (found,) = seats_of(roster("2020-01-01", head(A)), roster("2020-02-01", staff(C)), roster("2020-06-01", head(B)))[2]
    assert found.gap_days == (1, 152)


def test_the_first_of_two_ambassadors_heads_the_mission() -> None:
    lists = (
        roster("2020-01-01", head(A), head(C), staff(D)),
        roster("2020-06-01", head(B), head(C), staff(D)),
    )
    assert told(*lists) == {("head", A, B, "single-seat")}


def test_a_deputy_with_an_ambassadors_rank_is_no_head() -> None:
    deputy = head(C, title="Ambassador, Deputy Permanent Representative", function="Deputy Permanent Representative")
    lists = (roster("2020-01-01", deputy, head(A)), roster("2020-06-01", deputy, head(B)))
    assert told(*lists) == {("head", A, B, "single-seat")}


def test_who_acts_is_told_between_two_heads_and_heads_nothing() -> None:
    lists = (
        roster("2020-01-01", head(A), staff(C)),
        roster("2020-04-01", acting(C)),
        roster("2020-08-01", head(B), staff(C)),
    )
    followed = {each.slot: each for each in seats_of(*lists)[2]}
    assert (followed["head"].predecessor.label, followed["head"].successor.label) == (A, B)
    assert [holder.label for holder in followed["head"].between] == [C]
    assert followed["charge-daffaires-ai"].successor.label == C


def test_a_deputy_who_acts_remains_deputy() -> None:
    deputy = staff(C, "Deputy Head of Mission") | {"title": "Counsellor, Deputy Head of Mission"}
    also = deputy | {
        "title": "Counsellor, Deputy Head of Mission, Chargé d'affaires a.i.",
        "function": "charge-daffaires-ai; Deputy Head of Mission",
        "acting": True,
    }
    tenures, _, _ = seats_of(roster("2020-01-01", head(A), deputy), roster("2020-04-01", also), roster("2020-08-01", A))
    assert {tenure.slot: tenure.editions for tenure in tenures if tenure.holder and tenure.holder.label == C} == {
        "deputy": ("2020-01-01", "2020-04-01"),
        "charge-daffaires-ai": ("2020-04-01",),
    }


def test_a_colleague_who_becomes_deputy_begins_between_two_editions() -> None:
    deputy = staff(C, "Deputy Head of Mission") | {"title": "Counsellor, Deputy Head of Mission"}
    tenures, _, _ = seats_of(roster("2020-01-01", staff(C), D), roster("2020-06-01", deputy, D))
    (tenure,) = (each for each in tenures if each.slot == "deputy")
    assert Bounds(earliest=tenure.start.earliest, latest=tenure.start.latest) == tenure.start
    assert (str(tenure.start.earliest), str(tenure.start.latest)) == ("2020-01-02", "2020-06-01")


def test_a_printed_vacancy_is_a_tenure_of_nobody() -> None:
    vacant = {"name": None, "title": "Ambassador", "rank": "ambassador"}
    lists = (
        roster("2020-01-01", head(A), staff(C)),
        roster("2020-04-01", vacant, staff(C)),
        roster("2020-08-01", head(B), staff(C)),
    )
    _, (found,), followed = seats_of(*lists)
    assert (found.slot, found.holder, found.editions) == ("head", None, ("2020-04-01",))
    assert [each.certainty for each in followed] == ["single-seat"]


def test_a_long_time_without_an_edition_makes_a_succession_less_sure() -> None:
    found = told(roster("2016-01-01", head(A)), roster("2019-06-01", head(B)))
    assert found == {("head", A, B, "likely")}


def test_two_lines_with_one_printed_day_may_be_one_person_and_follow_nobody() -> None:
    lists = (roster("2020-01-01", head(A, date="2019-03-01"), D), roster("2020-06-01", head(B, date="2019-03-01"), D))
    assert told(*lists) == set()


def test_holders_side_by_side_do_not_follow_each_other() -> None:
    one, other = (staff(name, rank="naval-attache") for name in (B, C))
    lists = (
        roster("2020-01-01", one, D),
        roster("2020-06-01", one, other, D),
        roster("2020-09-01", one, other, D),
        roster("2021-01-01", other, D),
    )
    assert told(*lists) == set()


def test_a_function_with_one_holder_at_a_time_is_a_seat() -> None:
    lists = (
        roster("2020-01-01", staff(A, "Press")),
        roster("2020-04-01", staff(A, "Press")),
        roster("2020-08-01", staff(B, "Press")),
    )
    assert told(*lists) == {("Press", A, B, "likely")}


def test_who_came_for_whom_elsewhere_is_possible_at_most() -> None:
    many = [staff(name, "Trade", "attache") for name in ("Edo FELLIN", "Fira GORIN")]
    lists = (
        roster("2020-01-01", *many, staff(A, "Trade")),
        roster("2020-06-01", *many, staff(B, "Trade")),
        roster("2020-09-01", *many, staff(B, "Trade")),
    )
    assert told(*lists) == {("counsellor Trade", A, B, "possible")}


def test_of_two_who_may_have_followed_none_did() -> None:
    many = [staff(name, "Trade", "attache") for name in ("Edo FELLIN", "Fira GORIN")]
    lists = (
        roster("2020-01-01", *many, staff(A, "Trade")),
        roster("2020-06-01", *many, staff(B, "Trade"), staff(C, "Trade")),
    )
    assert told(*lists) == set()


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_gaps_lie_between_their_bounds(a: date, b: date, c: date, d: date) -> None:
    end, start = (Bounds(earliest=min(pair), latest=max(pair)) for pair in ((a, b), (c, d)))
    least, most = gap_of(end, start)
    assert least is not None
    assert most is not None
    assert least <= most
    assert gap_of(None, start) == (None, None)
