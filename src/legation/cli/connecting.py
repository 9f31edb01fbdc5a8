"""The command that asks how two of a case come together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from legation.cli import options, show


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--with", "with_", type=click.Choice(["claims"]), help="Take claims that tie two persons as steps too.")
@click.option("--hubs", is_flag=True, help="Also through missions and events with very many people.")
@click.option("--steps", type=click.IntRange(1, 12), default=6, show_default=True, help="The most steps of a chain.")
@click.option("--most", type=click.IntRange(1, 50), default=5, show_default=True, help="The most chains.")
@options.link
@options.case
@options.jsonl
def path(first: str, second: str, case_dir: Path, *, jsonl: bool, **asked: Any) -> None:  # noqa: ANN401 - options of click
    """The shortest chains of postings, successions and named events from A to B, in the order of time.

    A and B are persons, missions or happenings: an id, a name, a key or words. Two who were listed at one mission at
    one time may have met there; it says nothing else about them. What nobody judged and what is only claimed is left
    out unless you ask for it.

    Example: legation path "Ana Kovil" QZ/QN
    """
    from legation.analysis.ties import Wanted
    from legation.pipeline.answering.connecting import connections
    from legation.pipeline.answering.naming import sources
    from legation.pipeline.building.readings import stale
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        if stale(case):
            show.tell("the case changed since its last build: run `legation build` for what is new")
        found, hubs = connections(
            case,
            first,
            second,
            Wanted(hubs=asked["hubs"], link=asked["link"], most_steps=asked["steps"], most_paths=asked["most"]),
            with_claims=asked["with_"] == "claims",
        )
        show.rows(found, jsonl=jsonl, sources=sources(case), empty="no chain leads from one to the other")
    if hubs:
        show.tell(f"left out, since they tie everybody to everybody: {', '.join(hubs)}; --hubs takes them")
