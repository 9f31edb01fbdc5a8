"""Makes WARC files of invented captures, as a crawler would have written them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


@dataclass(frozen=True, kw_only=True)
class Crawled:
    """One response as it was crawled."""

    url: str
    date: str
    body: bytes = b""
    status: str = "200 OK"
    headers: Sequence[tuple[str, str]] = field(default_factory=lambda: [("Content-Type", "text/html; charset=utf-8")])


@dataclass(frozen=True, kw_only=True)
class Revisited:
    """One capture of which the crawler kept only that its body was the same as before."""

    url: str
    date: str
    first: Crawled


def write_warc(path: Path, records: Sequence[Crawled | Revisited], *, gzip: bool = True) -> Path:
    """Write a WARC file; a revisit refers to the capture that it is the same as."""
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=gzip)
        for one in records:
            writer.write_record(_record(writer, one))
    return path


def _record(writer: WARCWriter, one: Crawled | Revisited) -> object:
    if isinstance(one, Revisited):
        digest = _record(writer, one.first).rec_headers.get_header("WARC-Payload-Digest")  # type: ignore[attr-defined]
        return writer.create_revisit_record(
            one.url, digest, one.first.url, one.first.date, warc_headers_dict={"WARC-Date": one.date}
        )
    headers = StatusAndHeaders(one.status, [*one.headers, ("Content-Length", str(len(one.body)))], protocol="HTTP/1.1")
    return writer.create_warc_record(
        one.url,
        "response",
        payload=io.BytesIO(one.body),
        length=len(one.body),
        http_headers=headers,
        warc_headers_dict={"WARC-Date": one.date},
    )
