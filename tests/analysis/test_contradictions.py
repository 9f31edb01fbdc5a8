from __future__ import annotations

from typing import Any

import pytest

from legation.analysis.contradictions import contradictions
from legation.analysis.derive import derive
from legation.model.case import Derived, Evidence
from legation.model.claims import Attribution, Claim, Event, Report
from legation.model.disputes import Contradiction
from legation.model.listings import Roster
from tests.make import MISSION, claim, event, listing, person, report, roster


def said(speaker: str | None, stance: str = "asserts") -> tuple[Attribution, ...]:
    return (Attribution(speaker=speaker, stance=stance),)  # type: ignore[arg-type]


def case(*reports: Report, rosters: tuple[Roster, ...] = ()) -> Derived:
    return derive(Evidence(rosters=rosters, reports=reports))


def found(rule: str, *reports: Report, rosters: tuple[Roster, ...] = ()) -> list[Contradiction]:
    return [one for one in case(*reports, rosters=rosters).contradictions if one.rule == rule]


def expulsion(count: int | None = 10, **fields: object) -> Event:
    given: dict[str, Any] = {
        "mission": MISSION,
        "actor": "XB",
        "target": "XV",
        "date": "2021-03-01",
        "count_unit": "persons",
    }
    return event("expulsion", count=count, **given | fields)


def one_happening(*tellings: Event) -> list[Contradiction]:
    """Contradictions of tellings that somebody judged to be of one happening."""
    from legation.analysis.disputed_tellings import disputed_tellings
    from legation.model.findings import Happening

    happening = Happening(
        id="happening-1",
        type=tellings[0].type,
        actor="XB",
        target="XV",
        mission=MISSION,
        date=tellings[0].date,
        counts=(),
        status="announced",
        tellings=tuple(one.id for one in tellings),
    )
    return list(disputed_tellings([happening], {one.id: one for one in tellings}))


# Tellings of one happening.


def test_two_reports_with_different_numbers_contradict_each_other() -> None:
    (one,) = one_happening(expulsion(12, source="a"), expulsion(10, source="b"))
    assert one.rule == "count"
    assert {side.says for side in one.sides} == {"12 persons", "10 persons"}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"count_modifier": "more-than"}, "a lower bound"),
        ({"count_unit": "posts"}, "posts are no persons"),
        ({"status": "denied"}, "a denial gives no number"),
        ({"layer": "related"}, "a teaser of another text"),
        ({"city": "Lorre"}, "people of another city"),
    ],
)
def test_numbers_that_only_look_like_a_contradiction(fields: dict[str, object], why: str) -> None:
    other = expulsion(10, source="b", **fields)
    first = expulsion(12, source="a", city="Brann")
    assert [one for one in one_happening(first, other) if one.rule == "count"] == [], why


def test_parts_of_a_number_contradict_nothing() -> None:
    assert one_happening(expulsion(14), expulsion(10, start=100), expulsion(4, start=200)) == []


def test_fewer_who_left_later_than_were_told_to_go_contradict_nothing() -> None:
    announced, left = expulsion(40), expulsion(38, start=100, status="executed", date="2021-03-20")
    assert [one for one in one_happening(announced, left) if one.rule == "count"] == []


def test_people_who_are_named_are_no_number_of_all() -> None:
    named = expulsion(2, start=90, persons=(person("Ana Kovil"), person("Otto Brenn")))
    assert one_happening(expulsion(10), named) == []


def test_two_levels_of_one_ceiling_contradict_each_other() -> None:
    levels = [event("ceiling", start=at, mission=MISSION, posts_to=to) for at, to in ((0, 10), (300, 25))]
    assert [one.rule for one in one_happening(*levels)] == ["ceiling"]


def test_an_expulsion_beside_a_ceiling_contradicts_nothing() -> None:
    ceiling = event("ceiling", "from twenty posts to ten", start=400, mission=MISSION, actor="XB", posts_to=10)
    assert case(report(expulsion(8), ceiling)).contradictions == ()


def test_embassy_and_permanent_mission_are_two_populations() -> None:
    told = report(expulsion(21), expulsion(19, start=300, mission="XV/EU", actor="EU"))
    assert case(told).contradictions == ()


def test_days_of_two_reports_contradict_each_other_but_not_by_a_day() -> None:
    near = one_happening(expulsion(source="a"), expulsion(source="b", date="2021-03-02"))
    far = one_happening(expulsion(source="a"), expulsion(source="b", date="2021-04-20"))
    assert [one.rule for one in near] == []
    assert [one.rule for one in far] == ["date"]


def test_two_actors_of_one_decision_contradict_each_other() -> None:
    (one,) = one_happening(expulsion(source="a"), expulsion(source="b", actor="EU"))
    assert one.rule == "actor"


