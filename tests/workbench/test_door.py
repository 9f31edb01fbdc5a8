"""Only the browser that was given the token comes in, only from our own pages, only at the exact address."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from itertools import product
from typing import Any

import pytest

from legation.workbench.door import PAGE_POLICY, Door, Keys, Message, Receive, Scope, Send

PORT = 8714
HOSTS = {
    "127.0.0.1:8714": True,
    "localhost:8714": True,
    "127.0.0.1": False,
    "127.0.0.1:87140": False,
    "evil.example:8714": False,
    "127.0.0.1.evil.example:8714": False,
    None: False,
}
ORIGINS = {
    None: True,
    "our own": True,
    "null": False,
    "http://evil.example": False,
    "http://127.0.0.1:3000": False,
    "https://127.0.0.1:8714": False,
    "http://127.0.0.1:8714.evil.example": False,
}
SITES = {None: True, "same-origin": True, "none": True, "same-site": False, "cross-site": False}
COOKIES = {"the session's": True, None: False, "a guess": False, "that of another port": False}


def _cookie(keys: Keys, kind: str | None) -> str | None:
    return {
        "the session's": f"a=b; {keys.cookie}={keys.session}",
        "a guess": f"{keys.cookie}={'x' * len(keys.session)}",
        "that of another port": f"legation-1={keys.session}",
        None: None,
    }[kind]


def _asked(keys: Keys, method: str, path: str, headers: Mapping[str, str | None], query: str = "") -> list[Message]:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"the case"})

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    scope: dict[str, Any] = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items() if value is not None],
    }
    _finish(Door(app, keys)(scope, receive, send))
    return sent


def _finish(answering: Coroutine[None, None, None]) -> None:
    """Run what waits for nothing, without a loop: another test's browser may have one in this thread."""
    with pytest.raises(StopIteration):
        answering.send(None)


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"])
def test_of_every_host_origin_site_and_cookie_only_the_legitimate_pass(method: str) -> None:
    for (host, host_ok), (origin, origin_ok), (site, site_ok), (cookie, cookie_ok) in product(
        HOSTS.items(), ORIGINS.items(), SITES.items(), COOKIES.items()
    ):
        keys = Keys(port=PORT)
        headers = {
            "host": host,
            "origin": f"http://{host}" if origin == "our own" else origin,
            "sec-fetch-site": site,
            "cookie": _cookie(keys, cookie),
        }
        writes = method == "POST"
        said_by_us = origin == "our own" or site == "same-origin"
        legitimate = (
            host_ok
            and site_ok
            and cookie_ok
            and method in ("GET", "HEAD", "POST")
            and (not writes or (origin_ok and said_by_us))
        )
        status = _asked(keys, method, "/", headers)[0]["status"]
        assert (status == 200) == legitimate, (method, headers)


def test_the_token_is_good_once() -> None:
    keys = Keys(port=PORT)
    query, host = f"token={keys.token}", {"host": "127.0.0.1:8714"}
    entered = _asked(keys, "GET", "/enter", host, query)[0]
    assert entered["status"] == 303
    assert dict(entered["headers"])[b"set-cookie"].endswith(b"; Path=/; HttpOnly; SameSite=Strict")
    assert _asked(keys, "GET", "/enter", host, query)[0]["status"] == 403


@pytest.mark.parametrize("query", ["", "token=", "token=None", "token=x", "other=1"])
def test_no_other_token_opens_also_after_the_right_one_was_used(query: str) -> None:
    keys = Keys(port=PORT)
    host = {"host": "127.0.0.1:8714"}
    assert _asked(keys, "GET", "/enter", host, query)[0]["status"] == 403
    _asked(keys, "GET", "/enter", host, f"token={keys.token}")
    assert _asked(keys, "GET", "/enter", host, query)[0]["status"] == 403


def test_two_host_headers_are_none() -> None:
    keys = Keys(port=PORT)
    scope: dict[str, Any] = {"path": "/", "method": "GET", "headers": [(b"host", b"127.0.0.1:8714")] * 2}
    from legation.workbench.door import refusal

    turned_away = refusal(scope, keys)
    assert turned_away is not None
    assert turned_away.status == 421


def test_every_answer_carries_the_policy() -> None:
    keys = Keys(port=PORT)
    for headers in ({"host": "127.0.0.1:8714", "cookie": f"{keys.cookie}={keys.session}"}, {"host": "evil.example"}):
        answer = dict(_asked(keys, "GET", "/", dict(headers))[0]["headers"])
        assert answer[b"content-security-policy"].decode() == PAGE_POLICY
        assert answer[b"x-content-type-options"] == b"nosniff"
        assert answer[b"cache-control"] == b"no-store"


def test_websockets_are_not_answered() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError("the app was asked")

    _finish(Door(app, Keys(port=PORT))({"type": "websocket"}, receive, send))
    assert sent == []
