"""Commands that ask who held the seats of missions."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli import options
from legation.cli.ask import MISSION, answer


@click.command()
@MISSION
@options.link
@options.case
@options.jsonl
def successions(mission: str | None, link: float | None, case_dir: Path, jsonl: bool) -> None:
    """Who came after whom: heads, deputies, service attachés, and functions that one person holds.

    Example: legation successions --mission RU/DE
    """
    from legation.pipeline.answering.seats import successions as ask

    answer(
        case_dir,
        lambda case: ask(case, mission=mission, link=link),
        jsonl=jsonl,
        empty="no succession: it needs two editions that show a seat with different holders",
    )


@click.command()
@click.argument("mission")
@options.case
@options.jsonl
def carousel(mission: str, case_dir: Path, jsonl: bool) -> None:
    """The seats of MISSION and who held them over the years, from lists alone.

    Example: legation carousel RU/DE
    """
    from legation.pipeline.answering.seats import carousel as ask

    answer(case_dir, lambda case: ask(case, mission), jsonl=jsonl, empty="no edition shows a seat of that mission")
