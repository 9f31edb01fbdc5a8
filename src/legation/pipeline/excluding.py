"""Does a capture count? It is set aside by judgements on what was read of it, so that it stays, and can count again.

Of a list its edition is judged, of a report every telling and claim: there is no other way in which a source counts.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from legation.errors import JudgementError
from legation.model.listings import Edition
from legation.model.sources import Capture
from legation.pipeline.beside import key_of, told_of
from legation.pipeline.build import keys_of
from legation.pipeline.checking import checks, side
from legation.pipeline.judging import accept, record_each, reject
from legation.resolution.judged import standing
from legation.store.case import Case
from legation.store.finding import find


def set_aside(case: Case, capture: str, verdict: Literal["accept", "reject"], *, why: str) -> None:
    """Exclude a capture (`reject`), or let it count again (`accept`).

    Raises:
        UnknownIdError: there is no such capture.
        UsageError: the reason is missing.
        JudgementError: nothing was read of it that could count.
    """
    found = find(case, capture, ("capture",)).value
    assert isinstance(found, Capture)
    read = checks(case, found)
    if read.edition is not None:
        (reject if verdict == "reject" else accept)(case, read.edition.id, why=why)
    elif read.values:
        record_each(case, verdict, [side(read, value) for value in read.values], why=why)
    else:
        raise JudgementError(
            f"nothing was read of {found.name} that could count: there is nothing to exclude", item=found.id
        )


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
            edition = find(case, id_, ("edition",)).value
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
