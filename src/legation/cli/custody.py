"""Commands that let others attest the case, and that take a person out of it."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from legation.cli import options, progress, show
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
    from legation.pipeline.keeping.stamping import authorities_of, chosen, stamp
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


@click.command()
@click.argument("persons", nargs=-1, metavar="PERSON...")
@click.option("--name", "names", multiple=True, metavar="WORDS", help="Another spelling under which they stand.")
@click.option("--leave", multiple=True, metavar="CAPTURE", help="Leave this capture, whatever it says.")
@click.option("--why", default="", metavar="TEXT", help="The reason; it stays in the case, so without the name.")
@click.option("--by", "author", metavar="NAME", help="Who decides, where it isn't the account's owner.")
@click.option("--yes", is_flag=True, help="Don't ask before anything is removed.")
@options.case
@options.jsonl
def erase(
    persons: tuple[str, ...], case_dir: Path, jsonl: bool, yes: bool, why: str, **more: tuple[str, ...] | str | None
) -> None:
    """Take persons (ids or names) out of the case for good, while the chain of custody still verifies.

    It looks into every file, shows what would go and what would stay, and asks. Files go whole, with the lines of
    others in them. The chain keeps its entries, which then tell no content, and notes the erasure.

    Example: legation erase listing-3f1c2a9b --why "asked for under Article 17"
    """
    from legation.pipeline.keeping.erasing import carry_out, check_reason, plan
    from legation.pipeline.keeping.looking import Names
    from legation.store.case import Case

    names, leave = (cast("tuple[str, ...]", more[each]) for each in ("names", "leave"))
    by = cast("str | None", more["author"])
    check_reason(why, by, Names.of(names))  # before the whole case is read
    with Case.open(case_dir) as case:
        with progress.told("look") as tell:
            made = plan(case, persons, names=names, leave=leave, progress=tell)
        show.rows(made.rows, jsonl=jsonl)
        if not yes:
            click.confirm("Remove what goes? It can't be brought back", abort=True, err=True)
        left = carry_out(case, made, why=why, by=by)
    for name in left:
        show.tell(f"{name} still holds the name: look at it")
    show.tell("removed; next: legation build")
    show.end(1 if left else 0)
