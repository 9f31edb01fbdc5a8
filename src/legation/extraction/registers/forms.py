"""How is a register written down? One entity a line, one statement a row, or a table of people, by its beginning."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from legation.errors import UnsupportedInputError, UsageError
from legation.reading.encoding import decode
from legation.reading.sheets import records, shape_of
from legation.vocabulary.registers import field_of_header, fields

Kind = Literal["entities", "statements", "table"]
HEAD = 1 << 17
"""Bytes at the beginning of a file by which its form is told."""
_FIRST_RECORDS = 20
"""Records among which the header of a table is looked for: some lists begin with a title or a date."""
_STATEMENT = frozenset({"canonical_id", "entity_id", "prop", "value", "schema"})
_AS_TO_READ = (
    "write it as one FollowTheMoney entity a line (entities.ftm.json, targets.nested.json), as statements.csv, or as a "
    "table with a header, and say which column is which with --columns name=HEADER"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a file is to be read."""

    kind: Kind
    encoding: str = "utf-8"
    separator: str = ","
    header: int = 0
    """The record of the header, from 0."""
    columns: Mapping[int, str] = field(default_factory=dict)
    """Which column of a table is which field."""


def form_of(head: bytes, columns: str | None = None) -> Form:
    """The form of a register by its first bytes.

    Args:
        head: the first `HEAD` bytes.
        columns: which headers are which fields, as the reporter says: `name=Full Name,birthDate=Born`.

    Raises:
        UnsupportedInputError: it is no register that can be read.
        UsageError: the columns name a field or a header that there isn't.
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in (b"{", b"["):
        if _is_entity(start):
            return Form(kind="entities")
        raise UnsupportedInputError(f"it is JSON, but its first line is no entity with a schema: {_AS_TO_READ}")
    return _separated(head, columns)


def names_itself(head: bytes) -> bool:
    """Whether a file is a register by its first line, whatever it is called: an entity, or the header of statements."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] == b"{":
        return _is_entity(start)
    header = start.partition(b"\n")[0].decode("utf-8", "replace").replace('"', " ").replace(",", " ")
    return set(header.split()) >= _STATEMENT


def _is_entity(start: bytes) -> bool:
    line, end, _ = start.partition(b"\n")
    try:
        data = json.loads(line)
    except ValueError:
        # longer than the beginning that was read: it is what its first words say
        return not end and b'"schema"' in line and b'"properties"' in line
    return isinstance(data, dict) and "schema" in data and isinstance(data.get("properties"), dict)


def _separated(head: bytes, columns: str | None) -> Form:
    # what was cut in the middle of a sign must not make the whole of another encoding
    decoded = decode(head[: head.rfind(b"\n") + 1] if len(head) >= HEAD and b"\n" in head else head)
    shape = shape_of(decoded.text)
    if shape is None:
        raise UnsupportedInputError(f"no separator cuts its lines into columns: {_AS_TO_READ}")
    first = records(decoded.text, shape.separator)[:_FIRST_RECORDS]
    for number, record in enumerate(first):
        if {cell.strip() for cell in record} >= _STATEMENT:
            found = {place: cell.strip() for place, cell in enumerate(record)}
            return Form(
                kind="statements",
                encoding=decoded.encoding,
                separator=shape.separator,
                header=number,
                columns=found,
            )
    said = _said(columns)
    number, found = max(
        ((number, _columns(record, said)) for number, record in enumerate(first)),
        key=lambda one: (_names_people(one[1]), len(one[1]), -one[0]),
    )
    if missing := set(said.values()) - set(found.values()):
        raise UsageError(f"--columns: no header of the table is called as said for {', '.join(sorted(missing))}")
    if not _names_people(found):
        heads = ", ".join(cell.strip() for cell in first[0] if cell.strip())[:300]
        raise UnsupportedInputError(f"none of its columns is known to hold names ({heads}): {_AS_TO_READ}")
    return Form(kind="table", encoding=decoded.encoding, separator=shape.separator, header=number, columns=found)


def _said(columns: str | None) -> dict[str, str]:
    """Headers, folded, with the fields that the reporter says they are."""
    found: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in (columns or "").split(","))):
        name, equals, header = pair.partition("=")
        if not equals or name.strip() not in fields():
            raise UsageError(f"--columns {pair!r}: write FIELD=HEADER, with a field of {', '.join(fields())}")
        found[header.strip().casefold()] = name.strip()
    return found


def _columns(record: Sequence[str], said: Mapping[str, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for place, cell in enumerate(record):
        known = said.get(cell.strip().casefold()) or (field_of_header(cell) if cell.strip() else None)
        if known is not None:
            found[place] = known
    # what the reporter says of a field counts alone
    told = set(said.values())
    return {
        place: name
        for place, name in found.items()
        if name not in told or said.get(record[place].strip().casefold()) == name
    }


def _names_people(columns: Mapping[int, str]) -> bool:
    found = set(columns.values())
    return "name" in found or {"firstName", "lastName"} <= found
