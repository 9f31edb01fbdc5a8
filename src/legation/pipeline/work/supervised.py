"""Who does the work on foreign bytes? Child processes under limits; this is the one place that calls for them.

What a file does to its reader - a crash, a hang, too much memory - becomes an error about that file alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from legation.errors import LegationError

if TYPE_CHECKING:
    from legation.engines.local import Task as Errand

Made = TypeVar("Made")


class Named(Protocol):
    """Work for a child: whatever it is, it is called something."""

    @property
    def name(self) -> str:
        """What people call it, such as its file's name."""
        ...


Work = TypeVar("Work", bound=Named)
Progress = Callable[[int, int, str], None]
"""Told how many are done, how many there are, and the name of the last one."""

MOST_WORKERS = 8
PRELOADED = ("legation.pipeline.work.ready",)
"""What children have imported before they see a byte."""


def run(
    function: Callable[[Work], Made],
    tasks: Iterable[tuple[int, Work]],
    *,
    total: int,
    progress: Progress | None = None,
    seconds: float | None = None,
    memory: int | None = None,
) -> Iterator[tuple[int, Made | LegationError]]:
    """Do the work on each task, in any order; give its number with what came of it.

    Args:
        function: of a module's top level.
        tasks: numbered tasks, taken one at a time.
        total: how many there are at most.
        progress: told after each.
        seconds: what one task may take; as usual, where nothing is said.
        memory: bytes that one task may need; the same.
    """
    from legation.engines.local import Limits, run_all
    from legation.engines.local import Task as Errand

    numbers: dict[int, int] = {}

    def errands() -> Iterator[Errand[Work]]:
        for number, task in tasks:
            errand = Errand(name=task.name, argument=task)
            numbers[id(errand)] = number
            yield errand

    workers = max(1, min(total, MOST_WORKERS, len(os.sched_getaffinity(0))))
    usual = Limits()
    limits = replace(usual, seconds=seconds or usual.seconds, memory=memory or usual.memory)
    outcomes = run_all(function, errands(), workers=workers, limits=limits, preload=PRELOADED)
    for done, outcome in enumerate(outcomes, 1):
        if progress is not None:
            progress(done, total, outcome.task.name)
        number = numbers.pop(id(outcome.task))
        if outcome.error is not None:
            yield number, outcome.error
        else:
            assert outcome.value is not None
            yield number, outcome.value


def protection() -> str:
    """How far children are kept from the rest of this machine, in words."""
    from legation.engines.local import Task as Errand
    from legation.engines.local import run_all

    level = next(iter(run_all(_idle, [Errand(name="protection", argument=None)]))).isolation
    if level is None:
        return "readers run in children, whose limits are not known"
    network = "the kernel" if level.network == "kernel" else "the interpreter alone"
    memory = "limited" if level.memory else "not limited on this system"
    return f"readers run in children: network refused by {network}, memory {memory}"


def _idle(_argument: None) -> bool:
    return True
