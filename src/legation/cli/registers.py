"""Commands for more than a case holds: many documents, and registers of up to millions of records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from legation.cli import options, progress, show
from legation.cli.terminal import visible
from legation.errors import LegationError

_INPUTS = click.argument("inputs", nargs=-1, required=True, metavar="PARQUET...")
_ENGINE = click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="Processes of this machine, or Spark; both give the same.",
)
_MASTER = click.option(
    "--master",
    default="local[*]",
    show_default=True,
    metavar="URL",
    help="Where Spark runs, such as spark://HOST:7077.",
)
_PROCESSES = click.option(
    "--processes",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that work at once.  [default: as many as there are processors]",
)
_OUT = click.option("-o", "--out", required=True, metavar="PATH", help="What to write; it must not be there.")


@click.group()
def registers() -> None:
    """Read many documents, and link registers of up to millions of records.

    Parquet in, Parquet out; nothing is merged. Works without a case. What was stopped goes on where it stood.

    Example: legation registers link register.parquet -o links.parquet
    """


@registers.command()
@options.files
@options.given("as-of", "mission", "sending", "receiving", "source", "url")
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), metavar="PATH", help="The file to write.")
def pack(files: tuple[Path, ...], out: Path, **words: str | None) -> None:
    """Put lists into one Parquet file, bytes and what is known of them, for `registers extract`.

    Example: legation registers pack lists/*.pdf --receiving DE -o lists.parquet
    """
    from legation.pipeline.work.registers import pack_documents

    done, failed = pack_documents(files, out, options.said(words))
    show.tell(f"{out}: {done} documents")
    show.end(show.problems([(error.item, error) for error in failed], done=done))


@registers.command()
@_INPUTS
@_OUT
@_ENGINE
@_MASTER
@_PROCESSES
@options.jsonl
def extract(inputs: tuple[str, ...], out: str, engine: str, master: str, processes: int | None, jsonl: bool) -> None:
    """Read packed lists to a folder of lines: listings in the columns of a register, editions, residue, problems.

    Example: legation registers extract lists.parquet -o lines
    """
    from legation.pipeline.work.registers import extract_documents, extract_on_spark

    if engine == "spark":
        row = extract_on_spark(inputs, out, master=master)
    else:
        with progress.told("extract") as tell:
            row = extract_documents(inputs, Path(out), processes=processes, progress=tell)
    lines = row["lines"]
    assert isinstance(lines, dict)
    _say(row, f"{out}: " + ", ".join(f"{count} {kind}" for kind, count in lines.items()), jsonl=jsonl)
    if failed := lines.get("problem", 0):
        show.tell(f"{failed} documents could not be read; kind=problem says why")
        show.end(LegationError.exit_code if len(lines) == 1 else 3)


@registers.command()
@_INPUTS
@_OUT
@click.option(
    "--least-weight", type=float, default=0.0, show_default=True, metavar="BITS", help="Keep links from this weight on."
)
@_ENGINE
@_MASTER
@_PROCESSES
@options.jsonl
def link(inputs: tuple[str, ...], out: str, least_weight: float, jsonl: bool, **where: Any) -> None:  # noqa: ANN401
    """Propose which records of a register are one person, each pair with its weight and its levels.

    A register has the columns id and name, and where they are known family, given, sending, mission, rank, first,
    last, edition and born.

    Example: legation registers link lines/kind=listing -o links.parquet
    """
    from legation.pipeline.work.registers import link_on_spark, link_register

    if where["engine"] == "spark":
        row = link_on_spark(inputs, out, least=least_weight, master=where["master"])
    else:
        with progress.told("link") as tell:
            row = link_register(inputs, Path(out), least=least_weight, processes=where["processes"], progress=tell)
    _say(row, f"{out}: {row['links']} links", jsonl=jsonl)
    dropped = row.get("dropped", [])
    assert isinstance(dropped, list)
    for one in dropped:
        show.tell(
            f"too many share {one['key']} to be compared by that alone: {one['records']} records in "
            f"{one['blocks']} groups"
        )


def _say(row: dict[str, object], words: str, *, jsonl: bool) -> None:
    click.echo(json.dumps(row, ensure_ascii=False) if jsonl else visible(words))
