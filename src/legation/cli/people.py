"""Commands that ask who was where, and who came back elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli import options, show
from legation.cli.ask import MISSION, answer

if TYPE_CHECKING:
    from legation.store.case import Case


@click.command()
@MISSION
@click.option("--person", metavar="ID|NAME", help="A person by id or by name.")
@click.option("--on", metavar="DATE", help="Only who may have been there on this day.")
@options.link
@options.case
@options.jsonl
def postings(
    mission: str | None, person: str | None, on: str | None, link: float | None, case_dir: Path, jsonl: bool
) -> None:
    """Who was listed where, and between which days.

    Example: legation postings --mission RU/DE --on 2022-04-26
    """
    from legation.pipeline.answering.people import postings as ask
    from legation.pipeline.work.given import date_option

    day = date_option("on", on) if on else None
    sure: Counter[str] = Counter()

    def counted(case: Case) -> Iterator[show.JsonRow]:
        for row in ask(case, mission=mission, person=person, on=day, link=link):
            sure[str(row["on"])] += 1
            yield row

    answer(case_dir, counted, jsonl=jsonl, empty="no posting: nobody was read for that mission, person and day")
    if on and sure:
        show.tell(f"{sure['certain']} certain, {sure['possible']} possible on {on}")


@click.command()
@click.argument("text", required=False)
@options.link
@options.case
@options.jsonl
def persons(text: str | None, link: float | None, case_dir: Path, jsonl: bool) -> None:
    """Find persons by TEXT, parts of a name in any script.

    Example: legation persons ivanov
    """
    from legation.pipeline.answering.people import persons as ask

    answer(case_dir, lambda case: ask(case, text, link=link), jsonl=jsonl, empty="nobody of that name was read")


@click.command()
@click.option("--candidates", is_flag=True, help="Also who may be one person and was never judged.")
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=0.8,
    show_default=True,
    metavar="P",
    help="The probability from which on candidates are shown.",
)
@options.link
@options.case
@options.jsonl
def resurfaced(candidates: bool, least: float, link: float | None, case_dir: Path, jsonl: bool) -> None:
    """Who of one mission is listed later at another: judged persons, and candidates where asked.

    A candidate is evidence to be judged: `legation decide ID ID same --why TEXT` makes one person of two.

    Example: legation resurfaced --candidates
    """
    from legation.pipeline.answering.people import resurfaced as ask

    answer(
        case_dir,
        lambda case: ask(case, candidates=candidates, least=least, link=link),
        jsonl=jsonl,
        empty="nobody may have come back at another mission"
        if candidates
        else "nobody was judged to have come back at another mission; who may have: legation resurfaced --candidates",
    )
