"""Chains between persons, missions and happenings: shortest, in the order of time, without what nobody asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from legation.analysis import ties
from legation.analysis.paths import Found, paths
from legation.analysis.ties import Wanted, tied_by_claims
from legation.model.case import Derived
from legation.model.dates import Bounds, Certainty
from legation.model.findings import Happening
from legation.model.links import Mention, Naming, PersonLink
from legation.model.parties import Person
from legation.model.postings import Posting, TitleSpan
from legation.model.tenures import Holder, Succession
from tests import make

ANA, BO, CAI, DUA, EVA = (
    Person(id=f"listing-{name}", label=name.title()) for name in ("ana", "bo", "cai", "dua", "eva")
)


def posting(person: Person, mission: str, first: str, last: str | None, *editions: str) -> Posting:
    """Somebody at a mission, listed from a day to a day (`None`: still)."""
    days = editions or (first, *([last] if last else []))
    start = Bounds.on(date.fromisoformat(first))
    end = Bounds.on(date.fromisoformat(last)) if last else None
    return Posting(
        id=f"posting-{person.label}-{mission}",
        person=person,
        mission=mission,
        titles=(TitleSpan(title="Attaché", rank="attache", first=days[0], last=days[-1]),),
        listed_from=start,
        listed_to=end,
        start=start,
        start_basis="editions",
        end=end,
        end_basis="editions" if end else None,
        end_kind="left-list" if end else "open",
        windows=(),
        editions=days,
        derivation=(),
        passages=tuple(make.passage(f"{person.label} {day}", start=n * 10) for n, day in enumerate(days)),
    )


def derived(*postings: Posting, **more: object) -> Derived:
    persons = {each.person.id: each.person for each in postings}
    return Derived(persons=tuple(persons.values()), postings=postings, **more)  # type: ignore[arg-type]


def found(case: Derived, a: str, b: str, **wanted: object) -> Found:
    return paths(case, a, b, Wanted(**wanted), {})  # type: ignore[arg-type]


def stops(case: Derived, a: str, b: str, **wanted: object) -> list[list[str]]:
    return [
        [path.steps[0].start.label, *(step.end.label for step in path.steps)]
        for path in found(case, a, b, **wanted).paths
    ]


TOGETHER = derived(
    posting(ANA, "XV/XB", "2010-01-01", "2011-01-01"),
    posting(BO, "XV/XB", "2010-06-01", "2011-01-01"),
    posting(BO, "XV/XC", "2012-01-01", "2013-01-01"),
    posting(CAI, "XV/XC", "2012-06-01", "2014-01-01"),
)


def test_two_who_served_with_a_third_are_two_steps_apart() -> None:
    assert stops(TOGETHER, ANA.id, CAI.id) == [["Ana", "Bo", "Cai"]]


def test_each_step_has_the_lines_of_both_from_an_edition_that_prints_both() -> None:
    both = derived(
        posting(ANA, "XV/XB", "2010-01-01", "2012-01-01", "2010-01-01", "2011-01-01", "2012-01-01"),
        posting(BO, "XV/XB", "2011-01-01", "2013-01-01", "2011-01-01", "2012-01-01", "2013-01-01"),
    )
    ((step,),) = (path.steps for path in found(both, ANA.id, BO.id).paths)
    assert [passage.quote for passage in step.passages] == ["Ana 2011-01-01", "Bo 2011-01-01"]
    assert (step.certainty, step.says) == (Certainty.CERTAIN, "from 2011-01-01 to 2012-01-01")


def test_two_who_followed_each_other_did_not_meet() -> None:
    apart = derived(posting(ANA, "XV/XB", "2010-01-01", "2011-01-01"), posting(BO, "XV/XB", "2012-01-01", "2013-01-01"))
    assert stops(apart, ANA.id, BO.id) == []


def test_a_chain_goes_on_in_time_one_way_or_the_other() -> None:
    # Bo met Cai before and Dua after the time with Ana: from Cai to Dua time runs on, from Ana through both it doesn't.
    zigzag = derived(
        posting(ANA, "XV/XB", "2012-01-01", "2013-01-01"),
        posting(BO, "XV/XB", "2012-01-01", "2013-01-01"),
        posting(BO, "XV/XC", "2010-01-01", "2011-01-01"),
        posting(CAI, "XV/XC", "2010-01-01", "2011-01-01"),
        posting(CAI, "XV/XD", "2015-01-01", "2016-01-01"),
        posting(DUA, "XV/XD", "2015-01-01", "2016-01-01"),
    )
    assert stops(zigzag, ANA.id, CAI.id) == [["Ana", "Bo", "Cai"]]
    assert stops(zigzag, ANA.id, DUA.id) == []


def test_the_same_chain_is_found_from_both_ends() -> None:
    assert stops(TOGETHER, CAI.id, ANA.id) == [["Cai", "Bo", "Ana"]]


def test_a_mission_can_be_an_end() -> None:
    assert stops(TOGETHER, ANA.id, "XV/XC") == [["Ana", "Bo", "XV/XC"]]
    assert stops(TOGETHER, "XV/XB", CAI.id) == [["XV/XB", "Bo", "Cai"]]


def test_a_mission_with_very_many_people_ties_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ties, "HUB", 1)
    together = derived(
        posting(ANA, "XV/XB", "2010-01-01", "2011-01-01"), posting(BO, "XV/XB", "2010-01-01", "2011-01-01")
    )
    left_out = found(together, ANA.id, BO.id)
    assert (left_out.paths, left_out.hubs) == ((), ("XV/XB",))
    assert stops(together, ANA.id, BO.id, hubs=True) == [["Ana", "Bo"]]


def test_links_that_nobody_judged_are_on_no_chain_unless_asked_for() -> None:
    linked = replace(
        derived(
            posting(ANA, "XV/XB", "2010-01-01", "2011-01-01"),
            posting(BO, "XV/XC", "2012-01-01", "2013-01-01"),
        ),
        links=(PersonLink(id="link-1", a=ANA, b=BO, probability=0.8, reasons=()),),
    )
    assert stops(linked, ANA.id, BO.id) == []
    assert stops(linked, ANA.id, BO.id, link=0.9) == []
    assert stops(linked, ANA.id, BO.id, link=0.7) == [["Ana", "Bo"]]


def test_claims_are_on_no_chain_unless_asked_for() -> None:
    apart = derived(posting(ANA, "XV/XB", "2010-01-01", "2011-01-01"), posting(BO, "XV/XC", "2012-01-01", "2013-01-01"))
    meeting = make.claim("meeting", subject="Ana", object="Bo")
    tied = tuple(tied_by_claims([meeting], {"Ana": ANA.id, "Bo": BO.id}.get))
    assert stops(apart, ANA.id, BO.id) == []
    (path,) = found(apart, ANA.id, BO.id, claims=tied).paths
    assert [(step.kind, step.grounds) for step in path.steps] == [("claim", (meeting.id,))]


def test_a_succession_ties_two_who_never_met() -> None:
    chair = Succession(
        id="succession-1",
        mission="XV/XB",
        slot="head",
        predecessor=Holder(id=ANA.id, label="Ana"),
        successor=Holder(id=BO.id, label="Bo"),
        gap_days=(1, 30),
        basis="editions",
        certainty="single-seat",
        between=(),
        notes=(),
        derivation=(),
        passages=(make.passage("Ana"), make.passage("Bo")),
    )
    seats = derived(
        posting(ANA, "XV/XB", "2010-01-01", "2011-01-01"),
        posting(BO, "XV/XB", "2012-01-01", "2013-01-01"),
        successions=(chair,),
    )
    (path,) = found(seats, ANA.id, BO.id).paths
    assert [(step.kind, step.says) for step in path.steps] == [("succession", "head")]


def test_only_who_was_judged_to_be_named_is_tied_by_a_happening() -> None:
    event = make.event(quote="Ana and Bo must leave", date="2011-01-01")
    happening = Happening(
        id="happening-1",
        type="expulsion",
        actor="XB",
        target="XV",
        mission="XV/XB",
        date=make.edtf("2011-01-01"),
        counts=(),
        status="executed",
        tellings=(event.id,),
    )

    def naming(person: Person, judgement: str | None) -> Naming:
        mention = Mention(
            id=f"mention-{person.label}",
            name=person.label,
            sha256=event.passage.sha256,
            published=None,
            missions=(),
            said=(event.id,),
            passage=event.passage,
        )
        return Naming(
            id=f"naming-{person.label}",
            mention=mention,
            person=person,
            probability=None,
            judgement=judgement,
            reasons=(),
        )

    apart = (posting(ANA, "XV/XB", "2010-01-01", "2011-01-01"), posting(BO, "XV/XC", "2010-01-01", "2011-01-01"))
    more = {"happenings": (happening,), "namings": (naming(ANA, "j1"), naming(BO, "j2"))}
    (path,) = paths(derived(*apart, **more), ANA.id, BO.id, Wanted(), {event.id: event.passage}).paths
    assert [step.end.label for step in path.steps] == ["expulsion", "Bo"]
    more["namings"] = (naming(ANA, "j1"), naming(BO, None))
    assert paths(derived(*apart, **more), ANA.id, BO.id, Wanted(), {event.id: event.passage}).paths == ()
