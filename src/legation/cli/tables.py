"""How are rows printed as a table? As wide as the terminal is, without the columns that hold nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from legation.cli.columns import Sources, columns_of
from legation.cli.fitting import fitted
from legation.cli.terminal import visible, width


def print_table(kind: str, batch: Sequence[Mapping[str, Any]], sources: Sources) -> None:
    """Print rows of one kind on stdout."""
    columns = columns_of(kind, batch)
    cells = [[_shown(column(row, sources)) for _, column in columns] for row in batch]
    used = [number for number in range(len(columns)) if any(line[number] for line in cells)]
    header = [columns[number][0] for number in used]
    for line, heads in fitted(header, [[line[number] for number in used] for line in cells], width()):
        click.echo(click.style(line, bold=True) if heads else line)


def _shown(value: object) -> str:
    return "" if value is None else visible(" ".join(str(value).split()))
