"""Commands that let others attest the case, and that take a person out of it."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli import options, show
from legation.errors import LegationError


@click.command()
@click.option("--authority", "names", multiple=True, metavar="NAME|URL", help="Whom to ask; several may be named.")
@click.option("--list", "only_list", is_flag=True, help="Show the authorities that are known, and ask none.")
@options.case
@options.jsonl
def timestamp(names: tuple[str, ...], only_list: bool, case_dir: Path, jsonl: bool) -> None:
    """Have authorities outside attest when the chain of custody said what it says now (RFC 3161).

    Only the digest of the chain's last entry is sent. What a stamp shows: that everything up to that entry existed by
    then. Roots that you trust are named in authorities.toml of the case; without them no signature is checked here.

    Example: legation timestamp --case berlin
    """
    from legation.pipeline.stamping import authorities_of, chosen, stamp
    from legation.publishing.rows.custody import authority_row, stamp_row
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        if only_list:
            show.rows(map(authority_row, authorities_of(case).values()), jsonl=jsonl)
            return
        made = []
        failed: list[tuple[str | None, LegationError]] = []
        head = case.ledger.head()
        for authority in chosen(case, names):
            try:
                made.append(stamp(case, authority, head))
            except LegationError as error:
                failed.append((authority.name, error))
        show.rows(map(stamp_row, made), jsonl=jsonl)
        show.end(show.problems(failed, done=len(made)))
