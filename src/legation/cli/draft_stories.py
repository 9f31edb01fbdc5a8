"""How is a sentence of a draft told at the terminal? Its verdict, what the case has to it, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from legation.cli.cells import place, shortened

Row = Mapping[str, Any]
Sources = Mapping[str, str]
_OPEN = ("differs", "unsupported")
_WIDTH = 140
_LEADS = {
    "claim": "",
    "accusation": "the case has ",
    "quote": "as printed: ",
    "words": "but ",
    "speaker": "beside it stands ",
}
"""What stands before what the case has instead, where that isn't a value in place of another."""


def sentence_story(row: Row, sources: Sources) -> str:
    """The sentence, its open points with what the case has, and the nearest passage."""
    lines = [f"{row['number']:>4}  {row['verdict']:<17}{row['text']}"]
    open_points = [point for point in row["points"] if point["verdict"] in _OPEN]
    for point in open_points:
        lines.extend(_point(point, sources))
    if row["verdict"] == "supported":
        lines.extend(_told(each, sources) for each in row["evidence"][:1])
        lines.extend(f"      {each['says']}" for each in row["points"] if each["says"])
    elif not any(point["evidence"] for point in open_points):
        lines.extend(f"{_told(each, sources)} (nearest)" for each in row["evidence"][:1])
    return "\n".join(lines)


def _point(point: Row, sources: Sources) -> Iterator[str]:
    what = f"{point['point']} “{shortened(point['printed'], 70)}”"
    if point["verdict"] == "unsupported":
        what = "nothing in the case says this" if point["point"] == "words" else f"{what}: not in the case"
        yield f"      {what}"
        return
    yield f"      {what}: {_LEADS.get(point['point'], 'the case has ')}{point['says']}"
    if point["evidence"]:
        yield _told(point["evidence"], sources)


def _told(ground: Row, sources: Sources) -> str:
    text = shortened(ground["text"], _WIDTH)
    return f"      {text if ground['derived'] else f'“{text}”'} — {place(ground['passage'], sources)}"
