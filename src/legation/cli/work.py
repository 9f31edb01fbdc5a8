"""Commands that bring a case up to date and look after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli import options, progress, show
from legation.errors import LegationError, UsageError, error_of

if TYPE_CHECKING:
    from legation.pipeline.building.build import Built

CHECK_FAILED = 4


@click.command()
@click.option("--again", is_flag=True, help="Read once more what could not be read before.")
@options.case
@options.jsonl
def build(again: bool, case_dir: Path, jsonl: bool) -> None:
    """Read what is new and work out what follows. May be stopped and run again.

    Example: legation build --case berlin
    """
    from legation.pipeline.building.build import build as bring_up_to_date
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        with progress.told("build") as tell:
            built = bring_up_to_date(case, tell, again=again)
        if not built.new:
            show.tell("nothing new")
        show.rows([built_row(built)], jsonl=jsonl)
        for capture, note in built.lacking if built.new else ():
            show.tell(f"{capture.name}: {note}")
        failed: list[tuple[str | None, LegationError]] = []
        for capture, account in built.unread:
            error = error_of(account.code, account.message or "it could not be read", item=capture.name)
            failed.append((capture.name, error))
        code = show.problems(failed, done=len(built.accounts) - len(failed))
        show.end(code if built.new or built.read or built.lost else 0)


def built_row(built: Built) -> show.JsonRow:
    """What a build did, in one row."""
    accounts = [account for _, account in built.accounts]
    row: dict[str, object] = {
        "kind": "built",
        "id": "built",
        "new": built.new,
        "read": built.read,
        "editions": sum(account.kind == "list" for account in accounts),
        "listings": sum(account.listings for account in accounts),
        "residue": sum(account.residue for account in accounts),
        "reports": sum(account.kind == "report" for account in accounts),
        "events": sum(account.events for account in accounts),
        "registers": sum(account.kind == "register" for account in accounts),
        "entries": sum(account.entries for account in accounts),
        "claims": sum(account.claims for account in accounts if account.kind != "register"),
        "unread": [capture.name for capture, _ in built.unread],
    }
    if built.totals is not None:
        row |= asdict(built.totals)
    return row


@click.command()
@options.case
@options.jsonl
def status(case_dir: Path, jsonl: bool) -> None:
    """Say what is in the case, what could not be read, and which judgements attach to nothing.

    Example: legation status --case berlin
    """
    from legation.pipeline.answering.naming import sources
    from legation.pipeline.answering.status import status as rows_of
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        show.rows(rows_of(case), jsonl=jsonl, sources=sources(case))


@click.command()
@click.argument("bundle", required=False, type=click.Path(path_type=Path), metavar="[BUNDLE]")
@options.case
@options.jsonl
def verify(bundle: Path | None, case_dir: Path, jsonl: bool) -> None:
    """Check every stored byte, the chain of custody and its stamps, and say what that shows and what it doesn't.

    With BUNDLE, a folder that `export bundle` made, that is checked instead.

    Example: legation verify --case berlin
    """
    from legation.pipeline.exporting.bags import bundle_problems, is_bundle
    from legation.pipeline.keeping.verifying import SHOWS, verify_folder

    if bundle is not None:
        if not is_bundle(bundle):
            raise UsageError(f"{bundle} is no bundle; a case is named by --case", item=str(bundle))
        _report(bundle_problems(bundle), jsonl=jsonl)
        show.tell("this folder is what it was when it was made, and its chain holds")
        for said in SHOWS:
            show.tell(said)
        return
    _report(((one.item, one.problem) for one in verify_folder(case_dir)), jsonl=jsonl)
    _told_of_case(case_dir, jsonl=jsonl)


def _report(problems: Iterable[tuple[str, str]], *, jsonl: bool) -> None:
    """Print the problems and end, where there are any."""
    from legation.publishing.phrases import counted

    rows = [{"kind": "check", "id": item, "problem": problem} for item, problem in problems]
    show.rows(rows, jsonl=jsonl)
    if rows:
        show.tell(f"{counted(len(rows), 'problem', 'problems')}: restore what they name from a copy of the case")
        show.end(CHECK_FAILED)


def _told_of_case(case_dir: Path, *, jsonl: bool) -> None:
    """Say what a sound case shows, and since when."""
    from legation.pipeline.keeping.stamping import stamps_of
    from legation.pipeline.keeping.verifying import SHOWS, stored, unstamped
    from legation.publishing.phrases import counted
    from legation.publishing.rows.custody import stamp_row
    from legation.store.case import Case

    with Case.open(case_dir, as_it_is=True) as case:
        sound = counted(stored(case), "file is what it was when it was", "files are what they were when they were")
        show.tell(f"{sound} stored, and the chain of {case.ledger.head()[0]} entries holds")
        show.rows(map(stamp_row, stamps_of(case)), jsonl=jsonl)
        for said in (*SHOWS, unstamped(case)):
            show.tell(said)


@click.command()
@click.option("--shipped", is_flag=True, help="Go back to the shipped weights.")
@options.case
@options.jsonl
def calibrate(shipped: bool, case_dir: Path, jsonl: bool) -> None:
    """Fit the weights by which pairs are proposed to the case's own judgements, and say what changed.

    Nothing is decided by it, and no build does it. Fewer than fifty judged pairs change nothing.

    Example: legation calibrate --case berlin
    """
    from legation.pipeline.building.calibrating import calibrate as fit
    from legation.pipeline.building.calibrating import calibration_rows, uncalibrate
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        if shipped:
            had = uncalibrate(case)
            show.tell("the shipped weights count again; next: legation build" if had else "they never were others")
            return
        found = fit(case)
    show.rows(calibration_rows(found), jsonl=jsonl)
    show.tell(found.lacking or f"fitted to {found.same + found.different} judged pairs; next: legation build")
