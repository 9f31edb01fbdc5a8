"""Commands that read files and write rows, without a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from legation.cli import options, progress, show
from legation.errors import LegationError

if TYPE_CHECKING:
    from legation.pipeline.work.explained import Explained
    from legation.pipeline.work.stateless import FileResult


@click.command()
@options.files
@options.pages
@options.jsonl
def read(files: tuple[Path, ...], jsonl: bool) -> None:
    """Show the text of each FILE, line by line, with the place of every line.

    Example: legation read list.pdf --jsonl
    """
    from legation.model.sources import Given
    from legation.pipeline.work.stateless import read_files
    from legation.publishing.rows import document_rows

    with progress.told("read", streaming=True) as tell:
        _print(read_files(files, Given(), tell), document_rows, jsonl=jsonl)


@click.group()
def extract() -> None:
    """Show what a list or an article holds, without a case."""


@extract.command()
@options.files
@options.given("as-of", "mission", "sending", "receiving", "source", "url")
@options.pages
@click.option("--explain", is_flag=True, help="Say in words why each list was read as it was, instead of its rows.")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="OUT", help="Write one list beside its rows.")
@options.jsonl
def roster(files: tuple[Path, ...], jsonl: bool, explain: bool, page: Path | None, **words: str | None) -> None:
    """Show the edition, the listings and the residue of each FILE that is a list.

    Example: legation extract roster list.pdf --receiving DE --jsonl
    """
    from legation.pipeline.work.given import given_from
    from legation.pipeline.work.stateless import explained_in, rosters_in
    from legation.publishing.rows import roster_rows

    given = given_from({**options.said(words), "kind": "list"})
    if page is not None and len(files) != 1:
        raise click.UsageError("--html writes the page of one list: name one FILE")
    if explain or page is not None:
        with progress.told("extract", streaming=True) as tell:
            _explain(explained_in(files, given, tell), page, explain=explain, jsonl=jsonl)
        return
    with progress.told("extract", streaming=True) as tell:
        _print(rosters_in(files, given, tell), roster_rows, jsonl=jsonl)


@extract.command()
@options.files
@options.given("published", "language", "source", "url")
@click.option("--explain", is_flag=True, help="Say on stderr what was not kept, and what the dates rest on.")
@options.jsonl
def news(files: tuple[Path, ...], jsonl: bool, explain: bool, **words: str | None) -> None:
    """Show the events and claims of each FILE that is a report.

    Example: legation extract news article.html --published 2022-04-04 --jsonl
    """
    from legation.pipeline.work.given import given_from
    from legation.pipeline.work.stateless import reports_in
    from legation.publishing.rows import report_rows

    given = given_from({**options.said(words), "kind": "report"})
    with progress.told("extract", streaming=True) as tell:
        rows_of = _with_notes(report_rows) if explain else report_rows
        _print(reports_in(files, given, tell), rows_of, jsonl=jsonl, empty="no event and no claim was found")


def _with_notes(rows_of: Callable[[Any], Iterator[show.JsonRow]]) -> Callable[[Any], Iterator[show.JsonRow]]:
    """The rows of a report, with its notes said beside them."""

    def told(report: Any) -> Iterator[show.JsonRow]:  # noqa: ANN401 - what reports_in gives
        for note in report.notes:
            show.tell(note)
        yield from rows_of(report)

    return told


def _explain(results: Iterator[FileResult[Explained]], page: Path | None, *, explain: bool, jsonl: bool) -> None:
    from legation.pipeline.work.explained import write_reading
    from legation.publishing.reading_page import explanation_rows

    failed: list[tuple[str | None, LegationError]] = []
    done = 0
    for result in results:
        if result.error is not None:
            failed.append((str(result.path), result.error))
        elif result.value is not None:
            done += 1
            made = result.value
            if explain:
                show.sentences(explanation_rows(result.path.name, made.explanation), jsonl=jsonl)
            if page is not None:
                stopping = write_reading(made, result.path.name, page)
                show.tell(f"{page}: the list beside its rows, a draft to check the reading by")
                if stopping:
                    show.tell(f"{stopping} things in it would stop a publication, such as what its name says")
    show.end(show.problems(failed, done=done))


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
