"""What is known of one happening? Its tellings with who tells them, the lists around it, and who is still listed."""

from __future__ import annotations

from itertools import groupby

from legation.errors import UnknownIdError
from legation.model.findings import Happening
from legation.pipeline.answering.asking import events_by_id, remaining, said, tally
from legation.pipeline.answering.missions import gazetteer_of
from legation.publishing.briefing import tally_sentences
from legation.publishing.content import Said
from legation.publishing.phrases import EVENT_WORDS, party_phrase, whom_phrase
from legation.publishing.rows import Row, Value, date_text, event_row, happening_row
from legation.store.case import Case
from legation.store.finding import find


def happening(case: Case, id_: str) -> Row:
    """One happening with all that reports tell and lists show.

    Raises:
        UnknownIdError: there is no such happening.
    """
    found = find(case, id_, ("happening",)).value
    if not isinstance(found, Happening):
        raise UnknownIdError(f"{id_} is no happening: `legation events` shows them", item=id_)
    label = gazetteer_of(case).label
    reports = said(case)
    told = events_by_id(reports)
    published = {event.id: report for report in reports for event in report.events}
    rows = [*tally(case, event=found.id)]
    told_by = Said.of(reports)
    says: dict[str, list[Value]] = {
        one.id: [sentence.text for sentence in tally_sentences(one, found, told_by, label)]
        for one in case.derived.tallies(event=found.id)
    }
    return {
        **happening_row(found),
        "words": f"{EVENT_WORDS[found.type]}: {party_phrase(found.actor, label)} → {whom_phrase(found, label)}",
        "told": [
            {
                **event_row(told[id_]),
                "published": date_text(published[id_].published),
                "report": published[id_].title,
            }
            for id_ in found.tellings
            if id_ in told
        ],
        "tallies": [{**row, "says": says[str(row["id"])]} for row in rows if row["kind"] == "tally"],
        "ceilings": [row for row in rows if row["kind"] == "ceiling"],
        "remaining": _by_state(case, found.id),
    }


def _by_state(case: Case, id_: str) -> list[Value]:
    rows = sorted(remaining(case, id_), key=lambda row: str(row["state"]))
    return [{"state": state, "persons": [*group]} for state, group in groupby(rows, key=lambda row: row["state"])]
