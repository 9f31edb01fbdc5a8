"""Which readings of a case count now, and does what was worked out still follow from them?

Nothing is read or worked out here: that is the build's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.model.case import Evidence
from legation.model.claims import Report
from legation.model.sources import Capture
from legation.pipeline.building.counting import repeated, replacements
from legation.pipeline.work.remembered import remembered
from legation.pipeline.work.versions import deriving_rules, reading_rules
from legation.store.case import Case
from legation.store.memo import MemoKey, memo_key


def keys_of(case: Case, captures: Sequence[Capture]) -> dict[str, MemoKey]:
    """The key of each capture's reading under the present rules, by the capture's id."""
    rules, states = reading_rules(), case.states_digest
    return {capture.id: memo_key(capture, rules=rules, states=states) for capture in captures}


def replaced(case: Case, captures: Sequence[Capture], keys: Mapping[str, MemoKey]) -> dict[str, str]:
    """The captures that gave way to another, each with the one that counts instead, as `counting` says."""
    if not repeated(captures):
        return {}
    kinds = {account.key: account.kind for account in case.memo.accounts(keys.values())}
    standing = frozenset(attempt.capture for attempt in case.errands.attempts())
    return replacements(captures, {capture.id: kinds.get(keys[capture.id]) for capture in captures}, standing)


def present_keys(case: Case) -> tuple[MemoKey, ...]:
    """The keys of the readings that count, under the present rules, in an order of their own."""
    return remembered(case, _present_keys)


def _present_keys(case: Case) -> tuple[MemoKey, ...]:
    captures = case.kept.captures()
    keys = keys_of(case, captures)
    gone = replaced(case, captures, keys)
    counting = {key for id_, key in keys.items() if id_ not in gone}
    return tuple(sorted(counting, key=lambda key: (key.sha256, key.inputs)))


def reports_of(case: Case) -> tuple[Report, ...]:
    """What the reports that count say, and what was entered by hand."""
    return remembered(case, _reports)


def _reports(case: Case) -> tuple[Report, ...]:
    return (*case.memo.reports(present_keys(case)), *(note.report for note in case.kept.notes()))


def evidence_of(case: Case) -> Evidence:
    """All that was read, entered by hand and judged."""
    return Evidence(
        rosters=case.memo.rosters(present_keys(case)),
        reports=reports_of(case),
        judgements=case.kept.live_judgements(),
    )


def inputs_of(case: Case) -> str:
    """A digest of all that the case's answers follow from: the readings that gave something, notes, judgements."""
    read = [account for account in case.memo.accounts(present_keys(case)) if account.code is None]
    # of a register what was looked for in it as well
    looked = sorted(account.names or "" for account in read if account.kind == "register")
    return case.inputs_digest([account.key for account in read], " ".join((deriving_rules(), *looked)))


def stale(case: Case) -> bool:
    """Whether the case changed since its last build, or was never built."""
    return remembered(case, _stale)


def _stale(case: Case) -> bool:
    return bool(case.memo.missing(present_keys(case))) or case.derived.inputs() != inputs_of(case)
