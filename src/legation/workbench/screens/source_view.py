"""What is seen of a source at one time? One leaf with its marks and rows, and how far the whole is checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from legation.model.sources import Capture
from legation.pipeline.answering.naming import sources
from legation.pipeline.deciding.checking import Checks, checked_row
from legation.pipeline.work.showing import Opened
from legation.publishing.beside import Line
from legation.publishing.leaves import Leaf, leaf_at, leaf_of_row, leaves
from legation.publishing.rows import Row, Value, capture_row
from legation.store.case import Case

View = Literal["page", "text", "outline"]
VIEW_WORDS: dict[View, str] = {"page": "page image", "text": "text", "outline": "outline of the page"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody wants to look."""

    leaf: int | None
    view: View | None
    at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A source with the leaf that is looked at."""

    opened: Opened
    leaves: tuple[Leaf, ...]
    leaf: Leaf
    view: View
    views: tuple[View, ...]
    at: int | None
    row_at: int | None
    """The number of the row that begins where somebody wants to look."""


def look_at(opened: Opened, found: Checks, place: Place) -> Look:
    """The leaf and the view that are asked for: by number, by a place in the text, else the first with rows."""
    every = leaves(opened.beside, pages=opened.pages)
    numbers = {id_: number for number, id_ in enumerate(opened.beside.rows, 1)}
    row_at = next(
        (numbers[one.id] for one in found.values if one.passage.start == place.at and one.id in numbers), None
    )
    if place.leaf is not None:
        leaf = every[min(max(place.leaf, 1), len(every)) - 1]
    elif place.at is not None:
        leaf = leaf_of_row(every, row_at) if row_at else leaf_at(every, place.at)
    else:
        leaf = next((one for one in every if one.rows), every[0])
    drawn = leaf.page is not None and leaf.page <= len(opened.sizes)
    views: list[View] = ["page"] if drawn else []
    views += ["text", *(("outline",) if opened.media_type in ("text/html", "application/xhtml+xml") else ())]
    view = place.view if place.view in views else views[0]
    return Look(opened=opened, leaves=every, leaf=leaf, view=view, views=tuple(views), at=place.at, row_at=row_at)


def source_view(case: Case, capture: Capture, every: Sequence[Capture], found: Checks, look: Look | None) -> Row:
    """All that the screen shows of a source; without a look, what is known of it all the same."""
    view: Row = {
        "source": {**capture_row(capture), "words": sources(case)[capture.sha256]},
        "captures": [{"id": one.id, "as_of": capture_row(one)["as_of"]} for one in every],
        "edition": {"id": found.edition.id, "as_of": found.edition.as_of.text if found.edition.as_of else None}
        if found.edition
        else None,
        "counts": {**found.counts()},
        "rows_read": len(found.values),
    }
    if look is None:
        return {**view, "look": None, "rows": [], "residue": []}
    ids = {value.id: number for number, value in enumerate(found.values, 1)}
    here = [ids[id_] for row in look.leaf.rows if (id_ := look.opened.beside.rows[row - 1]) in ids]
    return {
        **view,
        "look": _look_row(look, found),
        "rows": [checked_row(found, number) for number in here],
        "residue": [row for row in found.residue if _is_on(row, look.leaf)],
    }


def _look_row(look: Look, found: Checks) -> Row:
    beside = look.opened.beside
    return {
        "state": look.opened.state,
        "reader": look.opened.reader,
        "media_type": look.opened.media_type,
        "notes": [*look.opened.notes],
        "sentences": [*beside.sentences],
        "view": look.view,
        "views": [{"id": view, "words": VIEW_WORDS[view]} for view in look.views],
        "leaf": look.leaf.number,
        "page": look.leaf.page,
        "leaves": [_leaf_row(leaf, beside.rows, found) for leaf in look.leaves],
        "at": look.at,
        "row_at": look.row_at,
        "lines": [_line_row(line, look) for line in look.leaf.lines] if look.view != "page" else [],
        "picture": _picture_row(look) if look.view == "page" else None,
    }


def _leaf_row(leaf: Leaf, rows: Sequence[str], found: Checks) -> Row:
    counts = found.counts(rows[row - 1] for row in leaf.rows)
    return {"number": leaf.number, "rows": len(leaf.rows), **counts}


def _line_row(line: Line, look: Look) -> Row:
    at = look.at is not None and look.row_at is None and line.start <= look.at <= line.end
    stretches: list[Value] = [
        {"text": each.text, "rows": [*each.rows], "begins": [*each.begins]} for each in line.stretches
    ]
    return {"kind": line.kind, "stretches": stretches, "reason": line.reason, "at": at}


def _picture_row(look: Look) -> Row:
    page = look.leaf.page or 1
    width, height = look.opened.sizes[page - 1]
    marks = [mark for mark in look.opened.beside.marks if mark.page == page]
    line = next((one for one in look.leaf.lines if look.at is not None and one.start <= look.at <= one.end), None)
    return {
        "page": page,
        "width": round(width, 2),
        "height": round(height, 2),
        "marks": [
            {
                "row": mark.row,
                "x": round(mark.box[0], 2),
                "y": round(mark.box[1], 2),
                "width": round(mark.box[2] - mark.box[0], 2),
                "height": round(mark.box[3] - mark.box[1], 2),
            }
            for mark in marks
        ],
        "line_at": "".join(each.text for each in line.stretches) if line and look.row_at is None else None,
    }


def _is_on(row: Row, leaf: Leaf) -> bool:
    passage = row["passage"]
    assert isinstance(passage, dict)
    start = passage["start"]
    return isinstance(start, int) and any(line.start <= start <= line.end for line in leaf.lines)
