"""Do numbers agree that one report prints of one mission: listed, told to leave, remaining?

Compares what stands close together in one text and keeps the difference as a finding. It repairs nothing and takes no
number from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from legation.analysis.notes import sum_notes
from legation.errors import KeyFormError
from legation.model.claims import Claim, Event, Report
from legation.model.documents import Passage
from legation.model.findings import Sum, Term
from legation.model.keys import made_id
from legation.model.parties import Mission
from legation.reconstruction.departures import NOT_HAPPENED

Role = Literal["listed", "expelled", "departed", "remained"]

NEAR = 1200
"""Characters of a text within which numbers are read together: a paragraph or two."""

_ROLES: dict[str, Role] = {"listed": "listed", "total": "listed", "departed": "departed", "remaining": "remained"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    """A number that a report prints, what the counted people do, and of whom it speaks as far as it says."""

    value: int
    role: Role
    passage: Passage
    about: frozenset[str]
    mission: str | None = None


def sums(reports: Iterable[Report]) -> tuple[Sum, ...]:
    """The sums of every report: listed less told to leave should be those who remained."""
    found = {each.id: each for report in reports for each in _sums_of(report)}
    return tuple(found[each] for each in sorted(found))


def _sums_of(report: Report) -> Iterable[Sum]:
    """One sum for each set of numbers; where the report repeats them, from the place where they stand closest."""
    closest: dict[tuple[tuple[str, int], ...], tuple[int, int, Sum]] = {}
    for found in _candidates(report):
        key = tuple((term.role, term.value) for term in found.terms)
        starts = [term.passage.start for term in found.terms]
        candidate = (max(starts) - min(starts), min(starts), found)
        if key not in closest or candidate[:2] < closest[key][:2]:
            closest[key] = candidate
    return [found for _, _, found in closest.values()]


def _candidates(report: Report) -> Iterator[Sum]:
    numbers = sorted(
        {*_from_events(report.events), *_from_claims(report.claims)},
        key=lambda number: (number.passage.start, number.passage.end, number.role, number.value),
    )
    for remained in (number for number in numbers if number.role == "remained"):
        gone = _nearest(remained, numbers, ("expelled", "departed"))
        listed = _nearest(remained, numbers, ("listed",))
        if gone is not None and listed is not None and gone.value <= listed.value:
            yield _sum(listed, _as_told(gone, numbers), remained)


def _as_told(gone: _Number, numbers: Sequence[_Number]) -> _Number:
    """Those who are gone, as told to leave where the report tells so of as many."""
    told = any(
        number.role == "expelled" and number.value == gone.value and _may_agree(gone, number) for number in numbers
    )
    return replace(gone, role="expelled") if told else gone


def _sum(listed: _Number, gone: _Number, remained: _Number) -> Sum:
    terms = (listed, gone, remained)
    expected = listed.value - gone.value
    difference = expected - remained.value
    return Sum(
        id=made_id(
            "sum",
            remained.passage.sha256,
            *(part for term in terms for part in (term.role, term.value, term.passage.start)),
        ),
        terms=tuple(Term(value=term.value, role=term.role, passage=term.passage) for term in terms),
        expected=expected,
        printed=remained.value,
        difference=difference,
        notes=sum_notes(difference),
    )


def _from_events(events: Iterable[Event]) -> Iterator[_Number]:
    for event in events:
        told = event.status not in NOT_HAPPENED and event.layer != "related"
        if event.type == "expulsion" and event.count is not None and event.count_unit != "posts" and told:
            yield _Number(
                value=event.count,
                role="expelled",
                passage=event.passage,
                about=frozenset(),
                mission=event.mission,
            )


def _from_claims(claims: Iterable[Claim]) -> Iterator[_Number]:
    for claim in claims:
        role = "listed" if claim.type == "capture" else _ROLES.get(claim.role or "")
        if claim.type not in ("capture", "headcount") or not isinstance(claim.value, int) or role is None:
            continue
        if claim.status not in NOT_HAPPENED and claim.layer != "related":
            mission, about = _about(claim.subject)
            yield _Number(value=claim.value, role=role, passage=claim.passage, about=about, mission=mission)


def _nearest(anchor: _Number, numbers: Sequence[_Number], roles: Sequence[Role]) -> _Number | None:
    """The number of one of these roles next to the anchor; what stands before it comes first at one distance."""
    near = [
        (distance, number.passage.start > anchor.passage.start, place)
        for place, number in enumerate(numbers)
        if number.role in roles
        and (distance := _distance(anchor.passage, number.passage)) <= NEAR
        and _may_agree(anchor, number)
    ]
    return numbers[min(near)[2]] if near else None


def _distance(one: Passage, other: Passage) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _may_agree(one: _Number, other: _Number) -> bool:
    if one.mission is not None and other.mission is not None:
        return one.mission == other.mission
    return not one.about or not other.about or bool(one.about & other.about)


def _about(subject: str | None) -> tuple[str | None, frozenset[str]]:
    """Of whom a claim speaks: a mission where it gives the key, else the longer words of its subject."""
    if subject is None:
        return None, frozenset()
    try:
        return Mission.parse(subject).key, frozenset()
    except KeyFormError:
        return None, frozenset(word for word in re.findall(r"\w+", subject.casefold()) if len(word) > 3)
