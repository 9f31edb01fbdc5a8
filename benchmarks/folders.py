"""How much faster do two workers read a folder of pages than one, and how much memory does a worker need?"""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator, Sequence
from datetime import date

from benchmarks.invented import cards_page, dense_print, long_text, table_page
from benchmarks.lists import pdf, sections
from benchmarks.measure import Measure
from legation.engines.local import Task, run_all
from legation.model.sources import Given
from legation.pipeline.work.stages import Task as Work
from legation.pipeline.work.stages import roster_of

PAGES = 1000
READY = ("legation.pipeline.work.ready",)


def peak_of(work: Work) -> int:
    """The most memory, in KiB, that this process has had once a list is read."""
    roster_of(work)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def seconds_of(work: Work) -> float:
    """The processor seconds that reading a list takes."""
    start = time.process_time()
    roster_of(work)
    return time.process_time() - start


def _works(files: Sequence[bytes], name: str) -> list[Task[Work]]:
    return [
        Task(name=f"{n}-{name}", argument=Work(data=data, name=name, given=Given())) for n, data in enumerate(files)
    ]


def _seconds(tasks: Sequence[Task[Work]], workers: int) -> float:
    start = time.perf_counter()
    read = sum(outcome.error is None for outcome in run_all(roster_of, tasks, workers=workers, preload=READY))
    assert read == len(tasks)
    return time.perf_counter() - start


def measures() -> Iterator[Measure]:
    """The time of two workers beside that of one, and the peak of a worker over the largest files."""
    pages = _works([cards_page(n) for n in range(PAGES)], "page.html")
    _seconds(pages[:20], 2)
    one, two = _seconds(pages, 1), _seconds(pages, 2)
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    how = f"{PAGES:,} pages: {one:.1f} s with one worker, {two:.1f} s with two; {machine}"
    yield Measure(what="a folder with two workers", figure=two / one, unit="× one worker", bound=0.65, how=how)
    given = time.process_time()
    _seconds(pages, 2)
    given = time.process_time() - given
    done = sum(outcome.value or 0 for outcome in run_all(seconds_of, pages, workers=2, preload=READY))
    how = f"{given:.1f} CPU s to hand out and take back, {done:.1f} CPU s to read: what more cores can't share"
    yield Measure(
        what="the supervisor's share of a folder", figure=given / done, unit="of the reading", bound=0.2, how=how
    )
    large = [
        *_works([pdf(sections(1, missions=150, staff=13), date(2020, 3, 1)), dense_print(1)], "list.pdf"),
        *_works([table_page(1, 3000)], "page.html"),
        *_works([long_text(1)], "list.docx"),
    ]
    peaks = [outcome.value or 0 for outcome in run_all(peak_of, large, workers=1, preload=READY)]
    how = "300 and 60 pages of PDF, 3,000 rows of HTML, 9,000 paragraphs of DOCX, one after the other"
    yield Measure(what="peak memory of a worker", figure=max(peaks) / 1024, unit="MiB", bound=600, how=how)
