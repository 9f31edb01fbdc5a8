"""A server of a test, on loopback: runs while a block lasts, and says nothing of its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Answering(BaseHTTPRequestHandler):
    """Answers in one piece."""

    def answer(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said: object) -> None:
        """Say nothing."""


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler], **world: object) -> Iterator[str]:
    """Run a server with this handler, which gets `world` as attributes; gives its base URL."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (handler,), world))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
