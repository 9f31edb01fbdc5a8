"""What do the archives hold of a page, and which of it does the case still lack?

The index is asked first and its answers are kept; then each different body is fetched once, every moment at which it
was seen becomes a capture, and redirects are followed one by one as captures of their own. Each step is on disk before
the next; a run that was stopped anywhere goes on where it was, and asks for nothing twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from legation.archive.client import Client, Retrieved
from legation.archive.dialects.errands import first_requests, step
from legation.archive.dialects.rows import Page, without_repetitions
from legation.archive.vault import Vault
from legation.archive.warc.writing import records
from legation.errors import (
    AddressRefusedError,
    ArchiveAnswerError,
    ArchiveBusyError,
    ArchiveExcludedError,
    DamagedInputError,
    LegationError,
    LimitError,
    NetworkError,
    NotHeldError,
    OtherCaptureError,
)
from legation.model.errands import Attempt, Errand, Told, Wanted
from legation.model.holdings import Holding, Retrieval
from legation.model.keys import made_id
from legation.model.sources import Capture, Given
from legation.pipeline.planning import HOPS, plan
from legation.pipeline.supervised import Progress
from legation.store.case import Case
from legation.store.kept import capture_id
from legation.vocabulary.archives import Archive

FAILURES = 3
"""Captures behind each other that get no answer before a run is given up."""
LISTED_FOR = timedelta(days=1)
"""How long what an index told is good enough to go on from."""
_FINAL = (
    AddressRefusedError,
    ArchiveAnswerError,
    ArchiveExcludedError,
    DamagedInputError,
    LimitError,
    NotHeldError,
    OtherCaptureError,
)
"""What asking again at once wouldn't mend: it is settled, and told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What an archive says it holds, as far as the errand has come."""

    errand: Errand
    holdings: tuple[Holding, ...]
    malformed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What became of one capture that the archive lists."""

    holding: Holding
    attempt: Attempt
    capture: Capture | None
    new: bool


def held(case: Case, client: Client, wanted: Wanted) -> Held:
    """All that the archive says it holds of a page; an errand that was begun goes on.

    Raises:
        NetworkError: the archive gave no answer, or none that can be used; what it told before is kept.
    """
    with case.writing():
        errand = _begun(case, client.archive, wanted)
        vault = Vault(case.vault)
        while errand.open:
            request, *rest = errand.open
            answer = client.index(request)
            made = [told.request.url for told in errand.told] + [request.url]
            taken = step(client.archive, wanted, request, (answer.status, _text(answer.body)), made)
            told = Told(request=request, sha256=vault.put(answer.body), status=answer.status, asked_at=answer.asked_at)
            known = {*made, *(other.url for other in rest)}
            more = (other for other in taken.more if other.url not in known)
            errand = replace(errand, open=(*rest, *more), told=(*errand.told, told))
            case.errands.save(errand)
        return told_by(case, client.archive, errand)


def told_by(case: Case, archive: Archive, errand: Errand) -> Held:
    """What an errand's answers say, read again from their bytes."""
    vault = Vault(case.vault)
    pages = [_page(archive, errand, told, _text(vault.get(told.sha256))) for told in errand.told]
    return Held(
        errand=errand,
        holdings=without_repetitions(one for page in pages for one in page.holdings),
        malformed=tuple(row for page in pages for row in page.malformed),
    )


def fetch(case: Case, client: Client, held: Held, given: Given, progress: Progress | None = None) -> Iterator[Fetched]:
    """Fetch what the case lacks; each outcome is on disk when it is given.

    Raises:
        ArchiveBusyError: the archive asks to wait; run again later.
        NetworkError: the archive gives no answer.
    """
    with case.writing():
        Vault(case.vault).tidy()
        work = plan(case, client.archive, held.holdings)
        total, failing = len(work.ask) + len(work.same), 0
        whole = True
        settled = {
            (each.url, each.timestamp): each for each in case.errands.attempts() if each.archive == client.archive.name
        }
        for number, one in enumerate(work.ask):
            try:
                for outcome in _with_hops(case, client, one, given, settled.keys()):
                    settled[outcome.holding.url, outcome.holding.timestamp] = outcome.attempt
                    yield outcome
                failing = 0
            except ArchiveBusyError:
                raise
            except NetworkError as error:
                # not settled: the next run asks again, and the captures behind it aren't lost for it
                failing, whole = failing + 1, False
                if failing == FAILURES:
                    raise
                yield Fetched(holding=one, attempt=_attempt(one, error), capture=None, new=False)
            if progress:
                progress(number + 1, total, one.timestamp)
        captures = {capture.id: capture for capture in case.kept.captures()} if work.same else {}
        for number, (one, like) in enumerate(work.same, len(work.ask)):
            attempt = settled.get((like.url, like.timestamp))
            first = captures.get(attempt.capture) if attempt and attempt.capture else None
            outcome = _same_body(case, client, (one, attempt, first), given)
            settled[one.url, one.timestamp] = outcome.attempt
            if outcome.capture:
                captures[outcome.capture.id] = outcome.capture
            yield outcome
            if progress:
                progress(number + 1, total, one.timestamp)
        if whole:
            case.errands.close(held.errand)


