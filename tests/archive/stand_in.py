"""A server that speaks the dialect of the Internet Archive, with its faults, on loopback.

Made from the protocol's description: a CDX server with resume keys (same-second rows behind the limit are skipped, the
key is the last row's with its last character raised), and replay with `Memento-Datetime` only on what was captured.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import socket
import struct
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from urllib.parse import parse_qs, quote_plus, unquote_plus, urlsplit

import brotli

from tests.archive.serving import Answering, serving

NAMES = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
EXCLUSION = b"<html><body><h1>Sorry.</h1><p>This URL has been excluded from the Wayback Machine.</p></body></html>"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One capture of the stand-in."""

    url: str
    timestamp: str
    body: bytes = b""
    status: int = 200
    media_type: str = "text/html; charset=utf-8"
    location: str | None = None
    revisit: bool = False
    lost: int = 0
    """How many bytes at the end the crawler lost; the announced length stays."""
    silent: bool = False
    """Whether the connection stays open, without another byte, where bytes were lost."""
    coding: str = ""
    """`gzip` or `br`; `twice`: gzip behind an empty header of that name; `false`: called gzip, and plain."""

    @property
    def wire(self) -> bytes:
        if self.coding == "br":
            return bytes(brotli.compress(self.body))
        return gzip.compress(self.body, mtime=0) if self.coding in ("gzip", "twice") else self.body

    @property
    def digest(self) -> str:
        return base64.b32encode(hashlib.sha1(self.body).digest()).decode()

    def row(self) -> list[str]:
        parts = urlsplit(self.url)
        key = ",".join(reversed((parts.hostname or "").removeprefix("www.").split("."))) + ")" + (parts.path or "/")
        kind = "warc/revisit" if self.revisit else self.media_type.partition(";")[0]
        status = "-" if self.revisit else str(self.status)
        return [key, self.timestamp, self.url, kind, status, self.digest, str(len(self.body))]


@dataclass
class World:
    """What the stand-in holds, which faults come next, and what was asked of it."""

    captures: list[Kept] = field(default_factory=list)
    raw_rows: list[list[str]] = field(default_factory=list)
    """Rows that name no capture, as real indexes hold them."""
    faults: deque[str] = field(default_factory=deque)
    """One for each request to come; an empty text lets it through."""
    excluded: set[str] = field(default_factory=set)
    repeat: int = 1
    """How often each row is printed."""
    limit: int | None = None
    """Rows an answer, whatever was asked for."""
    text: bool = False
    timemap_size: int = 1000
    """Mementos a TimeMap; where there are more, one of TimeMaps leads to them."""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    base: str = ""

    def pages_asked(self) -> list[str]:
        return [path for path, _ in self.asked if path.startswith("/web/")]

    def rows(self, query: dict[str, list[str]]) -> tuple[list[list[str]], str | None]:
        host = _surt(query["url"][0])
        found = sorted(
            [one.row() for one in self.captures if _surt(one.url) == host] + self.raw_rows, key=lambda row: row[:2]
        )
        since, until = query.get("from", [""])[0], query.get("to", ["9"])[0]
        found = [row for row in found if row[1][: len(since)] >= since and row[1][: len(until)] <= until]
        if "resumeKey" in query:
            after = unquote_plus(query["resumeKey"][0])
            found = [row for row in found if f"{row[0]} {row[1]}" >= after]
        limit = self.limit or int(query.get("limit", ["150000"])[0])
        key = None
        if len(found) >= limit:
            found = found[:limit]
            last = f"{found[-1][0]} {found[-1][1]}"
            key = quote_plus(last[:-1] + chr(ord(last[-1]) + 1))
        return [row for row in found for _ in range(self.repeat)], key


