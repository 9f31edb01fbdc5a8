"""Which things does a file of entities or of statements speak of? Each with its properties and their places."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from legation.extraction.registers.forms import Form
from legation.extraction.registers.found import NAMES
from legation.extraction.registers.lines import Damage, Line, Opened, Row, lines, rows
from legation.model.documents import Passage

SATELLITES: Mapping[str, str] = {
    "Sanction": "entity",
    "Risk": "entity",
    "Occupancy": "holder",
    "Employment": "employee",
    "Directorship": "director",
    "Membership": "member",
}
"""Things that say something of a person, with the property that refers to the person. Families aren't among them."""
REFERRED: Mapping[str, str] = {
    "Occupancy": "post",
    "Employment": "employer",
    "Directorship": "organization",
    "Membership": "organization",
}
"""The property by which they say where."""
_SCHEMA = re.compile(r'"schema"\s*:\s*"(\w+)"')


@dataclass(slots=True, kw_only=True)
class Thing:
    """An entity as a file gives it."""

    id: str
    schema: str
    line: int
    properties: dict[str, list[Any]] = field(default_factory=dict)
    """Texts, and entities that stand inside of it."""
    datasets: list[str] = field(default_factory=list)
    seen: str | None = None
    """When the register saw it last, or changed it last."""
    places: Callable[[str], Passage | None] = lambda _: None
    """Where a value stands."""
    whole: Passage | None = None

    def texts(self, *props: str) -> list[str]:
        """The texts of properties."""
        return [value for prop in props for value in self.properties.get(prop, ()) if isinstance(value, str)]

    def place(self, value: str) -> Passage | None:
        """Where a value stands, or else where the thing does."""
        return self.places(value) or self.whole


def entities(opened: Opened, sha256: str, only: Collection[str] | None = None) -> Iterator[Thing | Damage]:
    """The entities of a file with one on each line.

    Args:
        opened: opens the file.
        sha256: its digest.
        only: schemata that are wanted; all, where none are given. Entities inside of others aren't asked.
    """
    for line in lines(opened, sha256):
        if isinstance(line, Damage):
            yield line
            continue
        if only is not None and not any(found in only for found in _SCHEMA.findall(line.text)):
            continue
        made = _entity(line)
        if isinstance(made, Damage) or only is None or made.schema in only:
            yield made


def _entity(line: Line) -> Thing | Damage:
    try:
        data = json.loads(line.text)
    except (ValueError, RecursionError) as error:
        return Damage(line=line.number, says=f"it is no JSON ({error})")
    made = thing_of(data, line)
    return made or Damage(line=line.number, says="it is no entity: id, schema and properties are needed")


def thing_of(data: Any, line: Line) -> Thing | None:  # noqa: ANN401 - as JSON has it
    """The entity of an object of JSON; `None` for one that is none."""
    if not isinstance(data, dict) or not isinstance(data.get("schema"), str) or not data["schema"]:
        return None
    properties = data.get("properties")
    if not isinstance(properties, dict) or not isinstance(data.get("id"), str | int):
        return None
    datasets = data.get("datasets")
    return Thing(
        id=str(data["id"]),
        schema=data["schema"],
        line=line.number,
        properties={name: values if isinstance(values, list) else [values] for name, values in properties.items()},
        datasets=[one for one in datasets if isinstance(one, str)] if isinstance(datasets, list) else [],
        seen=next((data[key] for key in ("last_change", "last_seen") if isinstance(data.get(key), str)), None),
        places=line.place,
        whole=line.whole(),
    )


def statements(
    opened: Opened, sha256: str, form: Form, near: Callable[[str], bool], person: Callable[[str, str], bool]
) -> Iterator[Thing | Damage]:
    """The things of a file of statements that may be about somebody near, put together from all of its rows.

    Args:
        opened: opens the file.
        sha256: its digest.
        form: how it is written.
        near: whether a name may be of somebody.
        person: whether a schema is of a person; asked once for each entity, of which the rows stand together, and told
            when it was seen last.
    """
    at = {name: place for place, name in form.columns.items()}
    wanted: set[str] = set()
    last, is_person = "", False
    for row in _said(opened, sha256, form):
        if isinstance(row, Damage):
            yield row
            continue
        if (id_ := _id(row, at)) != last:
            last, is_person = id_, person(_cell(row, at, "schema"), _cell(row, at, "last_seen"))
        if is_person and _cell(row, at, "prop") in NAMES and near(_cell(row, at, "value")):
            wanted.add(id_)
    if not wanted:
        return
    about = set(SATELLITES.values())
    for props in (about, set(REFERRED.values())):  # first what is about them, then what that refers to
        found = set()
        for row in _said(opened, sha256, form):
            if isinstance(row, Row) and _cell(row, at, "prop") in props:
                of, to = _id(row, at), _cell(row, at, "value")
                found |= (
                    {of} if props is about and to in wanted else {to} if props is not about and of in wanted else set()
                )
        wanted |= found
    yield from _together(opened, sha256, form, wanted)


def _together(opened: Opened, sha256: str, form: Form, wanted: Collection[str]) -> Iterator[Thing]:
    at = {name: place for place, name in form.columns.items()}
    made: dict[str, Thing] = {}
    places: dict[str, dict[str, Passage]] = {}
    for row in _said(opened, sha256, form):
        if isinstance(row, Damage) or (id_ := _id(row, at)) not in wanted:
            continue
        prop, value = _cell(row, at, "prop"), _cell(row, at, "value")
        here = row.place(at["value"])
        one = made.get(id_)
        if one is None:
            places[id_] = {}
            one = made[id_] = Thing(
                id=id_, schema=_cell(row, at, "schema"), line=row.line, places=places[id_].get, whole=here
            )
        if prop != "id":
            one.properties.setdefault(prop, []).append(value)
            if here:
                places[id_].setdefault(value, here)
        dataset, seen = _cell(row, at, "dataset"), _cell(row, at, "last_seen")
        if dataset and dataset not in one.datasets:
            one.datasets.append(dataset)
        one.seen = max(filter(None, (one.seen, seen)), default=None)
    yield from made.values()


def _said(opened: Opened, sha256: str, form: Form) -> Iterator[Row | Damage]:
    """The rows below the header; those that aren't as long as it are damaged."""
    width = len(form.columns)
    for row in rows(opened, sha256, form):
        if isinstance(row, Damage):
            yield row
        elif row.number > form.header and any(row.cells):
            if len(row.cells) != width:
                yield Damage(line=row.line, says=f"it has {len(row.cells)} cells, the header {width}")
            else:
                yield row


def _cell(row: Row, at: Mapping[str, int], name: str) -> str:
    place = at.get(name)
    return row.cells[place] if place is not None else ""


def _id(row: Row, at: Mapping[str, int]) -> str:
    return _cell(row, at, "canonical_id") or _cell(row, at, "entity_id")