def close(case: Case, held: Held) -> None:
    """Say that nothing is to be fetched of what the index told: the next question asks it anew."""
    with case.writing():
        case.errands.close(held.errand)


def _begun(case: Case, archive: Archive, wanted: Wanted) -> Errand:
    for errand in case.errands.unfinished():
        if errand.archive == archive.name and errand.wanted == wanted:
            if errand.open or _now() - errand.begun_at < LISTED_FOR:
                return errand
            case.errands.close(errand)
    now = _now()
    errand = Errand(
        id=made_id("errand", archive.name, wanted.url, wanted.since, wanted.until, now.isoformat()),
        archive=archive.name,
        wanted=wanted,
        begun_at=now,
        open=first_requests(archive, wanted),
    )
    case.errands.save(errand)
    return errand


def _page(archive: Archive, errand: Errand, told: Told, text: str) -> Page:
    return step(archive, errand.wanted, told.request, (told.status, text), ()).page


def _with_hops(
    case: Case, client: Client, one: Holding, given: Given, settled: Collection[tuple[str, str]]
) -> Iterator[Fetched]:
    """One capture, and behind an archived redirect those that it leads to; `settled` grows with what is given."""
    for _ in range(HOPS + 1):
        outcome, retrieved = _one(case, client, one, given)
        yield outcome
        hop = retrieved.hop if retrieved else None
        if hop is None:
            return
        one = Holding(archive=one.archive, url=hop.url, timestamp=hop.timestamp or one.timestamp, at=None)
        if (one.url, one.timestamp) in settled:
            return


def _one(case: Case, client: Client, one: Holding, given: Given) -> tuple[Fetched, Retrieved | None]:
    try:
        retrieved = client.retrieve(one)
    except _FINAL as error:
        return _refused(case, one, error), None
    vault = Vault(case.vault)
    answer = retrieved.answer
    retrieval = replace(retrieved.retrieval, record=vault.put(records(answer, retrieved.retrieval)))
    content_type = answer.header("X-Archive-Orig-Content-Type") or answer.header("Content-Type")
    capture = _capture(vault.put(answer.body), len(answer.body), retrieval, (given, content_type))
    return _settled(case, one, capture, retrieval), retrieved


def _same_body(
    case: Case, client: Client, what: tuple[Holding, Attempt | None, Capture | None], given: Given
) -> Fetched:
    """A capture whose body the index says is one that was fetched; asked for all the same where that one failed."""
    one, like, first = what
    if like is None or like.retrieval is None or first is None or one.at is None:
        return _one(case, client, one, given)[0]
    retrieval = replace(
        like.retrieval,
        requested_url=one.url,
        requested_timestamp=one.timestamp,
        served_url=one.url,
        served_at=one.at,
        status=one.status or like.retrieval.status,
        headers=(),
        digest_verdict="unverifiable",
        record=None,
        same_body_as=like.timestamp,
        notes=("not asked for: the archive's index gives it the digest of the other",),
    )
    capture = _capture(first.sha256, first.size, retrieval, (given, first.media_type))
    return _settled(case, one, capture, retrieval)


def _settled(case: Case, one: Holding, capture: Capture, retrieval: Retrieval) -> Fetched:
    attempt = Attempt(
        archive=one.archive, url=one.url, timestamp=one.timestamp, at=_now(), capture=capture.id, retrieval=retrieval
    )
    return Fetched(holding=one, attempt=attempt, capture=capture, new=case.errands.settle(attempt, capture))


def _refused(case: Case, one: Holding, error: LegationError) -> Fetched:
    attempt = _attempt(one, error)
    case.errands.settle(attempt)
    return Fetched(holding=one, attempt=attempt, capture=None, new=False)


def _attempt(one: Holding, error: LegationError) -> Attempt:
    return Attempt(
        archive=one.archive, url=one.url, timestamp=one.timestamp, at=_now(), code=error.code, message=error.message
    )


def _capture(sha256: str, size: int, retrieval: Retrieval, said: tuple[Given, str | None]) -> Capture:
    given, content_type = said
    whole = replace(given, url=retrieval.served_url, captured_at=retrieval.served_at, http_status=retrieval.status)
    name = name_of(retrieval.served_url)
    return Capture(
        id=capture_id(sha256, origin="archive", name=name, given=whole),
        sha256=sha256,
        size=size,
        origin="archive",
        name=name,
        media_type=(content_type or "").partition(";")[0].strip() or None,
        added_at=_now(),
        given=whole,
        wire_sha256=retrieval.wire_sha256,
    )


def name_of(url: str) -> str:
    """What a page is called for people: the last part of its address, else its host."""
    parts = urlsplit(url)
    return unquote(PurePosixPath(parts.path).name) or parts.hostname or url


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace")


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
