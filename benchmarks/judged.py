"""How long does a reporter wait after a judgement, in a case of a million listings?

What follows from the state of a case is worked out anew after each judgement. Each screen and each list is asked for
the first time after a judgement of its own, which is taken back. The case is that of the workbench's other
measurements.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.measure import Measure
from benchmarks.workbench import ROWS, SCREENS, measured_case, visitor
from legation.model.judgements import Judgement
from legation.pipeline.deciding.judging import reject, undo
from legation.pipeline.exporting.withholding import withhold
from legation.store.case import Case

BOUND = 2.0
"""Seconds of the processor that the first answer may take."""
WHY = "measured"
T = TypeVar("T")


def measures() -> Iterator[Measure]:
    """The first answers, one by one."""
    with measured_case() as path, visitor(path) as client:
        with Case.open(path) as case:
            mission = case.derived.missions()[0].mission
            one, other = case.persons.found("", limit=2)[1]
            (happening, *_) = case.derived.happenings()
            line = case.derived.postings(person=one.id)[0].derivation[0].inputs[0].id
        assert line is not None
        about = (
            f"/missions/{mission}",
            f"/diff?mission={mission}",
            f"/happenings/{happening.id}",
            f"/persons/{one.id}",
        )
        lists = (*(f"/{name}" for name in SCREENS), *(f"/api/v1/{name}" for name in ROWS))
        for address in ("/", "/review", "/replies", "/?format=json", *about, *lists):
            yield _first(path, address, partial(reject, id_=line, why=WHY), partial(client.get, address))
        hiding = partial(withhold, person=other.id, why=WHY)
        yield _first(path, "postings, somebody withheld", hiding, partial(client.get, "/api/v1/postings"))


def _first(path: Path, what: str, judge: Callable[[Case], Judgement], ask: Callable[[], Any]) -> Measure:
    """What the judgement takes, and the first answer after it."""
    ask()
    with Case.open(path) as case:
        judging, judged = _taken(lambda: judge(case))
        answering, answer = _taken(ask)
        undo(case, judged.id, why=WHY)
    assert answer.status_code == 200, (what, answer.text[:300])
    how = f"of the processor; the judgement {judging:.2f}"
    return Measure(what=what, figure=answering, unit="s", bound=BOUND, how=how)


def _taken(work: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    made = work()
    return time.process_time() - start, made
