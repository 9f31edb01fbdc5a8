"""How far is the work? A bar on a terminal, plain lines elsewhere; always on stderr, never on stdout."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

EVERY_SECONDS = 5.0
"""How often a plain line is written where stderr is no terminal."""


@contextmanager
def told(word: str, *, streaming: bool = False) -> Iterator[Callable[[int, int, str], None]]:
    """Give a function that is told (done, total, name) and shows it under this word.

    Args:
        word: what is being done.
        streaming: answers are printed meanwhile; on a terminal they show how far the work is.
    """
    if streaming and sys.stdout.isatty():
        yield lambda done, total, name: None
        return
    if sys.stderr.isatty():
        with _bar(word) as tell:
            yield tell
        return
    last = [time.monotonic()]

    def plain(done: int, total: int, name: str) -> None:
        now = time.monotonic()
        if total > 1 and (done == total or now - last[0] >= EVERY_SECONDS):
            last[0] = now
            print(f"{word}: {done} of {total}{f', {name}' if name and done < total else ''}", file=sys.stderr)

    yield plain


@contextmanager
def _bar(word: str) -> Iterator[Callable[[int, int, str], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(word),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(word, total=None, name="")

        def tell(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, name=name)

        yield tell
