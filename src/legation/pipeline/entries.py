"""How do registers come into a case, and which of their entries may be people of its lists?

A register stays one file of the vault, however large; it is read in pieces by a child that sees nothing else. What is
kept of the reading are the entries near to a name of the case: with other names in the case, it is read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from legation.archive.vault import Vault
from legation.errors import (
    CaseDamagedError,
    DamagedInputError,
    InputError,
    LegationError,
    NoListError,
    UnreadableInputError,
)
from legation.extraction.registers import HEAD, Damage, form_of, names_itself, report_of, scan
from legation.model.claims import Report
from legation.model.keys import content_key
from legation.model.sources import Capture, Given
from legation.pipeline.intake import Outcome, Wanted, file_capture, settled
from legation.pipeline.stages import UNDATED_REGISTER, Extracted, States
from legation.pipeline.supervised import Progress, run
from legation.store.case import Case
from legation.store.memo import Account, MemoKey, Reading

MEDIA_TYPES = {"entities": "application/x-ndjson", "statements": "text/csv", "table": "text/csv"}
_SECONDS, _MEMORY = 7200.0, 2 << 30
"""What reading one register may take: one of millions of entries is read in minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterTask:
    """A register in the vault, and whom to look for in it."""

    path: str
    sha256: str
    name: str
    given: Given
    names: tuple[str, ...] = ()
    states: States = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRead:
    """What came of reading a register."""

    media_type: str
    persons: int
    damaged: int
    damages: tuple[Damage, ...]
    report: Report


def read_register(task: RegisterTask) -> RegisterRead:
    """Read a register; the work of a child.

    Raises:
        InputError: it is no register that can be read, or nobody stands in it.
        CaseDamagedError: the bytes aren't what was stored.
    """
    from legation.resolution.nearby import NameSieve
    from legation.vocabulary.states import Gazetteer

    with Path(task.path).open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != task.sha256:
            raise CaseDamagedError(f"{task.name}: its bytes are not what was stored", item=task.name)
        file.seek(0)
        head = file.read(HEAD)
    try:
        form = form_of(head, task.given.columns)
    except InputError as error:
        raise type(error)(f"{task.name}: {error.message}", item=task.name) from None
    gazetteer = Gazetteer.default().with_states(task.states)
    made = scan(partial(_opened, task.path), task.sha256, form, NameSieve(task.names), gazetteer)
    if not made.persons:
        first = f" ({made.damaged} lines are damaged: {made.damages[0].says})" if made.damages else ""
        raise NoListError(f"{task.name}: no person stands in this register{first}", item=task.name)
    return RegisterRead(
        media_type=MEDIA_TYPES[form.kind],
        persons=made.persons,
        damaged=made.damaged,
        damages=tuple(made.damages),
        report=report_of(made, task.sha256, task.given, task.name),
    )


def _opened(path: str) -> BinaryIO:
    return Path(path).open("rb")


def is_register(one: Wanted) -> bool:
    """Whether a file is said to be a register, or is one by its first bytes whatever it is called."""
    if one.given.kind is not None:
        return one.given.kind == "register"
    if not one.path.is_file():
        return False  # a pipe would be waited for
    try:
        with one.path.open("rb") as file:
            return names_itself(file.read(HEAD))
    except OSError:
        return False


def add_registers(case: Case, wanted: Sequence[Wanted], progress: Progress | None = None) -> Iterator[Outcome]:
    """Put registers into the case, each acknowledged singly; damaged lines are told, and the rest is kept.

    Raises:
        CaseLockedError: another process is writing.
        CaseFullError: the disk is full; what was acknowledged is kept.
    """
    if not wanted:
        return
    vault = Vault(case.vault)
    with case.writing():
        known = {capture.id: capture for capture in case.kept.captures()}
        for number, one in enumerate(wanted):
            said = replace(one, given=replace(one.given, kind="register"))
            try:
                with one.path.open("rb") as file:
                    sha256, size = vault.take(file)
            except OSError as error:
                message = f"{one.path} can't be read ({error.strerror}): check the path"
                yield Outcome(item=one.item, number=number, error=UnreadableInputError(message, item=one.item))
                continue
            capture = file_capture(sha256, size, said)
            if capture.id in known:
                yield Outcome(item=one.item, number=number, capture=known[capture.id])
                continue
            ((_, made),) = _run([(0, _task(case, vault, capture))], progress)
            yield replace(_settled(case, said, capture, made), number=number)


def _task(case: Case, vault: Vault, capture: Capture, names: tuple[str, ...] = ()) -> RegisterTask:
    return RegisterTask(
        path=str(vault.path(capture.sha256)),
        sha256=capture.sha256,
        name=capture.name,
        given=capture.given,
        names=names,
        states=case.states(),
    )


def _run(
    tasks: Sequence[tuple[int, RegisterTask]], progress: Progress | None
) -> Iterator[tuple[int, RegisterRead | LegationError]]:
    return run(read_register, tasks, total=len(tasks), progress=progress, seconds=_SECONDS, memory=_MEMORY)


def _settled(case: Case, one: Wanted, capture: Capture, made: RegisterRead | LegationError) -> Outcome:
    if isinstance(made, LegationError):
        return Outcome(item=one.item, error=made)
    found = settled(case, one, capture, _extracted(made))
    damaged = tuple(
        DamagedInputError(f"{capture.name}, line {each.line}: {each.says}", item=f"{capture.name}, line {each.line}")
        for each in made.damages
    )
    return replace(found, damaged=damaged)


def _extracted(made: RegisterRead) -> Extracted:
    return Extracted(
        kind="register",
        question=None,
        lines=made.persons,
        state="ok",
        media_type=made.media_type,
        reader="legation-registers",
        pages=None,
        characters=0,
        coverage=1.0,
        notes=_notes(made),
        entries=made.persons,
    )


def _notes(made: RegisterRead) -> tuple[str, ...]:
    told = []
    if made.damages:
        number = "1 line" if made.damaged == 1 else f"{made.damaged} lines"
        told.append(f"{number} couldn't be read, the first is line {made.damages[0].line}")
    return (*told, *(() if made.report.published else (UNDATED_REGISTER,)))


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
        (number, _task(case, vault, capture, names))
        for number, (capture, _) in enumerate(todo)
        if vault.path(capture.sha256).is_file()
    ]
    with case.writing():
        for number, made in _run(tasks, progress):
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
        notes=_notes(made),
        entries=made.persons,
        names=digest,
    )
    return Reading(account=account, report=made.report)


def names_looked_for(case: Case) -> tuple[str, ...]:
    """Every name that a list of the case prints, and what somebody corrected one to, sorted."""
    from legation.pipeline.build import present_keys

    printed = (line.name for roster in case.memo.rosters(present_keys(case)) for line in roster.listings)
    corrected = (
        value
        for judgement in case.kept.live_judgements()
        for field, value in judgement.changes
        if field in ("name", "family", "given")
    )
    return tuple(sorted({name for name in chain(printed, corrected) if name}))
