"""Commands that watch pages, made for cron: one shot a run, and silence where nothing changed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli import options, show
from legation.errors import LegationError, UsageError

if TYPE_CHECKING:
    from legation.pipeline.collecting.live import Permission
    from legation.store.case import Case

WORDS = ("kind", "mission", "sending", "receiving", "source", "language")


@click.group()
def watch() -> None:
    """Tell what changes in lists on the web.

    Archives are asked; a page's own server learns nothing, unless a run says --live and the case permits it.

    Example: legation watch run --case berlin
    """


@watch.command()
@click.argument("url", metavar="URL")
@options.archives
@options.given(*WORDS)
@options.case
def add(url: str, names: tuple[str, ...], case_dir: Path, **words: str | None) -> None:
    """Watch a page (URL). Adding it again changes its archives and words.

    Example: legation watch add https://mission.example/staff --kind list --mission RU/DE
    """
    from legation.pipeline.collecting.archives import DEFAULT, chosen
    from legation.pipeline.collecting.watches import Watch
    from legation.pipeline.collecting.watches import add as add_watch
    from legation.pipeline.work.given import given_from
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        chosen(case, names)
        given = given_from(options.said(words))
        new = add_watch(case, Watch(url=url, archives=names or (DEFAULT,), given=given))
    show.tell(f"{url} is watched{'' if new else ' as you say now'}; next: legation watch run, in cron once a day")


@watch.command()
@click.argument("url", metavar="URL")
@options.case
def remove(url: str, case_dir: Path) -> None:
    """Stop watching a page (URL). What was fetched stays.

    Example: legation watch remove https://mission.example/staff
    """
    from legation.pipeline.collecting.watches import remove as remove_watch
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        gone = remove_watch(case, url)
    show.tell(f"{gone.url} isn't watched any more")


@watch.command(name="list")
@options.case
@options.jsonl
def list_(case_dir: Path, jsonl: bool) -> None:
    """Show which pages are watched, and whether their own servers may be asked.

    Example: legation watch list
    """
    from legation.pipeline.collecting.watches import watches_of
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        allowed = _permitted(case)
        rows = [
            {
                "kind": "watch",
                "id": one.url,
                "url": one.url,
                "archives": list(one.archives),
                "mission": one.given.mission,
                "told": None if one.told is None else len(one.told),
                "live": allowed is not None and allowed.allows(one.url),
            }
            for one in watches_of(case)
        ]
    show.rows(rows, jsonl=jsonl, empty="no page is watched: add one with legation watch add URL")


@watch.command()
@click.argument("urls", nargs=-1, metavar="[URL]...")
@click.option("--live", is_flag=True, help="Ask the pages' own servers too, which see that you look.")
@options.case
@options.jsonl
def run(urls: tuple[str, ...], live: bool, case_dir: Path, jsonl: bool) -> None:
    """Ask the archives once for every watched page, or for those named (URL), and print what changed.

    The first run of a page takes stock. After that: who joined, who left, other titles and spellings, the list or the
    page gone, a wall before it, names back. Nothing is printed where nothing changed.

    --live asks each page's own server as well. It needs [live] in case.toml with `hosts` and `permission`, goes through
    the `proxy` that stands there, names neither this tool nor you, and says before what the server will see.

    Ends with 0 where every archive answered, changes or not; with 3 where some failed, 1 where all did, 5 where
    another process is writing to the case. Run it again: nothing is fetched twice, and nothing untold is lost.

    Example: legation watch run --case berlin
    """
    from legation.pipeline.collecting.live import permission
    from legation.pipeline.collecting.watches import watches_of
    from legation.pipeline.collecting.watching import run as ask
    from legation.publishing.rows.archives import news_row
    from legation.store.case import Case

    failed: list[tuple[str | None, LegationError]] = []
    done = 0
    with Case.open(case_dir) as case:
        allowed = permission(case) if live else None
        _check(urls, [one.url for one in watches_of(case)])
        for told in ask(case, allowed, frozenset(urls), show.tell):
            url = told.watch.url
            if told.first:
                row = {"kind": "stock", "id": url, "url": url, "captures": told.captures}
                show.rows([row], jsonl=jsonl)
            show.rows((news_row(one, url) for one in told.differences), jsonl=jsonl)
            if sys.stderr.isatty():
                show.tell(f"{url}: {told.fresh} new captures, {len(told.differences)} changes")
            failed += [(error.item or url, error) for error in told.failures]
            done += not told.failures or bool(told.fresh)
    show.end(show.problems(failed, done=done))


def _permitted(case: Case) -> Permission | None:
    from legation.pipeline.collecting.live import permission

    try:
        return permission(case)
    except UsageError:
        return None


def _check(urls: tuple[str, ...], watched: list[str]) -> None:
    for url in urls:
        if url not in watched:
            raise UsageError(f"{url} isn't watched; `legation watch list` shows what is", item=url)
