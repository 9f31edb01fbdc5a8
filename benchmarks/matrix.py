"""How soon is a mission's page there on which some 500 persons stand beside 120 editions?

Measured as a browser gets it, behind the door, and as Chromium shows it where there is one: from asking to drawn.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.built import built_case
from benchmarks.evidence import evidence
from benchmarks.measure import Measure
from legation.store.case import Case

EDITIONS = 120
STAFF = 110
"""People of one edition; three in a hundred leave between two, so that about 500 are listed in all."""
BOUND = 2.0
"""Seconds."""
TIMES = 5


def measures() -> Iterator[Measure]:
    """The page from the server, and in a browser."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case"
        mission, rows = _filled(path)
        size = f"{rows} persons x {EDITIONS} editions"
        processor, wall = _from_server(path, mission)
        how = f"of the processor; {wall:.2f} s by the clock; {size}"
        yield Measure(what="a matrix, from the server", figure=processor, unit="s", bound=BOUND, how=how)
        program = shutil.which("chromium")
        if program is not None:
            seconds = _in_browser(path, mission, program)
            yield Measure(
                what="a matrix, drawn in Chromium", figure=seconds, unit="s", bound=BOUND, how=f"wall; {size}"
            )


def _filled(path: Path) -> tuple[str, int]:
    """A case of one mission; its key and how many persons it had."""
    built_case(path, evidence(missions=1, editions=EDITIONS, staff=STAFF).rosters)
    with Case.open(path) as case:
        (mission,) = {summary.mission for summary in case.derived.missions()}
        return mission, len(case.derived.persons())


def _from_server(path: Path, mission: str) -> tuple[float, float]:
    """The least seconds of a few: of the processor, and by the clock."""
    from starlette.testclient import TestClient

    from legation.workbench.app import workbench
    from legation.workbench.door import Keys

    keys = Keys(port=8714)
    taken = []
    with TestClient(workbench(path, keys), base_url=f"http://127.0.0.1:{keys.port}") as client:
        client.get(keys.address)
        for _ in range(TIMES):
            processor, wall = time.process_time(), time.perf_counter()
            assert client.get(f"/missions/{mission}").status_code == 200
            taken.append((time.process_time() - processor, time.perf_counter() - wall))
    return min(taken)


def _in_browser(path: Path, mission: str, program: str) -> float:
    """The least seconds of a few from asking for the page to its load event."""
    from playwright.sync_api import sync_playwright

    command = [sys.executable, "-m", "legation", "serve", "--case", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            entrance = process.stdout.readline().strip()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
                page = browser.new_page()
                page.set_default_timeout(120_000)
                page.goto(entrance)
                taken = []
                for _ in range(TIMES):
                    before = time.perf_counter()
                    page.goto(f"{entrance.partition('/enter')[0]}/missions/{mission}", wait_until="load")
                    taken.append(time.perf_counter() - before)
                browser.close()
                return min(taken)
        finally:
            process.terminate()
