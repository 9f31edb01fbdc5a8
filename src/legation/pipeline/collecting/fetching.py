"""What do the archives hold of a page, and which of it does the case still lack?

The index is asked first and its answers are kept; then each different body is fetched once, every moment at which it
was seen becomes a capture, and redirects are followed one by one as captures of their own. Each step is on disk before
the next; a run that was stopped anywhere goes on where it was, and asks for nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

from legation.archive.client import Client
from legation.archive.dialects.errands import first_requests, nearest, step
from legation.archive.dialects.rows import Page, without_repetitions
from legation.archive.retrieved import Retrieved
from legation.archive.vault import Vault
from legation.errors import (
    AddressRefusedError,
    ArchiveAnswerError,
    ArchiveBusyError,
    ArchiveExcludedError,
    DamagedInputError,
    LimitError,
    NetworkError,
    NotHeldError,
    OtherCaptureError,
)
from legation.model.errands import Attempt, Errand, Told, Wanted
from legation.model.holdings import Holding
from legation.model.keys import made_id
from legation.model.sources import Capture, Given
from legation.pipeline.collecting.planning import HOPS, plan
from legation.pipeline.collecting.rewording import reworded
from legation.pipeline.collecting.taking import Fetched, failed, now, refused, same_body, taken
from legation.pipeline.work.supervised import Progress
from legation.store.case import Case
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


def held(case: Case, client: Client, wanted: Wanted) -> Held:
    """All that the archive says it holds of a page; an errand that was begun goes on.

    Raises:
        ArchiveAnswerError: it lists nothing of a page of which it listed captures before.
        NetworkError: the archive gave no answer, or none that can be used; what it told before is kept.
    """
    with case.writing():
        errand = _begun(case, client.archive, wanted)
        vault = Vault(case.vault)
        while errand.open:
            request, *rest = errand.open
            answer = client.index(request, near=wanted.near, page=wanted.url)
            body = answer.head() if request.kind == "timegate" else answer.body
            made = [told.request.url for told in errand.told] + [request.url]
            found = step(client.archive, wanted, request, (answer.status, _text(body)), made)
            told = Told(request=request, sha256=vault.put(body), status=answer.status, asked_at=answer.asked_at)
            known = {*made, *(other.url for other in rest)}
            more = (other for other in found.more if other.url not in known)
            errand = replace(errand, open=(*rest, *more), told=(*errand.told, told))
            case.errands.save(errand)
        held = told_by(case, client.archive, errand)
        if not held.holdings and (before := _listed_before(case, client.archive, wanted)):
            case.errands.close(errand)
            raise ArchiveAnswerError(
                f"{client.archive.title} lists nothing of {wanted.url}, of which it listed {before} captures before: "
                "archives answer so to networks that they block, or hold the page back now. What is kept stays; ask "
                "again later",
                item=wanted.url,
            )
        return held


def told_by(case: Case, archive: Archive, errand: Errand) -> Held:
    """What an errand's answers say, read again from their bytes."""
    vault = Vault(case.vault)
    pages = [_page(archive, errand, told, _text(vault.get(told.sha256))) for told in errand.told]
    found = without_repetitions(one for page in pages for one in page.holdings)
    return Held(
        errand=errand,
        holdings=found if errand.wanted.near is None else nearest(found, errand.wanted.near),
        malformed=tuple(row for page in pages for row in page.malformed),
    )


@dataclass(slots=True, kw_only=True)
class _Course:
    """How far a run has come."""

    settled: dict[tuple[str, str], Attempt]
    captures: dict[str, Capture] = field(default_factory=dict)
    failing: int = 0
    """Captures behind each other that got no answer."""
    whole: bool = True

    def keep(self, outcome: Fetched) -> None:
        self.settled[outcome.holding.url, outcome.holding.timestamp] = outcome.attempt
        if outcome.capture:
            self.captures[outcome.capture.id] = outcome.capture

    def told(self, one: Holding, outcomes: Callable[[], Iterator[Fetched]]) -> Iterator[Fetched]:
        """The outcomes of one listed capture; what may pass settles nothing, until too many fail in a row.

        Raises:
            ArchiveBusyError: the archive asks to wait.
            NetworkError: the last of so many behind each other that got no answer.
        """
        try:
            for outcome in outcomes():
                self.keep(outcome)
                yield outcome
            self.failing = 0
        except ArchiveBusyError:
            raise
        except NetworkError as error:
            # not settled: the next run asks again, and the captures behind it aren't lost for it
            self.failing, self.whole = self.failing + 1, False
            if self.failing == FAILURES:
                raise
            yield Fetched(holding=one, attempt=failed(one, error), capture=None, new=False)


