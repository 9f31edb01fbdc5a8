"""Which web archives are there, where do they answer, and how often may each be asked?

Addresses move (four of seventeen archives did in fourteen months: arXiv 2108.05939), so they are configuration: a file
of the same form adds archives or puts one at another address, on loopback too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, partial
from importlib.resources import files
from typing import Any, Literal, cast, get_args

from legation.errors import UsageError
from legation.vocabulary.settings import named_tables

Dialect = Literal["internet-archive", "pywb", "memento", "common-crawl"]
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "internet-archive": ("index", "replay"),
    "pywb": ("index", "replay"),
    "memento": ("timemap",),
    "common-crawl": ("index", "replay"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A web archive: its addresses, its dialect, and seconds between two requests of each kind."""

    name: str
    title: str
    dialect: Dialect
    index: str | None = None
    timemap: str | None = None
    timegate: str | None = None
    replay: str | None = None
    index_every: float = 2.5
    page_every: float = 1.0
    loopback: bool = False
    """Whether it may stand on this machine: the guard lets no other non-public address through."""
    contact: str | None = None
    """An address for the archive's operators, sent to archives only."""
    note: str | None = None

    @property
    def gives_pages(self) -> bool:
        """Whether the bytes that were served can be had from it."""
        return self.replay is not None


@cache
def shipped() -> Mapping[str, Archive]:
    """The archives that come with Legation, by name."""
    return read_archives(files("legation.vocabulary").joinpath("archives.toml").read_text(encoding="utf-8"), {})


def read_archives(text: str, known: Mapping[str, Archive], *, item: str = "archives.toml") -> Mapping[str, Archive]:
    """The archives of a configuration text over those known: a table of a known name changes what it names.

    Raises:
        UsageError: no TOML, an unknown key, a value of the wrong kind, or an address that is lacking.
    """
    return named_tables(text, known, partial(_archive, item=item), item=item)


def _archive(name: str, before: dict[str, Any], changes: dict[str, Any], *, item: str) -> Archive:
    table = {**before, **changes}
    kinds = {each.name: each.type for each in fields(Archive)}
    for key, value in table.items():
        if key not in kinds:
            raise UsageError(f"{item}: [{name}] has `{key}`; known are {', '.join(sorted(kinds))}", item=item)
        if not _fits(key, value):
            raise UsageError(f"{item}: [{name}] `{key}` can't be {value!r}", item=item)
    dialect = str(table.get("dialect"))
    if dialect not in get_args(Dialect):
        raise UsageError(f"{item}: [{name}] needs a dialect: {', '.join(get_args(Dialect))}", item=item)
    for key in _NEEDED[dialect]:
        if not table.get(key):
            raise UsageError(f"{item}: [{name}] needs `{key}`, the address of its {key}", item=item)
    said: dict[str, Any] = {key: float(value) if key.endswith("_every") else value for key, value in table.items()}
    said |= {"name": name, "title": table.get("title") or name, "dialect": cast(Dialect, dialect)}
    return Archive(**said)


def _fits(key: str, value: object) -> bool:
    if key == "loopback":
        return isinstance(value, bool)
    if key.endswith("_every"):
        return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
    return value is None or isinstance(value, str)
