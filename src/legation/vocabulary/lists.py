"""Which public lists of diplomats exist, and where do we know them from?

The catalogue never guesses: what nobody has checked says so, and an address that isn't known is `None`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from legation.model.listings import CoverageClass

KnownFrom = Literal["seen", "code", "described", "unverified"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicList:
    """A list that a state or an organization publishes; `None` is what isn't known."""

    host: str
    """Code of the state or organization whose corps it lists, or that sends the listed."""
    publisher: str
    title: str
    url: str | None
    format: str | None
    languages: tuple[str, ...]
    coverage: CoverageClass
    frequency: str | None
    known_from: KnownFrom
    note: str | None


@cache
def public_lists(host: str | None = None) -> tuple[PublicList, ...]:
    """The catalogue, or its part for one host's code (`DE`, `UN`), in the order of hosts and titles."""
    text = files("legation.vocabulary").joinpath("lists.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rows = [_public_list(line.split("\t")) for line in lines[1:]]
    return tuple(sorted((row for row in rows if host in (None, row.host)), key=lambda row: (row.host, row.title)))


def _public_list(cells: list[str]) -> PublicList:
    host, publisher, title, url, format_, languages, coverage, frequency, known_from, note = cells
    return PublicList(
        host=host,
        publisher=publisher,
        title=title,
        url=url or None,
        format=format_ or None,
        languages=tuple(languages.split(", ")) if languages else (),
        coverage=cast(CoverageClass, coverage),
        frequency=frequency or None,
        known_from=cast(KnownFrom, known_from),
        note=note or None,
    )
