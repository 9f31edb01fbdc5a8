"""How do files come into a case? Bytes into the vault first, then they are read, then a capture or a refusal.

Every file has its own outcome; one that is refused never stops the others. The bytes of a refused file stay in the
vault, where its digest finds them, but are no capture: nothing is read from them until they are added with an answer.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from legation.archive.vault import Vault
from legation.errors import AmbiguousInputError, LegationError, UnreadableInputError, UsageError
from legation.model.documents import DocumentState
from legation.model.sources import GIVEN_OPTIONS, Capture, Given
from legation.pipeline.building.build import reading_of
from legation.pipeline.building.readings import keys_of, replaced
from legation.pipeline.work.files import bytes_of
from legation.pipeline.work.given import given_from
from legation.pipeline.work.stages import UNUSABLE, Extracted, Task, extracted_of, unusable
from legation.pipeline.work.supervised import Progress, run
from legation.store.case import Case
from legation.store.kept import capture_id

SOUND: frozenset[DocumentState] = frozenset({"ok", "abridged"})
"""States of a document of which nothing needs to be said before it is asked what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A file that is to be added, with what was said of it; `item` is how a problem names it."""

    path: Path
    given: Given
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file: a capture, new or known, or the error that says why there is none."""

    item: str
    number: int = 0
    """Its place among the files of the command, which come to their outcomes in another order."""
    capture: Capture | None = None
    made: Extracted | None = None
    new: bool = False
    replaces: tuple[str, ...] = ()
    """The captures of the same bytes whose place it takes, by id."""
    error: LegationError | None = None
    damaged: tuple[LegationError, ...] = ()
    """Lines of a register that couldn't be read, while the rest of it was."""


def wanted_from_paths(paths: Sequence[Path], given: Given) -> tuple[Wanted, ...]:
    """The files of these paths; a folder stands for every file in it, hidden ones aside."""
    return tuple(Wanted(path=file, given=given, item=str(file)) for path in paths for file in _files(path))


def wanted_from_manifest(manifest: Path) -> tuple[tuple[Wanted, ...], tuple[Outcome, ...]]:
    """The files that a manifest's rows name, and the rows that can't be.

    Columns are the options of `add`; `file` or `path` is relative to the manifest; other columns are left alone.

    Raises:
        UnreadableInputError: the manifest can't be read.
        UsageError: it has no column `file` or `path`.
    """
    text = _decoded(bytes_of(manifest), manifest)
    reader = csv.DictReader(io.StringIO(text, newline=""))
    names = {(name or "").strip().casefold().replace("_", "-"): name for name in reader.fieldnames or ()}
    place = names.get("file") or names.get("path")
    if place is None:
        raise UsageError(
            f"{manifest}: no column `file` or `path` in its first row; "
            f"it has {', '.join(filter(None, names)) or 'none'}",
            item=str(manifest),
        )
    wanted: list[Wanted] = []
    refused: list[Outcome] = []
    for row in _rows(reader, manifest):
        item = f"{manifest}, row {reader.line_num}"
        if not any(isinstance(cell, str) and cell.strip() for cell in row.values()):
            continue
        try:
            wanted.append(_row_wanted(row, place, names, manifest, item))
        except LegationError as error:
            refused.append(Outcome(item=item, error=error))
    return tuple(wanted), tuple(refused)


def add(case: Case, wanted: Sequence[Wanted], progress: Progress | None = None) -> Iterator[Outcome]:
    """Put files into the case, each acknowledged singly; what was added before with the same words is left alone.

    Raises:
        CaseLockedError: another process is writing.
        CaseFullError: the disk is full; what was acknowledged is kept.
    """
    with case.writing():
        known = {capture.id: capture for capture in case.kept.captures()}
        waiting: dict[int, tuple[Wanted, Capture]] = {}
        done: list[Outcome] = []

        def tasks() -> Iterator[tuple[int, Task]]:
            vault, states = Vault(case.vault), case.states()
            for number, one in enumerate(wanted):
                try:
                    data = bytes_of(one.path)
                except LegationError as error:
                    done.append(Outcome(item=one.item, number=number, error=error))
                    continue
                capture = file_capture(vault.put(data), len(data), one)
                if capture.id in known:
                    done.append(Outcome(item=one.item, number=number, capture=known[capture.id]))
                    continue
                waiting[number] = (one, capture)
                yield number, Task(data=data, name=capture.name, given=one.given, states=states)

        for number, made in run(extracted_of, tasks(), total=len(wanted), progress=progress):
            yield from _taken(done)
            one, capture = waiting.pop(number)
            yield replace(_settled(case, one, capture, made), number=number)
        yield from _taken(done)


