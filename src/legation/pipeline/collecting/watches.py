"""Which pages does a case watch? A file of its own in the case folder, which anybody may read and mend.

It says of each page which archives are asked and what is to be said of what they give, and which captures were told of.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from legation.errors import UsageError
from legation.model.sources import Given
from legation.pipeline.collecting.vanishing import same_page
from legation.pipeline.work.written import write_whole
from legation.store.case import Case
from legation.store.codec import named, unnamed

FILE = "watches.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A page that is watched."""

    url: str
    archives: tuple[str, ...]
    given: Given
    told: tuple[str, ...] | None = None
    """The captures that were told of, by id; `None` before the first whole run, which only takes stock."""
    whole: tuple[str, ...] = ()
    """The archives that were asked for all that they hold, and failed in nothing; others are asked for all again."""


def watches_of(case: Case) -> tuple[Watch, ...]:
    """The pages that are watched, in the order in which they were added.

    Raises:
        UsageError: the file isn't what was written.
    """
    file = case.path / FILE
    if not file.is_file():
        return ()
    try:
        return tuple(unnamed(Watch, json.dumps(one)) for one in json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{file} can't be read ({error}): mend it, or delete it and add the pages again") from None


def add(case: Case, watch: Watch) -> bool:
    """Watch a page; of one that is watched already archives and words are changed. Gives whether it is new.

    Raises:
        UsageError: it is no address of the web.
    """
    parts = urlsplit(watch.url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"{watch.url!r} is no address of the web: write https://mission.example/staff", item=watch.url)
    with case.writing():
        before = watches_of(case)
        known = next((one for one in before if same_page(one.url, watch.url)), None)
        _write(
            case,
            [replace(watch, told=known.told, whole=known.whole) if one is known else one for one in before]
            if known
            else [*before, watch],
        )
    return known is None


def remove(case: Case, url: str) -> Watch:
    """Stop watching a page; what was fetched stays.

    Raises:
        UsageError: it isn't watched.
    """
    with case.writing():
        before = watches_of(case)
        gone = next((one for one in before if same_page(one.url, url)), None)
        if gone is None:
            raise UsageError(f"{url} isn't watched; `legation watch list` shows what is", item=url)
        _write(case, [one for one in before if one is not gone])
    return gone


def save_told(case: Case, url: str, told: Sequence[str] | None, whole: Sequence[str]) -> None:
    """Write down which captures of a page were told of, and which archives gave all that they hold."""
    kept = None if told is None else tuple(told)
    with case.writing():
        _write(
            case,
            [replace(one, told=kept, whole=tuple(whole)) if one.url == url else one for one in watches_of(case)],
        )


def _write(case: Case, watches: Sequence[Watch]) -> None:
    rows = [json.loads(named(one)) for one in watches]
    place: Path = case.path / FILE
    write_whole(place, (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass"))