def test_an_expulsion_by_nobody_beside_one_by_a_named_actor_is_shown() -> None:
    told = report(expulsion(21), expulsion(19, start=300, mission="XV/EU", actor=None, date="2021-04-01"))
    (one,) = found("actor", told)
    assert {side.says for side in one.sides} == {"no actor named", "decided by XB"}


def test_a_title_says_more_than_its_text() -> None:
    title, body = expulsion(layer="title"), expulsion(start=200, status="planned")
    assert [one.rule for one in one_happening(title, body)] == ["headline"]
    assert one_happening(title, expulsion(start=200, status="announced")) == []


def test_numbers_that_should_agree_are_a_contradiction_where_they_do_not() -> None:
    told = report(
        claim("capture", "fifty names", value=50),
        expulsion(10, start=100),
        claim("headcount", "forty-two remained", start=200, value=42, role="remaining"),
    )
    (one,) = found("sum", told)
    assert [side.says for side in one.sides] == ["50 listed", "10 told to leave", "42 said to remain"]


# Claims.


def test_a_claim_and_its_denial() -> None:
    alleged = claim("attributed-act", "the alleged break-in", status="alleged", attribution=said("Gazette"))
    denial = claim("denial", "Velmark denied it", start=90, about=alleged.id, attribution=said("Velmark", "denies"))
    (one,) = found("denied", report(alleged, denial))
    assert [side.id for side in one.sides] == [alleged.id, denial.id]


def reasons(*others: Claim) -> list[Contradiction]:
    given = claim(
        "statement", "linked to the break-in", status="alleged", wording="linked to", attribution=said("Gazette")
    )
    return found("reason", report(expulsion(), given, *others))


def test_a_reason_beside_who_says_that_there_is_none() -> None:
    (one,) = reasons(claim("denial", "not linked to any event", start=300, wording="not linked to", status="denied"))
    assert "a reason, says Gazette" in {side.says for side in one.sides}


def test_who_denies_a_reason_does_not_deny_what_was_done() -> None:
    told = expulsion(11)
    denial = claim("denial", "not linked to any event", start=300, wording="not linked to", about=told.id)
    assert found("denied", report(told, denial)) == []
    outright = claim("denial", "nobody was told to leave", start=300, about=told.id)
    assert len(found("denied", report(told, outright))) == 1


def test_a_reason_beside_who_gives_none() -> None:
    (one,) = reasons(claim("non-response", "gave no reasons", start=300, subject="Brannia", value="no-reason"))
    assert "no reason given by Brannia" in {side.says for side in one.sides}


def test_a_silence_about_something_else_is_no_other_reason() -> None:
    assert reasons(claim("non-response", "declined to comment", start=300, subject="Brannia", value="declined")) == []


def role(quote: str, words: str, start: int = 0, **fields: object) -> Claim:
    given: dict[str, Any] = {"subject": "Ana Kovil", "object": MISSION, "value": words}
    return claim("posting", quote, start=start, **given | fields)


def test_acting_for_one_and_head_for_another() -> None:
    told = report(role("took over for the interim", "acting head"), role("the head of the mission", "head", 200))
    (one,) = found("role", told)
    assert {side.says for side in one.sides} == {"acting head", "head"}


def test_acting_first_and_head_later_is_one_career() -> None:
    first = role("acting head until May", "acting head", when="2021-02/2021-05")
    assert found("role", report(first, role("head since June", "head", 200, when="2021-06/.."))) == []


def test_acting_head_of_a_mission_and_head_of_a_desk_are_two_posts() -> None:
    desk = role("head of the desk at the ministry", "head", 200, object="the ministry")
    assert found("role", report(role("acting head", "acting head"), desk)) == []


def test_heads_of_two_persons_contradict_nothing() -> None:
    other = role("the head of the mission", "head", 200, subject="Otto Brenn")
    assert found("role", report(role("acting head", "acting head"), other)) == []


def allegation(strength: str, start: int, **fields: object) -> Claim:
    given: dict[str, Any] = {
        "subject": "Ana Kovil",
        "status": "alleged",
        "strength": strength,
        "attribution": said(None),
    }
    return claim("affiliation", f"is {strength}", start=start, **given | fields)


def test_one_allegation_in_several_strengths_is_shown_from_the_weakest() -> None:
    (one,) = found("strength", report(allegation("identified", 0), allegation("suspected", 200)))
    assert [side.says.split(":")[0] for side in one.sides] == ["suspected", "identified"]
    assert "contradicts nothing" in one.notes[0]


def test_strengths_about_two_persons_are_not_compared() -> None:
    told = report(allegation("identified", 0), allegation("suspected", 200, subject="Otto Brenn"))
    assert found("strength", told) == []


