"""How is a configuration file of named tables read over the ones that are known?"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from legation.errors import UsageError

Named = TypeVar("Named")


def named_tables(
    text: str, known: Mapping[str, Named], made: Callable[[str, dict[str, Any], dict[str, Any]], Named], *, item: str
) -> Mapping[str, Named]:
    """The values of a configuration text over those known: a table of a known name changes what it names.

    Args:
        text: TOML, one table for each value.
        known: dataclasses by name.
        made: makes a value of its name, the fields of the known one of that name, and its table.
        item: how problems name the file.

    Raises:
        UsageError: no TOML, or something stands outside of a table.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{item}: {error}; mend the file", item=item) from None
    found = dict(known)
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise UsageError(f"{item}: `{name}` stands outside of a table; each has one of its own, [name]", item=item)
        before = found.get(name)
        said = {} if before is None else {each.name: getattr(before, each.name) for each in fields(before)}  # type: ignore[arg-type]
        found[name] = made(name, said, table)
    return found
