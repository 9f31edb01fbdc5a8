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


_NEWS = {
    "joined": "{name} is listed, and wasn't before",
    "left": "{name} isn't listed any more; a list doesn't say why",
    "title": "{name} is listed as {title}, before as {was_title}",
    "respelled": "{name} is printed for {was_name}",
    "list-gone": "the page is there and the list isn't",
    "page-gone": "the page isn't there ({state})",
    "wall": "something stands before the page ({state})",
    "unreadable": "the page can't be read ({state})",
    "back": "names are there again",
}


def news_story(row: Row, sources: Sources) -> str:
    """What changed on a page, between which looks."""
    now, was = row["is"] or row["was"] or {}, row["was"] or {}
    said = _NEWS[row["change"]].format(
        name=now.get("name"),
        title=now.get("title") or "nothing",
        was_name=was.get("name"),
        was_title=was.get("title") or "nothing",
        state=row["now"]["state"],
    )
    return f"{row['url']}, {_at(row['now'])} ({_id(row['now'])}): {said}; compared with {_at(row['before'])}"


def stock_story(row: Row, sources: Sources) -> str:
    """What the first run over a page found."""
    return f"{row['url']}: watched from now on; the case holds {row['captures']} captures of it"


def _at(look: Row) -> str:
    return str(look["at"])[:16].replace("T", " ")


def _id(look: Row) -> str:
    return str(look["capture"])[:16]
