"""The commands by which something leaves the case, each through the gate, and by which is told whom to correct."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli import options, show
from legation.errors import UsageError

if TYPE_CHECKING:
    from legation.pipeline.exporting.leaving import Way

WORDS = (
    "page",
    "csv",
    "xlsx",
    "dossier",
    "ftm",
    "statements",
    "evidence",
    "gexf",
    "geojson",
    "parquet",
    "csl",
    "bibtex",
    "wacz",
    "bundle",
)
"""Every way out that this command has; a test holds it to the forms there are."""


@click.command()
@click.argument("form", type=click.Choice(WORDS))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="Where it goes.")
@click.option("--mission", "missions", multiple=True, metavar="KEY", help="Show this mission in full; may be repeated.")
@click.option("--person", multiple=True, metavar="ID", help="What rests on this person; may be repeated.")
@click.option("--about", multiple=True, metavar="ID", help="What a dossier is about: an id, a mission's key, a name.")
@click.option("--libel-read", is_flag=True, help="A dossier for a lawyer: by the harm that a sentence could do.")
@click.option("--co-postings", is_flag=True, help="GEXF of persons who were listed together, without missions.")
@click.option("--all", "everything", is_flag=True, help="For a bundle: everything.")
@click.option(
    "--include", multiple=True, metavar="ID", help="A person, link or claim that is left out by default; with --why."
)
@click.option("--why", default="", metavar="TEXT", help="Why these are included; it is noted with what leaves.")
@click.option("--to-whom", multiple=True, metavar="NAME", help="Who gets it; `corrections` says whom to tell.")
@click.option("--publish", is_flag=True, help="No draft: stop at whatever must not be published as it is.")
@options.case
def export(form: str, case_dir: Path, **said: object) -> None:
    """Write the case as one HTML page, as a folder of CSV files, or as a workbook; or what came from the web as WACZ.

    Everything goes through the gate. Without --publish it is a draft and says so; with it, whatever a publication
    lacks is listed and nothing is written (exit code 4). Left out unless they are chosen with --include: people of
    the lowest class, administrative and local staff, what is said of families, links that nobody judged. Who is
    withheld (`legation withhold`) stays out.

    With -o NAME.csv, CSV is the one table that the name ends with, as in berlin-changes.csv; postings otherwise. WACZ
    holds the records behind each capture: our requests to archives with our own times, and records of added WARC files
    as they stand there. A bundle is a folder for an expert: findings (--person, --mission or --all), the captures that
    they rest on, the chain of custody with its stamps, and a verify.py that checks all of it with nothing but Python.

    A dossier tells what is known --about a person, mission, happening or resurfacing, each sentence with its footnote:
    as .html, .pdf or .docx, by the name given with -o.

    GEXF is a graph of persons and missions, GeoJSON a map of missions and stated places with distances, Parquet a
    folder of typed tables, CSL (JSON) and BibTeX the captures for a reference manager.

    Example: legation export page -o berlin.html
    """
    way = _way(said)
    if form == "wacz":
        _web_archive(case_dir, way)
    elif form == "bundle":
        _bundle(case_dir, way, said)
    else:
        _form(case_dir, form, way)


@click.command()
@options.case
@options.jsonl
def corrections(case_dir: Path, jsonl: bool) -> None:
    """What left the case and was touched since: each judgement, undoing, reply or later report, with whom to tell.

    Example: legation corrections
    """
    from legation.pipeline.exporting.correcting import corrections as found
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        show.rows(found(case), jsonl=jsonl, empty="nothing that left was touched since")


_OF_EVERY_FORM = frozenset({"output", "missions", "include", "why", "to_whom", "publish"})


def _way(said: Mapping[str, object]) -> Way:
    from legation.pipeline.exporting.leaving import Way

    output = said["output"]
    return Way(
        to=output if isinstance(output, Path) else None,
        missions=_several(said, "missions"),
        publish=bool(said["publish"]),
        include=_several(said, "include"),
        why=str(said["why"]),
        to_whom=_several(said, "to_whom"),
        values={name: value for name, value in said.items() if name not in _OF_EVERY_FORM and value not in (None, ())},
    )


def _several(said: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = said[name]
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _form(case_dir: Path, form: str, way: Way) -> None:
    from legation.pipeline.exporting.leaving import export as write
    from legation.publishing.phrases import counted
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        left = write(case, form, way)
    for path in left.paths:
        click.echo(str(path))
    _tell(stale=left.stale)
    if left.left_out:
        show.tell(f"{left.left_out} persons, links and sentences are left out by default; --include ID chooses one")
    if left.findings:
        things = counted(len(left.findings), "thing", "things")
        show.tell(f"a draft: {things} would stop a publication; --publish lists them")


def _bundle(case_dir: Path, way: Way, said: Mapping[str, object]) -> None:
    from legation.pipeline.exporting.bundled import Chosen
    from legation.pipeline.exporting.bundling import export_bundle
    from legation.store.case import Case

    chosen = Chosen(persons=_several(said, "person"), missions=way.missions, everything=bool(said["everything"]))
    with Case.open(case_dir) as case:
        made = export_bundle(case, chosen, way)
    click.echo(str(made.path))
    show.tell(f"{made.findings} findings, {made.captures} captures, {made.stamps} stamps; check it: verify.py inside")
    show.tell("the captures print more people than the findings speak of: hand it over as evidence, don't publish it")
    _tell(stale=made.stale)
    if made.gate:
        show.tell(f"{len(made.gate)} things in it would stop a publication")
    done = made.captures + made.findings
    show.end(show.problems(((one.name, error) for one, error in made.left_out), done=done))


def _web_archive(case_dir: Path, way: Way) -> None:
    from legation.pipeline.exporting.packing import export_wacz
    from legation.store.case import Case

    if way.publish or way.include or way.missions or any(way.values.values()):
        raise UsageError("wacz holds all that came from the web, as evidence: it takes -o and --to-whom alone")
    with Case.open(case_dir) as case:
        path, package = export_wacz(case, way.to, to_whom=way.to_whom)
    click.echo(str(path))
    show.tell(f"{package.packed.records} records, {package.packed.pages} pages")
    show.end(show.problems(((one.name, error) for one, error in package.left_out), done=package.packed.pages))


def _tell(*, stale: bool) -> None:
    if stale:
        show.tell("the case changed since its last build: run `legation build` and export again")
