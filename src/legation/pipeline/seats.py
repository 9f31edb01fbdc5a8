"""Who came after whom at a mission, and who held its seats over the years? Rows of what a build worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from legation.model.parties import Person
from legation.model.tenures import Holder, Succession, Tenure
from legation.pipeline.assuming import Assumption, assumption_of
from legation.pipeline.missions import mission_key
from legation.publishing.rows import Row, holder_row, succession_row, tenure_row
from legation.reconstruction.slots import ACTING, DEPUTY, HEAD, SERVICES
from legation.store.case import Case

_ORDER = (HEAD, ACTING, DEPUTY, *SERVICES, "consul-general")


def successions(case: Case, *, mission: str | None = None, link: float | None = None) -> Iterator[Row]:
    """Who came after whom, mission by mission and seat by seat, the earliest first.

    Raises:
        UsageError: the words name no mission of the case.
    """
    assumed = assumption_of(case, link)
    key = mission_key(case, mission) if mission else None
    found = in_order(case.derived.successions(mission=key), case.derived.tenures(mission=key))
    return (_assuming(succession, assumed) for succession in found)


def in_order(found: Iterable[Succession], tenures: Iterable[Tenure]) -> list[Succession]:
    """Mission by mission and seat by seat, the earliest first.

    Args:
        found: successions.
        tenures: those that they rest on, and any others.
    """
    first = {tenure.id: _first(tenure) for tenure in tenures}
    return sorted(found, key=lambda one: _place(one, first))


def carousel(case: Case, mission: str) -> Iterator[Row]:
    """The seats of one mission and their holders over time, printed vacancies among them.

    Raises:
        UsageError: the words name no mission of the case.
    """
    found = case.derived.tenures(mission=mission_key(case, mission))
    return (tenure_row(tenure) for tenure in sorted(found, key=lambda one: (*_rank(one.slot), _first(one), one.id)))


def _assuming(succession: Succession, assumed: Assumption) -> Row:
    row = succession_row(succession)
    if not assumed.asked:
        return row
    sides = [Person(id=side.id, label=side.label) for side in (succession.predecessor, succession.successor) if side.id]
    shown = {
        key: holder_row(Holder(id=first.id, label=first.label))
        for key, side in (("predecessor", succession.predecessor), ("successor", succession.successor))
        if side.id and (first := assumed.stands_for.get(side.id)) is not None
    }
    return {**row, **shown, **assumed.flag(*sides)}


def _place(succession: Succession, first: dict[str, date]) -> tuple[str, int, str, date, str]:
    days = [first[given.id] for step in succession.derivation for given in step.inputs if given.id in first]
    return (succession.mission, *_rank(succession.slot), max(days, default=date.min), succession.id)


def _rank(slot: str) -> tuple[int, str]:
    return (_ORDER.index(slot), "") if slot in _ORDER else (len(_ORDER), slot)


def _first(tenure: Tenure) -> date:
    return tenure.start.latest or tenure.start.earliest or date.min
