"""What is an entity here, and on which passage does each of its values rest? Every value fits its schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legation.model.documents import Passage
from legation.vocabulary.ftm import schemata


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value of an entity, and where it stands."""

    prop: str
    value: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something of a schema of the model."""

    id: str
    schema: str
    facts: tuple[Fact, ...]
    """By property and value, each once."""
    referents: tuple[str, ...] = ()
    """Ids by which it was, or may be, known as well: of a person those of all lines."""

    @property
    def properties(self) -> Mapping[str, list[str]]:
        """The values by property."""
        found: dict[str, list[str]] = {}
        for fact in self.facts:
            found.setdefault(fact.prop, []).append(fact.value)
        return found

    @property
    def caption(self) -> str:
        """What it is called."""
        values = self.properties
        named = values.get("name") or values.get("fileName") or values.get("role") or values.get("date")
        return named[0] if named else self.schema


def entity(
    id_: str, schema: str, facts: Iterable[tuple[str, str | None, tuple[Passage, ...]]], referents: Iterable[str] = ()
) -> Entity:
    """An entity of these values; a value that is `None` isn't known, one that is given twice has all its passages.

    Raises:
        ValueError: the schema has no such property, or asks for one that has no value.
    """
    known = schemata()[schema].properties
    found: dict[tuple[str, str], dict[Passage, None]] = {}
    for prop, value, passages in facts:
        if prop not in known:
            raise ValueError(f"{schema} has no property {prop} in every version of the model that is written")
        if value is not None:
            found.setdefault((prop, value), {}).update(dict.fromkeys(passages))
    given = {prop for prop, _ in found}
    for prop, one in known.items():
        if one.required and prop not in given:
            raise ValueError(f"{id_} ({schema}) has no {prop}, which the model asks for")
    order = {prop: place for place, prop in enumerate(known)}
    ordered = sorted(found.items(), key=lambda each: order[each[0][0]])  # the values in the order in which they came
    return Entity(
        id=id_,
        schema=schema,
        facts=tuple(Fact(prop=prop, value=value, passages=tuple(places)) for (prop, value), places in ordered),
        referents=tuple(sorted({one for one in referents if one != id_})),
    )
