"""How does the time to derive grow with the case, and do alike names cost more than others?"""

from __future__ import annotations

import time
from collections.abc import Iterator

from benchmarks.evidence import evidence
from benchmarks.measure import Measure
from legation.analysis.derive import derive
from legation.model.case import Evidence

EDITIONS, STAFF = 60, 83


def _processor_seconds(given: Evidence) -> tuple[int, float]:
    """Listings, and the processor's seconds to derive everything from them."""
    start = time.process_time()
    derive(given)
    return sum(len(roster.listings) for roster in given.rosters), time.process_time() - start


def measures() -> Iterator[Measure]:
    """Ten thousand listings, a hundred thousand, and missions whose people all have one name."""
    few, few_seconds = _processor_seconds(evidence(missions=2, editions=EDITIONS, staff=STAFF))
    many, many_seconds = _processor_seconds(evidence(missions=20, editions=EDITIONS, staff=STAFF))
    alike, alike_seconds = _processor_seconds(evidence(missions=20, editions=14, staff=102, namesakes=True))
    each = many_seconds / many * 1e6
    yield Measure(
        what="microseconds a listing, 100,000 listings",
        figure=each,
        unit="µs",
        bound=120,
        how=f"{many} listings derived in {many_seconds:.1f} s of the processor",
    )
    yield Measure(
        what="growth from 10,000 to 100,000",
        figure=each / (few_seconds / few * 1e6),
        unit="× a listing",
        bound=1.5,
        how=f"{few} listings in {few_seconds:.2f} s",
    )
    yield Measure(
        what="missions of namesakes",
        figure=alike_seconds / alike * 1e6,
        unit="µs",
        bound=300,
        how=f"{alike} listings in {alike_seconds:.1f} s",
    )
