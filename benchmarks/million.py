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
from dataclasses import dataclass
from pathlib import Path

from benchmarks.evidence import evidence
from benchmarks.measure import Measure
from benchmarks.processes import used_by
from legation.pipeline.building.deriving import SMALL_CASE, derive_all
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a rebuild took, of all processes together."""

    listings: int
    own: float
    """Seconds of the processor in the process that gathers what the others work out."""
    others: float
    """The same in all others."""
    wall: float
    peak_mib: float

    @property
    def seconds(self) -> float:
        """What it takes where nothing else runs: the others work two at a time, and what gathers goes on meanwhile."""
        return (self.own + self.others) / 2 if self.others else self.own


def rebuild(case: Case, keys: tuple[MemoKey, ...]) -> dict[str, float]:
    """Seconds of this process and by the clock, and how many listings there are."""
    wall, own = time.perf_counter(), time.process_time()
    derive_all(case, keys, inputs="benchmark")
    return {
        "own": time.process_time() - own,
        "wall": time.perf_counter() - wall,
        "listings": sum(account.listings for account in case.memo.accounts(keys)),
    }


def rebuilt(missions: int) -> Rebuilt:
    """One size in processes of its own; the readings are put in by another, whose memory doesn't count."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "benchmarks.million"]
        subprocess.run([*words, "fill", str(missions), folder], check=True, capture_output=True)
        used = used_by([*words, "rebuild", str(missions), folder])
    told = json.loads(used.output)
    return Rebuilt(
        listings=told["listings"],
        own=told["own"],
        others=max(used.processor - told["own"], 0.0) if told["listings"] > SMALL_CASE else 0.0,
        wall=told["wall"],
        peak_mib=used.peak_mib,
    )


def measures() -> Iterator[Measure]:
    """The million, and how the time of one listing grows from ten thousand to there."""
    each: list[float] = []
    for missions, words in SIZES.items():
        found = rebuilt(missions)
        # The processor's time for each listing: several processes don't make it less.
        each.append((found.own + found.others) / found.listings)
        how = (
            f"{found.own:.1f} s of the processor in one process, {found.others:.1f} s in all others, of two at a time; "
            f"{found.wall:.0f} s by the clock"
        )
        bound = 120 * found.listings / 1_000_000 * (1 if missions == max(SIZES) else 2)
        yield Measure(what=f"{words} listings rebuilt", figure=found.seconds, unit="s", bound=bound, how=how)
        if missions == max(SIZES):
            how = "all processes at one moment"
            yield Measure(what="memory of a million", figure=found.peak_mib, unit="MiB", bound=4096, how=how)
    how = "processor's seconds of one, from 10,000"
    yield Measure(what="growth to a million", figure=each[-1] / each[0], unit="× a listing", bound=1.5, how=how)


def main(step: str, missions: str, folder: str) -> None:
    """Fill a case, or rebuild it and print what that took."""
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
    sys.stdout.write(json.dumps(taken))


if __name__ == "__main__":
    main(*sys.argv[1:])
