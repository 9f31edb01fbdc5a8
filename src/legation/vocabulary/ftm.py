"""What of the FollowTheMoney model does an export write? Schemata, properties, their types and the countries it knows.

Only what several versions of the model have alike; nothing else may be written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from legation.vocabulary.tables import rows

_NONE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A property of a schema."""

    type: str
    range: str | None
    """For a reference the schema that it is to."""
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A kind of entity with the properties that are written."""

    name: str
    extends: tuple[str, ...]
    """Every schema above it."""
    properties: Mapping[str, Property]

    def is_a(self, other: str) -> bool:
        """Whether an entity of this schema may stand where one of the other is asked for."""
        return other == self.name or other in self.extends


@cache
def schemata() -> Mapping[str, Schema]:
    """The schemata by name."""
    properties: dict[str, dict[str, Property]] = {}
    for kind, *row in rows("ftm.tsv"):
        if kind == "property":
            schema, name, type_, range_, required = row
            properties.setdefault(schema, {})[name] = Property(
                type=type_, range=None if range_ == _NONE else range_, required=required != _NONE
            )
    return {
        row[1]: Schema(
            name=row[1],
            extends=() if row[2] == _NONE else tuple(row[2].split()),
            properties=properties[row[1]],
        )
        for row in rows("ftm.tsv")
        if row[0] == "schema"
    }


@cache
def country_codes() -> frozenset[str]:
    """Codes of states and organizations, in small letters, that the model's type of countries takes."""
    return frozenset(next(row[1] for row in rows("ftm.tsv") if row[0] == "countries").split())