def refusal(made: Extracted, item: str) -> LegationError | None:
    """Why a file can't be a capture as it was given, or `None` where it can."""
    if made.state in UNUSABLE and not made.lines:
        return unusable(made.state, made.notes, item)
    if made.question:
        state = f"{'; '.join(made.notes)}. " if made.state not in SOUND and made.notes else ""
        return AmbiguousInputError(f"{item}: {state}{made.question}", item=item)
    return None


def _settled(case: Case, one: Wanted, capture: Capture, made: Extracted | LegationError) -> Outcome:
    error = made if isinstance(made, LegationError) else refusal(made, one.item)
    if error is not None or isinstance(made, LegationError):
        return Outcome(item=one.item, error=error)
    return settled(case, one, capture, made)


def settled(case: Case, one: Wanted, capture: Capture, made: Extracted) -> Outcome:
    """Keep a capture with what was read of it on the way in."""
    whole = replace(capture, media_type=made.media_type)
    new = case.kept.add_capture(whole)
    # What was read on the way in need not be read again; stopped before this line, the next build reads it.
    case.memo.save(reading_of(keys_of(case, [whole])[whole.id], made))
    return Outcome(item=one.item, capture=whole, made=made, new=new, replaces=_replaced_by(case, whole))


def _replaced_by(case: Case, capture: Capture) -> tuple[str, ...]:
    same = [each for each in case.kept.captures() if each.sha256 == capture.sha256]
    gone = replaced(case, same, keys_of(case, same))
    return tuple(earlier for earlier, later in gone.items() if later == capture.id)


def file_capture(sha256: str, size: int, one: Wanted) -> Capture:
    """The capture of a file that is in the vault already, before it is read."""
    name = one.path.name
    return Capture(
        id=capture_id(sha256, origin="file", name=name, given=one.given),
        sha256=sha256,
        size=size,
        origin="file",
        name=name,
        media_type=None,
        added_at=datetime.now(UTC).replace(microsecond=0),
        given=one.given,
    )


def _taken(done: list[Outcome]) -> Iterator[Outcome]:
    while done:
        yield done.pop(0)


def _files(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return (path,)
    inside = (file for file in sorted(path.rglob("*")) if file.is_file())
    return [file for file in inside if not any(part.startswith(".") for part in file.relative_to(path).parts)]


def _decoded(data: bytes, manifest: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInputError(
            f"{manifest}: not UTF-8 (byte {error.start}); save it as CSV in UTF-8", item=str(manifest)
        ) from None


def _rows(reader: csv.DictReader[str], manifest: Path) -> Iterator[Mapping[str, str | None]]:
    try:
        yield from reader
    except csv.Error as error:
        raise UsageError(f"{manifest}, row {reader.line_num}: {error}; mend the row", item=str(manifest)) from None


def _row_wanted(
    row: Mapping[str, str | None], place: str, names: Mapping[str, str], manifest: Path, item: str
) -> Wanted:
    file = (row.get(place) or "").strip()
    if not file:
        raise UsageError(f"{item}: no file is named; fill the column `{place}`", item=item)
    options = {option: row.get(names[option]) for option in GIVEN_OPTIONS if option in names}
    try:
        given = given_from(options)
    except UsageError as error:
        raise type(error)(f"{item}: {error.message}", item=item) from None
    return Wanted(path=manifest.parent / file, given=given, item=f"{item}, {file}")
