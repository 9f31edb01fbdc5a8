"""Which part of a long list does a page show? So many rows after so many; the address says after how many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

from fastapi import Query

from legation.pipeline.answering.paged import Extent
from legation.publishing.rows import Row

A_PAGE = 100
"""Rows of a table on one page."""
A_READ = 50
"""What is read one by one and not looked over: claims, contradictions."""

V = TypeVar("V")
After = Annotated[int, Query(ge=0, le=10**9)]
"""After how many rows a page begins."""


def extent(after: int, a_page: int = A_PAGE) -> Extent:
    """The rows of one page."""
    return Extent(after, a_page)


def cut(rows: Sequence[V], after: int, a_page: int = A_PAGE) -> Sequence[V]:
    """The rows of one page, of all."""
    return rows[after : after + a_page]


def turned(total: int, after: int, a_page: int = A_PAGE) -> Row:
    """How many rows there are, and where the page stands among them: what a template needs to lead to the others."""
    return {"total": total, "after": after, "a_page": a_page}
