"""The server of a subject, on loopback: what it shows may change, and it writes down all that it sees."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.archive.serving import Answering, serving


@dataclass
class Site:
    """What the server shows, and what it saw."""

    body: bytes = b""
    status: int = 200
    location: str | None = None
    locations: dict[str, str] = field(default_factory=dict)
    """Where single paths lead, whatever `location` says."""
    saw: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    base: str = ""


class _Handler(Answering):
    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        self.site.saw.append((self.path, dict(self.headers)))
        location = self.site.locations.get(self.path, self.site.location)
        self.answer(
            self.site.status,
            self.site.body,
            ("Content-Type", "text/html; charset=utf-8"),
            ("Set-Cookie", "seen=1"),
            *([("Location", location)] if location else []),
        )


@contextmanager
def site(body: bytes) -> Iterator[Site]:
    """Run the server while the block lasts; as a proxy it shows the same."""
    made = Site(body=body)
    with serving(_Handler, site=made) as made.base:
        yield made


class _Socks(socketserver.StreamRequestHandler):
    """One connection through a SOCKS 5 proxy, to wherever `server.lead` says (RFC 1928)."""

    def handle(self) -> None:
        methods = self.rfile.read(2)[1]
        self.rfile.read(methods)
        self.wfile.write(b"\x05\x00")
        _, _, _, kind = self.rfile.read(4)
        host = self.rfile.read(self.rfile.read(1)[0]) if kind == 3 else self.rfile.read(4)
        port = int.from_bytes(self.rfile.read(2), "big")
        self.server.wanted.append((kind, host, port))  # type: ignore[attr-defined]
        self.wfile.write(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
        with socket.create_connection(self.server.lead) as onward:  # type: ignore[attr-defined]
            request = b""
            while not request.endswith(b"\r\n\r\n"):
                request += self.rfile.readline()
            onward.sendall(request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
            while piece := onward.recv(65536):
                self.wfile.write(piece)


@contextmanager
def socks(lead: tuple[str, int]) -> Iterator[tuple[str, list[tuple[int, bytes, int]]]]:
    """A SOCKS proxy that leads every connection to one place; gives its address and what it was asked for."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Socks) as server:
        server.lead, server.wanted = lead, []  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"socks5://127.0.0.1:{server.server_address[1]}", server.wanted  # type: ignore[attr-defined]
        finally:
            server.shutdown()
            thread.join()
