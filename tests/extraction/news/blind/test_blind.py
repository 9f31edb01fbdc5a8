from __future__ import annotations

from collections import Counter

import pytest

from tests.extraction.news.blind.gold import BlindReport, counted, extracted, figures, reports, tally

FLOORS = {"events_precision": 0.97, "events_recall": 0.95, "claims_precision": 0.97, "claims_recall": 0.95}


@pytest.mark.parametrize("name", ["reports.txt", "later.txt"])
def test_reports_written_before_they_were_read_stay_read_this_well(name: str) -> None:
    total, notes = counted(name, tally)
    reached = figures(total)
    print({name: round(value, 3) for name, value in reached.items()})
    assert all(reached[name] >= floor for name, floor in FLOORS.items()), "\n".join([str(reached), *notes])


@pytest.mark.parametrize(
    "name", ["third.txt", "fourth.txt", "fifth.txt", "sixth.txt", "seventh.txt", "eighth.txt", "ukrainian.txt"]
)
def test_events_of_wires_written_before_they_were_read_stay_read_this_well(name: str) -> None:
    total, notes = counted(name, tally)
    reached = figures(total)
    assert (reached["events_precision"] >= 0.95, reached["events_recall"] >= 0.9) == (True, True), "\n".join(notes)
    assert total["E_B_found"] >= 0.8 * (total["E_B_found"] + total["E_B_missed"]), "\n".join(notes)


@pytest.mark.parametrize("name", ["wires.txt", "wires_later.txt"])
def test_statements_tables_and_long_reads_written_before_they_were_read_stay_read_this_well(name: str) -> None:
    total, notes = counted(name, tally)
    reached = figures(total)
    assert (reached["events_precision"] >= 0.95, reached["events_recall"] >= 0.9) == (True, True), "\n".join(notes)
    assert (reached["claims_precision"] >= 0.9, reached["claims_recall"] >= 0.75) == (True, True), "\n".join(notes)


def test_at_least_half_of_the_reports_are_not_english() -> None:
    spoken = Counter(report.language for report in reports())
    assert spoken.total() == 40
    assert spoken["en"] <= 20
    assert set(spoken) == {"en", "ru", "fr", "de", "es"}


@pytest.mark.parametrize("report", reports(), ids=lambda report: report.number)
def test_every_passage_of_an_unseen_report_is_found_again(report: BlindReport) -> None:
    found = extracted(report)
    passages = [row.passage for row in found.events] + [row.passage for row in found.claims]
    assert all(passage.stands_in(report.text) for passage in passages)
