from __future__ import annotations

import pytest

from legation.extraction.news import extract_news
from legation.model.claims import Report
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer


def report_of(text: str, published: str | None = "2015-08-20") -> Report:
    given = Given(published=Edtf.parse(published) if published else None)
    return extract_news(read(f"A title\n\n{text}\n".encode(), name="r.txt"), given, Gazetteer.default())


def test_the_numbers_of_a_sum_each_have_their_place_and_role() -> None:
    report = report_of(
        "On 9 April 2015 seven diplomats from the Cuban mission to the EU were declared personae non gratae."
        " Using a web archive, the Ledger recovered a 7 March 2015 copy of the page with 31 names."
        " While seven diplomats had been sent home, 22 stayed."
    )
    told = [(c.type, c.role, c.value, c.passage.quote) for c in report.claims]
    assert told == [
        ("capture", "listed", 31, "recovered a 7 March 2015 copy of the page with 31 names"),
        ("headcount", "departed", 7, "seven diplomats had been sent home"),
        ("headcount", "remaining", 22, "22 stayed"),
    ]
    assert [(e.count, e.mission) for e in report.events] == [(7, "CU/EU")]
    assert report.claims[1].about == report.events[0].id
    assert report.claims[0].when == Edtf.parse("2015-03-07")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Togo's consulate, which had 17 accredited staff, is quiet.", 17),
        ("The Cuban embassy in Riga employs 9 diplomats.", 9),
        ("Die kubanische Botschaft in Riga hat zwölf Mitarbeiter.", 12),
    ],
)
def test_the_staff_of_a_mission_is_a_head_count(text: str, value: int) -> None:
    assert [(c.type, c.role, c.value) for c in report_of(text).claims] == [("headcount", "total", value)]


@pytest.mark.parametrize(
    "text",
    [
        "The Cuban embassy in Riga has a door of 14 metres.",
        "The consul, 48, remained calm.",
        "The embassy has been in Riga for 12 years.",
        "The ambassador remained in Riga for 3 days.",
    ],
)
def test_lengths_ages_and_years_count_nobody(text: str) -> None:
    assert report_of(text).claims == ()


@pytest.mark.parametrize(
    ("text", "type_", "value", "speaker"),
    [
        ("The Latvian service declined to comment.", "non-response", "declined", "The Latvian service"),
        ("Cuba's embassy did not reply to a letter.", "non-response", "no-reply", "Cuba's embassy"),
        ("Latvia gave no reason for the step.", "non-response", "no-reason", "Latvia"),
        ("The ministry withheld the list.", "non-response", "withheld", "The ministry"),
        ("Cuba denied the charge.", "denial", None, "Cuba"),
        ("Cuba's foreign ministry confirmed the expulsion.", "confirmation", None, "Cuba's foreign ministry"),
        ("Le ministère n'a donné aucune explication.", "non-response", "no-reason", "Le ministère"),
        ("Das Ministerium dementierte den Bericht.", "denial", None, "Das Ministerium"),
    ],
)
def test_answers_keep_their_speaker(text: str, type_: str, value: str | None, speaker: str) -> None:
    (claim,) = report_of(text).claims
    assert (claim.type, claim.value, claim.attribution[0].speaker) == (type_, value, speaker)


def test_not_denying_is_no_denial() -> None:
    claims = report_of("Cuba did not deny the rumour. It neither confirmed nor denied the story.").claims
    assert [(claim.type, claim.value) for claim in claims] == [("non-response", "declined")]


def test_the_text_forces_the_days_of_publication_where_nothing_is_printed() -> None:
    report = report_of(
        "On 9 March 2012, eleven diplomats from the Cuban Mission to the EU were declared personae non gratae."
        " The minister spoke on 14 November. Friends remember the eleven Cuban diplomats"
        " expelled from the mission last year.",
        None,
    )
    assert (report.published and report.published.text, report.published_basis) == ("2013-11-14/2013-12-31", "text")


def test_without_any_date_the_publication_stays_open_and_says_so() -> None:
    report = report_of("Latvia expelled two Cuban diplomats on Monday.", None)
    assert (report.published, report.events[0].date) == (None, None)
    assert any("no date of publication" in note for note in report.notes)