def fetch(case: Case, client: Client, held: Held, given: Given, progress: Progress | None = None) -> Iterator[Fetched]:
    """Fetch what the case lacks, and say anew of what it has; each outcome is on disk when it is given.

    Raises:
        ArchiveBusyError: the archive asks to wait; run again later.
        NetworkError: the archive gives no answer.
    """
    with case.writing():
        Vault(case.vault).tidy()
        yield from reworded(case, client.archive, held.holdings, given)
        work = plan(case, client.archive, held.holdings)
        mine = (each for each in case.errands.attempts() if each.archive == client.archive.name)
        course = _Course(settled={(each.url, each.timestamp): each for each in mine})
        if work.same:
            course.captures = {capture.id: capture for capture in case.kept.captures()}
        total = len(work.ask) + len(work.same)
        for number, (one, like) in enumerate([*((one, None) for one in work.ask), *work.same], 1):

            def outcomes(one: Holding = one, like: Holding | None = like) -> Iterator[Fetched]:
                if like is None:
                    return _with_hops(case, client, one, given, course.settled.keys())
                return _same_body(case, client, (one, like), given, course)

            yield from course.told(one, outcomes)
            if progress:
                progress(number, total, one.timestamp)
        if course.whole:
            case.errands.close(held.errand)


def close(case: Case, held: Held) -> None:
    """Say that nothing is to be fetched of what the index told: the next question asks it anew."""
    with case.writing():
        case.errands.close(held.errand)


def _begun(case: Case, archive: Archive, wanted: Wanted) -> Errand:
    for errand in case.errands.unfinished():
        if errand.archive == archive.name and errand.wanted == wanted:
            if errand.open or now() - errand.begun_at < LISTED_FOR:
                return errand
            case.errands.close(errand)
    begun_at = now()
    question = (archive.name, wanted.url, wanted.since, wanted.until, wanted.near)
    # numbered, for the same question may be asked twice within one second
    asked_before = sum((each.archive, each.wanted) == (archive.name, wanted) for each in case.errands.all())
    errand = Errand(
        id=made_id("errand", *question, begun_at.isoformat(), asked_before),
        archive=archive.name,
        wanted=wanted,
        begun_at=begun_at,
        open=first_requests(archive, wanted),
    )
    case.errands.save(errand)
    return errand


def _page(archive: Archive, errand: Errand, told: Told, text: str) -> Page:
    return step(archive, errand.wanted, told.request, (told.status, text), ()).page


def _listed_before(case: Case, archive: Archive, wanted: Wanted) -> int:
    """How many captures an earlier errand of the same question listed; the newest that listed any counts."""
    for errand in reversed(case.errands.all()):
        if errand.archive == archive.name and errand.wanted == wanted and not errand.open:
            listed = told_by(case, archive, errand).holdings
            if listed:
                return len(listed)
    return 0


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
        return refused(case, one, error), None
    return taken(case, one, retrieved, given), retrieved


def _same_body(
    case: Case, client: Client, pair: tuple[Holding, Holding], given: Given, course: _Course
) -> Iterator[Fetched]:
    """A capture whose body the index says is one that was fetched; asked for all the same where that one failed."""
    one, like = pair
    attempt = course.settled.get((like.url, like.timestamp))
    first = course.captures.get(attempt.capture) if attempt and attempt.capture else None
    if attempt is None or attempt.retrieval is None or first is None or one.at is None:
        yield _one(case, client, one, given)[0]
        return
    yield same_body(case, one, attempt.retrieval, first, given)


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace")
