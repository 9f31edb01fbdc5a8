from __future__ import annotations

from legation.analysis.derive import derive
from legation.model.case import Evidence
from legation.model.claims import Attribution, Claim, Report
from legation.model.disputes import Corroboration
from tests.make import MISSION, claim, digest, event, report

GAZETTE = Attribution(speaker="The Gazette", stance="reports")
OFFICIALS = Attribution(
    speaker="officials of two agencies", stance="confirms", anonymous=True, count=2, independent=True
)
SERVICE = Attribution(speaker="the Brannian service", stance="believes")


def allegation(*chain: Attribution, start: int = 0, source: str = "article", strength: str = "stated") -> Claim:
    return claim(
        "affiliation",
        f"an officer, {strength}",
        start=start,
        source=source,
        subject="Ana Kovil",
        object="the service",
        status="alleged",
        strength=strength,
        attribution=chain,
    )


def of(type_: str, *reports: Report) -> Corroboration:
    (found,) = (one for one in derive(Evidence(reports=reports)).corroborations if one.type == type_)
    return found


def test_ten_reports_that_quote_one_outlet_are_one_origin() -> None:
    copies = [report(allegation(GAZETTE, source=f"copy-{n}"), source=f"copy-{n}") for n in range(10)]
    found = of("affiliation", *copies)
    assert [origin.speaker for origin in found.origins] == ["The Gazette"]
    assert len(found.origins[0].said) == 10


def test_a_report_that_names_who_was_first_is_no_origin() -> None:
    told = event("expulsion", mission=MISSION, actor="XB", target="XV", count=8, date="2021-03-01")
    first = claim("first-report", "the Gazette was first", start=90, subject="The Gazette")
    found = of("happening", report(told, first))
    assert [(origin.speaker, origin.own_voice, origin.via) for origin in found.origins] == [
        ("The Gazette", False, (digest("article"),))
    ]


def test_an_older_happening_is_not_what_somebody_was_first_to_report() -> None:
    told = event("expulsion", mission=MISSION, actor="XB", target="XV", count=8, date="2021-03-01")
    old = event("expulsion", start=200, mission=MISSION, actor="XB", target="XV", count=7, date="2018", background=True)
    first = claim("first-report", "the Gazette was first", start=190, subject="The Gazette")
    happenings = derive(Evidence(reports=(report(told, old, first),))).corroborations
    own = {one.about[1]: one.origins[0].own_voice for one in happenings if one.type == "happening"}
    assert own == {told.id: False, old.id: True}


def test_a_reports_own_voice_is_an_origin_of_its_own() -> None:
    found = of("affiliation", report(allegation(source="a"), source="a"), report(allegation(source="b"), source="b"))
    assert [origin.own_voice for origin in found.origins] == [True, True]


def test_who_passes_on_stands_between_and_the_believer_is_the_origin() -> None:
    found = of("affiliation", report(allegation(OFFICIALS, SERVICE, strength="regarded")))
    (origin,) = found.origins
    assert (origin.speaker, origin.via) == ("the Brannian service", ("officials of two agencies",))


def test_what_is_confirmed_of_a_belief_confirms_the_belief() -> None:
    found = of("affiliation", report(allegation(OFFICIALS, SERVICE, strength="regarded")))
    assert [(one.speaker, one.kind, one.count) for one in found.confirmations] == [
        ("officials of two agencies", "belief", 2)
    ]


def test_a_confirmation_that_is_a_claim_of_its_own_counts_once() -> None:
    believed = allegation(OFFICIALS, SERVICE, start=90, strength="regarded")
    confirmed = claim("confirmation", "officials confirmed", attribution=(OFFICIALS,), about=believed.id)
    assert len(of("affiliation", report(confirmed, believed)).confirmations) == 1


def test_anonymous_sources_of_two_reports_may_be_two() -> None:
    unnamed = Attribution(speaker="an official", stance="asserts", anonymous=True, count=1)
    reports = [report(allegation(unnamed, source=name), source=name) for name in ("a", "b")]
    assert [(one.speaker, one.count) for one in of("affiliation", *reports).origins] == [("an official", 1)] * 2


def test_denials_and_kinds_of_silence_stand_beside() -> None:
    alleged = allegation(GAZETTE)
    denial = claim("denial", "Velmark denied it", start=50, about=alleged.id, subject="Velmark", status="denied")
    declined = claim("non-response", "declined to comment", start=90, subject="The service", value="declined")
    silent = claim("non-response", "did not reply", start=130, subject="Ana Kovil", value="no-reply")
    far = claim("non-response", "did not reply", start=9000, subject="A ministry", value="no-reply")
    found = of("affiliation", report(alleged, denial, declined, silent, far))
    assert [one.speaker for one in found.denials] == ["Velmark"]
    assert [(one.speaker, one.kind) for one in found.non_responses] == [
        ("The service", "declined"),
        ("Ana Kovil", "no-reply"),
    ]


def test_strengths_stand_from_the_weakest_to_the_strongest() -> None:
    told = report(allegation(GAZETTE, strength="identified"), allegation(GAZETTE, start=90, strength="rumored"))
    assert [one.strength for one in of("affiliation", told).strengths] == ["rumored", "identified"]


def test_claims_about_two_persons_are_two_propositions() -> None:
    other = claim("affiliation", "another", start=90, subject="Otto Brenn", status="alleged", attribution=(GAZETTE,))
    found = derive(Evidence(reports=(report(allegation(GAZETTE), other),))).corroborations
    assert len([one for one in found if one.type == "affiliation"]) == 2


def test_nobody_is_found_guilty() -> None:
    fields = set(Corroboration.__dataclass_fields__)
    assert not fields & {"verdict", "score", "probability", "credible"}
