"""In which order are the answers of a case told? Each value has one place, the same on every screen and in all rows.

Places compare with places of their own kind alone, and no two values have the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from legation.model.dates import Bounds
from legation.model.disputes import Contradiction
from legation.model.findings import Change, Happening
from legation.model.postings import Posting
from legation.model.tenures import SEATS, Succession, Tenure

Place: TypeAlias = tuple[str | int | date, ...]


def place_of_posting(posting: Posting) -> Place:
    """Mission by mission, who is listed last at the end, each edition in its own order."""
    last = posting.passages[-1] if posting.passages else None
    page, start = (last.page or 0, last.start) if last else (0, 0)
    return posting.mission, posting.editions[-1] if posting.editions else "", page, start, posting.id


def place_of_change(change: Change) -> Place:
    """The earliest window first, mission by mission."""
    return change.window.latest or date.max, change.mission, change.change, change.person.label, change.id


def place_of_happening(happening: Happening) -> Place:
    """The earliest first, those without a day last."""
    bounds = happening.date.bounds if happening.date else Bounds()
    return bounds.earliest or bounds.latest or date.max, happening.id


def place_of_contradiction(contradiction: Contradiction) -> Place:
    """Rule by rule, mission by mission."""
    return contradiction.rule, contradiction.mission or "", contradiction.id


def place_of_tenure(tenure: Tenure) -> Place:
    """Seat by seat, the earliest first."""
    return *_rank(tenure.slot), first_day(tenure), tenure.id


def place_of_succession(succession: Succession, first: Mapping[str, date]) -> Place:
    """Mission by mission and seat by seat, the earliest first.

    Args:
        succession: it.
        first: the first days of the tenures that it rests on, by their ids, as `first_days` gives them.
    """
    days = [first[given.id] for step in succession.derivation for given in step.inputs if given.id in first]
    return succession.mission, *_rank(succession.slot), max(days, default=date.min), succession.id


def first_days(tenures: Iterable[Tenure]) -> dict[str, date]:
    """The first day of each tenure by its id."""
    return {tenure.id: first_day(tenure) for tenure in tenures}


def first_day(tenure: Tenure) -> date:
    """The day from which on somebody held a seat at the latest; the first of all where nothing is known."""
    return tenure.start.latest or tenure.start.earliest or date.min


def _rank(slot: str) -> tuple[int, str]:
    """Where a seat stands among those of its mission: the head first, functions as printed last."""
    return (SEATS.index(slot), "") if slot in SEATS else (len(SEATS), slot)
