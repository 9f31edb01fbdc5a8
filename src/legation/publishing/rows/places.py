"""How do places and days look in a row? A passage, two inclusive days, a person: the parts that every row shares.

Unknown is `null`, never an empty text. Coordinates are PDF points, rounded to a hundredth of a point.
"""

from __future__ import annotations

from legation.model.dates import Bounds, Edtf
from legation.model.documents import Passage
from legation.model.parties import Person

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
Row = dict[str, Value]
SHORT_DIGITS = 8
"""Hexadecimal digits of an id that people are shown: 32 bits, enough for a case and checked for uniqueness."""


def text_or_null(text: str | None) -> str | None:
    """The text, or `None` where there is none to see."""
    return text if text and text.strip() else None


def date_text(date: Edtf | None) -> str | None:
    """The date as its EDTF text."""
    return date.text if date else None


def short_id(id_: str) -> str:
    """An id as people are shown it: its kind and the first eight digits, which commands accept as well."""
    kind, dash, digits = id_.rpartition("-")
    return f"{kind}{dash}{digits[:SHORT_DIGITS]}"


def bounds_row(bounds: Bounds | None) -> Row | None:
    """Two inclusive days; `None` stands for no such day at all, a null side for no bound there."""
    if bounds is None:
        return None
    return {
        "earliest": bounds.earliest.isoformat() if bounds.earliest else None,
        "latest": bounds.latest.isoformat() if bounds.latest else None,
    }


def person_row(person: Person) -> Row:
    """A person as others refer to it: id and label."""
    return {"id": person.id, "label": person.label}


def passage_row(passage: Passage) -> Row:
    """A passage with those of its places that its format has."""
    row: Row = {"sha256": passage.sha256, "start": passage.start, "end": passage.end, "quote": passage.quote}
    if passage.page is not None:
        row["page"] = passage.page
    if passage.box is not None:
        row["box"] = [round(side, 2) for side in passage.box]
    if passage.cell is not None:
        row["cell"] = list(passage.cell)
    if passage.element is not None:
        row["element"] = passage.element
    if passage.parts:
        row["parts"] = [passage_row(part) for part in passage.parts]
    return row
