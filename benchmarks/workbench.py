"""How soon does a page of the workbench come, in a case of a million listings?

Each path is asked often, with other missions, persons and words each time; what counts is what nineteen of twenty take
at most. Pages come as a browser gets them, behind the door, without the time of the network. How many listings the case
has is set by LEGATION_BENCH_LISTINGS; with LEGATION_BENCH_CASE a case that was made before is measured instead.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.built import built_case
from benchmarks.evidence import evidence
from benchmarks.measure import Measure
from benchmarks.million import EDITIONS, STAFF
from legation.store.case import Case

LISTINGS = int(os.environ.get("LEGATION_BENCH_LISTINGS", "1000000"))
MADE = os.environ.get("LEGATION_BENCH_CASE")
ASKED = 60
"""Times that each path is asked."""
BOUND = 100.0
"""Milliseconds that nineteen of twenty may take."""
PORT = 8714


@contextmanager
def _case() -> Iterator[Path]:
    """The case that is measured: the one that was made before, or a new one that goes when the block ends."""
    if MADE is not None:
        yield Path(MADE)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case"
        missions = max(LISTINGS // (EDITIONS * STAFF), 1)
        built_case(path, evidence(missions=missions, editions=EDITIONS, staff=STAFF).rosters)
        yield path


def measures() -> Iterator[Measure]:
    """The paths of lists, one by one."""
    from starlette.testclient import TestClient

    from legation.workbench.app import workbench
    from legation.workbench.door import Keys

    with _case() as path:
        with Case.open(path) as case:
            keys = [summary.mission for summary in case.derived.missions()]
            words = [word for person in case.persons.found("", limit=2000)[1] for word in person.label.split()]
        keys_of_door = Keys(port=PORT)
        here = f"http://127.0.0.1:{PORT}"
        headers = {"origin": here, "sec-fetch-site": "same-origin"}
        with TestClient(workbench(path, keys_of_door), base_url=here, headers=headers) as client:
            client.get(keys_of_door.address)
            rng = random.Random("workbench")
            asked: dict[str, Callable[[], object]] = {
                "search by three letters": lambda: client.post(
                    "/search", params={"format": "json"}, data={"text": rng.choice(words)[:3]}
                ),
                "search by one letter": lambda: client.post(
                    "/search", params={"format": "json"}, data={"text": rng.choice(words)[:1]}
                ),
                "the questions": lambda: client.get("/"),
                "the captures": lambda: client.get("/captures"),
                "the missions": lambda: client.get("/missions"),
                "the happenings": lambda: client.get("/happenings"),
                "the claims": lambda: client.get("/claims"),
                "the contradictions": lambda: client.get("/contradictions"),
                "the log": lambda: client.get("/log"),
                "postings of a mission, as rows": lambda: client.get(
                    "/api/v1/postings", params={"mission": rng.choice(keys)}
                ),
            }
            for what, ask in asked.items():
                processor, wall = _most(ask)
                how = f"of the processor; {wall:.0f} ms by the clock; {LISTINGS:,} listings"
                yield Measure(what=what, figure=processor, unit="ms", bound=BOUND, how=how)


def _most(ask: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that nineteen of twenty take at most: of the processor, and by the clock."""
    ask()
    taken = [_milliseconds(ask) for _ in range(ASKED)]
    return _share([processor for processor, _ in taken], 0.95), _share([wall for _, wall in taken], 0.95)


def _milliseconds(ask: Callable[[], object]) -> tuple[float, float]:
    processor, wall = time.process_time(), time.perf_counter()
    ask()
    return 1000 * (time.process_time() - processor), 1000 * (time.perf_counter() - wall)


def _share(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]
