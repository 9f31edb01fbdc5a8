from __future__ import annotations

import pytest

from legation.extraction.news import extract_news
from legation.model.claims import Claim, Report
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer


def report_of(text: str, published: str = "2015-08-20") -> Report:
    document = read(f"A title\n\n{text}\n".encode(), name="r.txt")
    return extract_news(document, Given(published=Edtf.parse(published)), Gazetteer.default())


def only(text: str, type_: str) -> Claim:
    (claim,) = (claim for claim in report_of(text).claims if claim.type == type_)
    return claim


@pytest.mark.parametrize(
    ("text", "subject", "strength", "wording"),
    [
        ("Inti Quispe-Roa is suspected of being a spy.", "Inti Quispe-Roa", "suspected", "is suspected of"),
        (
            "Inti Quispe-Roa was identified as an intelligence officer.",
            "Inti Quispe-Roa",
            "identified",
            "identified as",
        ),
        (
            "Inti Quispe-Roa, a colonel of the military intelligence service, lives in Riga.",
            "Inti Quispe-Roa",
            "stated",
            "",
        ),
        ("Inti Quispe-Roa reportedly works for the secret service.", "Inti Quispe-Roa", "stated", "reportedly"),
        (
            "Der Attaché Inti Quispe-Roa gilt als Mitarbeiter des Geheimdienstes.",
            "Inti Quispe-Roa",
            "regarded",
            "gilt als",
        ),
        ("Inti Quispe-Roa est soupçonné d'être un agent secret.", "Inti Quispe-Roa", "suspected", "est soupçonné"),
        ("Inti Quispe-Roa sería agente de inteligencia.", "Inti Quispe-Roa", "stated", "sería"),
        ("Инти Киспе-Роа является сотрудником военной разведки.", "Инти Киспе-Роа", "identified", "является"),
    ],
)
def test_a_tie_to_a_service_is_alleged_in_its_own_words(text: str, subject: str, strength: str, wording: str) -> None:
    claim = only(text, "affiliation")
    assert (claim.status, claim.subject, claim.strength) == ("alleged", subject, strength)
    assert wording in (claim.wording or "")


def test_a_confirmation_of_a_belief_keeps_both_links_and_is_about_the_belief() -> None:
    report = report_of(
        "Officials from two Nordic services independently confirmed to the Ledger that Latvian counterintelligence"
        " regards Inti Quispe-Roa as a Bolivian intelligence officer."
    )
    belief = next(claim for claim in report.claims if claim.type == "affiliation")
    confirmation = next(claim for claim in report.claims if claim.type == "confirmation")
    assert [(link.speaker, link.stance) for link in belief.attribution] == [
        ("Officials from two Nordic services", "confirms"),
        ("Latvian counterintelligence", "believes"),
    ]
    outer = belief.attribution[0]
    assert (outer.anonymous, outer.count, outer.independent) == (True, 2, True)
    assert confirmation.about == belief.id


def test_a_passive_without_an_agent_has_a_link_without_a_speaker() -> None:
    claim = only("Inti Quispe-Roa is suspected of being a spy.", "affiliation")
    assert [(link.speaker, link.stance) for link in claim.attribution] == [(None, "suspects")]


def test_a_speaker_carries_on_over_for_example_until_a_new_one() -> None:
    report = report_of(
        "The Baltic Center revealed that many of these diplomats have ties to the secret service. For example,"
        " Inti Quispe-Roa underwent training at the Signals Academy from 1998 to 2003. The embassy is quiet."
        " Inti Quispe-Roa graduated from the Naval School in 1990."
    )
    first, second = (claim for claim in report.claims if claim.type == "training")
    assert [link.speaker for link in first.attribution] == ["The Baltic Center"]
    assert (first.when and first.when.text, first.status) == ("1998/2003", "asserted")
    assert (second.attribution, second.status) == ((), "alleged")


@pytest.mark.parametrize(
    "text",
    [
        "This academy trains people to serve as intelligence officers.",
        "The mission is a revolving door for spies.",
        "They hold slot positions designated for intelligence work.",
        "The film tells of former spy Inti Quispe-Roa.",
        "He wrote a book about the secret service and its officers.",
    ],
)
def test_a_mere_mention_of_officers_is_no_claim_about_anybody(text: str) -> None:
    assert [claim for claim in report_of(text).claims if claim.type == "affiliation"] == []


def test_a_tie_that_is_denied_is_a_denial() -> None:
    claim = only("Inti Quispe-Roa is not a spy, he said.", "denial")
    assert (claim.status, claim.subject) == ("denied", "Inti Quispe-Roa")


def test_a_rumor_stays_one_with_everything_inside_it() -> None:
    report = report_of("Berzina mentioned hearing a rumor that Latvia shared intelligence with the ministry.")
    assert {(claim.type, claim.status, claim.strength) for claim in report.claims} == {
        ("statement", "alleged", "rumored"),
        ("intelligence-sharing", "alleged", "rumored"),
    }


def test_an_accusation_belongs_to_its_accuser() -> None:
    claim = only("Togo accused Latvia of meddling.", "attributed-act")
    assert (claim.subject, claim.object, claim.status) == ("Latvia", "of meddling", "alleged")
    assert [(link.speaker, link.stance) for link in claim.attribution] == [("Togo", "accuses")]


@pytest.mark.parametrize("kin", ["wife", "husband", "son", "daughter"])
def test_spouses_and_children_of_those_who_serve_are_not_read(kin: str) -> None:
    report = report_of(f"Inti Quispe-Roa is consul in Riga. His {kin}, Nayra Quispe-Sol, is a minister.")
    assert not any("Nayra" in str(claim) for claim in report.claims if claim.type == "family")


def test_a_relative_appears_only_where_the_report_says_their_office() -> None:
    assert only("Inti Quispe-Roa, the grandson of the former Minister of Trade, left.", "family").value == "grandson"
    claims = report_of("Inti Quispe-Roa, the grandson of a baker, left.").claims
    assert [claim for claim in claims if claim.type == "family"] == []