class _Handler(Answering):
    protocol_version = "HTTP/1.1"
    world: World

    def do_GET(self) -> None:
        self.world.asked.append((self.path, dict(self.headers)))
        fault = self.world.faults.popleft() if self.world.faults else ""
        if fault:
            self._fault(fault)
        elif self.path.startswith("/cdx/search/cdx"):
            self._index()
        elif self.path.startswith("/web/timemap/link/"):
            self._timemap(self.path.removeprefix("/web/timemap/link/"))
        elif "Accept-Datetime" in self.headers:
            self._gate(self.path.removeprefix("/web/"))
        else:
            self._replay()

    def _fault(self, fault: str) -> None:
        kind, _, detail = fault.partition(":")
        if kind == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
        elif kind in ("short", "reset-in-body"):
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b"[[")
            self.close_connection = True
            if kind == "reset-in-body":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif kind == "blocked":
            said = "AdministrativeAccessControlException: Blocked Site Error"
            self.answer(403, b"Blocked", ("X-Archive-Wayback-Runtime-Error", said))
        elif kind == "robots":
            self.answer(200, b"org.archive.util.io.RuntimeIOException: RobotAccessControlException: Blocked By Robots")
        elif kind == "to":
            self.answer(302, b"", ("Location", f"{self.world.base}{detail}"))
        elif kind == "body":
            self.answer(200, detail.encode())
        else:
            self.answer(int(kind), b"try later", *([("Retry-After", detail)] if detail else []))

    def _index(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        rows, key = self.world.rows(query)
        if self.world.text or query.get("output") != ["json"]:
            text = "".join(" ".join(row) + "\n" for row in rows) + (f"\n{key}\n" if key else "")
            return self.answer(200, text.encode(), ("Content-Type", "text/plain;charset=UTF-8"))
        table: list[list[str]] = [list(NAMES), *rows] if rows else []
        if key and "showResumeKey" in query:
            table += [[], [key]]
        packed = gzip.compress(json.dumps(table).encode())
        return self.answer(200, packed, ("Content-Type", "application/json"), ("Content-Encoding", "gzip"))

    def _timemap(self, wanted: str) -> None:
        number, _, url = wanted.partition("/") if wanted[:1].isdigit() else ("", "", wanted)
        here, size = f"{self.world.base}/web/timemap/link/", self.world.timemap_size
        held = sorted(
            (one for one in self.world.captures if _surt(one.url) == _surt(url)), key=lambda one: one.timestamp
        )
        if not held:
            return self.answer(404, b"")
        lines = [f'<{url}>; rel="original"', f'<{here}{wanted}>; rel="self"; type="application/link-format"']
        if len(held) > size and not number:
            pages = range(0, len(held), size)
            lines += [f'<{here}{page}/{url}>; rel="timemap"; type="application/link-format"' for page in pages]
        else:
            part = held[int(number or 0) :][:size]
            lines += [
                f'<{self.world.base}/web/{one.timestamp}/{one.url}>; rel="memento"; datetime="{_http(one.timestamp)}"'
                for one in part
            ]
        text = ",\r\n".join(lines) + ","
        return self.answer(200, text.encode(), ("Content-Type", "application/link-format"))

    def _gate(self, url: str) -> None:
        wanted = parsedate_to_datetime(self.headers["Accept-Datetime"])
        held = [one for one in self.world.captures if _surt(one.url) == _surt(url)]
        if not held:
            return self.answer(404, b"<html>never archived</html>")
        one = min(held, key=lambda one: abs(_at(one.timestamp) - wanted))
        link = f'<{one.url}>; rel="original", <{self.world.base}/web/timemap/link/{one.url}>; rel="timemap"'
        to = f"{self.world.base}/web/{one.timestamp}/{one.url}"
        return self.answer(302, b"", ("Location", to), ("Vary", "accept-datetime"), ("Link", link))

    def _replay(self) -> None:
        found = re.fullmatch(r"/web/(\d{14})id_/(.+)", self.path, re.DOTALL)
        assert found, self.path
        stamp, url = found.groups()
        if url in self.world.excluded:
            return self.answer(200, EXCLUSION, ("Content-Type", "text/html"))
        same = [one for one in self.world.captures if _surt(one.url) == _surt(url)]
        if not same:
            return self.answer(404, b"<html>never archived</html>")
        one = min(same, key=lambda one: abs(int(one.timestamp) - int(stamp)))
        if one.timestamp != stamp:
            to = f"{self.world.base}/web/{one.timestamp}id_/{one.url}"
            said = ("X-Archive-Redirect-Reason", f"found capture at {one.timestamp}")
            return self.answer(302, b"", ("Location", to), said)
        if one.lost:
            self.send_response(one.status)
            for name, value in [*self._memento(one), ("Content-Length", str(len(one.wire)))]:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(one.wire[: -one.lost])
            self.close_connection = self.close_connection or not one.silent
            return None
        return self.answer(one.status, one.wire, *self._memento(one))

    def _memento(self, one: Kept) -> list[tuple[str, str]]:
        headers = [
            ("Memento-Datetime", _http(one.timestamp)),
            ("Link", f'<{one.url}>; rel="original", <{self.world.base}/web/timemap/link/{one.url}>; rel="timemap"'),
            ("x-archive-src", "crawl-2022/part-00001.warc.gz"),
            ("x-archive-orig-server", "nginx"),
            ("Content-Type", one.media_type),
        ]
        if one.coding:
            headers += [("content-encoding", "")] if one.coding == "twice" else []
            headers.append(("Content-Encoding", "br" if one.coding == "br" else "gzip"))
        if one.location:
            headers.append(("Location", f"{self.world.base}/web/{one.timestamp}id_/{one.location}"))
        return headers


def _at(timestamp: str) -> datetime:
    return datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def _http(timestamp: str) -> str:
    return format_datetime(_at(timestamp), usegmt=True)


def _surt(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.path or "/"


@contextmanager
def stand_in(world: World) -> Iterator[World]:
    """Run the server while the block lasts."""
    with serving(_Handler, world=world) as world.base:
        yield world


def configure(case: Path, world: World, **more: object) -> None:
    """Tell a case that the Internet Archive stands on loopback."""
    lines = [
        "[internet-archive]",
        f'index = "{world.base}/cdx/search/cdx"',
        f'timegate = "{world.base}/web/"',
        f'replay = "{world.base}/web/"',
        "loopback = true",
        "index_every = 0",
        "page_every = 0",
        'contact = "desk@news.example"',
    ]
    (case / "archives.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
