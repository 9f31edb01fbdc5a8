"""What does a register say of somebody, field by field? As it is written there, each with its place.

Relatives, addresses, contacts and numbers of papers are never taken, nor is free text (notes, summaries,
descriptions), in which they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from legation.extraction.registers.found import Found, Said, day_of, first
from legation.extraction.registers.things import REFERRED, Thing
from legation.model.documents import Passage
from legation.vocabulary.registers import fields

Called: TypeAlias = tuple[str, Passage | None]
"""What something is called, and where."""

_LONGEST = 600
"""Signs of one thing that is said; more of it stands in the register."""
_OF_PERSON = ("position", "education", "program", "reason", "authority", "provisions", "status")
_WITH_DAY = ("listingDate", "startDate", "date")


def add_texts(found: Found, thing: Thing) -> None:
    """What the properties of a person say."""
    found.topics = dict.fromkeys(thing.texts("topics"))
    for topic in found.topics:
        _add(found, thing, "topics", topic, None)
    for name in _OF_PERSON:
        for value in thing.texts(name):
            _add(found, thing, name, value, None)


def add_satellite(found: Found, thing: Thing, names: Mapping[str, Called]) -> None:
    """What a sanction, a post or the like says of a person.

    Args:
        found: the entry of the person.
        thing: it.
        names: what other entities are called, by id.
    """
    when = day_of(first(thing.texts(*_WITH_DAY)))
    if thing.schema in REFERRED:
        at = next(_referred(thing, names), None)
        role = first(thing.texts("role", "position")) or ""
        words = ", ".join(filter(None, (role, at and at[0])))
        ends = first(thing.texts("endDate"))
        place = (thing.places(role) if role else None) or (at and at[1]) or thing.whole
        if words and place is not None:
            value = f"{words} (until {ends})" if ends else words
            found.said.append(Said(field="position", value=value, passage=place, when=when))
        return
    for name in ("authority", "program", "provisions", "reason", "status"):
        for value in thing.texts(name):
            _add(found, thing, name, value, when)
    for value in thing.texts("topics"):
        _add(found, thing, "topics", value, when)
    if when:
        found.listed = min(found.listed or when, when)


def _referred(thing: Thing, names: Mapping[str, Called]) -> Iterator[Called]:
    for value in thing.properties.get(REFERRED[thing.schema], ()):
        if isinstance(value, str) and value in names:
            yield names[value]
        elif isinstance(value, dict) and isinstance(properties := value.get("properties"), dict):
            yield from ((name, thing.place(name)) for name in properties.get("name", ()) if isinstance(name, str))


def _add(found: Found, thing: Thing, name: str, value: str, when: str | None) -> None:
    text = " ".join(value.split())[:_LONGEST]
    if name not in fields() or not text:
        return
    place = thing.place(value)
    if place is not None:
        found.said.append(Said(field=name, value=text, passage=place, when=when))


def countries_of(codes: Iterable[str]) -> Iterator[str]:
    """The codes of states, in capitals; what is no code of two letters is left out."""
    return (code.upper() for code in codes if len(code) == 2 and code.isascii() and code.isalpha())
