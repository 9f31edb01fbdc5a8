"""How fast are reports read for events and claims, and how soon is the first one?

In processor seconds, and as a ratio to plain additions in the same run, so that a busy machine changes neither.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import LEGATION, Measure
from legation.extraction.news import extract_news
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer
from tests.extraction.news.blind.gold import reports

_WORDS = 400
_ADDITIONS = 1_000_000
_TIMES = 9
"""Runs, of which the least counts: others may be at work on the same core."""
_FILES = ("reports.txt", "later.txt", "third.txt", "fourth.txt")
_GIVEN = Given(published=Edtf.parse("2020-01-01"))


def measures() -> Iterator[Measure]:
    """Articles of 400 words and more in five languages, and the whole process for one of them."""
    articles = list(_articles())
    _read(articles)
    pairs = [(_taken(articles), _additions()) for _ in range(_TIMES)]
    many = sum(len(text.split()) for text in articles) / _WORDS
    each = min(taken for taken, _ in pairs) / many
    ratio = min(taken / added for taken, added in pairs) / many
    told = f"{len(articles)} articles in five languages, per {_WORDS} words, least of {_TIMES}"
    yield Measure(what="one article, alone on a core", figure=1000 * each, unit="ms", bound=20, how=told)
    yield Measure(what="one article, in additions", figure=ratio, unit="million", bound=0.5, how=told)
    process = "least of 3 processes"
    yield Measure(what="extract news, start and end", figure=_process(), unit="s", bound=0.5, how=process)


def _articles() -> Iterator[str]:
    """Blind reports of one language after the other, until there are enough words for an article."""
    texts: dict[str, str] = {}
    for name in _FILES:
        for report in reports(name):
            text = texts.get(report.language, "") + report.text.strip() + "\n\n"
            texts[report.language] = text
            if len(text.split()) >= _WORDS:
                yield text
                texts[report.language] = ""


def _read(articles: list[str]) -> None:
    for text in articles:
        extract_news(read(text.encode(), name="report.txt"), _GIVEN, Gazetteer.default())


def _taken(articles: list[str]) -> float:
    start = time.process_time()
    _read(articles)
    return time.process_time() - start


def _additions() -> float:
    """Processor seconds of a million plain additions."""
    start = time.process_time()
    total = 0
    for number in range(_ADDITIONS):
        total += number & 7
    return time.process_time() - start


def _process() -> float:
    """Processor seconds of a whole process that reads one short report."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.txt"
        file.write_text(reports("reports.txt")[0].text, "utf-8")
        taken = []
        for _ in range(3):
            with subprocess.Popen(
                [*LEGATION, "extract", "news", str(file), "--published", "2020-01-01", "--jsonl"],
                stdout=subprocess.DEVNULL,
            ) as process:
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
            taken.append(usage.ru_utime + usage.ru_stime)
    return min(taken)
