"""Rosters to what follows from them, where one printed name is one person."""

from __future__ import annotations

from collections.abc import Mapping

from legation.model.dates import Bounds, Edtf
from legation.model.findings import Change
from legation.model.listings import Roster
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.reconstruction.changes import steps
from legation.reconstruction.postings import posting_of
from legation.reconstruction.sightings import Stream, observe
from legation.reconstruction.stays import Stay, stays
from tests.make import MISSION


def people(rosters: tuple[Roster, ...], alias: Mapping[str, str] | None = None) -> dict[str, Person]:
    """Listing id to person; `alias` maps a printed name to the one that stands for the person."""
    names = {line.id: line.name for roster in rosters for line in roster.listings if line.name}
    return {line: Person(id=(alias or {}).get(name, name), label=name) for line, name in names.items()}


def streams(*rosters: Roster, alias: Mapping[str, str] | None = None) -> Mapping[str, tuple[Stream, ...]]:
    return observe(rosters, people(rosters, alias))


def stayed(*rosters: Roster, mission: str = MISSION, alias: Mapping[str, str] | None = None) -> tuple[Stay, ...]:
    found = people(rosters, alias)
    persons = {person.id: Person(id=person.id, label=person.id) for person in found.values()}
    return tuple(stays(observe(rosters, found).get(mission, ()), persons))


def postings(*rosters: Roster, mission: str = MISSION, alias: Mapping[str, str] | None = None) -> list[Posting]:
    return [posting_of(stay) for stay in stayed(*rosters, mission=mission, alias=alias)]


def posting(name: str, *rosters: Roster, alias: Mapping[str, str] | None = None) -> Posting:
    (found,) = (each for each in postings(*rosters, alias=alias) if each.person.id == name)
    return found


def changes(*rosters: Roster, mission: str = MISSION, alias: Mapping[str, str] | None = None) -> list[Change]:
    return [step.change for step in steps(stayed(*rosters, mission=mission, alias=alias))]


def told(found: list[Change]) -> set[tuple[str, str, str]]:
    """Kind, person and window of each change."""
    return {(change.change, change.person.id, text(change.window) or "") for change in found}


def text(bounds: Bounds | None) -> str | None:
    """Bounds as EDTF text, `any` where both sides are open."""
    if bounds is None:
        return None
    found = Edtf.of_bounds(bounds)
    return found.text if found else "any"
