"""How does one value look in a cell of a table? Short, in words, and never more certain than it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def place(passage: Mapping[str, Any] | None, sources: Mapping[str, str]) -> str:
    """The source by its name, and the page, cell or place in the text: `list.pdf, p. 12`."""
    if not passage:
        return ""
    digest = str(passage.get("sha256") or "")
    name = sources.get(digest, digest[:8])
    if passage.get("page") is not None:
        return f"{name}, p. {passage['page']}"
    if passage.get("cell") is not None:
        return f"{name}, row {passage['cell'][1] + 1}"
    return f"{name}, at {passage['start']}"


def bounds(days: Mapping[str, Any] | None) -> str:
    """Two days as `2020-02-06 to 2020-08-14`, one where they are one; open sides in words."""
    if not days:
        return ""
    earliest, latest = days.get("earliest"), days.get("latest")
    if earliest == latest:
        return earliest or "not known"
    if earliest is None:
        return f"by {latest}"
    return f"from {earliest}" if latest is None else f"{earliest} to {latest}"


def days_between(gap: Sequence[int | None]) -> str:
    """The least and the most days: `12 to 190`; open sides in words."""
    least, most = gap
    if least is None:
        return "not known" if most is None else f"at most {most}"
    if most is None:
        return f"at least {least}"
    return str(least) if least == most else f"{least} to {most}"


def claimants(chain: Sequence[Mapping[str, Any]]) -> str:
    """Who says so, outermost first; the source itself where nobody is named."""
    if not chain:
        return "the source"
    return ", ".join(f"{link['speaker'] or 'unnamed'} {link['stance']}" for link in chain)


def counts(found: Sequence[Mapping[str, Any]]) -> str:
    """The numbers that tellings give, side by side."""
    return "; ".join(f"{count['value']} {_unit(count)}".strip() for count in found)


def _unit(count: Mapping[str, Any]) -> str:
    unit = str(count["unit"] or "")
    return unit.removesuffix("s") if count["value"] == 1 else unit


def dates(found: Sequence[Mapping[str, Any]]) -> str:
    """Dates that a list prints beside a person."""
    return "; ".join(
        date["value"] if date["kind"] == "printed" else f"{date['value']} {date['kind']}" for date in found
    )


def names(found: Sequence[str], *, but: str) -> str:
    """Names, without the one that is shown already."""
    return "; ".join(name for name in found if name != but)


def joined(row: Mapping[str, Any], value: str, basis: str) -> str:
    """A value with what it rests on: `2022-04-26 (printed)`."""
    return f"{row[value]} ({row[basis]})" if row.get(value) and row.get(basis) else str(row.get(value) or "")


def shortened(text: str | None, most: int) -> str:
    """The text on one line, cut after so many characters."""
    line = " ".join((text or "").split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def yes(value: bool | None) -> str:
    """`yes` for a truth, nothing for the rest: what a list doesn't say is no `no`."""
    return "yes" if value else ""
