"""How soon does a page of the workbench come, in a case of a million listings?

Every list is asked often, as a screen and as rows for programs: its first page, its last and any between them, and by
each of its filters with other missions, persons and words each time. What counts is what nineteen of twenty take at
most. Pages come as a browser gets them, behind the door, without the time of the network. How many listings the case
has is set by LEGATION_BENCH_LISTINGS; with LEGATION_BENCH_CASE a case that was made before is measured instead.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from benchmarks.built import built_case
from benchmarks.evidence import evidence
from benchmarks.lists import TITLES
from benchmarks.measure import Measure
from benchmarks.million import EDITIONS, STAFF
from benchmarks.told import reports
from legation.store.case import Case

LISTINGS = int(os.environ.get("LEGATION_BENCH_LISTINGS", "1000000"))
MADE = os.environ.get("LEGATION_BENCH_CASE")
REPORTS = 300
ASKED = int(os.environ.get("LEGATION_BENCH_ASKED", "60"))
"""Times that each path is asked."""
BOUND = 100.0
"""Milliseconds that nineteen of twenty may take."""
PORT = 8714
SCREENS = ("captures", "missions", "happenings", "claims", "contradictions", "log")
"""Lists as screens."""
ROWS = (
    *("captures", "missions", "postings", "changes", "successions", "events", "claims", "tallies", "contradictions"),
    *("log", "replies", "requests"),
)
"""Lists for programs."""
BY_MISSION = ("postings", "changes", "successions", "events", "tallies", "contradictions")
BY_PERSON = ("postings", "claims")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """Somebody who asks other things each time."""

    client: TestClient
    keys: Sequence[str]
    """Of missions."""
    persons: Sequence[str]
    words: Sequence[str]
    """Of names."""
    rng: random.Random
    totals: dict[str, int] = field(default_factory=dict)

    def paths(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What is asked, by what it is called."""
        yield "search by one letter", lambda: self._search(self.rng.choice(self.words)[:1])
        yield "search by three letters", lambda: self._search(self.rng.choice(self.words)[:3])
        yield "search by a name", lambda: self._search(" ".join(self.rng.sample(self.words, 2)))
        yield "search by a title", lambda: self._search(self.rng.choice(TITLES)[: self.rng.randrange(3, 9)])
        yield "rows of a search", self._rows_of_search
        yield "the questions", lambda: self._get("/")
        yield "the review", lambda: self._get("/review", skip=self.rng.randrange(20))
        yield "the replies", lambda: self._get("/replies")
        for name in SCREENS:
            yield f"the {name}", partial(self._turned, f"/{name}", "after")
        for state in ("unbuilt", "unread", "residue"):
            yield f"the captures: {state}", partial(self._get, "/captures", state=state)
        yield "the contradictions of a mission", partial(self._turned, "/contradictions", "after", mission=self.keys)
        for name in ROWS:
            yield f"rows: {name}", partial(self._turned, f"/api/v1/{name}", "offset")
        for name in BY_MISSION:
            yield f"rows: {name} of a mission", partial(self._turned, f"/api/v1/{name}", "offset", mission=self.keys)
        for name in BY_PERSON:
            yield f"rows: {name} of a person", partial(self._turned, f"/api/v1/{name}", "offset", person=self.persons)

    def _get(self, path: str, **asked: object) -> Any:  # noqa: ANN401 - an answer as the client has it
        answer = self.client.get(path, params={name: str(value) for name, value in asked.items()})
        assert answer.status_code == 200, (path, asked, answer.text[:300])
        return answer

    def _search(self, text: str) -> None:
        assert self.client.post("/search", data={"text": text}).status_code == 200

    def _rows_of_search(self) -> None:
        text = self.rng.choice(self.words)[: self.rng.randrange(1, 5)]
        assert self.client.post("/api/v1/search", json={"text": text}).status_code == 200

    def _turned(self, path: str, turn: str, **filters: Sequence[str]) -> None:
        """The first page of a list, its last, or any between them."""
        chosen = {name: self.rng.choice(values) for name, values in filters.items()}
        about = f"{path} {chosen}"
        total = self.totals.get(about, 0)
        after = self.rng.choice((0, max(total - 1, 0), self.rng.randrange(total + 1)))
        if path.startswith("/api"):
            self.totals[about] = self._get(path, **{turn: after, **chosen}).json()["total"]
            return
        answer = self._get(path, **{turn: after, **chosen})
        # the page tells how many there are, where there are more than one shows
        told = answer.text.partition('aria-label="Pages"><p>')[2].partition("</p>")[0].rpartition(" ")[2]
        self.totals[about] = int(told.replace(",", "") or 0)


@contextmanager
def measured_case() -> Iterator[Path]:
    """The case that is measured: the one that was made before, or a new one that goes when the block ends."""
    if MADE is not None:
        yield Path(MADE)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case"
        missions = max(LISTINGS // (EDITIONS * STAFF), 1)
        rosters = evidence(missions=missions, editions=EDITIONS, staff=STAFF).rosters
        built_case(path, rosters, reports(rosters, REPORTS))
        yield path


@contextmanager
def visitor(path: Path) -> Iterator[TestClient]:
    """A browser on a case, behind the door."""
    from legation.workbench.app import workbench
    from legation.workbench.door import Keys

    door = Keys(port=PORT)
    here = f"http://127.0.0.1:{PORT}"
    headers = {"origin": here, "sec-fetch-site": "same-origin"}
    with TestClient(workbench(path, door), base_url=here, headers=headers) as client:
        client.get(door.address)
        yield client


def measures() -> Iterator[Measure]:
    """The paths of lists, one by one."""
    with measured_case() as path, visitor(path) as client:
        with Case.open(path) as case:
            keys = [summary.mission for summary in case.derived.missions()]
            persons = case.persons.found("", limit=2000)[1]
        asking = _Asking(
            client=client,
            keys=keys,
            persons=[person.id for person in persons],
            words=[word for person in persons for word in person.label.split()],
            rng=random.Random("workbench"),
        )
        for what, ask in asking.paths():
            yield _measured(what, ask)


def _measured(what: str, ask: Callable[[], object]) -> Measure:
    """What nineteen of twenty take at most, in milliseconds of the processor."""
    from legation.workbench.serving import settle

    ask()
    # as the workbench does every minute
    settle()
    taken = [_milliseconds(ask) for _ in range(ASKED)]
    processor, wall = (sorted(each) for each in zip(*taken, strict=True))
    nineteen = min(int(len(taken) * 0.95), len(taken) - 1)
    how = (
        f"of the processor; median {processor[len(taken) // 2]:.0f}, worst {processor[-1]:.0f}; "
        f"{wall[nineteen]:.0f} by the clock; {ASKED} times"
    )
    return Measure(what=what, figure=processor[nineteen], unit="ms", bound=BOUND, how=how)


def _milliseconds(ask: Callable[[], object]) -> tuple[float, float]:
    processor, wall = time.process_time(), time.perf_counter()
    ask()
    return 1000 * (time.process_time() - processor), 1000 * (time.perf_counter() - wall)
