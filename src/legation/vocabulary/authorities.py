"""Which authorities stamp digests, and where do they answer?

Addresses are configuration: a file of the same form adds authorities or puts one at another address, on loopback too.
Root certificates are never shipped: whom to trust is the user's to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from legation.errors import UsageError
from legation.vocabulary.settings import named_tables

_KEYS = ("title", "url", "roots", "default", "loopback", "note")
_YES_OR_NO = ("default", "loopback")


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """An authority that stamps digests."""

    name: str
    title: str
    url: str
    roots: str | None = None
    """Path of the PEM file with the roots that are trusted for it."""
    default: bool = False
    """Whether it is asked where none is named."""
    loopback: bool = False
    """Whether it may stand on this machine: the guard lets no other non-public address through."""
    note: str | None = None


@cache
def shipped() -> Mapping[str, Authority]:
    """The authorities that come with Legation, by name."""
    text = files("legation.vocabulary").joinpath("authorities.toml").read_text(encoding="utf-8")
    return read_authorities(text, {})


def read_authorities(
    text: str, known: Mapping[str, Authority], *, item: str = "authorities.toml", folder: Path | None = None
) -> Mapping[str, Authority]:
    """The authorities of a configuration text over those known: a table of a known name changes what it names.

    Args:
        text: TOML, one table an authority.
        known: those that it adds to.
        item: how problems name the file.
        folder: where paths of roots begin.

    Raises:
        UsageError: no TOML, an unknown key, a value of the wrong kind, or no address.
    """
    return named_tables(text, known, partial(_authority, item=item, folder=folder), item=item)


def _authority(
    name: str, before: dict[str, Any], table: dict[str, Any], *, item: str, folder: Path | None
) -> Authority:
    for key, value in table.items():
        if key not in _KEYS:
            raise UsageError(f"{item}: [{name}] has `{key}`; known are {', '.join(_KEYS)}", item=item)
        if not isinstance(value, bool if key in _YES_OR_NO else str):
            raise UsageError(f"{item}: [{name}] `{key}` can't be {value!r}", item=item)
    said = {**before, **table, "name": name}
    if not said.get("url"):
        raise UsageError(f"{item}: [{name}] needs `url`, the address that requests are sent to", item=item)
    if "roots" in table and folder is not None:
        said["roots"] = str(folder / table["roots"])
    return Authority(**{"title": name, **said})
