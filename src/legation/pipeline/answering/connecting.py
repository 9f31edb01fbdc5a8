"""How do two of a case come together? Finds what the words mean, and asks for the chains between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from legation.analysis.paths import Found, paths
from legation.analysis.ties import Wanted, tied_by_claims
from legation.errors import KeyFormError, LegationError, UsageError
from legation.language.names import compare
from legation.model.findings import Happening
from legation.model.parties import Mission
from legation.pipeline.answering.asking import said
from legation.pipeline.answering.missions import gazetteer_of, mission_key
from legation.pipeline.answering.people import person_of
from legation.publishing.phrases import mission_phrase
from legation.publishing.rows import Row
from legation.publishing.rows.paths import path_row
from legation.store.case import Case
from legation.store.finding import find


def connections(
    case: Case, first: str, second: str, wanted: Wanted | None = None, *, with_claims: bool = False
) -> tuple[Iterator[Row], tuple[str, ...]]:
    """The shortest chains between two as rows, and the keys of the hubs that were left out.

    Args:
        case: built.
        first: a person, mission or happening, by id, name, key or words.
        second: the same.
        wanted: what may be on a chain.
        with_claims: whether claims that tie two persons of the lists may be on it as well.

    Raises:
        UsageError: the words mean none, or several.
        UnknownIdError: nothing has the id.
    """
    a, b = meant(case, first), meant(case, second)
    if a == b:
        raise UsageError("both are the same: give two persons, missions or happenings")
    reports = said(case)
    derived = case.derived.load()
    wanted = wanted or Wanted()
    if with_claims:
        made = (claim for report in reports for claim in report.claims)
        wanted = replace(wanted, claims=tuple(tied_by_claims(made, _persons_by_name(case))))
    tellings = {event.id: event.passage for report in reports for event in report.events}
    found: Found = paths(derived, a, b, wanted, tellings)
    label = gazetteer_of(case).label
    return (path_row(path, lambda key: mission_phrase(key, label)) for path in found.paths), found.hubs


def meant(case: Case, text: str) -> str:
    """The id of a person or happening, or the key of a mission, that the words mean.

    Raises:
        UsageError: they mean none, or several.
        UnknownIdError: nothing has the id.
    """
    try:
        return Mission.parse(text).key
    except KeyFormError:
        pass
    try:
        value = find(case, text, ("person", "happening")).value
    except KeyFormError:
        return _by_words(case, text)
    return str(value.id) if isinstance(value, Happening) else person_of(case, text).id


def _by_words(case: Case, text: str) -> str:
    try:
        return person_of(case, text).id
    except UsageError as error:
        try:
            return mission_key(case, text)
        except LegationError:
            raise error from None


def _persons_by_name(case: Case) -> Callable[[str], str | None]:
    """The person whom a name means: as judged, or the only one of the lists who has it."""
    judged = {one.mention.name: one.person.id for one in case.derived.namings() if one.judgement is not None}
    known = case.derived.persons()

    @cache
    def person(name: str) -> str | None:
        if name in judged:
            return judged[name]
        same: Sequence[str] = [each.id for each in known if compare(name, each.label).verdict == "same"]
        return same[0] if len(same) == 1 else None

    return person
