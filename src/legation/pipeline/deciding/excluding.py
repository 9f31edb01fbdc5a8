"""Does a capture count? It is set aside by judgements on what was read of it, so that it stays, and can count again.

Of a list its edition is judged, of a report every telling and claim: there is no other way in which a source counts.
To count again is to take back what excluded it: nothing is confirmed by that, and what somebody rejected by itself
stays rejected.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Literal

from legation.errors import JudgementError, UnknownIdError, UsageError
from legation.model.judgements import Judgement
from legation.model.listings import Edition
from legation.model.sources import Capture
from legation.pipeline.answering.beside import key_of, told_of
from legation.pipeline.building.readings import keys_of
from legation.pipeline.deciding.author import author
from legation.pipeline.deciding.checking import Checks, checks, side
from legation.pipeline.deciding.judging import record_each, reject
from legation.resolution.judged import standing
from legation.store.case import Case
from legation.store.finding import find

WHOLE = "excluded with all of its source"
"""What the log says beside a rejection that was made of a whole report, by which it is found again."""


def set_aside(case: Case, capture: str, verdict: Literal["accept", "reject"], *, why: str) -> None:
    """Exclude a capture (`reject`), or let it count again (`accept`).

    Raises:
        UnknownIdError: there is no such capture.
        UsageError: the reason is missing.
        JudgementError: nothing was read of it that could count, or nothing that was excluded with it.
    """
    if not why.strip():
        raise UsageError("a capture is excluded, or counts again, for a reason: say which")
    found = find(case, capture, ("capture",)).value
    assert isinstance(found, Capture)
    read = checks(case, found)
    if read.edition is None and not read.values:
        raise JudgementError(
            f"nothing was read of {found.name} that could count: there is nothing to exclude", item=found.id
        )
    if verdict == "accept":
        _counted_again(case, found, read, why)
    elif read.edition is not None:
        reject(case, read.edition.id, why=why)
    else:
        left = [side(read, value) for value in read.values if read.state(value.id) != "rejected"]
        record_each(case, "reject", left, why=why, shown=(WHOLE,))


def _counted_again(case: Case, capture: Capture, read: Checks, why: str) -> None:
    """Take back the rejections by which it was excluded; also those that another word on their row stands over."""
    made = [one for one in case.kept.judgements() if not one.undone and _excludes(one, read)]
    if not made:
        raise JudgementError(
            f"{capture.name} wasn't excluded as a whole: take back what was said of each row beside its source",
            item=capture.id,
        )
    who, at = author(None), datetime.now(UTC)
    for one in reversed(made):
        case.kept.undo(author=who, at=at, why=why, judgement=one.id)


def _excludes(judgement: Judgement, read: Checks) -> bool:
    """Whether a judgement was made of the whole of what was read."""
    if judgement.verdict != "reject":
        return False
    ids = {one.id for one in judgement.sides}
    if read.edition is not None:
        return read.edition.id in ids
    return WHOLE in judgement.shown and any(value.id in ids for value in read.values)


def excluded(case: Case) -> frozenset[str]:
    """The ids of the captures of which nothing counts because somebody said so."""
    rejected = {
        one.id
        for judgement in standing(case.kept.live_judgements())
        if judgement.verdict == "reject"
        for one in judgement.sides
    }
    if not rejected:
        return frozenset()
    captures = case.kept.captures()
    return frozenset((*_lists(case, captures, rejected), *_reports(case, captures, rejected)))


def _lists(case: Case, captures: Collection[Capture], rejected: Collection[str]) -> list[str]:
    found = []
    for id_ in rejected:
        if id_.startswith("edition-"):
            try:
                edition = find(case, id_, ("edition",)).value
            except UnknownIdError:
                # What was read is forgotten, after an erasure or before the next build: nothing of it counts now.
                continue
            assert isinstance(edition, Edition)
            same = [one for one in captures if one.sha256 == edition.sha256]
            told = [one for one in same if one.given.as_of is not None and one.given.as_of == edition.as_of]
            found += [one.id for one in told or same]
    return found


def _reports(case: Case, captures: Collection[Capture], rejected: Collection[str]) -> list[str]:
    if not any(id_.startswith(("event-", "claim-")) for id_ in rejected):
        return []
    keys = keys_of(case, tuple(captures))
    kinds = {account.key: account.kind for account in case.memo.accounts(keys.values())}
    reports = [one for one in captures if kinds.get(key_of(case, one)) == "report"]
    return [one.id for one in reports if (told := told_of(case, one)) and all(each.id in rejected for each in told)]
