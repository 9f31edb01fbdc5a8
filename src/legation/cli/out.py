"""Commands that show what the tool knows, or write what a case says."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, cast

import click

from legation.cli import options, progress, show
from legation.cli.terminal import visible


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("legation-demo"), metavar="[DIR]")
def demo(folder: Path) -> None:
    """Build an invented case in DIR (legation-demo by default) and say what it shows.

    Example: legation demo
    """
    from legation.cli.stories import briefing
    from legation.pipeline.demo import demo as build_demo

    with progress.told("demo") as tell:
        made = build_demo(folder, tell)
    failed = [(outcome.item, outcome.error) for outcome in made.outcomes if outcome.error is not None]
    code = show.problems(failed, done=len(made.outcomes) - len(failed))
    click.echo(visible(briefing(made.sentences, made.sources)))
    steps = [f"cd {shlex.quote(str(folder))}", *_way_to_the_program(), *NEXT]
    click.echo("\nGo on with:\n" + "\n".join(f"  {line}" for line in steps))
    show.end(code)


NEXT = (
    "legation serve --open                 # all of this in your browser, on this machine only",
    "legation tally                        # the numbers and every edition around them",
    'legation missions "zarechia vestria"  # find a mission in words',
    "legation postings --mission QZ/QN     # who was listed, and between which days",
    "legation changes --mission QZ/QV      # who left and joined between two editions",
    "legation events                       # what reports tell, one row for each happening",
    "legation claims                       # what is said, by whom, in which words",
    "legation why ID                       # any id that is shown: rule, quotes, a clip of the page",
    "legation export page -o demo.html     # all of it as one file to mail",
)


def _way_to_the_program() -> Iterator[str]:
    """How a shell finds this program, where it doesn't find it by its name alone."""
    if shutil.which("legation") is None:
        yield f'PATH={shlex.quote(str(Path(sys.argv[0]).resolve().parent))}:"$PATH"'


@click.command()
@click.argument("form", type=click.Choice(["page", "csv", "xlsx", "wacz", "bundle"]))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="Where it goes.")
@click.option("--mission", "missions", multiple=True, metavar="KEY", help="Show this mission in full; may be repeated.")
@click.option("--person", "persons", multiple=True, metavar="ID", help="For a bundle: what rests on this person.")
@click.option("--all", "everything", is_flag=True, help="For a bundle: everything.")
@click.option("--publish", is_flag=True, help="No draft: refuse whatever must not be published as it is.")
@options.case
def export(
    form: str,
    output: Path | None,
    missions: tuple[str, ...],
    publish: bool,
    case_dir: Path,
    **chosen: object,
) -> None:
    """Write the case as one HTML page, as a folder of CSV files, or as a workbook; or what came from the web as WACZ.

    Without --publish it is a draft and says so. With -o NAME.csv, CSV is the one table that the name ends with, as in
    berlin-changes.csv; postings otherwise. WACZ holds the records behind each capture: our requests to archives with
    our own times, and records of added WARC files as they stand there.

    A bundle is a folder for an expert: findings (--person, --mission or --all), the captures that they rest on, the
    chain of custody with its stamps, and a verify.py that checks all of it with nothing but Python.

    Example: legation export page -o berlin.html
    """
    from legation.pipeline.leaving import export as write
    from legation.store.case import Case

    if form == "wacz":
        _web_archive(case_dir, output)
        return
    if form == "bundle":
        _bundle(case_dir, output, {**chosen, "missions": missions}, publish=publish)
        return
    wanted = cast(Literal["page", "csv", "xlsx"], form)
    with Case.open(case_dir) as case:
        left = write(case, wanted, to=output, missions=missions, publish=publish)
    for path in left.paths:
        click.echo(str(path))
    if left.stale:
        show.tell("the case changed since its last build: run `legation build` and export again")
    if left.findings:
        show.tell(f"a draft: {len(left.findings)} things would stop a publication; --publish lists them")


def _bundle(case_dir: Path, output: Path | None, said: Mapping[str, object], *, publish: bool) -> None:
    from legation.pipeline.bundled import Chosen
    from legation.pipeline.bundling import export_bundle
    from legation.store.case import Case

    persons, missions = (cast("tuple[str, ...]", said[name]) for name in ("persons", "missions"))
    chosen = Chosen(persons=persons, missions=missions, everything=bool(said["everything"]))
    with Case.open(case_dir) as case:
        made = export_bundle(case, chosen, to=output, publish=publish)
    click.echo(str(made.path))
    show.tell(f"{made.findings} findings, {made.captures} captures, {made.stamps} stamps; check it: verify.py inside")
    show.tell("the captures print more people than the findings speak of: hand it over as evidence, don't publish it")
    if made.stale:
        show.tell("the case changed since its last build: run `legation build` and export again")
    if made.gate:
        show.tell(f"{len(made.gate)} things in it would stop a publication")
    show.end(show.problems(((one.name, error) for one, error in made.left_out), done=made.captures))


def _web_archive(case_dir: Path, output: Path | None) -> None:
    from legation.pipeline.packing import export_wacz
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        path, package = export_wacz(case, output)
    click.echo(str(path))
    show.tell(f"{package.packed.records} records, {package.packed.pages} pages")
    show.end(show.problems(((one.name, error) for one, error in package.left_out), done=package.packed.pages))


@click.command()
@click.argument("state", required=False)
@options.jsonl
def lists(state: str | None, jsonl: bool) -> None:
    """Public diplomatic lists: who publishes them, where, in which form. STATE is a host's code or name.

    Example: legation lists germany
    """
    from legation.pipeline.knowledge import list_rows

    show.rows(list_rows(state), jsonl=jsonl, empty=f"no list of {state} is known here")


@click.command()
@options.jsonl
def words(jsonl: bool) -> None:
    """The words of this tool, each with its one meaning.

    Example: legation words
    """
    from legation.pipeline.knowledge import word_rows

    show.rows(word_rows(), jsonl=jsonl)
