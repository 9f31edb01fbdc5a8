"""What does one answer leave in a case? Bytes in the vault first, then a capture with the attempt that gave it.

An archive's page, a redirect's target or the answer of a server that is being watched: all are kept by these functions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from legation.archive.retrieved import Retrieved
from legation.archive.vault import Vault
from legation.archive.warc.writing import records
from legation.errors import LegationError
from legation.model.errands import Attempt
from legation.model.holdings import Holding, Retrieval
from legation.model.sources import Capture, Given, Origin
from legation.store.case import Case
from legation.store.kept import capture_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What became of one capture that was asked for."""

    holding: Holding
    attempt: Attempt
    capture: Capture | None
    new: bool


def taken(case: Case, one: Holding, retrieved: Retrieved, given: Given, origin: Origin = "archive") -> Fetched:
    """Keep what came: the records of the request, the body, and the capture. On disk when it is given."""
    vault = Vault(case.vault)
    retrieval = replace(retrieved.retrieval, record=vault.put(records(retrieved.answer, retrieved.retrieval)))
    body = (vault.put(retrieved.body), len(retrieved.body))
    said = replace(given, cut_off=True) if retrieved.cut_off else given
    capture = capture_of(body, retrieval, said, content_type=retrieved.content_type, origin=origin)
    return settled(case, one, capture, retrieval)


def same_body(case: Case, one: Holding, like: Retrieval, first: Capture, given: Given) -> Fetched:
    """Keep a capture whose body the index says is that of another, which was fetched."""
    retrieval = replace(
        like,
        requested_url=one.url,
        requested_timestamp=one.timestamp,
        served_url=one.url,
        served_at=one.at or like.served_at,
        status=one.status or like.status,
        headers=(),
        digest_verdict="unverifiable",
        record=None,
        same_body_as=like.requested_timestamp,
        notes=("not asked for: the archive's index gives it the digest of the other",),
    )
    said = replace(given, cut_off=True) if first.given.cut_off else given
    capture = capture_of((first.sha256, first.size), retrieval, said, content_type=first.media_type)
    return settled(case, one, capture, retrieval)


def refused(case: Case, one: Holding, error: LegationError) -> Fetched:
    """Keep that a capture can't be had, and why: it isn't asked for again."""
    attempt = failed(one, error)
    case.errands.settle(attempt)
    return Fetched(holding=one, attempt=attempt, capture=None, new=False)


def failed(one: Holding, error: LegationError) -> Attempt:
    """An attempt that gave an error; nothing is kept of it yet."""
    return Attempt(
        archive=one.archive, url=one.url, timestamp=one.timestamp, at=now(), code=error.code, message=error.message
    )


def settled(case: Case, one: Holding, capture: Capture, retrieval: Retrieval) -> Fetched:
    """Keep a capture with the attempt that gave it, together or not at all."""
    attempt = Attempt(
        archive=one.archive, url=one.url, timestamp=one.timestamp, at=now(), capture=capture.id, retrieval=retrieval
    )
    return Fetched(holding=one, attempt=attempt, capture=capture, new=case.errands.settle(attempt, capture))


def capture_of(
    body: tuple[str, int], retrieval: Retrieval, given: Given, *, content_type: str | None, origin: Origin = "archive"
) -> Capture:
    """The capture of a body, given by digest and size, with what its request told and what was said of it."""
    sha256, size = body
    whole = replace(given, url=retrieval.served_url, captured_at=retrieval.served_at, http_status=retrieval.status)
    name = name_of(retrieval.served_url)
    return Capture(
        id=capture_id(sha256, origin=origin, name=name, given=whole),
        sha256=sha256,
        size=size,
        origin=origin,
        name=name,
        media_type=(content_type or "").partition(";")[0].strip() or None,
        added_at=now(),
        given=whole,
        wire_sha256=retrieval.wire_sha256,
    )


def name_of(url: str) -> str:
    """What a page is called for people: the last part of its address, else its host, else what stands for one."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return unquote(PurePosixPath(parts.path).name) or parts.hostname or url


def now() -> datetime:
    """Our own clock, to the second."""
    return datetime.now(UTC).replace(microsecond=0)
