"""What does an archive answer: to a question for its index, and to one for a page?

Answers are told apart before they are believed: an archived error is a capture, the archive's own error is none; an
exclusion page with status 200 is none; a capture of another time than was asked for is named as that. Transient
failures are tried again a few times, *too many* stops every process of the machine.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urljoin

import httpcore

from legation.archive.dialects.moments import moment
from legation.archive.dialects.timemap import http_date, relation
from legation.archive.network.pace import BLOCK_WAIT, DEFAULT_WAIT, Clock, Pace, Pool, retry_after
from legation.archive.network.web import Answer, Web
from legation.errors import (
    ArchiveAnswerError,
    ArchiveExcludedError,
    ArchiveFailingError,
    NetworkError,
    NotHeldError,
    OtherCaptureError,
)
from legation.model.errands import Request
from legation.model.holdings import DigestVerdict, Holding, Hop, Retrieval
from legation.model.keys import sha256_hex
from legation.vocabulary.archives import Archive

WAITS = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0)
"""Seconds before each attempt where the failure may pass."""
WINDOW = timedelta(seconds=1)
"""How far from what was asked a served capture may lie and still be taken for it."""
HOPS = 5
_PASSING = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)
_TRANSIENT = frozenset({413, 421, 500, 502, 503, 504, 599})
_MOVED = frozenset({301, 302, 303, 307, 308})
_EXCLUDED = re.compile(r"AdministrativeAccessControl|RobotAccessControl|Blocked Site|excluded from", re.IGNORECASE)
_REPLAY = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/(.+)$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """A capture as the archive gave it: what is kept of the request, the answer, and where it led."""

    retrieval: Retrieval
    answer: Answer
    hop: Hop | None = None
    """Where the archived page redirected to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """One archive, asked at its pace."""

    archive: Archive
    web: Web
    pace: Pace
    clock: Clock

    def index(self, request: Request) -> Answer:
        """The answer to one request of an errand, whatever its status.

        Raises:
            ArchiveBusyError: the archive asks to wait.
            ArchiveExcludedError: it holds the page back.
            NetworkError: it gave no answer after several attempts.
        """
        answer = self._asked(request.url, "index")
        said = f"{answer.header('X-Archive-Wayback-Runtime-Error') or ''} {answer.body[:2000].decode('latin-1')}"
        if _EXCLUDED.search(said) and (answer.status == 403 or "AccessControlException" in said):
            raise ArchiveExcludedError(
                f"{self.archive.title} holds {request.url} back, as its owner or robots.txt asks; try another archive",
                item=request.url,
            )
        return answer

    def retrieve(self, holding: Holding) -> Retrieved:
        """The bytes of a capture as they were first served, at the moment that is asked for.

        Raises:
            ArchiveBusyError, NetworkError: as `index`.
            ArchiveExcludedError: the archive shows a page of its own instead.
            NotHeldError: there is no body.
            OtherCaptureError: the archive gives another capture's.
        """
        requested = self.address(holding)
        url, notes = requested, list[str]()
        for _ in range(HOPS):
            answer = self._asked(url, "page")
            if answer.header("Memento-Datetime"):
                return self._taken(holding, requested, answer, notes)
            url = self._elsewhere(holding, answer)
            notes.append(f"the archive led to {url}")
        raise NotHeldError(
            f"{requested} leads from one address to the next without an end; it was left", item=requested
        )

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
        if answer.status in _MOVED and location:
            url = urljoin(answer.url, location)
            if url.startswith(self.archive.replay or ""):
                return url
        if answer.status == 200 or _EXCLUDED.search(answer.body[:20_000].decode("latin-1")):
            raise ArchiveExcludedError(
                f"{self.archive.title} answers {answer.url} with a page of its own: it holds the capture back, or asks "
                "who is there; nothing was stored",
                item=answer.url,
            )
        reason = f"led to {location}" if location else f"answered {answer.status}"
        raise NotHeldError(
            f"{self.archive.title} lists {holding.url} at {holding.timestamp} and {reason} for its body; "
            "the row is kept",
            item=answer.url,
        )

    def _taken(self, holding: Holding, requested: str, answer: Answer, notes: Sequence[str]) -> Retrieved:
        served = http_date(answer.header("Memento-Datetime") or "")
        asked = holding.at or moment(holding.timestamp)[0]
        if served is None:
            raise ArchiveAnswerError(
                f"{answer.url}: its Memento-Datetime is no date; nothing was stored", item=answer.url
            )
        if asked is not None and abs(served - asked) > WINDOW:
            raise OtherCaptureError(
                f"{self.archive.title} gave the capture of {served:%Y-%m-%d %H:%M:%S} for the one of "
                f"{asked:%Y-%m-%d %H:%M:%S}; it was not taken for it",
                item=requested,
            )
        verdict = digest_verdict(holding.digest, answer)
        retrieval = Retrieval(
            archive=self.archive.name,
            base=self.archive.replay or "",
            requested=requested,
            requested_url=holding.url,
            requested_timestamp=holding.timestamp,
            served_url=_original(answer) or holding.url,
            served_at=served,
            fetched_at=answer.asked_at,
            status=answer.status,
            headers=answer.headers,
            wire_sha256=sha256_hex(answer.wire),
            wire_size=len(answer.wire),
            codings=answer.codings,
            digest=holding.digest,
            digest_verdict=verdict,
            user_agent=self.web.user_agent,
            notes=tuple(notes),
        )
        return Retrieved(retrieval=retrieval, answer=answer, hop=hop_of(retrieval))

    def _asked(self, url: str, pool: Pool) -> Answer:
        failure: NetworkError | None = None
        for wait in WAITS:
            if wait:
                self.clock.sleep(wait)
            self.pace.turn(pool)
            try:
                answer = self.web.get(url)
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


def digest_verdict(digest: str | None, answer: Answer) -> DigestVerdict:
    """Whether the archive's digest is that of what came: of the bytes unpacked or as they came.

    A mismatch is common and no sign of forgery: archives store bodies in one coding and send them in another.
    """
    if digest is None or len(digest) != 32:
        return "unverifiable"
    return "match" if digest in {sha1_base32(answer.body), sha1_base32(answer.wire)} else "mismatch"


def sha1_base32(data: bytes) -> str:
    """SHA-1 in base32, as archives label bodies; a label, not a proof."""
    return base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode("ascii")


def _original(answer: Answer) -> str | None:
    link = answer.header("Link")
    return relation(link, "original") if link else None


def hop_of(retrieval: Retrieval) -> Hop | None:
    """Where an archived redirect led: the archive's own header has the moment, the server's may be relative."""
    headers = {name.casefold(): value for name, value in reversed(retrieval.headers) if value.strip()}
    printed = headers.get("x-archive-orig-location")
    location = headers.get("location") or printed
    if retrieval.status not in _MOVED or not location:
        return None
    inside = _REPLAY.search(location)
    stamp, target = (inside.group(1), inside.group(2)) if inside else (None, printed or location)
    return Hop(
        url=urljoin(retrieval.served_url, target),
        timestamp=stamp,
        status=retrieval.status,
        location=location,
    )
