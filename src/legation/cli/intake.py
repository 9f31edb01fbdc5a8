"""Commands that put something into a case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli import options, progress, show
from legation.errors import LegationError, UsageError
from legation.model.sources import GIVEN_OPTIONS

if TYPE_CHECKING:
    from legation.pipeline.collecting.importing import Imported
    from legation.pipeline.collecting.intake import Outcome, Wanted
    from legation.pipeline.work.stages import Extracted


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--states", type=click.Path(path_type=Path), metavar="FILE.csv", help="States that no gazetteer has.")
def init(folder: Path, states: Path | None) -> None:
    """Make a new case in DIR.

    --states names a CSV file with a header row: code, then names in any language.

    Example: legation init berlin
    """
    from legation.store.case import Case

    Case.create(folder, states).close()
    show.tell(f"{folder} is a case now; next: legation add --case {folder} FILES")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--manifest", type=click.Path(path_type=Path), metavar="FILE.csv", help="Files and what is said of them.")
@options.given(*GIVEN_OPTIONS)
@options.case
@options.jsonl
def add(paths: tuple[Path, ...], manifest: Path | None, case_dir: Path, jsonl: bool, **words: str | None) -> None:
    """Put files (PATH: files or folders) into the case; their bytes are kept unchanged.

    A WARC or WACZ file gives a capture for each page in it, with the address and moment that it says.

    A register (--kind register, or FollowTheMoney entities and statements as they are) is a source of its own: who of
    it is somebody of the lists is proposed by `review`, and judged. Of a table --columns says which header is which:
    --columns "name=Full Name,birthDate=Born".

    A manifest is a CSV file with a column `file` or `path` and the options of this command as further columns. Adding
    the same again does nothing; adding it again with more said of it takes the place of what was said before.

    Example: legation add lists/*.pdf --receiving DE
    """
    from legation.pipeline.collecting.importing import Imported, by_kind, import_files
    from legation.pipeline.collecting.intake import Outcome, wanted_from_manifest, wanted_from_paths
    from legation.pipeline.collecting.intake import add as add_files
    from legation.pipeline.collecting.register_files import add_registers
    from legation.pipeline.work.given import given_from
    from legation.store.case import Case

    given = given_from(options.said(words))
    if not paths and manifest is None:
        raise UsageError("nothing to add: name files, or a manifest with --manifest FILE.csv")
    refused: tuple[Outcome, ...] = ()
    wanted: tuple[Wanted, ...] = wanted_from_paths(paths, given)
    if manifest is not None:
        if any(words.values()):
            raise UsageError("with --manifest the columns say what each file is: leave the other options out")
        listed, refused = wanted_from_manifest(manifest)
        wanted = (*wanted, *listed)
    with Case.open(case_dir) as case:
        kinds = by_kind(wanted)
        with progress.told("add") as tell:
            added = sorted(add_files(case, kinds.plain, tell), key=lambda outcome: outcome.number)
        with progress.told("registers") as tell:
            added += add_registers(case, kinds.registers, tell)
        with progress.told("import") as tell:
            imported = tuple(import_files(case, kinds.archives, tell))
        unusable = tuple(one for one in imported if isinstance(one, Outcome))
        made = [one for one in imported if isinstance(one, Imported)]
        _report((*refused, *added, *unusable), made, jsonl=jsonl)


def _report(outcomes: tuple[Outcome, ...], imported: list[Imported], *, jsonl: bool) -> None:
    failed = [(outcome.item, outcome.error) for outcome in outcomes if outcome.error is not None]
    taken = [outcome for outcome in outcomes if outcome.error is None]
    show.rows([*_rows(taken), *map(_import_row, imported)], jsonl=jsonl)
    new = sum(outcome.new for outcome in taken) + sum(made.new for made in imported)
    for outcome in taken:
        if outcome.replaces:
            show.tell(f"{outcome.item}: what is said of it now counts instead of what was said before")
    before = len(taken) + sum(made.captures for made in imported) - new
    show.tell(f"{new} new, {before} here before, {len(failed)} refused{'; next: legation build' if new else ''}")
    damaged: list[tuple[str | None, LegationError]]
    damaged = [(error.item, error) for made in imported for error in made.damaged]
    damaged += [(error.item, error) for outcome in outcomes for error in outcome.damaged]
    show.end(show.problems([*failed, *damaged], done=len(taken) + len(imported)))


def _import_row(made: Imported) -> show.JsonRow:
    return {
        "kind": "import",
        "id": made.sha256,
        "name": made.name,
        "records": made.records,
        "captures": made.captures,
        "new": made.new,
        "left_alone": dict(sorted(made.left.items())),
        "damaged": len(made.damaged),
    }


def _rows(taken: list[Outcome]) -> Iterator[show.JsonRow]:
    from legation.publishing.rows import capture_row

    for outcome in taken:
        if outcome.capture is None:
            continue
        row = {**capture_row(outcome.capture), **_held(outcome.made)}
        yield {**row, "new": outcome.new, "replaces": list(outcome.replaces)}


def _held(made: Extracted | None) -> show.JsonRow:
    if made is None:
        return {"state": None}
    return {
        "input": made.kind,
        "state": made.state,
        "notes": list(made.notes),
        "listings": len(made.roster.listings) if made.roster else None,
        "residue": len(made.roster.residue) if made.roster else None,
        "entries": made.entries if made.kind == "register" else None,
        "events": len(made.report.events) if made.report else None,
        "claims": len(made.report.claims) if made.report else None,
    }


@click.command()
@click.argument("kind", type=click.Choice(["event", "claim"]))
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@click.option("--source", type=click.Path(path_type=Path), metavar="FILE", help="The file that says so.")
@click.option("--url", help="The address that says so.")
@click.option("--quote", metavar="TEXT", help="The words that the note rests on, as they stand there.")
@click.option("--date", metavar="DATE", help="The day on which the source said so.")
@click.option("--confidential", metavar="LABEL", help="Keep the note apart; nothing reads it but you.")
@click.option("--author", help="Who enters it; your account's name otherwise.")
@options.case
@options.jsonl
def note(
    kind: str, fields: tuple[str, ...], case_dir: Path, jsonl: bool, author: str | None, **source: str | Path | None
) -> None:
    r"""Enter an event or a claim by hand. A source is mandatory.

    Example: legation note event type=expulsion actor=DE mission=RU/DE \
                 count=40 date=2022-04-04 deadline=P5D \
                 --url https://example.org/news --date 2022-04-04 \
                 --quote "forty of them must leave"
    """
    from legation.model.claims import Event
    from legation.pipeline.deciding.notes import NoteSource
    from legation.pipeline.deciding.notes import note as enter
    from legation.pipeline.work.fields import pairs_of
    from legation.pipeline.work.given import date_option
    from legation.publishing.rows import claim_row, event_row
    from legation.store.case import Case

    date = source.pop("date")
    file = source.pop("source")
    where = NoteSource(
        file=file if isinstance(file, Path) else None,
        date=date_option("date", str(date)) if date else None,
        **{name: str(value) for name, value in source.items() if value is not None},
    )
    with Case.open(case_dir) as case:
        noted = enter(case, "event" if kind == "event" else "claim", pairs_of(fields), where, author)
        if noted.value is None:
            show.tell("kept apart; no query, build or export reads it")
            return
        row = event_row(noted.value) if isinstance(noted.value, Event) else claim_row(noted.value)
        names = {noted.value.passage.sha256: str(file or source.get("url"))}
        show.rows([row], jsonl=jsonl, sources=names)
        show.tell("entered; next: legation build" if noted.new else "entered before; nothing changed")
