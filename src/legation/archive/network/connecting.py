"""To which address does a connection go, and when is everything on it over?

A connection goes to the address that the guard checked, whatever the name resolves to by now; a server that sends a
byte now and then, in its headers or its body, is left at the moment at which the whole request has to be over.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from legation.archive.network.guard import Door
from legation.errors import NetworkError


class Connections(httpcore.NetworkBackend):
    """Opens connections for one request at a time."""

    def __init__(self, *, pinned: bool = True) -> None:
        """Start without a door.

        Args:
            pinned: whether only hosts with a checked address are connected to; else it is a proxy, which is asked for
                by name.
        """
        self._inner = httpcore.SyncBackend()
        self._pinned = pinned
        self.doors: dict[tuple[str, int], Door] = {}
        self._url, self._seconds, self._over = "", 0.0, float("inf")

    def begin(self, url: str, seconds: float) -> None:
        """Let everything that is on the way for this address end so many seconds from now."""
        self._url, self._seconds, self._over = url, seconds, time.monotonic() + seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Open a connection to the checked address of that host."""
        address = self.doors[host, port].address if self._pinned else host
        return _Timed(self._inner.connect_tcp(address, port, timeout, local_address, socket_options), self._left)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never: nothing that is asked stands behind a file."""
        raise NetworkError("no server is asked over a file of this machine")

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def _left(self) -> float:
        left = self._over - time.monotonic()
        if left <= 0:
            raise NetworkError(
                f"{self._url} takes longer than {self._seconds:.0f} s; it was stopped: run the command again later",
                item=self._url,
            )
        return left


class _Timed(httpcore.NetworkStream):
    """A connection that is read and written to for as long as its request may take."""

    def __init__(self, inner: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        self._inner = inner
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come."""
        left = self._left()
        try:
            return self._inner.read(max_bytes, left if timeout is None else min(timeout, left))
        except httpcore.ReadTimeout:
            self._left()
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send."""
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, timeout), self._left)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401
        """What is known of the connection."""
        return self._inner.get_extra_info(info)
