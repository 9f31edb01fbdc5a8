"""How is work on foreign bytes done so that none of it can hurt the rest?

Each task runs in a supervised child process with limits on memory, time and size of its result. A crash, a hang or a
bomb costs that one task, whose outcome says so; all others go on. Outcomes come in the order in which tasks end.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from legation.engines.child import Crossing, serve
from legation.engines.isolation import MEBIBYTE, Isolation
from legation.engines.parcels import open_parcel
from legation.errors import DamagedInputError, LegationError, LimitError
from legation.vocabulary.ocr_packs import USUAL_PAGES, pages_read

A = TypeVar("A")
R = TypeVar("R")

_PAGE_SECONDS = 15.0
"""What reading the picture of one page may take."""
START_SECONDS = 60.0
"""What a child may take to import what it needs, before the clock of its first task starts."""
_TIME_SIGNALS = (signal.SIGKILL, signal.SIGXCPU)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one task may use."""

    memory: int = 768 * MEBIBYTE
    """Bytes of address space beyond what a fresh child has."""
    seconds: float = field(default_factory=lambda: 120.0 + _PAGE_SECONDS * max(pages_read() - USUAL_PAGES, 0))
    """On the clock, and of processor time; more where more pages of a scan are to be read."""
    output: int = 256 * MEBIBYTE
    """Bytes of a result on its way back."""
    tasks_per_child: int = 200
    """After so many a child makes room for a fresh one, so that no reader's leaks add up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[A]):
    """One piece of work: what people call it (a file's name), and the argument of the function."""

    name: str
    argument: A


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[A, R]):
    """How a task ended: with a value, or with an error that names it."""

    task: Task[A]
    value: R | None = None
    error: LegationError | None = None
    seconds: float = 0.0
    isolation: Isolation | None = None
    """`None` where the child ended before it could say."""


@dataclass(slots=True, kw_only=True)
class _Child(Generic[A]):
    process: BaseProcess
    pipe: Connection
    isolation: Isolation | None = None
    task: Task[A] | None = None
    began: float = 0.0
    done: int = 0


@dataclass(slots=True, kw_only=True)
class _Crew(Generic[A, R]):
    """The children of one run."""

    function: Callable[[A], R]
    limits: Limits
    context: ForkServerContext
    children: list[_Child[A]] = field(default_factory=list)

    def hire(self) -> _Child[A]:
        ours, theirs = self.context.Pipe()
        crossing = Crossing(function=self.function, memory=self.limits.memory, output=self.limits.output)
        process = self.context.Process(target=serve, args=(theirs, crossing, self.limits.seconds), daemon=True)
        process.start()
        theirs.close()
        child: _Child[A] = _Child(process=process, pipe=ours)
        self.children.append(child)
        return child

    def give(self, child: _Child[A], task: Task[A]) -> None:
        child.task, child.began = task, time.monotonic()
        try:
            child.pipe.send(task.argument)
        except (BrokenPipeError, ConnectionResetError):
            # It is dead; the supervision finds it so and says how it ended.
            return

    def dismiss(self, child: _Child[A]) -> None:
        self.children.remove(child)
        child.process.kill()
        child.process.join()
        child.pipe.close()

    def end(self) -> None:
        for child in list(self.children):
            self.dismiss(child)


