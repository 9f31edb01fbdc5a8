from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from legation.analysis.derive import derive
from legation.model.case import Derived, Evidence
from legation.model.judgements import Judgement, Side, Verdict
from legation.model.keys import made_id
from tests.make import MISSION, claim, event, person, report, roster

FULL, SHORT = "Zdenka MARVALIC", "Z. Marvalic"
OTHERS = ("Otto BRENN", "Ruben SORENN", "Ilva TASK", "Petar GOLUM", "Ana KOVIL", "Nora OVAN", "Tomas DELL", "Runa FESK")
LISTS = tuple(roster(day, FULL, *OTHERS) for day in ("2020-01-01", "2020-03-01", "2020-06-01"))
GONE = roster("2020-08-01", *OTHERS)
TOLD = event(persons=(person(SHORT),), mission=MISSION, actor="XB", target="XV", count=1, date="2020-06-10")
ARTICLE = report(TOLD, claim("posting", "Marvalic was second secretary", start=90, subject=SHORT, about=TOLD.id))


def found(*judgements: Judgement, article: object = ARTICLE) -> Derived:
    return derive(Evidence(rosters=(*LISTS, GONE), reports=(article,), judgements=judgements))  # type: ignore[arg-type]


def judged(verdict: Verdict, mention: Side, listing: str) -> Judgement:
    sides = (mention, Side(id=listing))
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Judgement(
        id=made_id("judgement", verdict, listing), verdict=verdict, sides=sides, author="Ada", at=at, why="her post"
    )


def test_a_name_of_a_report_is_one_mention_however_often_it_stands_there() -> None:
    (mention,) = found().mentions
    assert (mention.name, mention.missions) == (SHORT, (MISSION,))
    assert len(mention.said) == 2


def test_a_report_that_names_somebody_of_the_mission_proposes_the_person() -> None:
    (naming,) = found().namings
    assert naming.person.label == FULL
    assert naming.judgement is None
    assert (naming.probability or 0) > 0.9
    assert any("speaks of the person's mission" in reason for reason in naming.reasons)


def test_nothing_follows_from_a_naming_that_nobody_judged() -> None:
    assert all(one.end_kind != "named-in-event" for one in found().postings)


def test_somebody_whom_no_list_prints_is_proposed_for_nobody() -> None:
    other = report(replace(TOLD, persons=(person("Quirin Wolber"),)))
    assert found(article=other).namings == ()


def test_a_judgement_says_whom_the_report_means_and_the_happening_names_them() -> None:
    before = found()
    (naming,) = before.namings
    after = found(judged("same", Side(id=naming.mention.id), naming.person.id))
    (sure,) = after.namings
    assert (sure.probability, sure.judgement) == (None, made_id("judgement", "same", naming.person.id))
    (posting,) = [one for one in after.postings if one.person == naming.person]
    assert posting.end_kind == "named-in-event"
    assert after.loose == ()


def test_a_judgement_that_somebody_else_is_meant_takes_the_candidate_away() -> None:
    (naming,) = found().namings
    assert found(judged("different", Side(id=naming.mention.id), naming.person.id)).namings == ()


def test_a_judgement_finds_a_mention_again_by_its_quote() -> None:
    (naming,) = found().namings
    side = Side(id=made_id("mention", "gone"), quote=naming.mention.passage.quote, as_of="2021-04-01")
    after = found(judged("same", side, naming.person.id))
    assert after.loose == ()
    assert [one.judgement is not None for one in after.namings] == [True]


def test_two_listings_that_no_one_can_be_one_are_told_as_refused() -> None:
    base = found()
    one, other = sorted(line.id for line in LISTS[0].listings)[:2]
    refused = judged("same", Side(id=one), other)
    after = found(refused)
    assert after.refused == (refused.id,)
    assert after.members == base.members
