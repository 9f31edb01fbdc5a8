"""What do single files hold? Reads files and gives values; writes nothing and knows no case.

Each file is read in a supervised child process; one that can't be read is an error of its own and the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from legation.errors import LegationError
from legation.model.claims import Report
from legation.model.documents import Document
from legation.model.keys import sha256_hex
from legation.model.listings import Roster
from legation.model.sources import Given
from legation.pipeline.work.explained import Explained, explained_of
from legation.pipeline.work.files import bytes_of
from legation.pipeline.work.stages import Task, document_of, report_of, roster_of
from legation.pipeline.work.supervised import Progress, run

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult(Generic[Made]):
    """What was made of one file, or why nothing was."""

    path: Path
    sha256: str | None = None
    value: Made | None = None
    error: LegationError | None = None


def read_files(paths: Sequence[Path], given: Given, progress: Progress | None = None) -> Iterator[FileResult[Document]]:
    """The document of each file, in their order."""
    return _each(document_of, paths, given, progress)


def rosters_in(paths: Sequence[Path], given: Given, progress: Progress | None = None) -> Iterator[FileResult[Roster]]:
    """The roster of each file, in their order."""
    return _each(roster_of, paths, given, progress)


def explained_in(
    paths: Sequence[Path], given: Given, progress: Progress | None = None
) -> Iterator[FileResult[Explained]]:
    """The roster of each file with its document and the reasons why it was read so, in their order."""
    return _each(explained_of, paths, given, progress)


def reports_in(paths: Sequence[Path], given: Given, progress: Progress | None = None) -> Iterator[FileResult[Report]]:
    """The report of each file, in their order."""
    return _each(report_of, paths, given, progress)


def _each(
    function: Callable[[Task], Made], paths: Sequence[Path], given: Given, progress: Progress | None
) -> Iterator[FileResult[Made]]:
    failed: dict[int, LegationError] = {}
    digests: dict[int, str] = {}

    def tasks() -> Iterator[tuple[int, Task]]:
        for number, path in enumerate(paths):
            try:
                data = bytes_of(path)
            except LegationError as error:
                failed[number] = error
                continue
            digests[number] = sha256_hex(data)
            yield number, Task(data=data, name=path.name, given=given)

    results: dict[int, FileResult[Made]] = {}
    done = 0
    for number, outcome in run(function, tasks(), total=len(paths), progress=progress):
        error = outcome if isinstance(outcome, LegationError) else None
        value = None if isinstance(outcome, LegationError) else outcome
        results[number] = FileResult(path=paths[number], sha256=digests[number], value=value, error=error)
        for ready in range(done, len(paths)):
            if ready not in results and ready not in failed:
                break
            yield results.pop(ready) if ready in results else FileResult(path=paths[ready], error=failed[ready])
            done = ready + 1
    for ready in range(done, len(paths)):
        yield FileResult(path=paths[ready], error=failed[ready])
