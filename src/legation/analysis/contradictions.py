"""Where can't all be so that is said and printed? Every rule's findings, each with both sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from legation.analysis.disputed_claims import disputed_claims
from legation.analysis.disputed_lists import disputed_lists
from legation.analysis.disputed_persons import disputed_persons
from legation.analysis.disputed_prints import disputed_prints
from legation.analysis.disputed_tellings import differing_sums, disputed_tellings
from legation.model.claims import Report
from legation.model.disputes import Contradiction
from legation.model.findings import Happening, Sum
from legation.model.tenures import Tenure
from legation.reconstruction.sightings import Stream
from legation.reconstruction.tenures import Served


def contradictions(
    reports: Iterable[Report],
    happenings: Iterable[Happening],
    sums: Iterable[Sum],
    streams: Mapping[str, Sequence[Stream]] | None = None,
    served: Mapping[str, Sequence[Served]] | None = None,
    tenures: Iterable[Tenure] = (),
) -> tuple[Contradiction, ...]:
    """All contradictions of a case, in the order of ids.

    Args:
        reports: what is said.
        happenings: what the tellings are of.
        sums: numbers of one report that should agree.
        streams: mission to its lists.
        served: mission to its stays with their postings.
        tenures: who held the seats of missions.
    """
    told = [_without_related(report) for report in reports]
    events = {event.id: event for report in told for event in report.events}
    found = [
        *disputed_tellings(happenings, events),
        *differing_sums(sums),
        *disputed_claims(told),
        *disputed_persons(told),
        *disputed_prints(told),
        *disputed_lists(told, streams or {}, served or {}, tenures),
    ]
    by_id = {each.id: each for each in found}
    return tuple(by_id[each] for each in sorted(by_id))


def _without_related(report: Report) -> Report:
    """The report without the texts beside it, which aren't its own."""
    return replace(
        report,
        events=tuple(event for event in report.events if event.layer != "related"),
        claims=tuple(claim for claim in report.claims if claim.layer != "related"),
    )
