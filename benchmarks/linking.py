"""How long does linking a register take, how much memory, and how does it grow? Splink with DuckDB beside it.

Everything from the Parquet file to the links is counted, in whole processes and all their children. Splink runs in an
environment of its own, made once from the locked `peers/splink.txt`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.measure import LEGATION, Measure
from benchmarks.processes import Used, used_by
from benchmarks.registers import write_register

ROOT = Path(__file__).resolve().parents[1]
PEERS = Path(__file__).parent / "peers"
BOUNDS = {100_000: (60.0, 1024.0), 1_000_000: (600.0, 4096.0)}
"""By records: seconds on the clock of two free processors, and MiB."""
SIZES = "LEGATION_BENCH_RECORDS"
"""The environment variable that asks for other sizes, such as `10000 100000 1000000`."""
GROWTH = 1.3
"""How much more processor time each record may take when there are ten times as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """What linking so many records took, and how right the links are."""

    records: int
    used: Used
    links: int
    precision: float
    recall: float

    @property
    def told(self) -> str:
        """The figures that are in no bound."""
        return (
            f"{self.records} records: {self.used.wall:.1f} s, {self.used.processor:.1f} s of processor time, "
            f"{self.used.peak_mib:.0f} MiB, {self.links} links, precision {self.precision:.3f}, "
            f"recall {self.recall:.3f}"
        )


def measures() -> Iterator[Measure]:
    """Registers of the sizes that are asked for, the smallest first."""
    splink = _splink()
    before: Linking | None = None
    for count in map(int, os.environ.get(SIZES, "10000 100000").split()):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_register(folder / "register.parquet", count)
            ours = linked(folder, count)
            peer = _with_splink(splink, folder)
        load = f"load {os.getloadavg()[0]:.1f}"
        if count in BOUNDS:
            seconds, memory = BOUNDS[count]
            how = f"{ours.told}; {peer}; {load}"
            yield Measure(what=f"{count} records linked", figure=ours.used.wall, unit="s", bound=seconds, how=how)
            yield Measure(
                what=f"{count} records, memory",
                figure=ours.used.peak_mib,
                unit="MiB",
                bound=memory,
                how="all processes",
            )
        if before is not None:
            grown = (ours.used.processor / ours.records) / (before.used.processor / before.records)
            how = f"{before.told}; {ours.told}; {peer}; {load}"
            yield Measure(what=f"processor time a record, {count}", figure=grown, unit="times", bound=GROWTH, how=how)
        before = ours


def linked(folder: Path, count: int) -> Linking:
    """Link the register of a folder with two processes."""
    register, out = folder / "register.parquet", folder / "links.parquet"
    command = [*LEGATION, "registers", "link", str(register), "-o", str(out), "--processes", "2", "--jsonl"]
    used = used_by(command)
    who = dict(zip(*(pq.read_table(register).column(name).to_pylist() for name in ("id", "person")), strict=True))
    table = pq.read_table(out, columns=["a", "b"])
    pairs = zip(table.column("a").to_pylist(), table.column("b").to_pylist(), strict=True)
    right = sum(who[a] == who[b] for a, b in pairs)
    every = sum(count * (count - 1) // 2 for count in Counter(who.values()).values())
    return Linking(
        records=count,
        used=used,
        links=table.num_rows,
        precision=right / max(table.num_rows, 1),
        recall=right / max(every, 1),
    )


def _splink() -> Path | None:
    """The Python of Splink's environment, made where it isn't there; `None` where it can't be made."""
    folder = ROOT / ".venv-peers" / "splink"
    python = folder / "bin" / "python"
    if (folder / "ready").exists():
        return python
    install = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(PEERS / "splink.txt")]
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run(install, check=True)
    except subprocess.CalledProcessError:
        return None
    (folder / "ready").touch()
    return python


def _with_splink(python: Path | None, folder: Path) -> str:
    if python is None:
        return "Splink could not be installed"
    script = str(PEERS / "link_with_splink.py")
    used = used_by([str(python), script, str(folder / "register.parquet"), str(folder)])
    said = json.loads(used.output.strip().splitlines()[-1])
    return (
        f"Splink: {used.wall:.1f} s, {used.processor:.1f} s of processor time, {used.peak_mib:.0f} MiB, "
        f"{said['links']} links, {said['right']} of them right"
    )
