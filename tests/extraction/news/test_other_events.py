from __future__ import annotations

import pytest

from legation.extraction.news import extract_news
from legation.model.claims import Event
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer


def events(text: str, published: str = "2015-08-20") -> list[tuple[str, str | None, str | None, int | None, str]]:
    document = read(f"A title\n\n{text}\n".encode(), name="r.txt")
    report = extract_news(document, Given(published=Edtf.parse(published)), Gazetteer.default())
    return [row(event) for event in report.events]


def row(event: Event) -> tuple[str, str | None, str | None, int | None, str]:
    return event.type, event.actor, event.target, event.count, event.status


def test_whoever_closes_its_own_mission_is_both() -> None:
    assert events("Latvia closed its embassy in Lima on Monday.") == [("closure", "LV", "LV", 1, "executed")]


def test_the_mission_of_another_is_closed_by_the_host() -> None:
    assert events("On Monday Benin shut down the Omani consulates in Parakou and Cotonou.") == [
        ("closure", "BJ", "OM", 2, "announced")
    ]


@pytest.mark.parametrize(
    "text",
    ["The club closed its doors on Monday.", "Peru closed a school in Lima.", "Trading closed higher in Peru."],
)
def test_what_is_no_mission_is_not_closed(text: str) -> None:
    assert events(text) == []


def test_relations_are_broken_off_with_somebody() -> None:
    assert events("On Monday Chad severed diplomatic ties with Iceland.") == [
        ("relations", "TD", "IS", None, "executed")
    ]


def test_an_ambassador_is_recalled_for_consultations() -> None:
    assert events("Mali recalled its ambassador to Norway for consultations on Monday.") == [
        ("recall", "ML", "NO", 1, "executed")
    ]


def test_a_promised_answer_is_a_threat_and_a_refusal_is_none() -> None:
    told = events("Chile expelled two Omani diplomats on Monday. Oman vowed to retaliate.")
    assert told == [("expulsion", "CL", "OM", 2, "executed"), ("threat", "OM", "CL", None, "threatened")]
    assert events("Oman said it would not retaliate.") == []


def test_an_answer_names_what_it_answers() -> None:
    text = "A title\n\nChile expelled two Omani diplomats on Monday. In response, Oman expelled a Chilean attaché.\n"
    report = extract_news(read(text.encode(), name="r.txt"), Given(), Gazetteer.default())
    first, second = report.events
    assert (second.retaliation, second.in_response_to, first.in_response_to) == (True, first.id, None)
