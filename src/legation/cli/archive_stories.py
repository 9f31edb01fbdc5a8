"""What the captures of a page tell, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]
Sources = Mapping[str, str]


def vanishing_story(row: Row, sources: Sources) -> str:
    """Between which captures the names on a page vanished, and what lies between."""
    seen, without = row["last_seen"], row["first_without"]
    lines = [f"{row['url']}: {row['names']} names were last seen on {_at(seen)} ({_id(seen)})"]
    if without:
        lines.append(f"  the first capture without them that can be compared is of {_at(without)} ({_id(without)})")
    else:
        lines.append("  no later capture can be compared: the page may be gone, or only out of sight")
    lines += [
        f"  between them, {_at(look)}: {look['state']}, which shows nothing ({_id(look)})" for look in row["between"]
    ]
    if row["back"]:
        lines.append(f"  names are there again on {_at(row['back'])} ({_id(row['back'])})")
    lines.append("  That names are gone from a page says nothing about who took them away, or why.")
    return "\n".join(lines)


def _at(look: Row) -> str:
    return str(look["at"])[:16].replace("T", " ")


def _id(look: Row) -> str:
    return str(look["capture"])[:16]
