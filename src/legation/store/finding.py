"""What is meant by an id, or by the beginning of one?

An id is a word and 32 hexadecimal digits, `listing-3f…`; eight digits of them are enough where no other value of the
case starts with the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from legation.errors import KeyFormError, UnknownIdError
from legation.model.claims import Claim, Event, Print, Report
from legation.model.disputes import Contradiction, Corroboration
from legation.model.findings import Ceiling, Change, Happening, Sum, Tally
from legation.model.judgements import Judgement
from legation.model.keys import KEY_BYTES
from legation.model.links import Mention, Naming, PersonLink, Resurfacing
from legation.model.listings import Edition, Listing
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.model.sources import Capture
from legation.model.tenures import Succession, Tenure
from legation.store import schema
from legation.store.case import Case
from legation.store.codec import unnamed, unpacked

Kind: TypeAlias = Literal[
    "listing",
    "edition",
    "event",
    "claim",
    "print",
    "posting",
    "change",
    "happening",
    "tally",
    "sum",
    "ceiling",
    "tenure",
    "succession",
    "link",
    "mention",
    "naming",
    "resurfacing",
    "contradiction",
    "corroboration",
    "judgement",
    "capture",
    "person",
]
Value: TypeAlias = (
    Listing
    | Edition
    | Event
    | Claim
    | Print
    | Posting
    | Change
    | Happening
    | Tally
    | Sum
    | Ceiling
    | Tenure
    | Succession
    | PersonLink
    | Mention
    | Naming
    | Resurfacing
    | Contradiction
    | Corroboration
    | Judgement
    | Capture
    | Person
)

KINDS: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind != "person")
"""Every kind but persons: a person's id is that of a listing, and means the listing unless a person is asked for."""
FEWEST_DIGITS = 8

_ID = re.compile(rf"(?:([a-z]+)-)?([0-9a-f]{{{FEWEST_DIGITS},{2 * KEY_BYTES}}})")

_DERIVED: dict[Kind, tuple[Table, type[Any]]] = {
    "posting": (schema.posting, Posting),
    "change": (schema.change, Change),
    "happening": (schema.happening, Happening),
    "tally": (schema.tally, Tally),
    "sum": (schema.sum_, Sum),
    "ceiling": (schema.ceiling, Ceiling),
    "tenure": (schema.tenure, Tenure),
    "succession": (schema.succession, Succession),
    "link": (schema.link, PersonLink),
    "mention": (schema.mention, Mention),
    "naming": (schema.naming, Naming),
    "resurfacing": (schema.resurfacing, Resurfacing),
    "contradiction": (schema.contradiction, Contradiction),
    "corroboration": (schema.corroboration, Corroboration),
    "person": (schema.person, Person),
}
_KEPT: dict[Kind, tuple[Table, type[Any]]] = {
    "judgement": (schema.judgement, Judgement),
    "capture": (schema.capture, Capture),
}
_IN_REPORTS: dict[Kind, tuple[Table, type[Any]]] = {"event": (schema.event, Event), "claim": (schema.claim, Claim)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value by its id, and what kind of value it is."""

    kind: Kind
    id: str
    value: Value


def find(case: Case, text: str, kinds: Sequence[Kind] = KINDS) -> Found:
    """The value that an id means.

    Args:
        case: where to look.
        text: an id, or its beginning: the word may be left out, and digits from the ninth on.
        kinds: what it may be. With `person`, the id of any listing of a person is theirs as well.

    Raises:
        KeyFormError: the text is no id.
        UnknownIdError: nothing in the case has it, or several values start with it.
    """
    match = _ID.fullmatch(text.strip().lower())
    if match is None:
        raise KeyFormError(f"{text!r} is no id: give {FEWEST_DIGITS} to {2 * KEY_BYTES} digits of one", item=text)
    word, digits = match.groups()
    found: dict[tuple[Kind, str], Found] = {}
    with case.database.reading() as connection:
        for kind in kinds:
            for value in _values(connection, kind, digits):
                if word is None or value.id.startswith(f"{word}-"):
                    found.setdefault((kind, value.id), Found(kind=kind, id=value.id, value=value))
    for one in _in_notes(case, digits, word):
        if one.kind in kinds:
            found.setdefault((one.kind, one.id), one)
    if not found:
        raise UnknownIdError(
            f"nothing in the case has the id {text}: it may be of another case, or gone since", item=text
        )
    if len(found) > 1:
        ids = ", ".join(sorted(id_ for _, id_ in found)[:5])
        raise UnknownIdError(f"{text} is the beginning of several ids: {ids}; give more digits", item=text)
    return next(iter(found.values()))


def _values(connection: Connection, kind: Kind, digits: str) -> Iterator[Any]:
    if kind in _DERIVED:
        table, type_ = _DERIVED[kind]
        for body in connection.execute(_starting(table, digits, table.c.body)).scalars():
            yield unpacked(type_, body)
        if kind == "person":
            listed = _starting(schema.member, digits, schema.member.c.person, key="listing")
            for body in connection.execute(select(table.c.body).where(table.c.id.in_(listed))).scalars():
                yield unpacked(type_, body)
    elif kind in _KEPT:
        table, type_ = _KEPT[kind]
        for body in connection.execute(_starting(table, digits, table.c.body)).scalars():
            yield unnamed(type_, body)
    else:
        yield from _read(connection, kind, digits)


def _read(connection: Connection, kind: Kind, digits: str) -> Iterator[Any]:
    """Values of the memo, the last reading first: older rules may have read the same place otherwise."""
    if kind == "print":
        yield from _prints(connection, digits)
        return
    if kind == "edition":
        query = _starting(schema.edition, digits, schema.edition.c.body)
        for body in connection.execute(query.order_by(schema.edition.c.id.desc())).scalars():
            yield unpacked(Edition, body)
        return
    if kind == "listing":
        table, type_, head = schema.listing, Listing, schema.edition
    else:
        table, type_ = _IN_REPORTS[kind]
        head = schema.report
    query = _starting(table, digits, table.c.body, head.c.body.label("head")).join(
        head, table.c[head.name] == head.c.id
    )
    for body, of in connection.execute(query.order_by(table.c.id.desc())):
        home = unpacked(Edition, of).sha256 if head is schema.edition else unpacked(Report, of).sha256
        yield unpacked(type_, body, home)


def _prints(connection: Connection, digits: str) -> Iterator[Print]:
    """What reports print so that it can be taken in two ways; it has no rows of its own."""
    table = schema.report
    for body in connection.execute(select(table.c.body).order_by(table.c.id.desc())).scalars():
        for found in unpacked(Report, body).prints:
            if found.id.partition("-")[2].startswith(digits):
                yield found


def _starting(table: Table, digits: str, *columns: ColumnElement[Any], key: str = "key") -> Select[Any]:
    low, high = (bytes.fromhex(digits.ljust(2 * KEY_BYTES, filler)) for filler in "0f")
    return select(*columns).select_from(table).where(table.c[key] >= low, table.c[key] <= high)


def _in_notes(case: Case, digits: str, word: str | None) -> Iterator[Found]:
    start = f"{word}-{digits}" if word else None
    for note in case.kept.notes():
        kinds: tuple[tuple[Kind, tuple[Event, ...] | tuple[Claim, ...]], ...] = (
            ("event", note.report.events),
            ("claim", note.report.claims),
        )
        for kind, values in kinds:
            for value in values:
                if value.id.startswith(start) if start else value.id.partition("-")[2].startswith(digits):
                    yield Found(kind=kind, id=value.id, value=value)
