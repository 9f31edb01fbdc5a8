"""How long until the command line answers at all?"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from benchmarks.measure import Measure, run


def measures() -> Iterator[Measure]:
    """Start-up, with the import of nothing that the command doesn't need."""
    taken = median(run("--help").seconds for _ in range(5))
    yield Measure(what="legation --help", figure=taken, unit="s", bound=0.5, how="median of 5 whole processes")
