"""What was got by one request for a capture, told apart from what the archive says of it?

A memento is an answer whose headers give the moment; a record is cut out of a crawler's file, moment and status stand
in it. Either is what was asked for, or it is refused.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urljoin

from legation.archive.dialects.moments import moment
from legation.archive.dialects.timemap import http_date, relation
from legation.archive.network.web import Answer
from legation.archive.warc.framing import Gap
from legation.archive.warc.reading import Record, records
from legation.errors import ArchiveAnswerError, NotHeldError, OtherCaptureError
from legation.model.holdings import DigestVerdict, Holding, Hop, Retrieval
from legation.model.keys import sha256_hex
from legation.vocabulary.archives import Archive

WINDOW = timedelta(seconds=1)
"""How far from what was asked a served capture may lie and still be taken for it."""
MOVED = frozenset({301, 302, 303, 307, 308})
_CUT = "the archive gives fewer bytes than it announces, and it has no more: kept as cut off"
_REPLAY = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/(.+)$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """A capture as the archive gave it: what is kept of the request, the answer, and where it led."""

    retrieval: Retrieval
    answer: Answer
    body: bytes
    """The archived page's body, with its codings undone."""
    content_type: str | None
    """What the page's server said that it is."""
    hop: Hop | None = None
    """Where the archived page redirected to."""
    cut_off: bool = False
    """Whether the archive says that it kept the beginning alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked of whom, under which name."""

    archive: Archive
    holding: Holding
    requested: str
    user_agent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the archive says of what it gave."""

    url: str
    at: datetime
    status: int
    verdict: DigestVerdict
    notes: tuple[str, ...]


def memento(asked: Asked, answer: Answer, notes: Sequence[str] = ()) -> Retrieved:
    """An answer with `Memento-Datetime`.

    Raises:
        ArchiveAnswerError: its moment is none.
        OtherCaptureError: it is another moment's.
    """
    served = http_date(answer.header("Memento-Datetime") or "")
    if served is None:
        raise ArchiveAnswerError(f"{answer.url}: its Memento-Datetime is no date; nothing was stored", item=answer.url)
    _same_moment(asked, served)
    said = _Said(
        url=_original(answer) or asked.holding.url,
        at=served,
        status=answer.status,
        verdict=digest_verdict(asked.holding.digest, answer.body, answer.wire),
        notes=(*notes, *([_CUT] if answer.cut_off else [])),
    )
    retrieval = _retrieval(asked, answer, said, answer.wire, answer.codings)
    content_type = answer.header("X-Archive-Orig-Content-Type") or answer.header("Content-Type")
    return Retrieved(
        retrieval=retrieval,
        answer=answer,
        body=answer.body,
        content_type=content_type,
        hop=hop_of(retrieval),
        cut_off=answer.cut_off,
    )


def record(asked: Asked, answer: Answer) -> Retrieved:
    """The record of a crawler's file that a range of it holds.

    Raises:
        ArchiveAnswerError: the range isn't one whole record of an answer.
        NotHeldError: the record says that the body is another's.
        OtherCaptureError: it is another page's or another moment's.
    """
    one, at = _whole_record(asked, answer)
    if one.kind != "response":
        raise NotHeldError(
            f"{asked.archive.title} has a {one.kind} record of {asked.holding.url}: the body is in another; "
            "the row is kept",
            item=answer.url,
        )
    if one.url != asked.holding.url:
        raise OtherCaptureError(
            f"{asked.archive.title} gave the record of {one.url} for that of {asked.holding.url}", item=asked.requested
        )
    _same_moment(asked, at)
    file = asked.holding.segment.file if asked.holding.segment else asked.requested
    said = _Said(
        url=one.url,
        at=at,
        status=one.status or 200,
        verdict=one.digest_verdict,
        notes=(f"record {one.id} of {file}", *one.notes),
    )
    return Retrieved(
        retrieval=_retrieval(asked, answer, said, one.wire, one.codings),
        answer=answer,
        body=one.body,
        content_type=one.media_type,
        cut_off=one.state == "cut",
    )


def _whole_record(asked: Asked, answer: Answer) -> tuple[Record, datetime]:
    """The one record that came, with its moment."""
    found = list(records(io.BytesIO(answer.wire)))
    one = found[0] if len(found) == 1 else None
    if not isinstance(one, Record) or one.state in ("damaged", "truncated") or one.url is None or one.at is None:
        why = "; ".join(one.damage if isinstance(one, Gap) else ", ".join(one.notes) for one in found) or "nothing"
        raise ArchiveAnswerError(
            f"{asked.requested}: no whole record came ({why}); nothing was stored", item=answer.url
        )
    return one, one.at


def digest_verdict(digest: str | None, body: bytes, wire: bytes) -> DigestVerdict:
    """Whether the archive's digest is that of what came: of the bytes unpacked or as they came.

    A mismatch is common and no sign of forgery: archives store bodies in one coding and send them in another.
    """
    if digest is None or len(digest) != 32:
        return "unverifiable"
    return "match" if digest in {sha1_base32(body), sha1_base32(wire)} else "mismatch"


def sha1_base32(data: bytes) -> str:
    """SHA-1 in base32, as archives label bodies; a label, not a proof."""
    return base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode("ascii")


def hop_of(retrieval: Retrieval) -> Hop | None:
    """Where an archived redirect led: the archive's own header has the moment, the server's may be relative."""
    headers = {name.casefold(): value for name, value in reversed(retrieval.headers) if value.strip()}
    printed = headers.get("x-archive-orig-location")
    location = headers.get("location") or printed
    if retrieval.status not in MOVED or not location:
        return None
    inside = _REPLAY.search(location)
    stamp, target = (inside.group(1), inside.group(2)) if inside else (None, printed or location)
    return Hop(
        url=urljoin(retrieval.served_url, target),
        timestamp=stamp,
        status=retrieval.status,
        location=location,
    )


def _same_moment(asked: Asked, served: datetime) -> None:
    wanted = asked.holding.at or moment(asked.holding.timestamp)[0]
    if wanted is not None and abs(served - wanted) > WINDOW:
        raise OtherCaptureError(
            f"{asked.archive.title} gave the capture of {served:%Y-%m-%d %H:%M:%S} for the one of "
            f"{wanted:%Y-%m-%d %H:%M:%S}; it was not taken for it",
            item=asked.requested,
        )


def _retrieval(asked: Asked, answer: Answer, said: _Said, wire: bytes, codings: tuple[str, ...]) -> Retrieval:
    return Retrieval(
        archive=asked.archive.name,
        base=asked.archive.replay or "",
        requested=asked.requested,
        requested_url=asked.holding.url,
        requested_timestamp=asked.holding.timestamp,
        served_url=said.url,
        served_at=said.at,
        fetched_at=answer.asked_at,
        status=said.status,
        headers=answer.headers,
        wire_sha256=sha256_hex(wire),
        wire_size=len(wire),
        codings=codings,
        digest=asked.holding.digest,
        digest_verdict=said.verdict,
        user_agent=asked.user_agent,
        notes=said.notes,
    )


def _original(answer: Answer) -> str | None:
    link = answer.header("Link")
    return relation(link, "original") if link else None
