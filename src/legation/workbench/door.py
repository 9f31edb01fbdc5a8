"""Who may come in? One browser, which was given the launch token, from the workbench's own pages, and nobody else.

What is refused is refused before any of it is parsed. A name that an attacker's DNS points to loopback, a page of
another server on this machine and a link on a stranger's page all end here.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import parse_qs

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

DEFAULT_PORT = 8714
ENTRANCE = "/enter"
READING = frozenset({"GET", "HEAD"})
WRITING = frozenset({"POST"})
TOKEN_BYTES = 32

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""What a page of the workbench may load: what the workbench itself serves, and no script or style within a page."""
_HEADERS = (
    (b"content-security-policy", PAGE_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    # `no-referrer` would make the browser send `Origin: null` with our own forms.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"x-dns-prefetch-control", b"off"),
    (b"x-robots-tag", b"noindex, nofollow"),
    (b"cache-control", b"no-store"),
)


def new_secret() -> str:
    """A secret that nobody guesses, for an address or a cookie."""
    return secrets.token_urlsafe(TOKEN_BYTES)


@dataclass(slots=True, kw_only=True)
class Keys:
    """What opens the door: a token that is good once, and the cookie that it is exchanged for."""

    port: int
    token: str | None = field(default_factory=new_secret)
    """`None` once it was used."""
    session: str = field(default_factory=new_secret)

    @property
    def cookie(self) -> str:
        """Name of the cookie. Ports of one machine share their cookies, so that it names the port."""
        return f"legation-{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """The only values of the Host header that are answered."""
        return frozenset((f"127.0.0.1:{self.port}", f"localhost:{self.port}"))

    @property
    def address(self) -> str:
        """The address to open: good once."""
        return f"http://127.0.0.1:{self.port}{ENTRANCE}?token={self.token}"

    def exchange(self, token: str) -> bool:
        """Use the token up; whether it was the one."""
        if self.token is None or not hmac.compare_digest(self.token.encode(), token.encode()):
            return False
        self.token = None
        return True

    def holds(self, cookies: str) -> bool:
        """Whether a Cookie header carries the session."""
        values = (pair.strip().partition("=") for pair in cookies.split(";"))
        return any(
            name == self.cookie and hmac.compare_digest(value.encode(), self.session.encode())
            for name, _, value in values
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why somebody doesn't come in."""

    status: int
    words: str


def refusal(scope: Scope, keys: Keys) -> Refusal | None:
    """Why a request is turned away; `None` where it may come in.

    The rules in their order: the exact Host; no request that another site's page makes; a known method; a write from
    one of our own pages, which its Origin or its Sec-Fetch-Site has to say; the session's cookie.
    """
    hosts = _values(scope, b"host")
    if len(hosts) != 1 or hosts[0] not in keys.hosts:
        return Refusal(status=421, words="This server answers to its own address only.")
    sites = _values(scope, b"sec-fetch-site")
    entering = scope["path"] == ENTRANCE and scope["method"] == "GET"
    if not entering and any(site not in ("same-origin", "none") for site in sites):
        return Refusal(status=403, words="Another site's page asked for this; type the address yourself.")
    if scope["method"] not in READING | WRITING:
        return Refusal(status=405, words="The workbench knows GET, HEAD and POST.")
    if scope["method"] in WRITING and not _from_our_pages(scope, hosts[0], sites):
        return Refusal(status=403, words="A change has to come from a page of the workbench.")
    if not entering and not any(keys.holds(cookies) for cookies in _values(scope, b"cookie")):
        return Refusal(
            status=403,
            words="Open the address that `legation serve` printed. It is good once: if it was used, run it again.",
        )
    return None


def _from_our_pages(scope: Scope, host: str, sites: Iterable[str]) -> bool:
    origins = _values(scope, b"origin")
    if any(origin != f"http://{host}" for origin in origins):
        return False
    return bool(origins) or "same-origin" in sites


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


class Door:
    """Stands before the app: turns away, exchanges the token, and puts the headers on every answer."""

    def __init__(self, app: App, keys: Keys) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or pass it on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        turned_away = refusal(scope, self._keys)
        if turned_away is not None:
            await _say(send, turned_away.status, turned_away.words)
        elif scope["path"] == ENTRANCE:
            await self._enter(scope, send)
        else:
            await self._app(scope, receive, _with_headers(send))

    async def _enter(self, scope: Scope, send: Send) -> None:
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])
        if not self._keys.exchange(given[0]):
            await _say(
                send, 403, "This address was used already, or is of another start: run `legation serve` for a new one."
            )
            return
        cookie = f"{self._keys.cookie}={self._keys.session}; Path=/; HttpOnly; SameSite=Strict"
        await _answer(send, 303, b"", ((b"location", b"/"), (b"set-cookie", cookie.encode())))


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = list(message.get("headers", ()))
            named = {name.lower() for name, _ in given}
            message["headers"] = given + [(name, value) for name, value in _HEADERS if name not in named]
        await send(message)

    return sending


async def _say(send: Send, status: int, words: str) -> None:
    await _answer(send, status, f"{words}\n".encode(), ((b"content-type", b"text/plain; charset=utf-8"),))


async def _answer(send: Send, status: int, body: bytes, headers: tuple[tuple[bytes, bytes], ...]) -> None:
    every = [*headers, *_HEADERS, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": every})
    await send({"type": "http.response.body", "body": body})
