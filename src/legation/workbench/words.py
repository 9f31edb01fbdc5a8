"""How are days, places and people of a row said on a page? The same words as on the command line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from legation.model.claims import Attribution
from legation.model.dates import Bounds
from legation.publishing.page import whole_days
from legation.publishing.phrases import bounds_phrase, chain_phrase
from legation.publishing.rows import Value
from legation.publishing.views import said

WAITING: Mapping[str, tuple[str, str, str]] = {
    "unbuilt": ("capture that waits for a build", "captures that wait for a build", "/captures?state=unbuilt"),
    "unread": ("capture that couldn’t be read", "captures that couldn’t be read", "/captures?state=unread"),
    "residue": ("line that wasn’t understood", "lines that weren’t understood", "/captures?state=residue"),
    "undecided": ("pair that nobody has judged", "pairs that nobody has judged", "/review"),
    "contradictions": ("disagreement between sources", "disagreements between sources", "/contradictions"),
    "replies": ("answer that is overdue", "answers that are overdue", "/replies#due"),
    "unheard": ("claim that nobody was asked about", "claims that nobody was asked about", "/replies#unheard"),
    "loose": ("judgement that attaches to nothing", "judgements that attach to nothing", "/log"),
    "refused": ("judgement that can’t be honored", "judgements that can’t be honored", "/log"),
}
"""What waits, for one and for several, and where it is done."""


LABELS: Mapping[str, str] = {
    "quote": "Its words",
    "date": "Day on which it said so",
    "confidential": "In confidence",
    "text": "In its own words",
    "zone": "On whose clock",
    "why": "Reason",
    "kind": "They are",
    "as-of": "Date of a list",
    "published": "Day of an article",
    "receiving": "Host state of a list",
    "mission": "Mission, where it shows one only",
    "captured-at": "Seen at",
    "url": "Address",
}
"""What forms call that which a command takes as an option."""
_OPTION = re.compile(r"--([a-z][a-z-]*)(?: [A-Z]+\b)?")


def in_a_form(message: str) -> str:
    """What is to be done next, in the words of a form: of a command's options the labels of the fields."""
    return _OPTION.sub(lambda found: f"“{LABELS[found[1]]}”" if found[1] in LABELS else found[0], message)


def bounds_words(bounds: Mapping[str, str | None] | None) -> Markup:
    """Two inclusive days of a row, as a phrase; no day is broken over two lines."""
    if bounds is None:
        return whole_days(bounds_phrase(None))
    earliest, latest = (
        date.fromisoformat(day) if (day := bounds.get(side)) else None for side in ("earliest", "latest")
    )
    return whole_days(bounds_phrase(Bounds(earliest=earliest, latest=latest)))


def number_words(count: Mapping[str, Any]) -> str:
    """A number that reports give of a happening, with what it counts."""
    unit = str(count["unit"] or "")
    return f"{count['value']} {unit.removesuffix('s') if count['value'] == 1 else unit}".strip()


def place_words(passage: Mapping[str, Value]) -> str:
    """Where in its document a passage of a row stands: page, row, element or character."""
    if "page" in passage:
        return f"p. {passage['page']}"
    cell = passage.get("cell")
    if isinstance(cell, list) and isinstance(cell[1], int):
        return f"row {cell[1] + 1}"
    if "element" in passage:
        return f"element {passage['element']}"
    return f"character {passage['start']}"


def chain_words(chain: list[dict[str, Any]]) -> str:
    """Who says so, outermost first; an empty chain is the report's own voice."""
    return chain_phrase(Attribution(**link) for link in chain)


def claim_words(row: Mapping[str, Any]) -> str:
    """What kind of claim a row is."""
    return said.claim_words(row["type"])
