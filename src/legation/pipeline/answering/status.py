"""What is in a case, and what could not be read?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import TypeAlias

from legation.model.sources import Capture
from legation.pipeline.answering.reviewing import unjudged
from legation.pipeline.building.readings import keys_of, replaced, stale
from legation.pipeline.work.remembered import remembered
from legation.pipeline.work.stages import LACKING
from legation.pipeline.work.supervised import protection
from legation.publishing.rows import Row, capture_row
from legation.store.case import Case
from legation.store.memo import Account

_Account: TypeAlias = tuple[Capture, Account | None, str | None]


def accounts(case: Case) -> tuple[_Account, ...]:
    """Each capture with what became of it, nothing where it wasn't read, and the id of the one that counts instead."""
    return remembered(case, _accounts)


def _accounts(case: Case) -> tuple[_Account, ...]:
    captures = case.kept.captures()
    keys = keys_of(case, captures)
    gone = replaced(case, captures, keys)
    found = {account.key: account for account in case.memo.accounts(keys.values())}
    return tuple((capture, found.get(keys[capture.id]), gone.get(capture.id)) for capture in captures)


def capture_rows(case: Case) -> Iterator[Row]:
    """Each capture with its state and what was read from it, by kinds and names."""
    for capture, account, instead in sorted(accounts(case), key=_place):
        row = {**capture_row(capture), "replaced_by": instead}
        if account is None:
            yield {**row, "state": "not built yet", "notes": []}
            continue
        yield {
            **row,
            "input": account.kind,
            "state": account.code or account.state,
            "notes": [*account.notes, *([account.message] if account.message else [])],
            "listings": account.listings if account.kind == "list" else None,
            "residue": account.residue if account.kind == "list" else None,
            "events": account.events if account.kind == "report" else None,
            "claims": account.claims if account.kind == "report" else None,
            "entries": account.entries if account.kind == "register" else None,
        }


def _place(one: _Account) -> tuple[str, str, bool, datetime, str]:
    """What was replaced stands before what counts instead, also where both were added within one tick of the clock."""
    capture, account, instead = one
    return (account and account.kind) or "", capture.name, instead is None, capture.added_at, capture.id


def status(case: Case) -> Iterator[Row]:
    """The case in one row, then what needs a person: files that could not be read, judgements that can't be honored."""
    loose, refused = case.derived.loose(), case.derived.refused()
    yield {
        **_counted(case),
        "loose": len(loose),
        "refused": len(refused),
        "waiting": len(unjudged(case)),
        "protection": protection(),
    }
    for row in capture_rows(case):
        if row["replaced_by"] is None and (row["state"] not in ("ok", "abridged") or _lacks(row)):
            yield row
    log = {judgement.id: judgement for judgement in case.kept.judgements()}
    for kind, ids in (("loose", loose), ("refused", refused)):
        for found in (log[one] for one in ids if one in log):
            yield {"kind": kind, "id": found.id, "verdict": found.verdict, "why": found.why, **_about(found.sides)}


def _counted(case: Case) -> Row:
    """How much the case holds of each thing."""
    every = [account for _, account, instead in accounts(case) if instead is None]
    built = [account for account in every if account is not None]
    kinds = Counter(account.kind or "other" for account in built)
    return {
        "kind": "status",
        "id": case.about.title,
        "title": case.about.title,
        "captures": len(every),
        "not_built": len(every) - len(built),
        "up_to_date": not stale(case),
        "editions": kinds["list"],
        "listings": sum(account.listings for account in built),
        "residue": sum(account.residue for account in built),
        "reports": kinds["report"],
        "registers": kinds["register"],
        "entries": sum(account.entries for account in built),
        "events": sum(account.events for account in built),
        "claims": sum(account.claims for account in built if account.kind != "register"),
        "notes": len(case.kept.notes()),
        "happenings": len(case.derived.happenings()),
        "missions": len(case.derived.missions()),
        "persons": len(case.derived.persons()),
        "judgements": len(case.kept.live_judgements()),
    }


def _lacks(row: Row) -> bool:
    notes = row["notes"]
    return isinstance(notes, list) and any(note in LACKING for note in notes)


def _about(sides: tuple[object, ...]) -> Row:
    return {"about": [str(getattr(side, "quote", None) or getattr(side, "id", "")) for side in sides]}
