"""What a measurement is: a figure, the bound that it is held to, and how it was come by."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

LEGATION = (sys.executable, "-m", "legation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One figure beside its bound; lower is better."""

    what: str
    figure: float
    unit: str
    bound: float
    how: str

    @property
    def kept(self) -> bool:
        """Whether the figure is within its bound."""
        return self.figure <= self.bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A whole process: wall seconds and the peak memory of it or any of its children."""

    seconds: float
    peak_mib: float
    output: str


class Taken(NamedTuple):
    """What one call took: seconds of the processor, and seconds by the clock on the wall."""

    processor: float
    wall: float


def least(function: Callable[[bytes], object], files: Sequence[bytes]) -> Taken:
    """The least seconds of one call, of each kind; the first file is read once more before, and isn't counted."""
    function(files[0])
    taken = [_taken(function, data) for data in files[1:] or files]
    return Taken(min(each.processor for each in taken), min(each.wall for each in taken))


def _taken(function: Callable[[bytes], object], data: bytes) -> Taken:
    processor, wall = time.process_time(), time.perf_counter()
    function(data)
    return Taken(time.process_time() - processor, time.perf_counter() - wall)


def run(*arguments: str, folder: Path | None = None, fine: Sequence[int] = (0,)) -> Run:
    """Run the command line as a process of its own.

    Raises:
        RuntimeError: it ended with a code that isn't fine.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        [*LEGATION, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "NO_COLOR": "1"},
    ) as process:
        output = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    taken = time.perf_counter() - start
    if process.returncode not in fine:
        raise RuntimeError(f"legation {' '.join(arguments)} ended with {process.returncode}: {output[-500:]}")
    peak = max(usage.ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
    return Run(seconds=taken, peak_mib=peak, output=output)
