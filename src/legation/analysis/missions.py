"""Which missions does a case know, under which printed headings, and from which editions?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from legation.model.claims import Report
from legation.model.findings import MissionSummary
from legation.reconstruction.sightings import Stream


def mission_summaries(
    streams: Mapping[str, Sequence[Stream]], reports: Iterable[Report] = ()
) -> tuple[MissionSummary, ...]:
    """Every mission that some edition shows or some telling names, sorted by key.

    The editions are those that list somebody there; a mission that is only told of has none.
    """
    told = {event.mission for report in reports for event in report.events if event.mission}
    return tuple(_summary(mission, streams.get(mission, ())) for mission in sorted({*streams, *told}))


def _summary(mission: str, streams: Sequence[Stream]) -> MissionSummary:
    seen = sorted(
        (observation for stream in streams for observation in stream.observations),
        key=lambda observation: (observation.day.first, observation.day.last, observation.day.as_of),
    )
    editions = tuple(dict.fromkeys(observation.day.as_of for observation in seen if observation.listed))
    return MissionSummary(
        mission=mission,
        names=tuple(dict.fromkeys(heading for observation in reversed(seen) for heading in observation.headings)),
        editions=editions,
        first=editions[0] if editions else None,
        last=editions[-1] if editions else None,
    )
