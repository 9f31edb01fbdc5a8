"""Who came after whom at a mission, and who held its seats over the years? Rows of what a build worked out."""

from __future__ import annotations

from collections.abc import Iterator

from legation.analysis.order import first_days, place_of_succession, place_of_tenure
from legation.model.parties import Person
from legation.model.tenures import Holder, Succession
from legation.pipeline.answering.assuming import Assumption, assumption_of
from legation.pipeline.answering.missions import mission_key
from legation.publishing.rows import Row, holder_row, succession_row, tenure_row
from legation.store.case import Case


def successions(case: Case, *, mission: str | None = None, link: float | None = None) -> Iterator[Row]:
    """Who came after whom, mission by mission and seat by seat, the earliest first.

    Raises:
        UsageError: the words name no mission of the case.
    """
    assumed = assumption_of(case, link)
    key = mission_key(case, mission) if mission else None
    first = first_days(case.derived.tenures(mission=key))
    found = sorted(case.derived.successions(mission=key), key=lambda one: place_of_succession(one, first))
    return (_assuming(succession, assumed) for succession in found)


def carousel(case: Case, mission: str) -> Iterator[Row]:
    """The seats of one mission and their holders over time, printed vacancies among them.

    Raises:
        UsageError: the words name no mission of the case.
    """
    found = case.derived.tenures(mission=mission_key(case, mission))
    return (tenure_row(tenure) for tenure in sorted(found, key=place_of_tenure))


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
