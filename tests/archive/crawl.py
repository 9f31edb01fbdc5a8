"""A server that gives a crawl as Common Crawl does: monthly indexes, and ranges of WARC files; on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from legation.archive.warc.reading import Record, records
from tests.archive.serving import Answering, serving


@dataclass
class Crawls:
    """Crawls by their names, each one WARC file; and what was asked."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    fault: str = ""
    """`whole`: ranges are ignored; `late`: answers 416; `shifted`: the range begins a byte later."""
    base: str = ""

    def rows(self, crawl: str, url: str) -> list[dict[str, str]]:
        data = self.files[crawl]
        found = [one for one in records(BytesIO(data)) if isinstance(one, Record)]
        ends = [one.offset for one in found[1:]] + [len(data)]
        return [
            {
                "urlkey": "key",
                "timestamp": f"{one.at:%Y%m%d%H%M%S}",
                "url": one.url or "",
                "mime": one.media_type or "unk",
                "status": str(one.status),
                "digest": (one.payload_digest or "").rpartition(":")[2],
                "length": str(end - one.offset),
                "offset": str(one.offset),
                "filename": f"crawl-data/{crawl}.warc.gz",
            }
            for one, end in zip(found, ends, strict=True)
            if one.url == url
        ]

    def configuration(self) -> str:
        return f"""
[common-crawl]
index = "{self.base}/collinfo.json"
replay = "{self.base}/"
loopback = true
index_every = 0
page_every = 0
"""


class _Handler(Answering):
    protocol_version = "HTTP/1.1"
    crawls: Crawls

    def do_GET(self) -> None:
        self.crawls.asked.append((self.path, dict(self.headers)))
        if self.path == "/collinfo.json":
            said = [{"id": name, "cdx-api": f"{self.crawls.base}/{name}-index"} for name in self.crawls.files]
            self.answer(200, json.dumps(said).encode())
        elif "-index?" in self.path:
            self._index()
        else:
            self._range()

    def _index(self) -> None:
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        if "showNumPages" in query:
            return self.answer(200, b'{"pages": 1, "pageSize": 5, "blocks": 1}')
        rows = self.crawls.rows(parts.path.strip("/").removesuffix("-index"), query["url"][0])
        if not rows:
            return self.answer(404, json.dumps({"message": f"No Captures found for: {query['url'][0]}"}).encode())
        return self.answer(200, "".join(json.dumps(row) + "\n" for row in rows).encode())

    def _range(self) -> None:
        data = self.crawls.files[Path(self.path).name.removesuffix(".warc.gz")]
        first, last = map(int, self.headers["Range"].removeprefix("bytes=").split("-"))
        if self.crawls.fault == "whole":
            return self.answer(200, data)
        if self.crawls.fault == "late":
            return self.answer(416, b"")
        shift = self.crawls.fault == "shifted"
        return self.answer(206, data[first + shift : last + 1 + shift])


@contextmanager
def crawled(files: Mapping[str, bytes]) -> Iterator[Crawls]:
    """Run the server while the block lasts."""
    crawls = Crawls(files=files)
    with serving(_Handler, crawls=crawls) as crawls.base:
        yield crawls
