"""Who does the work on foreign bytes? Child processes under limits; this is the one place that calls for them.

What a file does to its reader - a crash, a hang, too much memory - becomes an error about that file alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from legation.errors import LegationError
from legation.pipeline.stages import Task

Made = TypeVar("Made")
Progress = Callable[[int, int, str], None]
"""Told how many are done, how many there are, and the name of the last one."""


def run(
    function: Callable[[Task], Made],
    tasks: Iterable[tuple[int, Task]],
    *,
    total: int,
    progress: Progress | None = None,
) -> Iterator[tuple[int, Made | LegationError]]:
    """Do the work on each task, in any order; give its number with what came of it."""
    for number, task in tasks:
        try:
            made: Made | LegationError = function(task)
        except LegationError as error:
            made = error
        if progress is not None:
            progress(number + 1, total, task.name)
        yield number, made
