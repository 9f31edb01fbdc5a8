"""When did the names on a page of this case vanish? The captures of one address, as their readings see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from legation.analysis.vanishing import Look, Sight, Vanishing, vanishings
from legation.errors import UnknownIdError
from legation.model.sources import Capture
from legation.pipeline.answering.status import accounts
from legation.store.case import Case
from legation.store.memo import Account

_READ = frozenset({"ok", "abridged"})


def vanished(case: Case, url: str) -> tuple[tuple[Vanishing, ...], Mapping[str, Capture]]:
    """Each time that the names on a page vanished, and the captures by their ids.

    Raises:
        UnknownIdError: the case has no built capture of that address.
    """
    found = [(capture, account) for capture, account in looked_at(case, url) if account is not None]
    if not found:
        raise UnknownIdError(
            f"no capture of {url} was read in this case: fetch or add some with --url and --captured-at, then build",
            item=url,
        )
    return vanishings(look_of(*pair) for pair in found), {capture.id: capture for capture, _ in found}


def same_page(one: str, other: str) -> bool:
    """Whether two addresses name one page as archives count it: without scheme, `www.`, usual port and last slash."""
    return _page(one) == _page(other)


def looked_at(case: Case, url: str) -> Iterator[tuple[Capture, Account | None]]:
    """The captures of a page that count, each with what became of it."""
    for capture, account, instead in accounts(case):
        address = capture.given.url
        if instead is None and address and capture.given.captured_at and same_page(address, url):
            yield capture, account


def look_of(capture: Capture, account: Account) -> Look:
    """What a capture that was read shows of its page."""
    state = account.state or account.code or "unread"
    sight: Sight = "nothing"
    if account.state in _READ:
        sight = "names" if account.listings else "without"
    elif account.state == "list-removed":
        sight = "without"
    assert capture.given.captured_at is not None
    return Look(
        capture=capture.id,
        sha256=capture.sha256,
        at=capture.given.captured_at,
        sight=sight,
        state=state,
        names=account.listings if sight == "names" else 0,
    )


def _page(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url if "//" in url else f"//{url}")
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query
