"""How long does it take to put a crawler's file of 20,000 records into a case, beside a bare library on it?

The file is like a crawl: half requests, half answers, of which a quarter are pages and the rest pictures. The bare
library reads every body and tests the digests, and keeps nothing. Figures are processor seconds of one process.
"""

from __future__ import annotations

import io
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks.measure import Measure
from legation.archive.warc.framing import framed
from legation.archive.warc.reading import records
from legation.model.sources import Given
from legation.pipeline.collecting.importing import import_file
from legation.store.case import Case

RECORDS = 20_000
WITHIN_FAST, WITHIN_BARE = 1.6, 1.3
FLAT = 64.0
"""MiB by which memory may grow over a file of a tenth of the records."""


def crawl(path: Path, count: int) -> Path:
    """Write an invented crawl."""
    chance = random.Random(5)
    words = ["".join(chance.choices("abcdefghijklmnoprstuvz", k=chance.randint(3, 9))) for _ in range(3000)]
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True, warc_version="1.1")
        for number in range(count):
            url = f"http://m{number // 2 % 50}.example/p/{number // 2}"
            date = {"WARC-Date": f"2022-{1 + number % 12:02}-{1 + number % 28:02}T10:00:00Z"}
            writer.write_record(_record(writer, url, date, number, (chance, words)))
    return path


def _record(
    writer: WARCWriter, url: str, date: dict[str, str], number: int, source: tuple[random.Random, list[str]]
) -> object:
    chance, words = source
    if number % 2:
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "m.example"), ("User-Agent", "x")], is_http_request=True)
        return writer.create_warc_record(url, "request", http_headers=asked, warc_headers_dict=date)
    if number // 2 % 4 == 0:
        rows = "".join(f"<tr><td>{' '.join(chance.choices(words, k=2))}<td>{chance.choice(words)}" for _ in range(400))
        body, type_ = f"<html><table>{rows}</table></html>".encode(), "text/html; charset=utf-8"
    else:
        body, type_ = chance.randbytes(5000), "image/jpeg"
    headers = [("Content-Type", type_), ("Content-Length", str(len(body))), ("Server", "nginx")]
    answer = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    return writer.create_warc_record(
        url, "response", payload=io.BytesIO(body), length=len(body), http_headers=answer, warc_headers_dict=date
    )


def bare(path: Path) -> None:
    """Every body read by warcio, with digests tested."""
    with path.open("rb") as file:
        for one in ArchiveIterator(file, check_digests="raise"):
            one.content_stream().read()


def bare_fast(path: Path) -> None:
    """Every body read by fastwarc, with digests tested."""
    from fastwarc.warc import ArchiveIterator as Swift

    with path.open("rb") as file:
        for one in Swift(file):
            one.verify_block_digest()
            one.verify_payload_digest()


def imported(path: Path) -> None:
    """The file's pages put into a new case."""
    with tempfile.TemporaryDirectory() as name, Case.create(Path(name) / "case") as case, case.writing():
        for _ in import_file(case, path, Given()):
            pass


def _careful(path: Path) -> None:
    with path.open("rb") as file:
        for _ in framed(file):
            pass


def _read(path: Path) -> None:
    with path.open("rb") as file:
        for _ in records(file):
            pass


def _seconds(function: Callable[[Path], None], path: Path) -> float:
    start = time.process_time()
    function(path)
    return time.process_time() - start


def measures() -> Iterator[Measure]:
    """Import and reading beside the bare libraries, and memory over the number of records."""
    with tempfile.TemporaryDirectory() as name:
        small, large = crawl(Path(name) / "s.warc.gz", RECORDS // 10), crawl(Path(name) / "l.warc.gz", RECORDS)
        imported(small)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        seconds, plain = _seconds(imported, large), _seconds(bare, large)
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
        yield Measure(
            what="import beside bare warcio",
            figure=seconds / plain,
            unit="x",
            bound=WITHIN_BARE,
            how=f"{seconds:.2f} s and {plain:.2f} s for {RECORDS} records",
        )
        yield Measure(what="memory of an import", figure=grown, unit="MiB", bound=FLAT, how="beyond a tenth of it")
        try:
            swift = _seconds(bare_fast, large)
        except ImportError:
            return
        how = f"{seconds:.2f} s and {swift:.2f} s; reading alone {_seconds(_read, large):.2f} s"
        yield Measure(what="import beside bare fastwarc", figure=seconds / swift, unit="x", bound=WITHIN_FAST, how=how)
        carefully = _seconds(_careful, large)
        yield Measure(
            what="careful framing beside bare warcio",
            figure=carefully / plain,
            unit="x",
            bound=WITHIN_BARE,
            how=f"{carefully:.2f} s",
        )
