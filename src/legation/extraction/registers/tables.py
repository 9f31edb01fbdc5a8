"""Who stands in a table of people, and what do its columns say of them?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from legation.extraction.registers.found import PERSONS, Found, Said, day_of, first, is_a_name, whole_name
from legation.extraction.registers.lines import Damage, NeverClosed, Opened, Row, rows, unquoted_rows
from legation.extraction.registers.scanned import Scan
from legation.model.documents import Passage
from legation.vocabulary.registers import fields
from legation.vocabulary.states import Gazetteer

_SEVERAL = re.compile(r"\s*[;|\n]\s*")
_PARTS = ("firstName", "secondName", "lastName")
_LONGEST = 600


def table(opened: Opened, sha256: str, made: Scan, near: Callable[[str], bool], gazetteer: Gazetteer) -> None:
    """Read a table of people into what is made of a register."""
    try:
        _read(rows(opened, sha256, made.form), made, near, gazetteer)
    except NeverClosed:
        made.records = made.persons = made.damaged = 0
        made.damages, made.found = [], []
        _read(unquoted_rows(opened, sha256, made.form), made, near, gazetteer)


def _read(records: Iterator[Row | Damage], made: Scan, near: Callable[[str], bool], gazetteer: Gazetteer) -> None:
    by_key: dict[str, Found] = {}
    width = 0
    for row in records:
        if isinstance(row, Damage):
            made.add_damage(row)
        elif row.number == made.form.header:
            width = len(row.cells)
        elif row.number > made.form.header and any(row.cells):
            made.records += 1
            if len(row.cells) > width:
                made.add_damage(Damage(line=row.line, says=f"it has {len(row.cells)} cells, the header {width}"))
                continue
            cells = _cells(row, made.form.columns)
            if (cells.get("schema") or ("person",))[0].casefold() not in PERSONS:
                continue
            made.persons += 1
            made.saw(day_of(first(cells.get("lastSeen", ()))))
            _take(row, cells, made, by_key, near, gazetteer)
    made.found = [found for found in by_key.values() if not found.is_relative]


def _cells(row: Row, columns: Mapping[int, str]) -> dict[str, tuple[str, ...]]:
    """By field what stands in the columns that are it."""
    found: dict[str, tuple[str, ...]] = {}
    for place, name in columns.items():
        if place < len(row.cells) and row.cells[place]:
            found[name] = (*found.get(name, ()), row.cells[place])
    return found


def _take(
    row: Row,
    cells: Mapping[str, tuple[str, ...]],
    made: Scan,
    by_key: dict[str, Found],
    near: Callable[[str], bool],
    gazetteer: Gazetteer,
) -> None:
    """Take what a row says of somebody who may be looked for; rows of one key are one entry."""
    names = [*_names(cells)]
    if not names:
        made.add_damage(Damage(line=row.line, says="no name stands in it"))
        return
    key = first(cells.get("key", ())) or f"line {row.line}"
    found = by_key.get(key)
    if found is None:
        if not any(map(near, names)):
            return
        passage = _place_of_name(row, made.form.columns)
        if passage is None:
            return
        found = by_key.setdefault(key, Found(key=key, line=row.line, passage=passage))
    found.names |= dict.fromkeys(names)
    found.born = found.born or first(map(day_of, cells.get("birthDate", ())))
    for text in (*cells.get("nationality", ()), *cells.get("country", ())):
        for one in _SEVERAL.split(text):
            code = one.upper() if re.fullmatch(r"[a-z]{2}", one) else gazetteer.find(one)
            if code:
                found.countries[code] = None
    found.datasets |= dict.fromkeys(one for text in cells.get("dataset", ()) for one in _SEVERAL.split(text))
    found.topics |= dict.fromkeys(one for text in cells.get("topics", ()) for one in _SEVERAL.split(text))
    listed = first(map(day_of, cells.get("listingDate", ()))) or first(map(day_of, cells.get("firstSeen", ())))
    found.listed = found.listed or listed
    found.said.extend(_said(row, made.form.columns))


def _names(cells: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    parts = {one: first(cells.get(one, ())) or "" for one in _PARTS}
    whole = whole_name(parts)
    if whole:
        yield whole
    for name in ("name", "alias"):
        for text in cells.get(name, ()):
            yield from (one for one in _SEVERAL.split(text) if is_a_name(one))


def _place_of_name(row: Row, columns: Mapping[int, str]) -> Passage | None:
    order = ("name", "lastName", "firstName", "alias")
    places = sorted((order.index(name), place) for place, name in columns.items() if name in order)
    return next((passage for _, place in places if (passage := row.place(place)) is not None), None)


def _said(row: Row, columns: Mapping[int, str]) -> Iterator[Said]:
    """The claims of a row, each with its cell."""
    for place, name in columns.items():
        passage = row.place(place)
        if fields()[name] is None or name == "listingDate" or passage is None:
            continue
        values = _SEVERAL.split(row.cells[place]) if name == "topics" else (row.cells[place],)
        for value in values:
            yield Said(field=name, value=value[:_LONGEST], passage=passage)
