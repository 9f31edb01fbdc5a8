"""What does a server answer to one request, byte for byte?

No redirect is followed, no cookie kept, no proxy taken from the environment; the bytes are given as they came on the
wire beside what they are unpacked. Size, time and ratio have caps. Who asks says so in `User-Agent`, which the caller
chooses.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import quote

import httpcore

from legation.archive.network.codings import Cap, undone
from legation.archive.network.connecting import Connections
from legation.archive.network.guard import Guard
from legation.errors import DamagedInputError, LimitError, NetworkError

_SENT = "%/?#[]@!$&'()*+,;=:~|{}^`\""
"""What stays as it is in the path and query of an address: archives compare addresses letter by letter."""
Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long one request may take and how much it may bring."""

    connect_seconds: float = 20.0
    read_seconds: float = 60.0
    whole_seconds: float = 300.0
    wire_bytes: int = 64 * 1024 * 1024
    cap: Cap = field(default_factory=Cap)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent to one request."""

    url: str
    asked_at: datetime
    asked_headers: Headers
    version: str
    status: int
    reason: str
    headers: Headers
    """As they came, in their order; names keep their case."""
    wire: bytes
    """The body with the transfer's chunks joined and the content codings as they came."""
    body: bytes
    codings: tuple[str, ...]
    cut_off: bool = False
    """Whether the connection ended before the body that the headers announce."""

    def header(self, name: str) -> str | None:
        """The first header of that name that isn't empty: some archives send an empty one before the real one."""
        return next((value for key, value in self.headers if key.casefold() == name.casefold() and value.strip()), None)

    def head(self) -> bytes:
        """The headers as they came, one a line: what an answer says that has no body of interest."""
        return "".join(f"{name}: {value}\r\n" for name, value in self.headers).encode("latin-1", "replace")


class BrokenOffError(NetworkError):
    """The connection ended in the middle of a body; what came until then is kept beside the error."""

    def __init__(self, message: str, answer: Answer) -> None:
        super().__init__(message, item=answer.url)
        self.answer = answer


class Web:
    """Asks servers, one request at a time. Use it in a `with` block, or `close` it."""

    def __init__(
        self,
        guard: Guard,
        *,
        user_agent: str,
        accept: str = "*/*",
        limits: Limits | None = None,
        proxy: str | None = None,
    ) -> None:
        self._guard = guard
        self._limits = limits or Limits()
        self.user_agent = user_agent
        self._accept = accept
        self._connections = Connections(pinned=proxy is None)
        self._proxied = proxy is not None
        self._pool = _pool(self._connections, proxy)

    def get(self, url: str, headers: Sequence[tuple[str, str]] = (), *, silence: float | None = None) -> Answer:
        """Ask for an address.

        Args:
            url: the address.
            headers: what is sent besides those that every request has.
            silence: seconds without a byte that end a body that has begun; as long as for its first byte where not
                given.

        Raises:
            BrokenOffError: the body ended before the length that its headers announce.
            AddressRefusedError: the guard doesn't let it through.
            LimitError: it brought too much.
            NetworkError: no connection, or it broke, or took too long.
        """
        return self._ask(url, headers, None, silence)

    def post(self, url: str, body: bytes, media_type: str) -> Answer:
        """Send a body to an address; errors as `get`."""
        return self._ask(url, (("Content-Type", media_type), ("Content-Length", str(len(body)))), body)

    def _ask(
        self, url: str, headers: Sequence[tuple[str, str]], body: bytes | None, silence: float | None = None
    ) -> Answer:
        url = as_uri(url)
        if not self._proxied:
            door = self._guard.door(url)
            self._connections.doors[door.host, door.port] = door
        sent = (("User-Agent", self.user_agent), ("Accept-Encoding", "gzip"), ("Accept", self._accept), *headers)
        self._connections.begin(url, self._limits.whole_seconds)
        try:
            return self._answer(url, sent, body, silence)
        except httpcore.TimeoutException as error:
            raise NetworkError(f"{url}: no answer in time; run the same command again", item=url) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, ssl.SSLError) as error:
            raise NetworkError(
                f"{url}: the connection failed ({type(error).__name__}: {error}); run the same command again", item=url
            ) from error

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _answer(self, url: str, sent: Headers, content: bytes | None, silence: float | None) -> Answer:
        limits = self._limits
        times = {"connect": limits.connect_seconds, "read": limits.read_seconds, "write": limits.read_seconds}
        host = [("Host", _host(url))]
        method = "GET" if content is None else "POST"
        extensions = {"timeout": times}
        asked_at = datetime.now(UTC)
        with self._pool.stream(method, url, headers=[*host, *sent], content=content, extensions=extensions) as response:
            # the head is there: from here on silence is told by its own measure, which is read when the body begins
            times["read"] = limits.read_seconds if silence is None else silence
            wire, broken = self._wire(url, response)
            headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
            codings = [
                each for name, value in headers if name.casefold() == "content-encoding" for each in value.split(",")
            ]
            try:
                body, codings_undone = undone(wire, codings, limits.cap, url)
            except DamagedInputError:
                if broken is None:
                    raise
                body, codings_undone = wire, ()
            answer = Answer(
                url=url,
                asked_at=asked_at,
                asked_headers=(*host, *sent),
                version=response.extensions.get("http_version", b"HTTP/1.1").decode("ascii"),
                status=response.status,
                reason=response.extensions.get("reason_phrase", b"").decode("latin-1"),
                headers=headers,
                wire=wire,
                body=body,
                codings=codings_undone,
                cut_off=broken is not None,
            )
        if broken is not None:
            said = f"{url}: the connection ended after {len(wire)} bytes ({broken}); run the same command again"
            raise BrokenOffError(said, answer) from broken
        return answer

    def _wire(self, url: str, response: httpcore.Response) -> tuple[bytes, Exception | None]:
        """The body as it came, and what ended the connection before its end."""
        pieces = list[bytes]()
        try:
            for piece in self._pieces(url, response):
                pieces.append(piece)
        except (httpcore.RemoteProtocolError, httpcore.ReadError, httpcore.ReadTimeout) as error:
            return b"".join(pieces), error
        return b"".join(pieces), None

    def _pieces(self, url: str, response: httpcore.Response) -> Iterator[bytes]:
        size = 0
        for piece in response.iter_stream():
            size += len(piece)
            if size > self._limits.wire_bytes:
                raise LimitError(
                    f"{url} brings more than {self._limits.wire_bytes} bytes; it was stopped there", item=url
                )
            yield piece


def _pool(connections: Connections, proxy: str | None) -> httpcore.ConnectionPool:
    context = ssl.create_default_context()
    if proxy is None:
        return httpcore.ConnectionPool(
            ssl_context=context, network_backend=connections, max_connections=4, keepalive_expiry=5
        )
    kind = httpcore.SOCKSProxy if proxy.startswith("socks") else httpcore.HTTPProxy
    return kind(proxy_url=proxy, ssl_context=context, network_backend=connections, max_connections=4)


def as_uri(url: str) -> str:
    """The address in the letters that may be sent: others are encoded (RFC 3987), what is encoded stays as it is."""
    scheme, mark, rest = url.partition("://")
    end = min((at for at in map(rest.find, "/?#") if at >= 0), default=len(rest))
    return f"{scheme}{mark}{rest[:end]}{quote(rest[end:], safe=_SENT)}"


def _host(url: str) -> str:
    host = url.split("://", 1)[1].split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    return host if host.isascii() else host.encode("idna").decode("ascii")
