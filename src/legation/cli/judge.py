"""Commands by which a person decides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import click

from legation.cli import options, show

if TYPE_CHECKING:
    from legation.model.judgements import Judgement

WHY = click.option("--why", required=True, metavar="TEXT", help="The reason; it stands in the log.")
AUTHOR = click.option("--author", help="Who decides; your account's name otherwise.")


def told(judgement: Judgement, *, jsonl: bool, build: bool = True) -> None:
    """Show a judgement that was just made, and what comes next."""
    from legation.publishing.rows import judgement_row

    show.rows([judgement_row(judgement)], jsonl=jsonl)
    show.tell("in the log; next: legation build" if build else "in the log; it holds from now on")


@click.command()
@click.argument("a")
@click.argument("b")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@WHY
@AUTHOR
@options.case
@options.jsonl
def decide(a: str, b: str, verdict: str, case_dir: Path, jsonl: bool, **said: str | None) -> None:
    """Say whether A and B are one: two listings or persons, or two tellings of an event.

    Example: legation decide listing-3f1c2a9b listing-77aa01cd same --why "one birthday in both registers"
    """
    from legation.pipeline.deciding.judging import decide as judge
    from legation.pipeline.deciding.judging import verdict_of
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        told(judge(case, a, b, verdict_of(verdict), why=said["why"] or "", by=said["author"]), jsonl=jsonl)


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@WHY
@AUTHOR
@options.case
@options.jsonl
def correct(id_: str, fields: tuple[str, ...], why: str, author: str | None, case_dir: Path, jsonl: bool) -> None:
    """Put right what was misread in a listing, event, claim or edition. FIELD= says that it isn't known.

    Example: legation correct listing-3f1c2a9b rank=counsellor --why "the title was cut at the page's end"
    """
    from legation.pipeline.deciding.judging import correct as judge
    from legation.pipeline.work.fields import pairs_of
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        told(judge(case, id_, pairs_of(fields), why=why, by=author), jsonl=jsonl)


def _setting(name: Literal["accept", "reject"], says: str) -> click.Command:
    """A command that says of one thing that was read whether it counts."""

    @click.command(name=name, help=says)
    @click.argument("id_", metavar="ID")
    @WHY
    @AUTHOR
    @options.case
    @options.jsonl
    def command(id_: str, why: str, author: str | None, case_dir: Path, jsonl: bool) -> None:
        from legation.pipeline.deciding import judging
        from legation.store.case import Case

        judge = judging.accept if name == "accept" else judging.reject
        with Case.open(case_dir) as case:
            told(judge(case, id_, why=why, by=author), jsonl=jsonl)

    return command


accept = _setting(
    "accept",
    """Say of a listing, event, claim or edition that its source says just that; what was rejected counts again.

    Example: legation accept listing-3f1c2a9b --why "held against the printed page"
    """,
)
reject = _setting(
    "reject",
    """Set a listing, event, claim or edition aside; it stays in its source and counts no more.

    Example: legation reject listing-3f1c2a9b --why "the ministry's own address, no person"
    """,
)


@click.command()
@click.argument("person", required=False)
@click.option(
    "--name", "names", multiple=True, metavar="WORDS", help="A name of somebody whom no list shows; may be repeated."
)
@WHY
@AUTHOR
@options.case
@options.jsonl
def withhold(
    person: str | None, names: tuple[str, ...], why: str, author: str | None, case_dir: Path, jsonl: bool
) -> None:
    """Keep PERSON out of everything that leaves, for safety, with every sentence that names them.

    A name that vanished may be an asylum. It holds from now on, without a build; `legation undo` takes it back.
    Whom only reports name is withheld with --name, once for each way of writing it.

    Example: legation withhold listing-3f1c2a9b --why "asked for protection"
    """
    from legation.errors import UsageError
    from legation.pipeline.exporting.withholding import withhold as rule
    from legation.pipeline.exporting.withholding import withhold_names
    from legation.store.case import Case

    if person and names:
        raise UsageError("give PERSON or --name, not both: of a person every name in the lists is withheld")
    with Case.open(case_dir) as case:
        made = rule(case, person, why=why, by=author) if person else withhold_names(case, names, why=why, by=author)
        told(made, jsonl=jsonl, build=False)


@click.command()
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--why", default="", metavar="TEXT", help="The reason; it stands in the log.")
@AUTHOR
@options.case
@options.jsonl
def undo(id_: str | None, why: str, author: str | None, case_dir: Path, jsonl: bool) -> None:
    """Take back the last judgement that counts, or the one with this ID.

    Example: legation undo
    """
    from legation.pipeline.deciding.judging import undo as judge
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        told(judge(case, id_, why=why, by=author), jsonl=jsonl)


@click.command()
@options.case
@options.jsonl
def log(case_dir: Path, jsonl: bool) -> None:
    """Every judgement in the order of its making, undone ones too.

    Example: legation log --jsonl
    """
    from legation.publishing.rows import judgement_row
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        show.rows(map(judgement_row, case.kept.judgements()), jsonl=jsonl, empty="nothing was decided yet")


@click.group()
def judgements() -> None:
    """Bring judgements to another case, or take them from one.

    Example: legation judgements export -o judgements.jsonl
    """


@judgements.command(name="export")
@click.option(
    "--form",
    type=click.Choice(["legation", "nomenklatura"]),
    default="legation",
    show_default=True,
    help="All of the log, or the pairs that count as lines of nomenklatura's resolver.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="Where it goes; stdout otherwise."
)
@options.case
def export_judgements(form: str, output: Path | None, case_dir: Path) -> None:
    """Write the log of judgements, one JSON value a line.

    Example: legation judgements export --form nomenklatura -o resolver.ijson
    """
    from legation.model.keys import sha256_hex
    from legation.pipeline.deciding.exchange import Form, lines_of
    from legation.pipeline.exporting.noting import note_leaving
    from legation.pipeline.work.written import write_whole
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        data = "".join(f"{line}\n" for line in lines_of(case, cast("Form", form))).encode()
        note_leaving(case, "judgements", {output.name if output else "judgements": sha256_hex(data)})
    if output is None:
        click.echo(data, nl=False)
        return
    write_whole(output, data)
    click.echo(str(output))


@judgements.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@options.case
def import_judgements(file: Path, case_dir: Path) -> None:
    """Add the judgements of FILE to the log, in either form. What the log has already is left alone.

    Example: legation judgements import judgements.jsonl
    """
    from legation.pipeline.deciding.exchange import take
    from legation.publishing.phrases import counted
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        taken = take(case, file)
    after = "; next: legation build" if taken.new else ""
    show.tell(f"{counted(taken.read, 'judgement', 'judgements')} read, {taken.new} new{after}")
    show.end(show.problems([(error.item, error) for error in taken.problems], done=taken.read))
