"""Which requests does it take to learn all that an archive holds of a page?

An errand is a list of requests still to make; each answer gives holdings and perhaps more requests. Pure, so that an
errand can be put down after any answer and taken up again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from legation.archive.dialects import internet_archive, pywb
from legation.archive.dialects.moments import digits, middle
from legation.archive.dialects.rows import Page
from legation.archive.dialects.timemap import read_timegate, read_timemap
from legation.errors import ArchiveAnswerError
from legation.model.errands import Request, Wanted
from legation.model.holdings import Holding
from legation.vocabulary.archives import Archive

_NOTHING = re.compile(r"no captures? found", re.IGNORECASE)
_WEEK = re.compile(r"-(\d{4})-(\d{2})\b")
_LEADS = frozenset({300, 301, 302, 303, 307, 308})
_GATES = 5
"""How many TimeGates may lead to each other."""
_CRAWL_DAYS = 28
"""How long a crawl of Common Crawl may go on around the week that its name gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one answer gave: holdings, and requests that it takes beside those still open."""

    page: Page
    more: tuple[Request, ...] = ()


def first_requests(archive: Archive, wanted: Wanted) -> tuple[Request, ...]:
    """How an errand begins in an archive's dialect."""
    if wanted.near is not None and archive.timegate:
        return (Request(kind="timegate", url=f"{archive.timegate}{wanted.url}"),)
    match archive.dialect:
        case "internet-archive":
            return (_rows(archive, wanted, None),)
        case "pywb":
            return (Request(kind="pages", url=_address(archive.index, pywb.pages_question(wanted.url))),)
        case "common-crawl":
            return (Request(kind="collections", url=archive.index or ""),)
        case "memento":
            return (Request(kind="timemap", url=f"{archive.timemap}{wanted.url}"),)


def step(archive: Archive, wanted: Wanted, request: Request, answer: tuple[int, str], made: Collection[str]) -> Step:
    """What an answer gives.

    Args:
        archive: whose answer.
        wanted: what the errand is after.
        request: the request that was made.
        answer: the status and the text; of a TimeGate's answer the headers are the text.
        made: the addresses asked for so far; a TimeMap that leads back to one of them is not asked again.

    Raises:
        ArchiveAnswerError: the answer can't be one.
    """
    status, text = answer
    if request.kind == "timegate":
        return _gate(archive, wanted, request, (status, text), made)
    if request.kind == "pages":
        return Step(page=Page(), more=_pages(request, wanted, status, text))
    if status == 404 and (request.kind == "timemap" or not text.strip() or _NOTHING.search(text)):
        return Step(page=Page())
    if status != 200:
        raise ArchiveAnswerError(
            f"{archive.name}: status {status} for {request.url}: {text.strip()[:120]!r}; check its address in the "
            "configuration",
            item=archive.name,
        )
    if request.kind == "collections":
        indexes = pywb.read_collections(archive.name, text)
        addresses = [address for name, address in indexes if _may_cover(name, wanted)]
        questions = [_address(address, pywb.pages_question(wanted.url)) for address in addresses]
        return Step(page=Page(), more=tuple(Request(kind="pages", url=each) for each in questions))
    if request.kind == "timemap":
        page = read_timemap(archive.name, text)
        more = tuple(Request(kind="timemap", url=url) for url in page.following if url not in made)
        return Step(page=_within(page, wanted), more=more)
    if archive.dialect == "internet-archive":
        page = internet_archive.read_page(archive.name, text)
        return Step(page=_within(page, wanted), more=tuple(_rows(archive, wanted, key) for key in page.following))
    return Step(page=_within(pywb.read_page(archive.name, text), wanted))


def nearest(holdings: Sequence[Holding], near: str) -> tuple[Holding, ...]:
    """The one holding whose moment lies nearest to these digits; none where none has a moment."""
    wanted = middle(near)
    dated = [(abs(one.at - wanted), one.timestamp, one) for one in holdings if one.at and wanted]
    return (min(dated, key=lambda each: each[:2])[2],) if dated else ()


def _gate(archive: Archive, wanted: Wanted, request: Request, answer: tuple[int, str], made: Collection[str]) -> Step:
    """What a TimeGate answers: the capture that it chose, or where it leads to (RFC 7089, section 4)."""
    status, text = answer
    page, target = read_timegate(archive.name, wanted.url, request.url, text)
    if page.holdings or status in (404, 406):
        return Step(page=page)
    if target is None or status not in _LEADS or len(made) > _GATES or target in made:
        raise ArchiveAnswerError(
            f"{archive.name}: its TimeGate answered {status} for {request.url} and chose no capture; leave out --near, "
            "or check its address in the configuration",
            item=archive.name,
        )
    return Step(page=page, more=(Request(kind="timegate", url=target),))


def _rows(archive: Archive, wanted: Wanted, resume: str | None) -> Request:
    asked = internet_archive.question(wanted.url, since=wanted.since, until=wanted.until, resume=resume)
    return Request(kind="rows", url=_address(archive.index, asked))


def _pages(request: Request, wanted: Wanted, status: int, text: str) -> tuple[Request, ...]:
    """One request where the index isn't in parts: then it ignores paging and gives every row each time."""
    if status == 404:
        return ()
    number = pywb.read_pages(text) if status == 200 else 1
    pages = [None] if number == 1 else list(range(number))
    index = request.url.partition("?")[0]
    questions = [pywb.question(wanted.url, since=wanted.since, until=wanted.until, page=page) for page in pages]
    return tuple(Request(kind="rows", url=_address(index, question)) for question in questions)


def _within(page: Page, wanted: Wanted) -> Page:
    return replace(page, holdings=tuple(one for one in page.holdings if _covers(wanted, one)))


def _covers(wanted: Wanted, holding: Holding) -> bool:
    """Whether a holding lies between the two ends; digits compare as far as they are given, both included."""
    stamp = digits(holding.at) if holding.at else holding.timestamp
    return (wanted.since is None or stamp[: len(wanted.since)] >= wanted.since) and (
        wanted.until is None or stamp[: len(wanted.until)] <= wanted.until
    )


def _may_cover(name: str, wanted: Wanted) -> bool:
    """Whether a crawl can hold what is wanted, by the year and week in its name; one without is asked."""
    found = _WEEK.search(name)
    if found is None:
        return True
    try:
        week = date.fromisocalendar(int(found.group(1)), max(1, int(found.group(2))), 1)
    except ValueError:
        return True
    before, after = week - timedelta(days=_CRAWL_DAYS), week + timedelta(days=_CRAWL_DAYS)
    since, until = wanted.since or "", wanted.until or "9"
    return f"{after:%Y%m%d}235959"[: len(since)] >= since and f"{before:%Y%m%d}000000"[: len(until)] <= until


def _address(base: str | None, asked: tuple[tuple[str, str], ...]) -> str:
    return f"{base}{'&' if '?' in (base or '') else '?'}{urlencode(asked)}"
