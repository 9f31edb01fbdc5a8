"""How does an answer leave the command? As a readable table, or as one JSON object a line; problems go to stderr.

With `--jsonl` nothing but rows stands on stdout.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from legation.cli.terminal import visible
from legation.errors import LegationError

JsonRow = Mapping[str, Any]


def rows(found: Iterable[JsonRow], *, jsonl: bool, sources: Mapping[str, str] | None = None, empty: str = "") -> int:
    """Print rows, as JSON lines or as one table for each run of rows of one kind; give how many there were.

    Args:
        found: the rows, in the order in which they are to be read.
        jsonl: one JSON object a line, and nothing else.
        sources: digest to name of the file, for the source column.
        empty: what to tell on stderr where there is no row.
    """
    count = 0
    if jsonl:
        for count, row in enumerate(found, 1):  # noqa: B007
            click.echo(json.dumps(row, ensure_ascii=False))
    else:
        for kind, group in itertools.groupby(found, key=lambda row: str(row.get("kind"))):
            batch = list(group)
            count += len(batch)
            _print(kind, batch, sources or {})
    if not count and empty:
        tell(empty)
    return count


def _print(kind: str, batch: Sequence[JsonRow], sources: Mapping[str, str]) -> None:
    from legation.cli.stories import STORIES

    if kind in STORIES:
        for row in batch:
            click.echo(visible(STORIES[kind](row, sources)))
        return
    from legation.cli.tables import print_table

    print_table(kind, batch, sources)


def sentences(found: Iterable[JsonRow], *, jsonl: bool) -> None:
    """Print sentences under the part that they belong to, or as rows for programs."""
    if jsonl:
        rows(found, jsonl=True)
        return
    for (file, part), group in itertools.groupby(found, key=lambda row: (row["file"], row["part"])):
        click.echo(visible(f"{file}: {part}"))
        for row in group:
            click.echo(visible(f"  {row['text']}"))


def tell(message: str) -> None:
    """Say something to the person at the terminal, on stderr."""
    click.echo(visible(message), err=True)


def problems(found: Iterable[tuple[str | None, LegationError]], *, done: int) -> int:
    """Print each problem on stderr, as a JSON line or, on a terminal, in words; give the exit code of the command.

    Args:
        found: the items that failed, each with its error.
        done: how many other items went through.
    """
    from legation.publishing.rows import problem_row

    codes = set()
    for item, error in found:
        codes.add(error.exit_code)
        if sys.stderr.isatty():
            tell(f"{error.code}: {error.message}")
        else:
            click.echo(json.dumps(problem_row(error, item), ensure_ascii=False), err=True)
    if not codes:
        return 0
    if done:
        return 3
    return codes.pop() if len(codes) == 1 else 1


def end(code: int) -> None:
    """Leave the command with this exit code."""
    if code:
        sys.stdout.flush()
        click.get_current_context().exit(code)
