"""What does an archive answer: to a question for its index, and to one for a page?

Answers are told apart before they are believed: an archived error is a capture, the archive's own error is none; an
exclusion page with status 200 is none; a capture of another time than was asked for is named as that. Transient
failures are tried again a few times, *too many* stops every process of the machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import format_datetime
from urllib.parse import urljoin

import httpcore

from legation.archive.dialects.moments import middle
from legation.archive.network.pace import BLOCK_WAIT, DEFAULT_WAIT, Clock, Pace, Pool, retry_after
from legation.archive.network.web import Answer, BrokenOffError, Headers, Web
from legation.archive.retrieved import MOVED, Asked, Retrieved, digest_verdict, memento, record
from legation.errors import (
    ArchiveAnswerError,
    ArchiveExcludedError,
    ArchiveFailingError,
    NetworkError,
    NotHeldError,
)
from legation.model.errands import Request
from legation.model.holdings import Holding, Segment
from legation.vocabulary.archives import Archive

WAITS = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0)
"""Seconds before each attempt where the failure may pass."""
SILENCE = 15.0
"""Seconds without a byte that end a page. Archives pass on the length that the page's own server announced; where the
page was cut off when it was captured, no more bytes come, and some archives then leave the connection open."""
HOPS = 5
_PASSING = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)
_TRANSIENT = frozenset({413, 421, 500, 502, 503, 504, 599})
_LAST = ("Connection", "close")
_WALLS = frozenset({200, 401, 403, 407})
"""What an archive answers without a moment where it wants to know who asks, or wants no more questions: it may pass."""
_EXCLUDED = re.compile(
    r"AdministrativeAccessControl|RobotAccessControl|Blocked Site|excluded from|displayed due to robots", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """One archive, asked at its pace."""

    archive: Archive
    web: Web
    pace: Pace
    clock: Clock

    def index(self, request: Request, *, near: str | None = None, page: str | None = None) -> Answer:
        """The answer to one request of an errand, whatever its status.

        Args:
            request: what is asked.
            page: the address of the page that the errand is about, to be named where it fails.
            near: for a TimeGate, the digits of the moment that is wanted; the middle of what they name is meant.

        Raises:
            ArchiveBusyError: the archive asks to wait.
            ArchiveExcludedError: it holds the page back.
            NetworkError: it gave no answer after several attempts.
        """
        moment = middle(near) if near and request.kind == "timegate" else None
        headers = (("Accept-Datetime", format_datetime(moment, usegmt=True)),) if moment else ()
        answer = self._asked(request.url, "index", headers)
        said = _said(answer, 2000)
        if _EXCLUDED.search(said) and (answer.status == 403 or "AccessControlException" in said):
            raise ArchiveExcludedError(
                f"{self.archive.title} holds {page or request.url} back, as its owner or robots.txt asks; try another "
                "archive",
                item=page or request.url,
            )
        return answer

    def retrieve(self, holding: Holding) -> Retrieved:
        """The bytes of a capture as they were first served, at the moment that is asked for.

        Raises:
            ArchiveBusyError, NetworkError: as `index`; also where the archive shows a page of its own instead.
            ArchiveAnswerError: what came is no whole record of a crawler's file.
            ArchiveExcludedError: the archive says that it holds the page back.
            NotHeldError: there is no body.
            OtherCaptureError: the archive gives another capture's.
        """
        if self.archive.dialect == "common-crawl":
            return self._in_file(holding, holding.segment)
        requested = self.address(holding)
        asked = self._asks(holding, requested)
        url, notes = requested, list[str]()
        for _ in range(HOPS):
            answer = self._asked(url, "page", digest=holding.digest)
            if answer.header("Memento-Datetime"):
                return memento(asked, answer, notes)
            url = self._elsewhere(holding, answer)
            notes.append(f"the archive led to {url}")
        raise NotHeldError(
            f"{requested} leads from one address to the next without an end; it was left", item=requested
        )

    def _in_file(self, holding: Holding, segment: Segment | None) -> Retrieved:
        """One record out of a crawler's file, by its place; a server that gives the whole file is stopped."""
        if segment is None:
            raise NotHeldError(f"{self.archive.title} doesn't say in which file {holding.url} stands", item=holding.url)
        requested = f"{self.archive.replay}{segment.file}"
        last = segment.offset + segment.length - 1
        answer = self._asked(requested, "page", (("Range", f"bytes={segment.offset}-{last}"),))
        if answer.status in (403, 404, 410, 416):
            raise NotHeldError(
                f"{self.archive.title} answered {answer.status} for bytes {segment.offset}-{last} of {requested}; "
                "the row is kept",
                item=requested,
            )
        if answer.status != 206 or len(answer.wire) != segment.length:
            raise ArchiveAnswerError(
                f"{requested}: bytes {segment.offset}-{last} were asked for, and {len(answer.wire)} came with status "
                f"{answer.status}; nothing was stored",
                item=requested,
            )
        return record(self._asks(holding, requested), answer)

    def _asks(self, holding: Holding, requested: str) -> Asked:
        return Asked(archive=self.archive, holding=holding, requested=requested, user_agent=self.web.user_agent)

    def address(self, holding: Holding) -> str:
        """Where the unchanged bytes of a capture are asked for: the address goes in as it is."""
        if not self.archive.gives_pages:
            raise NotHeldError(
                f"{self.archive.title} gives no bytes as they were served: open {holding.place or holding.url} in a "
                "browser, save it and add the file",
                item=holding.place or holding.url,
            )
        return f"{self.archive.replay}{holding.timestamp}id_/{holding.url}"

    def _elsewhere(self, holding: Holding, answer: Answer) -> str:
        """Where the archive leads to for want of a capture at this address."""
        location = answer.header("Location")
        if answer.status in MOVED and location:
            url = urljoin(answer.url, location)
            if url.startswith(self.archive.replay or ""):
                return url
        if answer.status == 451 or _EXCLUDED.search(_said(answer, 20_000)):
            raise ArchiveExcludedError(
                f"{self.archive.title} holds back what it has of {holding.url} at {holding.timestamp}: nothing was "
                "stored; try another archive",
                item=answer.url,
            )
        if answer.status in _WALLS:
            raise ArchiveFailingError(
                f"{self.archive.title} answers {answer.url} with a page of its own (status {answer.status}): it may "
                "ask who is there, or block this network. Nothing was stored; look at it in a browser, and run the "
                "same command again later",
                item=answer.url,
            )
        reason = f"led to {location}" if location else f"answered {answer.status}"
        raise NotHeldError(
            f"{self.archive.title} lists {holding.url} at {holding.timestamp} and {reason} for its body; "
            "the row is kept",
            item=answer.url,
        )

    def _asked(self, url: str, pool: Pool, headers: Headers = (), digest: str | None = None) -> Answer:
        failure: NetworkError | None = None
        before: bytes | None = None
        for wait in WAITS:
            if wait:
                self.clock.sleep(wait)
            self.pace.turn(pool)
            try:
                answer = self.web.get(url, headers, silence=SILENCE if pool == "page" else None)
            except BrokenOffError as error:
                if _is_cut_off(error.answer, before, digest):
                    return error.answer
                before, failure = error.answer.wire, error
                # so that a server that has no more bytes says so by hanging up
                headers = (*(each for each in headers if each != _LAST), _LAST)
                continue
            except NetworkError as error:
                if not isinstance(error.__cause__, _PASSING):
                    raise
                if isinstance(error.__cause__, httpcore.ConnectError) and self.pace.was_busy(BLOCK_WAIT):
                    raise self.pace.stop(BLOCK_WAIT) from error
                failure = error
                continue
            if answer.header("Memento-Datetime") or answer.status not in _TRANSIENT | {429}:
                return answer
            seconds = retry_after(answer.header("Retry-After"), self.clock.now())
            if answer.status == 429 or (seconds or 0.0) > max(WAITS):
                raise self.pace.stop(seconds if seconds is not None else DEFAULT_WAIT)
            failure = ArchiveFailingError(f"{url}: the archive answered {answer.status} {len(WAITS)} times", item=url)
        raise failure or NetworkError(f"{url}: no answer", item=url)


def _said(answer: Answer, size: int) -> str:
    """The beginning of what an archive says in its own name."""
    return f"{answer.header('X-Archive-Wayback-Runtime-Error') or ''} {answer.body[:size].decode('latin-1')}"


def _is_cut_off(answer: Answer, before: bytes | None, digest: str | None) -> bool:
    """Whether an archived page that breaks off is all there is: its digest fits, or it broke off there before too.

    An answer without a single byte is that of an archive in trouble, twice as well.
    """
    if not answer.header("Memento-Datetime"):
        return False
    same = bool(answer.wire) and answer.wire == before
    return same or digest_verdict(digest, answer.body, answer.wire) == "match"
