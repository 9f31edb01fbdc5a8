"""Commands that ask web archives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli import options, progress, show
from legation.errors import LegationError, UsageError, error_of

if TYPE_CHECKING:
    from legation.model.errands import Wanted
    from legation.model.sources import Given
    from legation.pipeline.collecting.fetching import Held
    from legation.pipeline.collecting.planning import Plan
    from legation.pipeline.collecting.taking import Fetched
    from legation.store.case import Case
    from legation.vocabulary.archives import Archive

WORDS = ("kind", "mission", "sending", "receiving", "source", "language")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@click.command()
@click.argument("url", metavar="URL")
@click.option("--from", "since", metavar="DATE", help="The earliest day, month or year.")
@click.option("--to", "until", metavar="DATE", help="The latest day, month or year, itself included.")
@click.option("--near", metavar="DATE", help="Only the capture nearest to that day or moment.")
@options.archives
@click.option("--list", "only", flag_value="list", help="Show what the archives hold, and fetch nothing.")
@click.option("--plan", "only", flag_value="plan", help="Say how many requests it takes and how long.")
@options.given(*WORDS)
@options.case
@options.jsonl
def fetch(url: str, names: tuple[str, ...], case_dir: Path, jsonl: bool, only: str | None, **words: str | None) -> None:
    """Fetch what web archives hold of a page (URL) into the case.

    Each different version is fetched once, as the bytes that were served; every moment at which it was seen is kept.
    The archive learns the address, the page's own server learns nothing. Stop it when you like: the same command goes
    on where it was. Run it again with other words (--kind, --mission ..) to change what is said of what was fetched.

    Example: legation fetch https://mission.example/staff --from 2019 --to 2022-04 --mission RU/DE
    """
    from legation.model.errands import Wanted
    from legation.pipeline.collecting.archives import chosen
    from legation.pipeline.work.given import given_from
    from legation.store.case import Case

    since, until, near = (_digits(words.pop(name)) for name in ("since", "until", "near"))
    if near and (since or until):
        raise UsageError("--near asks for one capture: leave out --from and --to")
    wanted = Wanted(url=url, since=since, until=until, near=near)
    given = given_from(options.said(words))
    with Case.open(case_dir) as case:
        failed: list[tuple[str | None, LegationError]] = []
        done = 0
        for archive in chosen(case, names):
            try:
                done += 1 + _asked(case, archive, (wanted, given), only, failed, jsonl=jsonl)
            except LegationError as error:
                failed.append((error.item, error))
        show.end(show.problems(failed, done=done))


def _asked(
    case: Case,
    archive: Archive,
    what: tuple[Wanted, Given],
    only: str | None,
    failed: list[tuple[str | None, LegationError]],
    *,
    jsonl: bool,
) -> int:
    """Ask one archive; give how many captures it took, and add to what failed."""
    from legation.pipeline.collecting.archives import asking
    from legation.pipeline.collecting.fetching import close, held
    from legation.pipeline.collecting.fetching import fetch as fetch_held
    from legation.pipeline.collecting.planning import plan

    wanted, given = what
    with asking(archive) as client:
        found = held(case, client, wanted)
        work = plan(case, archive, found.holdings)
        _say(archive, found, work)
        if only == "list":
            show.rows(_listed(case, found), jsonl=jsonl)
        if only:
            close(case, found)
            return 0
        if not archive.gives_pages:
            raise UsageError(
                f"{archive.title} gives no bytes as they were served: open one in a browser, save it, add the file"
            )
        with progress.told(f"fetch from {archive.name}") as tell:
            taken = _taken(fetch_held(case, client, found, given, tell), failed, jsonl=jsonl)
        show.tell(f"{archive.title}: {taken} captures taken{'; next: legation build' if taken else ''}")
        return taken


def _taken(outcomes: Iterator[Fetched], failed: list[tuple[str | None, LegationError]], *, jsonl: bool) -> int:
    """Print what became of each capture, for programs as soon as it is on disk, for people as one table in the end."""
    from legation.publishing.rows.archives import fetched_row

    table, taken = list[show.JsonRow](), 0
    try:
        for outcome in outcomes:
            row = fetched_row(outcome.attempt, new=outcome.new)
            if jsonl:
                show.rows([row], jsonl=True)
            else:
                table.append(row)
            if outcome.attempt.code:
                failed.append((outcome.attempt.url, error_of(outcome.attempt.code, outcome.attempt.message or "")))
            else:
                taken += 1
    finally:
        show.rows(table, jsonl=False)
    return taken


def _listed(case: Case, found: Held) -> Iterator[show.JsonRow]:
    from legation.publishing.rows.archives import holding_row

    settled = {(each.archive, each.url, each.timestamp): each for each in case.errands.attempts()}
    for one in found.holdings:
        yield holding_row(one, attempt=settled.get((one.archive, one.url, one.timestamp)))


def _say(archive: Archive, found: Held, work: Plan) -> None:
    if not found.holdings:
        show.tell(
            f"{archive.title} lists no capture of {found.errand.wanted.url}; that says nothing about whether the page "
            "existed. Try another spelling of the address, or another archive"
        )
        return
    first, last = found.holdings[0].timestamp[:8], found.holdings[-1].timestamp[:8]
    odd = f", {len(found.malformed)} rows that name no page" if found.malformed else ""
    show.tell(
        f"{archive.title}: {len(found.holdings)} captures from {first} to {last}{odd}; {work.settled} settled here, "
        f"{len(work.ask)} requests to make (at least {work.seconds:.0f} s), {len(work.same)} with a body of another"
    )


def _digits(text: str | None) -> str | None:
    if text is None:
        return None
    found = _DAY.fullmatch(text)
    if found is None and not re.fullmatch(r"\d{4,14}", text):
        raise UsageError(f"{text!r} is no day, month or year: write 2022-04-26, 2022-04 or 2022")
    return "".join(part for part in found.groups() if part) if found else text


@click.command()
@click.argument("url", metavar="URL")
@options.case
@options.jsonl
def vanished(url: str, case_dir: Path, jsonl: bool) -> None:
    """Say when the names on a page (URL) vanished: between which two captures that can be compared.

    Captures that show a wall, an error or another page count for nothing and are named. That the names are gone says
    nothing about who took them away, or why.

    Example: legation vanished https://mission.example/staff
    """
    from legation.pipeline.collecting.vanishing import vanished as look
    from legation.publishing.rows.archives import vanishing_row
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        found, _ = look(case, url)
        show.rows(
            (vanishing_row(one, url) for one in found),
            jsonl=jsonl,
            empty=f"the captures of {url} show no time at which names were there and then weren't",
        )
