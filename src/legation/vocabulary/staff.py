"""Whom does a list print who isn't the story? The lowest class of the career, administrative and local staff.

Who is unknown to these tables isn't of them.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from legation.vocabulary.folding import fold
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.tables import rows, spelled_out

Standing = Literal["lowest", "administrative", "local"]

_ADMINISTRATIVE = "administrative"


@cache
def lowest_ranks() -> frozenset[str]:
    """The ranks of the lowest class of the diplomatic career."""
    classes = {rank: int(place) for rank, place in rows("classes.tsv")}
    lowest = min(classes.values())
    return frozenset(rank for rank, place in classes.items() if place == lowest)


def standing_of(rank: str | None, title: str | None, section: str | None) -> Standing | None:
    """What keeps a line from being named by default; `None` where nothing does.

    Args:
        rank: its code, where the title has one.
        title: as printed.
        section: the heading under which the line stands, as printed.
    """
    if any(_local().scan(fold(text)) for text in (title, section) if text):
        return "local"
    if rank == _ADMINISTRATIVE or (section and _administrative().scan(fold(section))):
        return "administrative"
    return "lowest" if rank in lowest_ranks() else None


@cache
def _local() -> Phrases[str]:
    return Phrases((words, language) for language, text in rows("local_staff.tsv") for words in spelled_out(text))


@cache
def _administrative() -> Phrases[str]:
    """Headings of sections of administrative staff."""
    return Phrases(
        (words, language)
        for kind, language, text in rows("sections.tsv")
        if kind == "admin"
        for words in spelled_out(text)
    )
