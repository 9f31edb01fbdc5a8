"""How do derived values become rows?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeAlias, TypeVar

from sqlalchemy import Table

from legation.errors import CaseDamagedError
from legation.model.case import Derived
from legation.model.disputes import Contradiction
from legation.model.findings import Ceiling, Change, Happening, MissionSummary, Remaining, Tally
from legation.model.postings import Posting
from legation.model.tenures import Succession, Tenure
from legation.store import schema
from legation.store.codec import packed
from legation.store.columns import days, key_of
from legation.store.search import tokens_of

V = TypeVar("V")
Rows: TypeAlias = list[dict[str, Any]]


def derived_rows(derived: Derived, names: Mapping[str, Iterable[str]]) -> tuple[tuple[Table, Rows], ...]:
    """All rows of the derived tables, parents first.

    Args:
        derived: the values; person ids of postings, changes and members are among its persons.
        names: every name of each person, by person id, for the search.

    Raises:
        CaseDamagedError: two different values have one id, or a value speaks of a person who isn't there.
    """
    number = {person.id: place for place, person in enumerate(_distinct(derived.persons, _id), start=1)}

    def person(id_: str) -> int:
        if id_ not in number:
            raise CaseDamagedError(
                f"derived values speak of {id_}, who is not among the persons: build again", item=id_
            )
        return number[id_]

    return (
        (
            schema.person,
            [
                {"id": number[one.id], "key": key_of(one.id), "body": packed(one)}
                for one in _distinct(derived.persons, _id)
            ],
        ),
        (
            schema.member,
            [{"listing": key_of(listing), "person": person(id_)} for listing, id_ in sorted(derived.members.items())],
        ),
        (schema.token, _tokens(names, number)),
        (schema.posting, [_posting(one, person(one.person.id)) for one in _distinct(derived.postings, _id)]),
        (schema.change, [_change(one, person(one.person.id)) for one in _distinct(derived.changes, _id)]),
        (schema.happening, [_happening(one) for one in _distinct(derived.happenings, _id)]),
        (schema.tally, [_tally(one) for one in _distinct(derived.tallies, _id)]),
        (schema.sum_, [_plain(one) for one in _distinct(derived.sums, _id)]),
        (schema.ceiling, [_at_mission(one) for one in _distinct(derived.ceilings, _id)]),
        (schema.remaining, [_remaining(one) for one in derived.remaining]),
        (
            schema.mission,
            [{"mission": one.mission, "body": packed(one)} for one in _distinct(derived.missions, _mission)],
        ),
        (schema.tenure, [_at_mission(one) for one in _distinct(derived.tenures, _id)]),
        (schema.succession, [_at_mission(one) for one in _distinct(derived.successions, _id)]),
        (schema.link, [_plain(one) for one in _distinct(derived.links, _id)]),
        (schema.mention, [_plain(one) for one in _distinct(derived.mentions, _id)]),
        (schema.naming, [_plain(one) for one in _distinct(derived.namings, _id)]),
        (schema.resurfacing, [_plain(one) for one in _distinct(derived.resurfacings, _id)]),
        (schema.contradiction, [_at_mission(one) for one in _distinct(derived.contradictions, _id)]),
        (schema.corroboration, [_plain(one) for one in _distinct(derived.corroborations, _id)]),
    )


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


def _id(value: _WithId) -> str:
    return value.id


def _mission(value: MissionSummary) -> str:
    return value.mission


def _distinct(values: Iterable[V], key: Callable[[V], str]) -> list[V]:
    seen: dict[str, V] = {}
    for value in values:
        if seen.setdefault(key(value), value) != value:
            raise CaseDamagedError(
                f"two different derived values have the id {key(value)}: report this", item=key(value)
            )
    return list(seen.values())


def _tokens(names: Mapping[str, Iterable[str]], number: Mapping[str, int]) -> Rows:
    pairs = {(token, number[person]) for person, texts in names.items() for text in texts for token in tokens_of(text)}
    return [{"token": token, "person": person} for token, person in sorted(pairs)]


def _posting(value: Posting, person: int) -> dict[str, Any]:
    return {
        "key": key_of(value.id),
        "person": person,
        "mission": value.mission,
        **days("listed_from", value.listed_from),
        **days("listed_to", value.listed_to),
        **days("start", value.start),
        **days("end", value.end),
        "body": packed(value),
    }


def _change(value: Change, person: int) -> dict[str, Any]:
    return {
        "key": key_of(value.id),
        "person": person,
        "mission": value.mission,
        "change": value.change,
        **days("window", value.window),
        "body": packed(value),
    }


def _happening(value: Happening) -> dict[str, Any]:
    return {
        "key": key_of(value.id),
        "type": value.type,
        "mission": value.mission,
        **days("date", value.date),
        "body": packed(value),
    }


def _tally(value: Tally) -> dict[str, Any]:
    return {
        "key": key_of(value.id),
        "event": key_of(value.event),
        "mission": value.mission,
        "body": packed(value),
    }


def _plain(value: _WithId) -> dict[str, Any]:
    return {"key": key_of(value.id), "body": packed(value)}


def _at_mission(value: Tenure | Succession | Contradiction | Ceiling) -> dict[str, Any]:
    return {"key": key_of(value.id), "mission": value.mission, "body": packed(value)}


def _remaining(value: Remaining) -> dict[str, Any]:
    return {"event": key_of(value.event), "body": packed(value)}
