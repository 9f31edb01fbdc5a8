"""Which entries of its registers may be people of the case's lists?

What is kept of the reading are the entries near to a name of the case: with other names in the case, it is read again.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from legation.archive.vault import Vault
from legation.errors import (
    CaseDamagedError,
    LegationError,
)
from legation.model.keys import content_key
from legation.model.sources import Capture
from legation.pipeline.building.readings import present_keys
from legation.pipeline.work.register_reading import RegisterRead, read_registers, register_task, told_of
from legation.pipeline.work.supervised import Progress
from legation.store.case import Case
from legation.store.memo import Account, MemoKey, Reading


def fill_registers(
    case: Case, keys: Mapping[Capture, MemoKey], progress: Progress | None = None, *, again: bool = False
) -> tuple[int, tuple[Account, ...]]:
    """Look in each register for the names that the case has now; those in which they were looked for are left alone.

    Args:
        case: with its lists read.
        keys: the registers that count, each with the key of its reading.
        progress: told after each.
        again: also read what couldn't be read before.

    Returns:
        How many were read, and those whose bytes are not what was stored: once they are restored, they are read.
    """
    names = names_looked_for(case)
    digest = content_key(*names)
    known = {account.key: account for account in case.memo.accounts(keys.values())}
    todo = [
        (capture, key)
        for capture, key in keys.items()
        if (account := known.get(key)) is None or (account.names != digest and (again or account.code is None))
    ]
    vault = Vault(case.vault)
    lost = [_lost(key, capture) for capture, key in todo if not vault.path(capture.sha256).is_file()]
    tasks = [
        (number, register_task(case, vault, capture, names))
        for number, (capture, _) in enumerate(todo)
        if vault.path(capture.sha256).is_file()
    ]
    with case.writing():
        for number, made in read_registers(tasks, progress):
            if isinstance(made, CaseDamagedError):
                lost.append(_lost(todo[number][1], todo[number][0]))
            else:
                case.memo.save(_reading(todo[number][1], made, digest))
    return len(tasks), tuple(lost)


def _lost(key: MemoKey, capture: Capture) -> Account:
    said = f"{capture.name}: the bytes of {capture.sha256} are gone or not what was stored; add the file again"
    return Account(key=key, code=CaseDamagedError.code, message=said)


def _reading(key: MemoKey, made: RegisterRead | LegationError, digest: str) -> Reading:
    if isinstance(made, LegationError):
        return Reading(account=Account(key=key, kind="register", code=made.code, message=made.message))
    account = Account(
        key=key,
        kind="register",
        state="ok",
        media_type=made.media_type,
        reader="legation-registers",
        coverage=1.0,
        notes=told_of(made),
        entries=made.persons,
        names=digest,
    )
    return Reading(account=account, report=made.report)


def names_looked_for(case: Case) -> tuple[str, ...]:
    """Every name that a list of the case prints, and what somebody corrected one to, sorted."""
    printed = (line.name for roster in case.memo.rosters(present_keys(case)) for line in roster.listings)
    corrected = (
        value
        for judgement in case.kept.live_judgements()
        for field, value in judgement.changes
        if field in ("name", "family", "given")
    )
    return tuple(sorted({name for name in chain(printed, corrected) if name}))
