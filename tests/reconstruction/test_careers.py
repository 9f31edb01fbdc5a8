from __future__ import annotations

from legation.model.careers import Career
from legation.model.claims import Report
from legation.model.dates import Certainty
from legation.model.listings import Roster
from legation.reconstruction.careers import career, spoken_of
from tests.make import MISSION, claim, event, person, report, roster
from tests.reconstruction.cases import posting, text

NAME = "Ana KOVIL"
OTHERS = ("Otto BRENN", "Runa TASK")
LISTS = (
    roster("2010-01-01", *OTHERS),
    roster("2011-01-01", {"name": NAME, "title": "Counsellor"}, *OTHERS),
    roster("2013-01-01", {"name": NAME, "title": "Counsellor"}, *OTHERS),
    roster("2014-01-01", *OTHERS),
)


def post(quote: str, where: str, when: str | None, start: int = 0, subject: str = "Ana Kovil") -> object:
    return claim("posting", quote, start=start, subject=subject, object=where, value="attaché", when=when)


def of(*said: object, lists: tuple[Roster, ...] = ()) -> Career:
    reports: tuple[Report, ...] = (report(*said),) if said else ()  # type: ignore[arg-type]
    return career([NAME], [posting(NAME, *lists)] if lists else [], reports)


def test_posts_of_lists_and_of_claims_stand_on_one_axis() -> None:
    found = of(post("attaché in Vienna from 2004 to 2007", "Vienna", "2004/2007"), lists=LISTS)
    assert [(one.basis, one.place or one.mission) for one in found.posts] == [("claim", "Vienna"), ("lists", MISSION)]
    assert [text(one.start) for one in found.posts] == ["2004-01-01/2004-12-31", "2010-01-02/2011-01-01"]


def test_a_stated_period_has_a_start_and_an_end() -> None:
    (one,) = of(post("from 2004 to 2007", "Vienna", "2004/2007")).posts
    assert (text(one.start), text(one.end)) == ("2004-01-01/2004-12-31", "2007-01-01/2007-12-31")


def test_a_single_date_falls_into_the_post() -> None:
    (one,) = of(post("in Vienna in the 1990s", "Vienna", "199X")).posts
    assert (text(one.start), text(one.end)) == ("../1999-12-31", "1990-01-01/..")


def test_an_open_period_has_no_end() -> None:
    (one,) = of(post("since 2018", "Vienna", "2018/..")).posts
    assert one.end is None


def test_a_year_that_the_passage_does_not_print_is_worked_out() -> None:
    derived, printed = (
        of(post("led it for 17 years", "Vienna", "2005/2022")),
        of(post("led it from 2005 to 2022", "Vienna", "2005/2022")),
    )
    assert [derived.posts[0].derived, printed.posts[0].derived] == [True, False]


def test_years_before_the_end_of_a_post_give_its_start() -> None:
    led = claim("posting", "led the mission for 17 years", subject="Ana Kovil", object="mission", value="led", years=17)
    ended = event("posting-end", start=90, mission=MISSION, date="2022-09-27", persons=(person("Ana Kovil", "head"),))
    post = next(one for one in of(led, ended).posts if one.basis == "claim")
    assert (text(post.start), text(post.end), post.derived) == ("2005-01-01/2005-12-31", "2022-09-27", True)


def test_years_without_an_end_are_counted_from_the_day_of_the_report() -> None:
    (post,) = of(claim("posting", "has led it for 3 years", subject="Ana Kovil", object="mission", years=3)).posts
    assert (text(post.start), post.end, post.derived) == ("2018-01-01/2018-12-31", None, True)


def test_the_day_of_a_telling_is_worked_out_where_its_basis_says_so() -> None:
    told = [
        event(
            "appointment", start=at, mission=MISSION, date=day, date_basis=basis, persons=(person("Ana Kovil", "head"),)
        )
        for at, day, basis in ((0, "2020-03-01", "printed"), (90, "2021-03-01", "coreference"))
    ]
    assert [post.derived for post in of(*told).posts] == [False, True]


def test_posts_without_a_date_come_last() -> None:
    found = of(post("attaché in Rome", "Rome", None), post("in Vienna in 2004", "Vienna", "2004", 90))
    assert [one.place for one in found.posts] == ["Vienna", "Rome"]


def test_an_appointment_starts_and_an_end_ends() -> None:
    told = [
        event("appointment", mission=MISSION, date="2020-03-01", persons=(person("Ana Kovil", "head"),)),
        event("posting-end", start=90, mission=MISSION, date="2022-03-01", persons=(person("Ana Kovil", "head"),)),
    ]
    found = of(*told)
    assert [(text(one.start), text(one.end)) for one in found.posts] == [("2020-03-01", None), (None, "2022-03-01")]


def test_posts_at_two_places_at_one_time_overlap() -> None:
    found = of(post("in Vienna from 2011 to 2012", "Vienna", "2011-03/2012-06"), lists=LISTS)
    assert [one.certainty for one in found.overlaps] == [Certainty.CERTAIN]


def test_a_claim_of_the_listed_place_overlaps_nothing() -> None:
    found = of(post("there from 2011 to 2012", MISSION, "2011-03/2012-06"), lists=LISTS)
    assert found.overlaps == ()


def test_what_lies_between_two_claimed_posts_is_a_gap() -> None:
    found = of(
        post("in Vienna from 2001 to 2002", "Vienna", "2001-01-01/2002-01-01"),
        post("in Rome from 2005 to 2006", "Rome", "2005-01-01/2006-01-01", 90),
    )
    assert [one.days for one in found.gaps] == [(1096, 1096)]


def test_a_family_name_means_the_person_only_beside_the_whole_name() -> None:
    assert spoken_of([NAME], ["Ana Kovil", "Kovil", "Brenn"]) == {"Ana Kovil", "Kovil"}
    assert spoken_of([NAME], ["Kovil", "Brenn"]) == frozenset()


def test_posts_of_another_person_stay_out() -> None:
    assert of(post("in Vienna", "Vienna", "2004", subject="Otto Brenn")).posts == ()


def test_contradictions_of_a_post_are_named() -> None:
    told = post("in Vienna in 2004", "Vienna", "2004")
    id_ = told.id  # type: ignore[attr-defined]
    found = career([NAME], [], [report(told)], conflicts=[("contradiction-1", [id_]), ("contradiction-2", ["x"])])  # type: ignore[arg-type]
    assert found.conflicts == ("contradiction-1",)
