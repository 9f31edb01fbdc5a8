"""How does one mission look over time? Presence in every edition, postings, changes and happenings, as one row."""

from __future__ import annotations

from legation.pipeline.answering.asking import changes, events, tally
from legation.pipeline.answering.comparing import editions_with, last_of_several
from legation.pipeline.answering.missions import gazetteer_of
from legation.pipeline.answering.naming import sources
from legation.pipeline.answering.people import postings
from legation.pipeline.work.given import date_option
from legation.publishing.phrases import series_phrase
from legation.publishing.presence import Presence, presence
from legation.publishing.rows import Row, person_row
from legation.store.case import Case


def mission_over_time(case: Case, key: str, *, on: str | None = None) -> Row:
    """Everything that lists and reports show of a mission.

    Args:
        case: built.
        key: of the mission.
        on: a day as EDTF; then `postings` are those that it isn't excluded for.

    Raises:
        DateError: `on` is no date.
    """
    day = date_option("on", on) if on else None
    rosters = editions_with(case, key)
    persons = case.persons.of_listings(
        listing.id for roster in rosters for listing in roster.listings if listing.mission == key
    )
    members = {listing: person.id for listing, person in persons.items()}
    label = gazetteer_of(case).label
    tables = presence(key, rosters, members, [*persons.values()])
    return {
        "mission": key,
        "on": on,
        "presence": [{**_presence_row(table), "words": series_phrase(table.series, label)} for table in tables],
        "comparable": last_of_several(rosters, key) is not None,
        "postings": [*postings(case, mission=key, on=day)],
        "changes": [*changes(case, mission=key)],
        "happenings": [*events(case, mission=key)],
        "tallies": [row for row in tally(case, mission=key) if row["kind"] == "tally"],
        "sources": {**sources(case)},
    }


def _presence_row(table: Presence) -> Row:
    return {
        "series": table.series,
        "columns": [
            {
                "as_of": column.as_of,
                "sha256": column.sha256,
                "listed": column.listed,
                "complete": column.complete,
                "why": column.why,
            }
            for column in table.columns
        ],
        "rows": [{"person": person_row(row.person), "title": row.title, "states": [*row.states]} for row in table.rows],
    }
