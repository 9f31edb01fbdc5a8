"""Commands that hold a text against the case before it is printed."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli import options, progress, show

FOUND_PROBLEMS = 4


@click.group()
def check() -> None:
    """Hold a text against what the case holds."""


@check.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@options.given("published", "language")
@click.option(
    "--sheet",
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="Write the checker's sheet: OUT.html, .docx or .xlsx.",
)
@click.option("--open", "only_open", is_flag=True, help="Only sentences that differ or that nothing supports.")
@options.case
@options.jsonl
def draft(file: Path, sheet: Path | None, case_dir: Path, *, only_open: bool, jsonl: bool, **words: str | None) -> None:
    """Hold each sentence of FILE (Markdown, DOCX, plain text) against the case: supported, differs, or unsupported.

    Numbers, days, names, states, places and ranks are compared with what reports and lists say of the same thing;
    quotations letter for letter; allegations by who makes them and how hard. What isn't found is unsupported, which
    doesn't say that it is false. Nothing of FILE is stored. Exit code 4 where a sentence differs or is unsupported.

    Example: legation check draft story.md --sheet story-check.html
    """
    from legation.pipeline.answering.naming import sources
    from legation.pipeline.exporting.drafting import check_draft, write_sheet
    from legation.pipeline.work.given import given_from
    from legation.publishing.rows import sentence_row
    from legation.store.case import Case

    given = given_from({**options.said(words), "kind": "report"})
    with Case.open(case_dir) as case:
        with progress.told("read", streaming=True) as tell:
            checked = check_draft(case, file, given=given, progress=tell)
        if checked.stale:
            show.tell("the case changed since its last build: run `legation build` for what is new")
        for name in checked.unread:
            show.tell(f"{name} can't be read again: only the claims that were read from it count")
        found = checked.open if only_open else checked.sentences
        show.rows(map(sentence_row, found), jsonl=jsonl, sources=sources(case), empty="the draft has no such sentence")
        if sheet is not None:
            write_sheet(case, checked, sheet)
            show.tell(f"{sheet}: the sentences beside their evidence, for the checker")
    show.tell(checked.summary)
    show.end(FOUND_PROBLEMS if checked.open else 0)
