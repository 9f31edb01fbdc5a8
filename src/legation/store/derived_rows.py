"""How do derived values become rows, and the rows of several parts of a case those of the whole?

Rows are tuples, the column first that orders the rows of a table; a part numbers its own persons from one. What is
worked out in parts, or at once, gives the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Protocol, TypeAlias, TypeVar

from sqlalchemy import Table

from legation.analysis.order import (
    Place,
    first_days,
    place_of_change,
    place_of_contradiction,
    place_of_happening,
    place_of_posting,
    place_of_succession,
)
from legation.errors import CaseDamagedError
from legation.model.case import Derived
from legation.model.dates import Bounds, Edtf
from legation.model.disputes import Contradiction
from legation.model.findings import Change, Happening, MissionSummary
from legation.model.postings import Posting
from legation.store import schema
from legation.store.codec import packed
from legation.store.columns import days, key_of
from legation.store.search import folded_words, tokens_of

V = TypeVar("V")
Row: TypeAlias = tuple[Any, ...]
PERSON = "person"
"""The column with the number of a person."""
PLACE = "place"
"""The column with the place in the list of all: what orders them in the rows of a part, a number among all parts."""
POSTING = "posting"
"""The column with the place of a posting, which is numbered as that of the posting is."""

_LISTED = ("listed_from_lo", "listed_from_hi", "listed_to_lo", "listed_to_hi")
_SERVED = ("start_lo", "start_hi", "end_lo", "end_hi")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person": ("key", "id", "body"),
    "member": ("listing", PERSON),
    "token": ("token", PERSON),
    "posting": ("key", PERSON, "mission", PLACE, *_LISTED, *_SERVED, "body"),
    "titled": ("token", POSTING),
    "unnamed": (PERSON, "name"),
    "change": ("key", PERSON, "mission", PLACE, "change", "window_lo", "window_hi", "body"),
    "happening": ("key", "type", "mission", PLACE, "date_lo", "date_hi", "body"),
    "tally": ("key", "event", "mission", "body"),
    "sum": ("key", "body"),
    "ceiling": ("key", "mission", "body"),
    "remaining": ("event", "body"),
    "mission": ("mission", "body"),
    "tenure": ("key", "mission", "body"),
    "succession": ("key", "mission", PLACE, "body"),
    "link": ("key", "body"),
    "mention": ("key", "body"),
    "naming": ("key", "body"),
    "resurfacing": ("key", "body"),
    "contradiction": ("key", "mission", PLACE, "body"),
    "corroboration": ("key", "body"),
}
"""The tables, parents first, with the columns of their rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of one part of a case, by table; persons are numbered from one."""

    by_table: Mapping[str, Sequence[Row]]

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return len(self.by_table[table])


def derived_rows(
    derived: Derived, names: Mapping[str, Iterable[str]], unnamed: Mapping[str, Iterable[str]] = MappingProxyType({})
) -> Rows:
    """All rows of the derived tables.

    Args:
        derived: the values; person ids of postings, changes and members are among its persons.
        names: every name of each person, by person id, for the search.
        unnamed: every name of each person who isn't named by default, by person id.

    Raises:
        CaseDamagedError: two different values have one id, or a value speaks of a person who isn't there.
    """
    persons = _distinct(derived.persons, _id)
    number = {person.id: place for place, person in enumerate(persons, start=1)}

    def of(id_: str) -> int:
        if id_ not in number:
            raise CaseDamagedError(
                f"derived values speak of {id_}, who is not among the persons: build again", item=id_
            )
        return number[id_]

    return Rows(
        by_table={
            "person": [(key_of(one.id), number[one.id], packed(one)) for one in persons],
            "member": [(key_of(listing), of(id_)) for listing, id_ in derived.members.items()],
            "token": _tokens(names, number),
            "posting": [_posting(one, of(one.person.id)) for one in _distinct(derived.postings, _id)],
            "titled": _titled(derived.postings),
            "unnamed": sorted((of(id_), name) for id_, each in unnamed.items() for name in set(each)),
            "change": [_change(one, of(one.person.id)) for one in _distinct(derived.changes, _id)],
            "mission": [(one.mission, packed(one)) for one in _distinct(derived.missions, _mission)],
            "tenure": _at_mission(derived.tenures),
            "succession": _successions(derived),
            "link": _plain(derived.links),
            "naming": _plain(derived.namings),
            "resurfacing": _plain(derived.resurfacings),
            "contradiction": [_contradiction(one) for one in _distinct(derived.contradictions, _id)],
            **_told(derived),
        }
    )


def _told(derived: Derived) -> dict[str, list[Row]]:
    """The rows of what reports tell."""
    counted = _distinct(derived.tallies, _id)
    return {
        "happening": [_happening(one) for one in _distinct(derived.happenings, _id)],
        "tally": [(key_of(one.id), key_of(one.event), one.mission, packed(one)) for one in counted],
        "sum": _plain(derived.sums),
        "ceiling": _at_mission(derived.ceilings),
        "remaining": [(key_of(one.event), packed(one)) for one in derived.remaining],
        "mention": _plain(derived.mentions),
        "corroboration": _plain(derived.corroborations),
    }


def together(parts: Sequence[Rows]) -> Iterator[tuple[Table, tuple[str, ...], list[Row]]]:
    """The rows of all parts by table, parents first, each in the order of its first column.

    No two parts have a person in common; the rows of a part are let go as they are taken.
    """
    offsets = [0]
    for part in parts:
        offsets.append(offsets[-1] + part.count("person"))
    postings: dict[Place, int] = {}
    for name, columns in COLUMNS.items():
        place = columns.index("id" if name == "person" else PERSON) if {"id", PERSON} & set(columns) else None
        rows = list(
            chain.from_iterable(
                _renumbered(part.by_table[name], place, offset) for part, offset in zip(parts, offsets, strict=False)
            )
        )
        if PLACE in columns:
            numbers = _numbers(rows, columns.index(PLACE))
            rows = _numbered(rows, columns.index(PLACE), numbers)
            postings = numbers if name == POSTING else postings
        elif POSTING in columns:
            rows = _numbered(rows, columns.index(POSTING), postings)
        rows.sort(key=itemgetter(0))
        yield schema.derived.tables[name], columns, rows


def _renumbered(rows: Iterable[Row], place: int | None, offset: int) -> Iterable[Row]:
    if place is None or not offset:
        return rows
    return [(*row[:place], row[place] + offset, *row[place + 1 :]) for row in rows]


def _numbers(rows: Iterable[Row], at: int) -> dict[Place, int]:
    """The number of each place among those of all rows."""
    return {place: number for number, place in enumerate(sorted(row[at] for row in rows))}


def _numbered(rows: Iterable[Row], at: int, numbers: Mapping[Place, int]) -> list[Row]:
    """The rows with their places as numbers."""
    return [(*row[:at], numbers[row[at]], *row[at + 1 :]) for row in rows]


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


class _AtMission(_WithId, Protocol):
    @property
    def mission(self) -> str | None: ...


def _id(value: _WithId) -> str:
    return value.id


def _mission(value: MissionSummary) -> str:
    return value.mission


def _distinct(values: Iterable[V], key: Callable[[V], str]) -> list[V]:
    seen: dict[str, V] = {}
    for value in values:
        known = seen.setdefault(key(value), value)
        if known is not value and known != value:
            raise CaseDamagedError(
                f"two different derived values have the id {key(value)}: report this", item=key(value)
            )
    return list(seen.values())


def _tokens(names: Mapping[str, Iterable[str]], number: Mapping[str, int]) -> list[Row]:
    pairs = {(token, number[person]) for person, texts in names.items() for text in texts for token in tokens_of(text)}
    return sorted(pairs)


def _titled(postings: Iterable[Posting]) -> list[Row]:
    """The words of the titles of each posting, each once."""
    words = {
        (word, place_of_posting(one))
        for one in postings
        for span in one.titles
        for word in folded_words(span.title or "")
    }
    return sorted(words)


def _posting(value: Posting, person: int) -> Row:
    listed = *_days(value.listed_from), *_days(value.listed_to)
    served = *_days(value.start), *_days(value.end)
    return key_of(value.id), person, value.mission, place_of_posting(value), *listed, *served, packed(value)


def _change(value: Change, person: int) -> Row:
    place = place_of_change(value)
    return key_of(value.id), person, value.mission, place, value.change, *_days(value.window), packed(value)


def _happening(value: Happening) -> Row:
    place = place_of_happening(value)
    return key_of(value.id), value.type, value.mission, place, *_days(value.date), packed(value)


def _successions(derived: Derived) -> list[Row]:
    first = first_days(derived.tenures)
    found = _distinct(derived.successions, _id)
    return [(key_of(one.id), one.mission, place_of_succession(one, first), packed(one)) for one in found]


def _contradiction(value: Contradiction) -> Row:
    return key_of(value.id), value.mission, place_of_contradiction(value), packed(value)


def _days(when: Bounds | Edtf | None) -> tuple[int | None, ...]:
    return tuple(days("", when).values())


def _plain(values: Iterable[_WithId]) -> list[Row]:
    return [(key_of(one.id), packed(one)) for one in _distinct(values, _id)]


def _at_mission(values: Iterable[_AtMission]) -> list[Row]:
    return [(key_of(one.id), one.mission, packed(one)) for one in _distinct(values, _id)]
