"""Commands that ask where sources disagree, who stands behind what they say, and for one person's posts."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli import options
from legation.cli.ask import MISSION, answer


@click.command()
@MISSION
@options.case
@options.jsonl
def contradictions(mission: str | None, case_dir: Path, jsonl: bool) -> None:
    """Where reports and lists can't all be right, each side with its passage. Nothing is repaired.

    Example: legation contradictions --mission RU/DE
    """
    from legation.pipeline.answering.doubting import contradictions as ask

    answer(
        case_dir,
        lambda case: ask(case, mission=mission),
        jsonl=jsonl,
        empty="no contradiction was found by the rules; that doesn't say that there is none",
    )


@click.command()
@click.argument("id_", metavar="ID")
@options.case
@options.jsonl
def corroboration(id_: str, case_dir: Path, jsonl: bool) -> None:
    """Who stands behind a claim or an event once copies are collapsed, and who confirms, denies or is silent.

    Example: legation corroboration claim-3f1c2a9b
    """
    from legation.pipeline.answering.doubting import corroboration as ask

    answer(case_dir, lambda case: ask(case, id_), jsonl=jsonl, empty="nothing was said of that")


@click.command()
@click.argument("person")
@options.case
@options.jsonl
def career(person: str, case_dir: Path, jsonl: bool) -> None:
    """The posts of PERSON from lists, claims and notes on one axis of time; overlaps, gaps and conflicts.

    PERSON is an id or a name; also of somebody whom only reports name.

    Example: legation career "Ana Kovil"
    """
    from legation.pipeline.answering.doubting import career as ask

    answer(case_dir, lambda case: ask(case, person), jsonl=jsonl, empty="no post is known")
