from __future__ import annotations

from typing import Any

import pytest

from legation.extraction.news import extract_news
from legation.model.claims import Event
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer
from tests.extraction.news.invented import REPORTS, Invented

GIVEN_KEYS = ("expulsion", "ceiling", "aggregate")


def seen(event: Event, key: str) -> Any:
    if key == "persons":
        return [person.name for person in event.persons]
    if key == "date":
        return event.date.text if event.date else None
    return getattr(event, key)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_an_invented_report_gives_what_it_tells_and_nothing_else(report: Invented) -> None:
    document = read(report.text.encode(), name="report.txt")
    read_report = extract_news(document, Given(published=Edtf.parse(report.published)), Gazetteer.default())
    events = [event for event in read_report.events if event.type in GIVEN_KEYS]
    told = [{key: seen(event, key) for key in wanted} for event, wanted in zip(events, report.events, strict=False)]
    assert (told, len(events)) == (report.events, len(report.events)), [event.passage.quote for event in events]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_every_passage_of_a_report_is_found_again(report: Invented) -> None:
    document = read(report.text.encode(), name="report.txt")
    read_report = extract_news(document, Given(published=Edtf.parse(report.published)), Gazetteer.default())
    for value in (*read_report.events, *read_report.claims):
        assert value.passage.stands_in(document.text)
        assert value.passage.sha256 == document.sha256
