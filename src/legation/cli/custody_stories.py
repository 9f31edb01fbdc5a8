"""Stamps, authorities and what an erasure takes, told in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]
Sources = Mapping[str, str]

_SIGNED = {
    "sound": "its signature leads to a root that you trust",
    "unchecked": "its signature was not checked here",
    "refused": "its signature is not to be trusted",
}


def stamp_story(row: Row, _sources: Sources) -> str:
    """Who attests what, since when, and whether the signature was checked."""
    lines = [
        f"entry {row['entry']} existed on {row['at']}, by the word of {row['authority']}; {_SIGNED[row['signature']]}",
        *(f"  {note}" for note in row["notes"]),
        f"  custody/stamps/{row['id']}",
    ]
    return "\n".join(lines)


def authority_story(row: Row, _sources: Sources) -> str:
    """Where an authority answers, and which roots are trusted for it."""
    usual = "asked unless others are named" if row["default"] else "asked when named"
    trusted = f"roots: {row['roots']}" if row["roots"] else "no roots given, so no signature is checked here"
    return "\n".join([f"{row['id']}: {row['title']}, {row['url']}; {usual}; {trusted}", *row["notes"]])


def erasing_story(row: Row, _sources: Sources) -> str:
    """One thing that goes or stays, and why."""
    return f"{'goes ' if row['goes'] else 'stays'}  {row['what']}: {row['name']}{_because(row)}"


def _because(row: Row) -> str:
    return f" ({row['why']})" if row["why"] else ""