def test_a_negated_phrase_against_an_asserted_one() -> None:
    one = claim("statement", "Such decisions do fall under the Brannian government", start=0)
    other = claim("statement", "This is decided by the council, not the Brannian government", start=120)
    assert len(found("negated", report(one, other))) == 1
    far = claim("statement", "The harvest was poor, not the Brannian government", start=120)
    assert found("negated", report(one, far)) == []


def test_an_age_beside_an_earlier_event_is_of_an_unclear_year() -> None:
    age = claim("age", "a 61-year-old diplomat", subject="Ana Kovil", value=61)
    ended = event("posting-end", start=60, mission=MISSION, date="2019-05-01", persons=(person("Ana Kovil", "head"),))
    assert len(found("age", report(age, ended))) == 1
    same_year = report(age, ended, published="2019-06-01")
    assert found("age", same_year) == []


def test_people_pointed_at_after_two_counts() -> None:
    told = report(
        claim("headcount", "sixty names", value=60, role="listed"),
        claim("headcount", "forty remained", start=60, value=40, role="remaining"),
        allegation("stated", 120, subject="many of these diplomats"),
    )
    assert len(found("scope", told)) == 1
    assert found("scope", report(allegation("stated", 120, subject="many of these diplomats"))) == []


def test_one_family_name_in_two_spellings() -> None:
    told = report(
        claim("statement", "first", attribution=said("Josep Borell"), subject="Josep Borell"),
        claim("statement", "second", start=90, attribution=said("Josep Borrell"), subject="Josep Borrell"),
    )
    assert len(found("spelling", told)) == 1


# Lists.

COUNSELLOR = {"name": "Ana KOVIL", "title": "Counsellor", "rank": "counsellor"}
AMBASSADOR = {"name": "Otto BRENN", "title": "Ambassador", "rank": "ambassador"}
LISTS = (
    roster("2020-01-01", AMBASSADOR, COUNSELLOR),
    roster("2020-06-01", AMBASSADOR, COUNSELLOR),
    roster("2021-01-01", AMBASSADOR, COUNSELLOR),
)


def test_head_since_a_day_whom_a_later_list_shows_as_a_counsellor() -> None:
    told = event("appointment", mission=MISSION, date="2020-03-01", persons=(person("Ana Kovil", "head of mission"),))
    (one,) = found("listed-role", report(told), rosters=LISTS)
    assert one.mission == MISSION
    assert "Counsellor, listed 2020-06-01" in {side.says for side in one.sides}


def test_a_list_of_the_next_weeks_may_be_late() -> None:
    told = event("appointment", mission=MISSION, date="2020-12-20", persons=(person("Ana Kovil", "head of mission"),))
    assert found("listed-role", report(told), rosters=LISTS) == []


def test_an_acting_head_may_be_listed_by_the_own_rank() -> None:
    told = event("appointment", mission=MISSION, date="2020-03-01", persons=(person("Ana Kovil", "acting head"),))
    assert found("listed-role", report(told), rosters=LISTS) == []


def test_a_post_at_a_mission_whose_lists_do_not_show_the_name() -> None:
    told = role("ambassador there", "ambassador", subject="Runa Task", when="2019-06/2021-03")
    (one,) = found("not-listed", report(told), rosters=LISTS)
    assert one.notes[0].startswith("3 complete editions")
    driver = role("driver there", "driver", subject="Runa Task", when="2019-06/2021-03")
    assert found("not-listed", report(driver), rosters=LISTS) == []


def test_a_number_of_names_beside_the_list_of_that_day() -> None:
    told = claim("capture", "three names", subject=MISSION, value=3, when="2020-06-01")
    assert len(found("listed-number", report(told), rosters=LISTS)) == 1
    same = claim("capture", "two names", subject=MISSION, value=2, when="2020-06-01")
    assert found("listed-number", report(same), rosters=LISTS) == []


def test_a_printed_date_after_the_first_listing() -> None:
    late = listing("Ana KOVIL", "Counsellor", rank="counsellor", date="2020-03-01", order=2)
    lists = (roster("2020-01-01", AMBASSADOR, late), *LISTS[1:])
    (one,) = found("printed-date", rosters=lists)
    assert {side.says for side in one.sides} == {"listed already 2020-01-01", "2020-03-01, printed 2020-01-01"}


def test_two_lists_with_two_heads_for_a_long_time() -> None:
    other = {"name": "Runa TASK", "title": "Ambassador", "rank": "ambassador"}
    heads = tuple(
        roster(day, other, series="velmark-heads", coverage_class="heads-only")
        for day in ("2020-01-15", "2020-06-15", "2021-01-15")
    )
    assert len(found("lists-disagree", rosters=(*LISTS, *heads))) == 1


def test_nothing_contradicts_nothing() -> None:
    assert contradictions((), (), ()) == ()
