"""What a report prints so that its readers may stumble over it; and what looks like that and isn't."""

from __future__ import annotations

import pytest

from legation.extraction.news import extract_news
from legation.model.claims import Print, Report
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer


def told(text: str) -> Report:
    """A report as read; a text of one paragraph alone would be a title."""
    document = read(text.encode(), name="report.txt")
    return extract_news(document, Given(published=Edtf.parse("2021-03-04")), Gazetteer.default())


def prints(kind: str, text: str) -> list[Print]:
    report = told(text)
    for found in report.prints:
        assert found.passage.sha256 == report.sha256
        assert text[found.passage.start : found.passage.end] == found.passage.quote
    return [found for found in report.prints if found.kind == kind]


def test_sentences_without_a_space_between_are_kept_as_printed() -> None:
    text = "Norway expelled two Russian diplomats on Monday, the ministry said.Since then nobody has commented.\n"
    assert [found.words for found in prints("joined", text)] == ["said.Since"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway expelled two Russian diplomats, says the ministry at www.Example.Org.\n",
        "Norway expelled two U.S.A. diplomats at 4.30 p.m. on Monday.\n",
        "Norway expelled two Russian diplomats. It gave no reason.\n",
    ],
)
def test_addresses_and_abbreviations_are_no_joined_sentences(text: str) -> None:
    assert prints("joined", text) == []


def test_one_surname_in_two_spellings_is_kept() -> None:
    text = "The minister, Jonas Marttinen, spoke on Monday.\n\n“We expelled two Russian diplomats,” Martinen said.\n"
    assert {found.words for found in prints("spelling", text)} == {"Martinen", "Marttinen"}


def test_a_surname_with_an_ending_is_no_other_spelling() -> None:
    text = (
        "The minister, Jonas Martinen, spoke on Monday. Norway, in Martinen’s words, expelled two Russian diplomats.\n"
    )
    assert prints("spelling", text) == []


def test_a_decision_that_is_told_as_made_and_as_planned_is_kept() -> None:
    text = (
        "Norway expels four Russian diplomats\n\n"
        "Norway said on Wednesday that it is expelling four Russian diplomats.\n\n"
        "Officials confirmed plans to expel four Russian diplomats.\n"
    )
    assert {found.words for found in prints("status", text)} == {"announced", "planned"}


def test_a_decision_that_is_announced_and_then_carried_out_is_one_course() -> None:
    text = (
        "Norway on Monday declared four Russian diplomats persona non grata.\n\n"
        "The four Russian diplomats were later expelled.\n"
    )
    assert prints("status", text) == []


def test_who_decides_on_a_mission_is_a_statement_of_the_report() -> None:
    text = (
        "Two must leave\n\nNorway expelled two Russian diplomats. "
        "Decisions on the Russian embassy fall under the Norwegian government's authority.\n"
    )
    (found,) = [claim for claim in told(text).claims if claim.rule == "statement.competence"]
    assert found.attribution == ()
    assert "Norwegian government" in (found.object or "")


def test_a_matter_of_something_else_is_no_statement_on_missions() -> None:
    text = (
        "Two must leave\n\nNorway expelled two Russian diplomats. Fishing quotas fall under the authority of a board.\n"
    )
    assert [claim for claim in told(text).claims if claim.rule == "statement.competence"] == []
