"""What does a register say, as claims that belong to it?

Each claim names its entry, its field and the words as they are written there, with the day that the register gives.
What accuses somebody, or ties them to a service, is alleged by the register, whatever its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from legation.extraction.registers.accusing import alleges
from legation.extraction.registers.found import Found, Said, day_of
from legation.extraction.registers.scanned import Scan
from legation.model.claims import SENSITIVE_CLAIMS, Attribution, Claim, ClaimType, Report, Status
from legation.model.dates import Edtf
from legation.model.keys import made_id
from legation.model.registers import Entry
from legation.model.sources import Given
from legation.vocabulary.registers import claim_of_topic, fields

ENTRY = "entry"
"""The field of the claim that somebody stands in the register at all."""
_SHOWN = ("position", "program", "authority", "reason", "education", "topics")
"""What is shown to whoever judges an entry, in this order."""
_OF_OTHERS = (ENTRY, "authority")
"""Fields whose words aren't about the person: the key of the entry, and who lists them, which may be a service."""


def report_of(made: Scan, sha256: str, given: Given, name: str) -> Report:
    """The entries that were found in a register, with their claims.

    Args:
        made: what came of reading it.
        sha256: its digest.
        given: what the reporter said of it: its name and its day.
        name: of the file, where nothing else says whose register it is.
    """
    day = given.published or given.as_of
    latest = day_of(made.latest)
    published = day or (Edtf.parse(latest) if latest else None)
    entries: list[Entry] = []
    claims: list[Claim] = []
    for found in made.found:
        entry = _entry(found, sha256)
        speaker = given.source or ", ".join(found.datasets) or name
        entries.append(entry)
        claims.extend({claim.id: claim for claim in _claims(found, entry, speaker)}.values())
    return Report(
        sha256=sha256,
        published=published,
        published_basis="given" if day else "printed" if published else None,
        language=given.language,
        title=given.source,
        events=(),
        claims=tuple(claims),
        entries=tuple(entries),
    )


def _entry(found: Found, sha256: str) -> Entry:
    said = {name: [one.value for one in found.said if one.field == name] for name in _SHOWN}
    return Entry(
        id=made_id("entry", sha256, found.key),
        key=found.key,
        names=tuple(found.names),
        passage=found.passage,
        line=found.line,
        born=day_of(found.born),
        countries=tuple(found.countries),
        says=tuple(f"{name}: {value}" for name, values in said.items() for value in dict.fromkeys(values)),
    )


def _claims(found: Found, entry: Entry, speaker: str) -> Iterator[Claim]:
    stands = Said(field=ENTRY, value=entry.key, passage=entry.passage, when=found.listed)
    for said in (stands, *found.said):
        type_ = _type(said)
        status: Status = "alleged" if type_ in SENSITIVE_CLAIMS else "asserted"
        # the day of a listing says nothing of when somebody held a post or studied
        when = said.when or (None if type_ in ("posting", "training") else found.listed)
        yield Claim(
            id=made_id("claim", entry.id, said.field, said.value, said.when),
            type=type_,
            status=status,
            layer="body",
            passage=said.passage,
            rule="register-entry",
            subject=entry.names[0],
            object=None if said.field == "position" else said.field,
            value=said.value,
            when=Edtf.parse(when) if when else None,
            wording=entry.names[0] if said.field == ENTRY else said.value,
            attribution=(Attribution(speaker=speaker, stance="asserts"),),
            entry=entry.id,
        )


def _type(said: Said) -> ClaimType:
    if said.field == "topics":
        return cast(ClaimType, claim_of_topic(said.value)) if claim_of_topic(said.value) != "relative" else "statement"
    type_ = cast(ClaimType, fields().get(said.field) or "statement")
    if type_ in SENSITIVE_CLAIMS or said.field in _OF_OTHERS:
        return type_
    return alleges(said.value) or type_
