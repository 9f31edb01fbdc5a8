"""Whom does a workbook have only on sheets that are hidden from who opens it? They are listed where no other sheet is.

What stands on a hidden sheet isn't printed: for a mission that is shown as well it is an older state or a draft, and
nobody is listed by it.
"""

from __future__ import annotations

from legation.extraction.rosters.entries import Draft
from legation.extraction.rosters.reading_state import Read


def leave_unseen(read: Read) -> None:
    """Take out the people whom a hidden sheet has for missions that are shown; their cells are furniture."""
    shown = {_owner(draft) for draft in read.drafts if not _is_hidden(draft)}
    unseen = [draft for draft in read.drafts if _is_hidden(draft) and _owner(draft) in shown]
    if not unseen:
        return
    cells = sum(len(draft.shown) for draft in unseen)
    read.used -= cells
    read.furniture += cells
    read.unseen = len(unseen)
    left = set(map(id, unseen))
    read.drafts = [draft for draft in read.drafts if id(draft) not in left]


def _owner(draft: Draft) -> str | None:
    return draft.place.key or draft.place.heading


def _is_hidden(draft: Draft) -> bool:
    """Whether a person stands on a hidden sheet; what a page hides, it may show on another width or at a click."""
    blocks = [piece.block for piece in draft.shown]
    return any(block.element is None and "hidden" in (block.role or "").split() for block in blocks)
