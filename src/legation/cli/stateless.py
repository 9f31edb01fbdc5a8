"""Commands that read files and write rows, without a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from legation.cli import options, progress, show
from legation.errors import LegationError


@click.command()
@options.files
@options.jsonl
def read(files: tuple[Path, ...], jsonl: bool) -> None:
    """Show the text of each FILE, line by line, with the place of every line.

    Example: legation read list.pdf --jsonl
    """
    from legation.model.sources import Given
    from legation.pipeline.stateless import read_files
    from legation.publishing.rows import document_rows

    with progress.told("read", streaming=True) as tell:
        _print(read_files(files, Given(), tell), document_rows, jsonl=jsonl)


@click.group()
def extract() -> None:
    """Show what a list or an article holds, without a case."""


@extract.command()
@options.files
@options.given("as-of", "mission", "sending", "receiving", "source", "url")
@options.jsonl
def roster(files: tuple[Path, ...], jsonl: bool, **words: str | None) -> None:
    """Show the edition, the listings and the residue of each FILE that is a list.

    Example: legation extract roster list.pdf --receiving DE --jsonl
    """
    from legation.pipeline.given import given_from
    from legation.pipeline.stateless import rosters_in
    from legation.publishing.rows import roster_rows

    given = given_from({**options.said(words), "kind": "list"})
    with progress.told("extract", streaming=True) as tell:
        _print(rosters_in(files, given, tell), roster_rows, jsonl=jsonl)


@extract.command()
@options.files
@options.given("published", "language", "source", "url")
@options.jsonl
def news(files: tuple[Path, ...], jsonl: bool, **words: str | None) -> None:
    """Show the events and claims of each FILE that is a report.

    Example: legation extract news article.html --published 2022-04-04 --jsonl
    """
    from legation.pipeline.given import given_from
    from legation.pipeline.stateless import reports_in
    from legation.publishing.rows import report_rows

    given = given_from({**options.said(words), "kind": "report"})
    with progress.told("extract", streaming=True) as tell:
        _print(reports_in(files, given, tell), report_rows, jsonl=jsonl, empty="no event and no claim was found")


def _print(
    results: Iterator[Any], rows_of: Callable[[Any], Iterator[show.JsonRow]], *, jsonl: bool, empty: str = ""
) -> None:
    failed: list[tuple[str | None, LegationError]] = []
    sources: dict[str, str] = {}
    done = 0

    def rows() -> Iterator[show.JsonRow]:
        nonlocal done
        for result in results:
            if result.error is not None:
                failed.append((str(result.path), result.error))
                continue
            done += 1
            sources[result.sha256] = result.path.name
            yield from rows_of(result.value)

    show.rows(rows(), jsonl=jsonl, sources=sources, empty=empty)
    show.end(show.problems(failed, done=done))
