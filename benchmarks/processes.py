"""What do a process and all its descendants use? Sampled from /proc, since nobody reaps a grandchild for us."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

EVERY_SECONDS = 0.1
"""Between two samples; ten times as long as a sample takes where that is more: looking shall cost next to nothing."""
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What a whole tree of processes used."""

    wall: float
    processor: float
    """Seconds of processor time, as of the last sample of each process."""
    peak_mib: float
    """The most memory that all of them held at one moment; what they share is counted once."""
    output: str


@dataclass(slots=True)
class _Sampler:
    root: int
    processor: dict[int, float] = field(default_factory=dict)
    peak: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        while not self.ended.is_set():
            memory, began = 0, time.thread_time()
            for pid in _tree(self.root):
                try:
                    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                    self.processor[pid] = (int(fields[11]) + int(fields[12])) / _TICKS
                    memory += _memory(pid)
                except (FileNotFoundError, ProcessLookupError, PermissionError):
                    continue
            self.peak = max(self.peak, memory)
            self.ended.wait(max(EVERY_SECONDS, 10 * (time.thread_time() - began)))


def _memory(pid: int) -> int:
    """Bytes in memory: its own, and its share of what it has in common with others."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _tree(root: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
            parents.setdefault(parent, []).append(int(entry.name))
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += parents.get(pid, [])
    return found


def used_by(command: Sequence[str], *, folder: Path | None = None) -> Used:
    """Run a command and watch it and all its descendants.

    Raises:
        RuntimeError: it failed.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "NO_COLOR": "1"},
    ) as process:
        sampler = _Sampler(process.pid)
        watcher = threading.Thread(target=sampler.watch, daemon=True)
        watcher.start()
        output, said = process.communicate()
        sampler.ended.set()
        watcher.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {said[-500:]}")
    return Used(
        wall=time.perf_counter() - start,
        processor=sum(sampler.processor.values()),
        peak_mib=sampler.peak / (1 << 20),
        output=output,
    )
