"""Registers of invented persons, written down in each form."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from legation.extraction.registers import Scan, form_of, scan
from legation.model.keys import sha256_hex
from legation.vocabulary.states import Gazetteer

ANNIKA: dict[str, Any] = {
    "id": "Q1",
    "schema": "Person",
    "properties": {
        "name": ["Veltran, Annika", "Анника Вельтран"],
        "birthDate": ["1971-03"],
        "nationality": ["no"],
        "topics": ["sanction", "role.spy"],
        "position": ["Second Secretary"],
        "address": ["1 Quay Street"],
        "passportNumber": ["N1234567"],
    },
    "datasets": ["nordic_list"],
    "last_seen": "2024-05-06T07:08:09",
}
LISTED: dict[str, Any] = {
    "id": "S1",
    "schema": "Sanction",
    "properties": {
        "entity": ["Q1"],
        "authority": ["Council of the Fjords"],
        "program": ["FJ-22"],
        "reason": ["took \u201cthe cod\u201d"],
        "listingDate": ["2022-03-01"],
    },
}
POST: dict[str, Any] = {"id": "P1", "schema": "Position", "properties": {"name": ["Counsellor of the embassy"]}}
HELD: dict[str, Any] = {
    "id": "O1",
    "schema": "Occupancy",
    "properties": {"holder": ["Q1"], "post": ["P1"], "startDate": ["2018"], "endDate": ["2020-01"]},
}
MARRIED: dict[str, Any] = {
    "id": "F1",
    "schema": "Family",
    "properties": {"person": ["Q1"], "relative": ["Q7"], "relationship": ["husband"]},
}
HUSBAND: dict[str, Any] = {
    "id": "Q7",
    "schema": "Person",
    "properties": {"name": ["Odd Veltran"], "topics": ["role.rca"]},
}
COMPANY: dict[str, Any] = {"id": "Q9", "schema": "Company", "properties": {"name": ["Annika Veltran Shipping"]}}
EVERYTHING = (LISTED, ANNIKA, HELD, POST, MARRIED, HUSBAND, COMPANY)


def lines(*entities: Any, ascii_: bool = False) -> bytes:  # noqa: ANN401 - whatever JSON takes
    """One entity a line; a text stands as it is."""
    made = (one if isinstance(one, str) else json.dumps(one, ensure_ascii=ascii_) for one in entities)
    return "".join(f"{line}\n" for line in made).encode()


def statements(entities: Iterable[dict[str, Any]]) -> bytes:
    """The statements of entities, as followthemoney writes them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, dialect=csv.unix_dialect)
    writer.writerow(("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "last_seen"))
    for one in entities:
        for prop, values in one["properties"].items():
            for value in values:
                writer.writerow((one["id"], one["id"], prop, "", one["schema"], value, "nordic_list", "2024-05-06"))
    return out.getvalue().encode()


def scanned(data: bytes, *names: str, columns: str | None = None, near: Callable[[str], bool] | None = None) -> Scan:
    """What comes of a register when somebody of these names is looked for; everybody, where none is given."""

    def opened() -> BinaryIO:
        return io.BytesIO(data)

    wanted = near or (lambda name: not names or name in names)
    return scan(opened, sha256_hex(data), form_of(data, columns), wanted, Gazetteer.default())
