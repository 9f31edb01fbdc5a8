from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from legation.analysis.derive import derive
from legation.model.case import Derived, Evidence
from legation.model.claims import Report
from legation.model.judgements import Judgement, Side, Verdict
from legation.model.keys import made_id
from legation.model.registers import Entry
from tests.make import MISSION, claim, event, passage, person, report, roster

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


def entry(key: str, name: str, **said: Any) -> Entry:  # noqa: ANN401 - any field of an entry
    place = passage(name, source="register", start=100 * int(key))
    return Entry(id=made_id("entry", key), key=key, names=(name,), passage=place, line=int(key), **said)


def register(*entries: Entry) -> Report:
    """A register with one claim for each of its entries."""
    told = (
        claim("statement", one.names[0], source="register", start=one.passage.start, subject=one.names[0])
        for one in entries
    )
    made = report(*(replace(each, entry=one.id) for each, one in zip(told, entries, strict=True)), source="register")
    return replace(made, entries=entries)


def test_an_entry_of_a_register_is_a_mention_of_its_own_also_where_another_has_the_name() -> None:
    known = found(article=register(entry("1", FULL), entry("2", FULL)))
    assert [one.name for one in known.mentions] == [FULL, FULL]
    assert len({one.id for one in known.mentions}) == 2


def test_an_entry_is_proposed_and_what_its_register_says_is_no_evidence_of_anything_else() -> None:
    known = found(article=register(entry("1", FULL)))
    (naming,) = known.namings
    assert naming.person.label == FULL
    assert naming.judgement is None
    assert [*known.corroborations, *known.contradictions, *known.happenings] == []


def test_the_states_that_a_register_names_speak_for_a_person_or_against() -> None:
    def likely(*countries: str) -> float:
        (naming,) = found(article=register(entry("1", FULL, countries=countries))).namings
        return naming.probability or 0

    assert likely("XV") > likely() > likely("XQ")


def test_a_year_of_birth_at_which_nobody_holds_the_post_speaks_against() -> None:
    def likely(born: str) -> float:
        (naming,) = found(article=register(entry("1", FULL, born=born))).namings
        return naming.probability or 0

    assert likely("1975") > likely("2010")


def test_entries_of_one_name_share_what_speaks_for_them_and_many_are_not_proposed() -> None:
    alone, *_ = found(article=register(entry("1", FULL))).namings
    three = found(article=register(*(entry(str(key), FULL) for key in range(1, 4)))).namings
    assert len(three) == 3
    assert all((one.probability or 0) < (alone.probability or 0) for one in three)
    many = found(article=register(*(entry(str(key), FULL) for key in range(1, 9)))).namings
    assert many == ()


def test_an_entry_with_a_slip_in_the_name_alone_is_no_more_than_its_weight() -> None:
    assert found(article=register(entry("1", "Quirin Wolber"))).namings == ()


def test_a_judged_entry_is_found_again() -> None:
    article = register(entry("1", FULL), entry("2", "Zdenka Marvalicz"))
    naming = next(one for one in found(article=article).namings if one.mention.name == FULL)
    after = found(judged("same", Side(id=naming.mention.id), naming.person.id), article=article)
    assert [one.judgement for one in after.namings if one.mention.name == FULL] == [
        made_id("judgement", "same", naming.person.id)
    ]
    assert all(posting.end_kind != "named-in-event" for posting in after.postings)
