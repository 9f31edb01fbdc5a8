"""How does a case come up to date? Read what has no reading yet, then work everything out anew and swap it in.

Each file's reading is committed singly, so a stopped build goes on where it was. Where nothing is new, nothing is done;
what follows is worked out outside any lock, from the readings alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.archive.vault import Vault
from legation.errors import CaseError, LegationError
from legation.model.sources import Capture
from legation.pipeline.building.entries import fill_registers
from legation.pipeline.building.readings import inputs_of, keys_of, present_keys, replaced
from legation.pipeline.work.stages import LACKING, Extracted, Task, extracted_of
from legation.pipeline.work.supervised import Progress, run
from legation.store.case import Case
from legation.store.memo import Account, MemoKey, Reading
from legation.store.seal import drop_unsealed

if TYPE_CHECKING:
    from legation.pipeline.building.deriving import Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did, and what the case holds after it."""

    new: bool
    """Whether anything was worked out; where not, nothing had changed since the last build."""
    read: int
    """Files that were read in this build."""
    lost: int
    """Captures that could not be read because their bytes are not what was stored."""
    accounts: tuple[tuple[Capture, Account], ...]
    """What became of each capture that counts."""
    totals: Totals | None
    """How much follows, where it was worked out anew."""

    @property
    def unread(self) -> tuple[tuple[Capture, Account], ...]:
        """The captures that could not be read."""
        return tuple((capture, account) for capture, account in self.accounts if account.code is not None)

    @property
    def lacking(self) -> tuple[tuple[Capture, str], ...]:
        """The captures of which something has to be said before they can answer anything, and what it is."""
        return tuple((capture, note) for capture, account in self.accounts for note in account.notes if note in LACKING)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filled:
    """How many files were read, and whose bytes are not what was stored."""

    read: int
    lost: tuple[Account, ...]


def build(case: Case, progress: Progress | None = None, *, again: bool = False) -> Built:
    """Bring the case up to date.

    Args:
        case: an open case.
        progress: told after each file.
        again: read once more what could not be read before, and what isn't any more what was read.

    Raises:
        CaseLockedError: another process is writing.
        CaseFullError: the disk is full; what was read so far is kept.
    """
    from legation.pipeline.building.deriving import derive_all

    case.enter_settings()
    if again:
        drop_unsealed(case.database)
    captures = case.kept.captures()
    keys = keys_of(case, captures)
    filled = _fill(case, captures, keys, progress, again=again)
    gone = replaced(case, captures, keys)
    counting = {one: keys[one.id] for one in captures if one.id not in gone and one.given.kind == "register"}
    looked = _look_into_registers(case, counting, progress, again=again)
    filled = _Filled(read=filled.read + looked.read, lost=(*filled.lost, *looked.lost))
    found = {account.key: account for account in (*case.memo.accounts(keys.values()), *filled.lost)}
    accounts = tuple(
        (capture, found[keys[capture.id]])
        for capture in captures
        if capture.id not in gone and keys[capture.id] in found
    )
    inputs = inputs_of(case)
    if case.derived.inputs() == inputs:
        return Built(new=False, read=filled.read, lost=len(filled.lost), accounts=accounts, totals=None)
    totals = derive_all(case, present_keys(case), inputs=inputs, progress=progress)
    case.memo.prune(keys.values())
    return Built(new=True, read=filled.read, lost=len(filled.lost), accounts=accounts, totals=totals)


def _fill(
    case: Case, captures: Sequence[Capture], keys: dict[str, MemoKey], progress: Progress | None, *, again: bool
) -> _Filled:
    """Read every capture but registers that has no reading under the present rules."""
    captures = [capture for capture in captures if capture.given.kind != "register"]
    missing = set(case.memo.missing(keys[capture.id] for capture in captures))
    if again:
        wanted = (keys[capture.id] for capture in captures)
        missing |= {account.key for account in case.memo.accounts(wanted) if account.code is not None}
    lost: list[Account] = []
    if not missing:
        return _Filled(read=0, lost=())
    waiting = {keys[capture.id]: capture for capture in captures if keys[capture.id] in missing}
    todo = list(waiting.items())
    with case.writing():
        for number, made in run(extracted_of, _tasks(case, todo, lost), total=len(todo), progress=progress):
            case.memo.save(reading_of(todo[number][0], made))
    return _Filled(read=len(todo) - len(lost), lost=tuple(lost))


def _look_into_registers(
    case: Case, registers: Mapping[Capture, MemoKey], progress: Progress | None, *, again: bool
) -> _Filled:
    """Look in registers for the people of the lists, once these are read."""
    if not registers:
        return _Filled(read=0, lost=())
    read, lost = fill_registers(case, registers, progress, again=again)
    return _Filled(read=read, lost=lost)


def _tasks(case: Case, todo: Sequence[tuple[MemoKey, Capture]], lost: list[Account]) -> Iterator[tuple[int, Task]]:
    """The bytes to read; a capture whose bytes aren't sound any more is lost, and told instead."""
    vault, states = Vault(case.vault), case.states()
    for number, (key, capture) in enumerate(todo):
        try:
            data = vault.get(capture.sha256)
        except CaseError as error:
            # No reading: once the bytes are restored, the next build reads them.
            lost.append(Account(key=key, code=error.code, message=f"{capture.name}: {error.message}"))
            continue
        yield number, Task(data=data, name=capture.name, given=capture.given, states=states)


def reading_of(key: MemoKey, made: Extracted | LegationError) -> Reading:
    """What was made of a file, or why nothing was, as the case keeps it."""
    if isinstance(made, LegationError):
        return Reading(account=Account(key=key, code=made.code, message=made.message))
    account = Account(
        key=key,
        kind=made.kind,
        state=made.state,
        media_type=made.media_type,
        reader=made.reader,
        pages=made.pages,
        characters=made.characters,
        coverage=made.coverage,
        notes=made.notes,
        entries=made.entries,
    )
    return Reading(account=account, roster=made.roster, report=made.report)
