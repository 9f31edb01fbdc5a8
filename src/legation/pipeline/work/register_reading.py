"""What does a register say of the people of a case? The work of a child, and how it is called for.

A register is read in pieces, by a child that sees nothing else; its damaged lines are told, and the rest is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from legation.archive.vault import Vault
from legation.errors import (
    CaseDamagedError,
    InputError,
    LegationError,
    NoListError,
)
from legation.extraction.registers import HEAD, Damage, form_of, report_of, scan
from legation.model.claims import Report
from legation.model.sources import Capture, Given
from legation.pipeline.work.stages import UNDATED_REGISTER, States
from legation.pipeline.work.supervised import Progress, run
from legation.store.case import Case

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


def register_task(case: Case, vault: Vault, capture: Capture, names: tuple[str, ...] = ()) -> RegisterTask:
    """What a child needs to read a register of the case, and whom it looks for there."""
    return RegisterTask(
        path=str(vault.path(capture.sha256)),
        sha256=capture.sha256,
        name=capture.name,
        given=capture.given,
        names=names,
        states=case.states(),
    )


def read_registers(
    tasks: Sequence[tuple[int, RegisterTask]], progress: Progress | None
) -> Iterator[tuple[int, RegisterRead | LegationError]]:
    """Read registers, each in a child; what went wrong with one stands in its place."""
    return run(read_register, tasks, total=len(tasks), progress=progress, seconds=_SECONDS, memory=_MEMORY)


def told_of(made: RegisterRead) -> tuple[str, ...]:
    """What has to be said of a reading."""
    told = []
    if made.damages:
        number = "1 line" if made.damaged == 1 else f"{made.damaged} lines"
        told.append(f"{number} couldn't be read, the first is line {made.damages[0].line}")
    return (*told, *(() if made.report.published else (UNDATED_REGISTER,)))
