"""Commands that compare names, without a case."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli import options, show


@click.group()
def names() -> None:
    """Compare spellings of names in any script and romanization.

    Example: legation names compare "Чижиков" "Tschischikow"
    """


@names.command()
@click.argument("a")
@click.argument("b")
@options.jsonl
def compare(a: str, b: str, jsonl: bool) -> None:
    """Say whether A and B can be one name, part by part.

    Example: legation names compare "Чижиков" "Tschischikow" --jsonl
    """
    from legation.pipeline.answering.spellings import comparison_row

    show.rows([comparison_row(a, b)], jsonl=jsonl)


@names.command()
@click.argument("pairs", type=click.Path(path_type=Path), metavar="PAIRS.tsv")
def score(pairs: Path) -> None:
    """Print the table of PAIRS.tsv (columns name_a and name_b, any others) with a column `score`.

    Example: legation names score pairs.tsv > scored.tsv
    """
    from legation.pipeline.answering.spellings import scored_lines

    for line in scored_lines(pairs):
        click.echo(line)