def run_all(
    function: Callable[[A], R],
    tasks: Iterable[Task[A]],
    *,
    workers: int = 1,
    limits: Limits | None = None,
    preload: Sequence[str] = (),
    progress: Callable[[Outcome[A, R]], None] | None = None,
) -> Iterator[Outcome[A, R]]:
    """Run a function over tasks in supervised children.

    Args:
        function: of a module's top level; it raises errors of the tree in `legation.errors` for what it refuses.
        tasks: taken one at a time, as children become free; none are started without a task.
        workers: children at once.
        limits: of each task.
        preload: modules that children have imported before they start; the first run of a process settles them.
        progress: called with each outcome before it is given.

    Yields:
        One outcome for each task, as they end. Closing the iterator, or an interrupt, ends all children at once.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "legation.engines.child", *preload])
    crew = _Crew(function=function, limits=limits or Limits(), context=context)
    waiting = iter(tasks)
    try:
        while True:
            _hand_out(crew, waiting, workers)
            if not any(child.task for child in crew.children):
                return
            for outcome in _collect(crew):
                if progress is not None:
                    progress(outcome)
                yield outcome
    finally:
        crew.end()


def _hand_out(crew: _Crew[A, R], waiting: Iterator[Task[A]], workers: int) -> None:
    for child in list(crew.children):
        if child.task is None and child.done >= crew.limits.tasks_per_child:
            crew.dismiss(child)
    idle = [child for child in crew.children if child.task is None]
    while idle or len(crew.children) < max(workers, 1):
        task = next(waiting, None)
        if task is None:
            return
        crew.give(idle.pop() if idle else crew.hire(), task)


def _collect(crew: _Crew[A, R]) -> Iterator[Outcome[A, R]]:
    busy = [child for child in crew.children if child.task is not None]
    first = min(_deadline(child, crew.limits) for child in busy)
    ready = wait([child.pipe for child in busy], timeout=max(first - time.monotonic(), 0.0))
    for child in busy:
        if child.pipe in ready:
            outcome = _received(crew, child)
            if outcome is not None:
                yield outcome
        elif time.monotonic() >= _deadline(child, crew.limits):
            yield _lost(crew, child, _too_long(child, crew.limits))


def _deadline(child: _Child[A], limits: Limits) -> float:
    return child.began + (limits.seconds if child.isolation else max(limits.seconds, START_SECONDS))


def _received(crew: _Crew[A, R], child: _Child[A]) -> Outcome[A, R] | None:
    """What a child sent: its isolation (once, no outcome), a value, an error, or its end."""
    assert child.task is not None
    try:
        message = open_parcel(child.pipe.recv_bytes(crew.limits.output + MEBIBYTE))
    except (EOFError, OSError):
        return _lost(crew, child, _ended(child, crew.limits))
    except LegationError as error:
        error.item = child.task.name
        return _lost(crew, child, error)
    if isinstance(message, Isolation):
        child.isolation = message
        child.began = time.monotonic()
        return None
    task, seconds = child.task, time.monotonic() - child.began
    child.task, child.done = None, child.done + 1
    kind, content = message
    if kind == "value":
        return Outcome(task=task, value=content, seconds=seconds, isolation=child.isolation)
    failure = content if isinstance(content, LegationError) else _said(kind, str(content), task.name, crew.limits)
    failure.item = failure.item or task.name
    if kind != "error":
        child.done = crew.limits.tasks_per_child
    return Outcome(task=task, error=failure, seconds=seconds, isolation=child.isolation)


def _lost(crew: _Crew[A, R], child: _Child[A], error: LegationError) -> Outcome[A, R]:
    assert child.task is not None
    task, seconds = child.task, time.monotonic() - child.began
    crew.dismiss(child)
    return Outcome(task=task, error=error, seconds=seconds, isolation=child.isolation)


def _too_long(child: _Child[Any], limits: Limits) -> LegationError:
    name = child.task.name if child.task else ""
    return LimitError(
        f"{name} took more than {limits.seconds:g} seconds to read and was given up: split it, or look at it by hand",
        item=name,
    )


def _ended(child: _Child[Any], limits: Limits) -> LegationError:
    """Why a child is no more: the kernel ends one that used up its processor time, anything else is a crash."""
    name = child.task.name if child.task else ""
    child.process.join(1.0)
    code = child.process.exitcode
    if code is not None and -code in _TIME_SIGNALS and time.monotonic() - child.began >= limits.seconds:
        return _too_long(child, limits)
    ending = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
    return DamagedInputError(
        f"reading {name} crashed the reader ({ending}): the file is damaged or made to do harm; look at it by hand",
        item=name,
    )


def _said(kind: str, text: str, name: str, limits: Limits) -> LegationError:
    if kind == "memory":
        return LimitError(
            f"{name} needs more than {limits.memory // MEBIBYTE} MiB to read and was given up: split it", item=name
        )
    if kind == "output":
        return LimitError(
            f"{name} gives more than {limits.output // MEBIBYTE} MiB of text and was given up: split it", item=name
        )
    return LegationError(f"reading {name} failed with {text}: this is a fault of ours; please report it", item=name)
