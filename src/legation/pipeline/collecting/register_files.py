"""How do registers come into a case? A register stays one file of the vault, however large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.archive.vault import Vault
from legation.errors import (
    DamagedInputError,
    LegationError,
    UnreadableInputError,
)
from legation.extraction.registers import HEAD, names_itself
from legation.model.sources import Capture
from legation.pipeline.collecting.intake import Outcome, Wanted, file_capture, settled
from legation.pipeline.work.register_reading import RegisterRead, read_registers, register_task, told_of
from legation.pipeline.work.stages import Extracted
from legation.pipeline.work.supervised import Progress
from legation.store.case import Case


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
            ((_, made),) = read_registers([(0, register_task(case, vault, capture))], progress)
            yield replace(_settled(case, said, capture, made), number=number)


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
        notes=told_of(made),
        entries=made.persons,
    )
