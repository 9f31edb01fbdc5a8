"""Rows of `extract roster`: the edition, its listings, and the residue, each as the list prints it."""

from __future__ import annotations

from collections.abc import Iterator

from legation.model.listings import Edition, Listing, MissionSection, Residue, Roster
from legation.publishing.rows.places import Row, date_text, passage_row, text_or_null


def section_row(section: MissionSection) -> Row:
    """What an edition shows of one mission."""
    return {
        "mission": section.mission,
        "heading": text_or_null(section.heading),
        "entries": section.entries,
        "residue": section.residue,
        "coverage": section.coverage,
        "why": text_or_null(section.why),
    }


def edition_row(edition: Edition, *, entries: int, residue: int) -> Row:
    """An edition with the number of its listings and residue lines, and the account of all its lines."""
    return {
        "kind": "edition",
        "id": edition.id,
        "sha256": edition.sha256,
        "as_of": date_text(edition.as_of),
        "as_of_basis": edition.as_of_basis,
        "languages": list(edition.languages),
        "receiving": edition.receiving,
        "coverage_class": edition.coverage_class,
        "complete": edition.complete,
        "missions": [section_row(section) for section in edition.missions],
        "entries": entries,
        "residue": residue,
        "lines": {
            "used": edition.lines.used,
            "furniture": edition.lines.furniture,
            "residue": edition.lines.residue,
        },
        "series": text_or_null(edition.series),
    }


def listing_row(listing: Listing) -> Row:
    """One person's line as printed; nobody's spouse."""
    return {
        "kind": "listing",
        "id": listing.id,
        "mission": listing.mission,
        "mission_heading": text_or_null(listing.mission_heading),
        "mission_type": listing.mission_type,
        "sending": listing.sending,
        "receiving": listing.receiving,
        "city": text_or_null(listing.city),
        "section": text_or_null(listing.section),
        "order": listing.order,
        "name": text_or_null(listing.name),
        "honorific": text_or_null(listing.honorific),
        "given": text_or_null(listing.given),
        "family": text_or_null(listing.family),
        "patronymic": text_or_null(listing.patronymic),
        "script": listing.script,
        "title": text_or_null(listing.title),
        "rank": listing.rank,
        "function": text_or_null(listing.function),
        "acting": listing.acting,
        "vacant": listing.vacant,
        "dates": [{"kind": date.kind, "value": date.value.text} for date in listing.dates],
        "accompanied": listing.accompanied,
        "resident_in": text_or_null(listing.resident_in),
        "passage": passage_row(listing.passage),
    }


def residue_row(residue: Residue) -> Row:
    """A line that was not understood, and why."""
    return {
        "kind": "residue",
        "text": residue.text,
        "reason": residue.reason,
        "mission": residue.mission,
        "passage": passage_row(residue.passage),
    }


def roster_rows(roster: Roster) -> Iterator[Row]:
    """The edition, then its listings in their order, then its residue."""
    yield edition_row(roster.edition, entries=len(roster.listings), residue=len(roster.residue))
    yield from map(listing_row, roster.listings)
    yield from map(residue_row, roster.residue)
