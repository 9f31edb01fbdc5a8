"""Commands that ask a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli import options, show

if TYPE_CHECKING:
    from legation.store.case import Case

MISSION = click.option("--mission", metavar="KEY", help="A mission by its key or in words.")


def answer(case_dir: Path, ask: Callable[[Case], Iterator[show.JsonRow]], *, jsonl: bool, empty: str) -> None:
    """Open the case, say where it is older than its evidence, and print the rows of a question."""
    from legation.pipeline.answering.naming import sources
    from legation.pipeline.building.readings import stale
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        if case.derived.inputs() is None:
            show.tell("this case was never built: run `legation build` first")
        elif stale(case):
            show.tell("the case changed since its last build: run `legation build` for what is new")
        show.rows(ask(case), jsonl=jsonl, sources=sources(case), empty=empty)


@click.command()
@click.argument("text")
@options.case
@options.jsonl
def missions(text: str, case_dir: Path, jsonl: bool) -> None:
    """Find a mission by words in any order and language; works without a case as well.

    Example: legation missions "russian embassy berlin"
    """
    from legation.errors import NotACaseError
    from legation.pipeline.answering.asking import missions as find
    from legation.store.case import Case

    empty = "the words name no mission: try the sending state and the city, or a key such as RU/DE"
    try:
        case = Case.open(case_dir)
    except NotACaseError:
        if case_dir != Path():
            raise
        show.rows(find(None, text), jsonl=jsonl, empty=empty)
        return
    with case:
        show.rows(find(case, text), jsonl=jsonl, empty=empty)


@click.command()
@MISSION
@click.option("--from", "from_", metavar="DATE", help="Changes after this day.")
@click.option("--to", metavar="DATE", help="Changes no later than this day.")
@options.case
@options.jsonl
def changes(mission: str | None, from_: str | None, to: str | None, case_dir: Path, jsonl: bool) -> None:
    """Who joined, left, or was printed otherwise between two days. A list doesn't say why.

    Example: legation changes --mission RU/DE --from 2022-04-08 --to 2022-04-26
    """
    from legation.pipeline.answering.asking import changes as ask
    from legation.pipeline.work.given import day_span

    first, last = day_span(from_, to)
    answer(
        case_dir,
        lambda case: ask(case, mission=mission, from_=first, to=last),
        jsonl=jsonl,
        empty="no change between comparable editions in that time",
    )


@click.command()
@MISSION
@options.case
@options.jsonl
def events(mission: str | None, case_dir: Path, jsonl: bool) -> None:
    """What reports tell: one row for each happening, with its tellings.

    Example: legation events --mission RU/DE
    """
    from legation.pipeline.answering.asking import events as ask

    answer(case_dir, lambda case: ask(case, mission=mission), jsonl=jsonl, empty="no report tells of an event")


@click.command()
@click.option("--person", metavar="ID|NAME", help="Claims about this person.")
@options.case
@options.jsonl
def claims(person: str | None, case_dir: Path, jsonl: bool) -> None:
    """What is said, by whom, in which words.

    Example: legation claims --person ivanov
    """
    from legation.pipeline.answering.asking import claims as ask

    answer(case_dir, lambda case: ask(case, person=person), jsonl=jsonl, empty="no report makes such a claim")


@click.command()
@click.argument("event", required=False)
@MISSION
@options.case
@options.jsonl
def tally(event: str | None, mission: str | None, case_dir: Path, jsonl: bool) -> None:
    """Do the numbers add up? Announced numbers beside the lists, posts beside persons, numbers of one report.

    EVENT is the id of a happening, a telling, a tally, a ceiling or a sum.

    Example: legation tally --mission RU/DE
    """
    from legation.pipeline.answering.asking import tally as ask

    answer(
        case_dir,
        lambda case: ask(case, mission=mission, event=event),
        jsonl=jsonl,
        empty="no tally: it needs an announced number for one mission, and editions before and after",
    )


@click.command()
@click.argument("event")
@options.case
@options.jsonl
def remaining(event: str, case_dir: Path, jsonl: bool) -> None:
    """Who of the last edition before EVENT is still listed. EVENT is an id that `events` or `tally` shows.

    Example: legation remaining happening-3f1c2a9b
    """
    from legation.pipeline.answering.asking import remaining as ask

    answer(case_dir, lambda case: ask(case, event), jsonl=jsonl, empty="no comparable edition stands before that event")


@click.command()
@options.case
@options.jsonl
def captures(case_dir: Path, jsonl: bool) -> None:
    """What was put into the case, and what became of it.

    Example: legation captures --jsonl
    """
    from legation.pipeline.answering.naming import sources
    from legation.pipeline.answering.status import capture_rows
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        show.rows(capture_rows(case), jsonl=jsonl, sources=sources(case), empty="nothing was added yet")


@click.command()
@click.argument("id_", metavar="ID")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE.png", help="Where the clip goes.")
@options.case
@options.jsonl
def why(id_: str, output: Path | None, case_dir: Path, jsonl: bool) -> None:
    """Why the case says so: rule, inputs, quotes, and a clip of the page. ID is an id or its first eight digits.

    Example: legation why posting-3f1c2a9b -o clip.png
    """
    from legation.pipeline.answering.explaining import why as explain
    from legation.pipeline.answering.explaining import write_clip
    from legation.pipeline.answering.naming import sources
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        reason = explain(case, id_)
        path = write_clip(reason, output)
        show.rows([{**reason.row, "clip": str(path) if path else None}], jsonl=jsonl, sources=sources(case))
        if path is not None:
            show.tell(f"a clip of the page: {path}")
        elif output is not None:
            show.tell("there is no picture: the source has no pages")
