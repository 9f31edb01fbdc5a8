"""May a subject's own server be asked, and what does it learn?

Only a host that the case's `case.toml` names under `[live]`, with who permitted it; only at a run that says `--live`;
through the case's proxy where it names one. The request names neither this tool nor a newsroom. Whoever runs the server
sees that somebody looked, from where and when: that is said before.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC
from urllib.parse import urldefrag, urljoin, urlsplit

from legation.archive.dialects.moments import digits
from legation.archive.network.guard import Guard
from legation.archive.network.web import Answer, Web
from legation.archive.retrieved import MOVED, Retrieved
from legation.errors import UsageError
from legation.model.holdings import LIVE, Holding, Retrieval
from legation.model.keys import sha256_hex
from legation.model.sources import Given
from legation.pipeline.collecting.taking import Fetched, taken
from legation.pipeline.collecting.vanishing import same_page
from legation.store.case import ABOUT, Case
from legation.vocabulary.live import Manner, manner

HOPS = 5
_PORTS: Mapping[str, int] = {"http": 80, "https": 443}
_KEYS: Mapping[str, type] = {"hosts": list, "permission": str, "proxy": str, "user_agent": str, "loopback": bool}


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """Which servers may be asked, who said so, and how they are asked."""

    hosts: frozenset[str]
    by: str
    manner: Manner
    proxy: str | None = None
    loopback: bool = False
    """Whether a permitted host may stand on this machine."""

    def allows(self, url: str) -> bool:
        """Whether the server of an address may be asked."""
        return (urlsplit(url).hostname or "") in self.hosts

    def exposure(self, url: str) -> str:
        """What is seen of a request, in words."""
        host = urlsplit(url).hostname
        source = (
            f"the address of your proxy ({_without_secret(self.proxy)})" if self.proxy else "this machine's address"
        )
        names = (
            f"its operator learns that you ask for {host}"
            if self.proxy
            else f"your network and its name servers learn that you look for {host}"
        )
        return (
            f"{host} will see: a request for {url} from {source}, now, as User-Agent {self.manner.user_agent!r}; "
            f"{names}. Permitted by: {self.by}"
        )


def permission(case: Case) -> Permission:
    """What the case permits.

    Raises:
        UsageError: it permits nothing, or says something that can't be.
    """
    file = case.path / ABOUT
    table = tomllib.loads(file.read_text(encoding="utf-8")).get("live")
    if table is None:
        raise UsageError(
            f"{file} permits no request to a subject's own server. Whoever may decide that writes there:\n"
            '[live]\nhosts = ["mission.example"]\npermission = "name of who allows it, and the day"\n'
            'proxy = "socks5://127.0.0.1:9050"    # where one is to be used'
        )
    _check(table, str(file))
    shipped = manner()
    said = Manner(
        user_agent=table.get("user_agent", shipped.user_agent), accept=shipped.accept, language=shipped.language
    )
    return Permission(
        hosts=frozenset(str(host).casefold() for host in table["hosts"]),
        by=table["permission"],
        manner=said,
        proxy=table.get("proxy"),
        loopback=table.get("loopback", False),
    )


@contextmanager
def asking_live(allowed: Permission, url: str) -> Iterator[Web]:
    """A way to ask the server of an address, and no other.

    Raises:
        UsageError: the proxy can't be used.
    """
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    exceptions = frozenset({(parts.hostname or "", port)}) if allowed.loopback else frozenset[tuple[str, int]]()
    said = allowed.manner
    try:
        web = Web(Guard(exceptions=exceptions), user_agent=said.user_agent, accept=said.accept, proxy=allowed.proxy)
    except (ImportError, RuntimeError, ValueError) as error:
        raise UsageError(f"the proxy {_without_secret(allowed.proxy)} can't be used: {error}") from None
    with web:
        yield web


def look(
    case: Case, allowed: Permission, url: str, given: Given, say: Callable[[str], None] = lambda words: None
) -> Fetched:
    """Ask a page's own server for it once and keep what it says.

    A redirect is followed only to the same page of a permitted host, as `may_follow` says, and to no address twice.

    Args:
        case: an open case.
        allowed: what it permits.
        url: the page.
        given: what is to be said of the answer.
        say: told what a server will see, before each request.

    Raises:
        UsageError: the server isn't permitted.
        NetworkError: it gave no answer.
    """
    if not allowed.allows(url):
        raise UsageError(
            f"{urlsplit(url).hostname} isn't among the hosts that case.toml permits under [live]", item=url
        )
    say(allowed.exposure(url))
    at, answer, asked = url, _asked(allowed, url), {urldefrag(url).url}
    for _ in range(HOPS):
        target = _target(at, answer)
        if target is None or target in asked or not (may_follow(at, target) and allowed.allows(target)):
            break
        asked.add(target)
        say(allowed.exposure(target))
        at, answer = target, _asked(allowed, target)
    with case.writing():
        return taken(case, *_kept(url, at, answer), given, "live")


def may_follow(at: str, target: str) -> bool:
    """Whether a redirect leads to the same page, so that asking there says nothing more than asking here did.

    At the same server, or from `http` to `https`, or with `www.` more or less; both at the usual port then. Never from
    `https` to `http`, where everybody on the way could read along.
    """
    try:
        here, there = _origin(at), _origin(target)
    except ValueError:
        return False
    if "@" in urlsplit(target).netloc or not same_page(at, target):
        return False
    secured = (here.scheme, there.scheme) in (("http", "http"), ("https", "https"), ("http", "https"))
    return here == there or (secured and here.is_usual and there.is_usual)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Origin:
    """Where a server stands."""

    scheme: str
    host: str
    port: int

    @property
    def is_usual(self) -> bool:
        return self.port == _PORTS.get(self.scheme)


def _origin(url: str) -> _Origin:
    parts = urlsplit(url)
    return _Origin(scheme=parts.scheme, host=parts.hostname or "", port=parts.port or _PORTS.get(parts.scheme, 0))


def _target(at: str, answer: Answer) -> str | None:
    """Where an answer leads; nothing for one that leads nowhere."""
    where = answer.header("Location")
    if answer.status not in MOVED or not where:
        return None
    try:
        return urldefrag(urljoin(at, where)).url
    except ValueError:
        return None


def _asked(allowed: Permission, url: str) -> Answer:
    with asking_live(allowed, url) as web:
        return web.get(url, (("Accept-Language", allowed.manner.language),))


def _kept(url: str, at: str, answer: Answer) -> tuple[Holding, Retrieved]:
    # to the microsecond: two looks within one second are two
    moment = answer.asked_at.astimezone(UTC)
    one = Holding(archive=LIVE, url=url, timestamp=f"{digits(moment)}{moment:%f}", at=moment)
    retrieval = Retrieval(
        archive=LIVE,
        base="",
        requested=url,
        requested_url=url,
        requested_timestamp=one.timestamp,
        served_url=at,
        served_at=moment,
        fetched_at=answer.asked_at,
        status=answer.status,
        headers=answer.headers,
        wire_sha256=sha256_hex(answer.wire),
        wire_size=len(answer.wire),
        codings=answer.codings,
        user_agent=dict(answer.asked_headers).get("User-Agent"),
        notes=(f"led from {url}",) if at != url else (),
    )
    return one, Retrieved(
        retrieval=retrieval, answer=answer, body=answer.body, content_type=answer.header("Content-Type")
    )


def _check(table: object, file: str) -> None:
    if not isinstance(table, dict):
        raise UsageError(f"{file}: `live` must be a table, [live]", item=file)
    for key, value in table.items():
        if key not in _KEYS:
            raise UsageError(f"{file}: [live] has `{key}`; known are {', '.join(_KEYS)}", item=file)
        if not isinstance(value, _KEYS[key]):
            raise UsageError(f"{file}: [live] `{key}` can't be {value!r}", item=file)
    if not table.get("hosts") or not str(table.get("permission") or "").strip():
        raise UsageError(f"{file}: [live] needs `hosts`, and in `permission` who allowed it and when", item=file)


def _without_secret(proxy: str | None) -> str:
    parts = urlsplit(proxy or "")
    return f"{parts.scheme}://{parts.hostname}{f':{parts.port}' if parts.port else ''}"
