from __future__ import annotations

import pytest

from legation.extraction.news import extract_news
from legation.model.claims import Event, Report
from legation.model.dates import Edtf
from legation.model.documents import Document
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer
from tests.extraction.news.invented import REPORTS, Invented
from tests.extraction.news.passages_of_wires import WIRES
from tests.extraction.news.turns import TURNS

every_report = pytest.mark.parametrize("report", [*REPORTS, *TURNS, *WIRES], ids=lambda report: report.name)


def read_report(report: Invented) -> tuple[Document, Report]:
    document = read(report.text.encode(), name="report.txt")
    return document, extract_news(document, Given(published=Edtf.parse(report.published)), Gazetteer.default())


def said(event: Event, wanted: str) -> str:
    """What an event says of the slots that the wanted text names."""
    found = []
    for pair in wanted.split("; "):
        key = pair.partition(": ")[0]
        value = getattr(event, key)
        if key == "persons":
            value = " & ".join(person.name for person in event.persons)
        found.append(f"{key}: {value.text if isinstance(value, Edtf) else value}")
    return "; ".join(found)


@every_report
def test_an_invented_report_gives_what_it_tells_and_nothing_else(report: Invented) -> None:
    _, extracted = read_report(report)
    told = [said(event, wanted) for event, wanted in zip(extracted.events, report.events, strict=False)]
    assert told == report.events
    assert len(extracted.events) == len(report.events), [event.passage.quote for event in extracted.events]


@every_report
def test_every_passage_of_a_report_is_found_again(report: Invented) -> None:
    document, extracted = read_report(report)
    passages = [event.passage for event in extracted.events] + [claim.passage for claim in extracted.claims]
    assert all(passage.stands_in(document.text) and passage.sha256 == document.sha256 for passage in passages)


@every_report
def test_a_second_reading_gives_the_same_report(report: Invented) -> None:
    assert read_report(report)[1] == read_report(report)[1]
