"""Who of a register may be somebody that is looked for, and what does it say of them?

The file is read as often as needed, in pieces: first for names, then for what is said of those who may be meant.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from legation.extraction.registers.forms import Form
from legation.extraction.registers.found import NAMES, PERSONS, Found, first, is_a_name, whole_name
from legation.extraction.registers.lines import Damage, Opened
from legation.extraction.registers.says import Called, add_satellite, add_texts, countries_of
from legation.extraction.registers.scanned import Scan
from legation.extraction.registers.tables import table
from legation.extraction.registers.things import REFERRED, SATELLITES, Thing, entities, statements
from legation.vocabulary.states import Gazetteer

Near = Callable[[str], bool]
"""Whether a name may be of somebody who is looked for."""
Again: TypeAlias = Callable[..., Iterable[Thing | Damage]]
"""Gives the things of a file once more, of some schemata where asked; what is damaged is known by then."""


def scan(opened: Opened, sha256: str, form: Form, near: Near, gazetteer: Gazetteer) -> Scan:
    """Read a register.

    Args:
        opened: opens the file.
        sha256: its digest.
        form: how it is written.
        near: whether a name may be of somebody who is looked for.
        gazetteer: names of states.
    """
    made = Scan(form=form)
    if form.kind == "table":
        table(opened, sha256, made, near, gazetteer)
        return made
    again: Again = partial(entities, opened, sha256)
    people: Iterable[Thing] = _people(again(), made)
    if form.kind == "statements":
        kept = [*_undamaged(statements(opened, sha256, form, near, made.is_person), made)]
        people, again = kept, partial(_of, kept)
    by_key: dict[str, Found] = {}
    for thing in people:
        found = _person(thing, near) if thing.schema.casefold() in PERSONS else None
        if found is not None and not found.is_relative:
            by_key.setdefault(found.key, found)
    if by_key:
        _add_satellites(again, by_key)
    made.found = sorted(by_key.values(), key=lambda one: (one.line, one.key))
    return made


def _people(things: Iterable[Thing | Damage], made: Scan) -> Iterator[Thing]:
    """Persons of a file of entities, each counted."""
    for thing in _undamaged(things, made):
        if made.is_person(thing.schema, thing.seen):
            yield thing


def _undamaged(things: Iterable[Thing | Damage], made: Scan) -> Iterator[Thing]:
    """The things, while what is damaged is noted."""
    for thing in things:
        if isinstance(thing, Damage):
            made.add_damage(thing)
        else:
            yield thing


def _of(kept: Sequence[Thing], only: Collection[str] | None = None) -> Iterator[Thing]:
    """Things that were kept, of some schemata where asked."""
    return (thing for thing in kept if only is None or thing.schema in only)


def names_of(thing: Thing) -> list[str]:
    """The whole names of a thing; of a person of whom only the parts are given, these together."""
    names = [name for name in thing.texts(*NAMES) if is_a_name(name)]
    if names:
        return names
    parts = {prop: first(thing.texts(prop)) or "" for prop in ("firstName", "secondName", "lastName")}
    whole = whole_name(parts)
    return [whole] if whole else []


def _person(thing: Thing, near: Near) -> Found | None:
    """The entry of a person who may be looked for, with what the thing itself says."""
    names = names_of(thing)
    if not any(map(near, names)):
        return None
    shown = thing.place(names[0])
    if shown is None:
        return None
    found = Found(key=thing.id, line=thing.line, passage=shown, names=dict.fromkeys(names))
    found.born = first(thing.texts("birthDate"))
    found.countries = dict.fromkeys(countries_of(thing.texts("nationality", "citizenship", "country")))
    found.datasets = dict.fromkeys(thing.datasets)
    add_texts(found, thing)
    for name, values in thing.properties.items():
        for value in values:
            if isinstance(value, dict):
                _add_nested(found, thing, name, value)
    return found


def _add_nested(found: Found, thing: Thing, name: str, value: dict[str, object]) -> None:
    """What an entity inside of a person's says of the person."""
    schema, properties = value.get("schema"), value.get("properties")
    if schema not in SATELLITES or not isinstance(properties, dict):
        return
    inner = Thing(
        id=str(value.get("id") or name),
        schema=str(schema),
        line=thing.line,
        properties={key: each if isinstance(each, list) else [each] for key, each in properties.items()},
        places=thing.places,
        whole=thing.whole,
    )
    add_satellite(found, inner, {})


def _add_satellites(again: Again, by_key: dict[str, Found]) -> None:
    """What other entities of the file say of those who were found."""
    wanted: list[tuple[Found, Thing]] = []
    referred: dict[str, Called] = {}
    for thing in again(only={*SATELLITES}):
        if isinstance(thing, Thing) and thing.schema in SATELLITES:
            owners = [by_key[to] for to in thing.texts(SATELLITES[thing.schema]) if to in by_key]
            wanted += [(owner, thing) for owner in owners]
            for to in thing.texts(REFERRED.get(thing.schema, "")):
                referred[to] = ("", None)
    if referred:
        for thing in again():
            if isinstance(thing, Thing) and thing.id in referred:
                name = first(thing.texts("name", "alias")) or ""
                referred[thing.id] = (name, thing.place(name))
    for owner, thing in wanted:
        add_satellite(owner, thing, referred)
