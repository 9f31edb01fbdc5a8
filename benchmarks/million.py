"""How long does it take to rebuild a case of a million listings, and how much memory?

A rebuild loads every reading, derives all that follows and swaps it in, as `build` does after new rules of deriving.
Each size runs in a process of its own, so that memory is that of the size alone.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from benchmarks.evidence import evidence
from benchmarks.measure import Measure
from legation.analysis.derive import derive
from legation.model.case import Evidence
from legation.store.case import Case
from legation.store.memo import Account, MemoKey, Reading

EDITIONS, STAFF = 60, 84
INPUTS = "00" * 32
"""A digest of what was given with every reading: nothing."""
SIZES = {2: "10,000", 20: "100,000", 200: "1,000,000"}
"""Missions to about how many listings they have."""


def fill(case: Case, missions: int) -> tuple[MemoKey, ...]:
    """Put the readings of invented editions into a case; their keys."""
    keys = []
    for roster in evidence(missions=missions, editions=EDITIONS, staff=STAFF).rosters:
        key = MemoKey(sha256=roster.edition.sha256, rules="benchmark", inputs=INPUTS)
        keys.append(key)
        case.memo.save(Reading(account=Account(key=key, kind="list", state="ok"), roster=roster))
    return tuple(keys)


def rebuild(case: Case, keys: tuple[MemoKey, ...]) -> dict[str, float]:
    """Seconds of the processor for each step, and how many listings there are."""
    steps = {"start": time.process_time()}
    wall = time.perf_counter()
    rosters = case.memo.rosters(keys)
    steps["load"] = time.process_time()
    given = Evidence(rosters=rosters)
    derived = derive(given)
    steps["derive"] = time.process_time()
    case.derived.swap(derived, given, inputs="benchmark", at=datetime.now(UTC))
    steps["swap"] = time.process_time()
    names = list(steps)
    taken = {name: steps[name] - steps[before] for before, name in pairwise(names)}
    return {**taken, "wall": time.perf_counter() - wall, "listings": sum(len(one.listings) for one in rosters)}


def _measured(missions: int) -> dict[str, float]:
    """One size in a process of its own; the readings are put in by another, whose memory doesn't count."""
    with tempfile.TemporaryDirectory() as folder:
        for step in ("fill", "rebuild"):
            words = [sys.executable, "-m", "benchmarks.million", step, str(missions), folder]
            said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
        found: dict[str, float] = json.loads(said)
        return found


def measures() -> Iterator[Measure]:
    """The million, and how the time of one listing grows from ten thousand to there."""
    each: list[float] = []
    for missions, words in SIZES.items():
        found = _measured(missions)
        seconds = found["load"] + found["derive"] + found["swap"]
        each.append(seconds / found["listings"])
        parts = ", ".join(f"{name} {found[name]:.1f} s" for name in ("load", "derive", "swap"))
        how = f"{parts} of the processor; {found['wall']:.0f} s by the clock"
        bound = 120 * found["listings"] / 1_000_000 * (1 if missions == max(SIZES) else 1.5)
        yield Measure(what=f"{words} listings rebuilt", figure=seconds, unit="s", bound=bound, how=how)
        if missions == max(SIZES):
            yield Measure(what="memory of a million", figure=found["peak"], unit="MiB", bound=4096, how="peak")
    yield Measure(
        what="growth to a million", figure=each[-1] / each[0], unit="× a listing", bound=1.5, how="from 10,000"
    )


def main(step: str, missions: str, folder: str) -> None:
    """Fill a case, or rebuild it and print what that took."""
    import resource

    gc.disable()
    path = Path(folder) / "case"
    if step == "fill":
        with Case.create(path) as case:
            keys = fill(case, int(missions))
            (path / "keys.json").write_text(json.dumps([[key.sha256, key.rules, key.inputs] for key in keys]))
        return
    with Case.open(path) as case:
        told = json.loads((path / "keys.json").read_text())
        taken = rebuild(case, tuple(MemoKey(sha256=a, rules=b, inputs=c) for a, b, c in sorted(told)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({**taken, "peak": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:])
