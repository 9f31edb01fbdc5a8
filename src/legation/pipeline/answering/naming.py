"""By which name do people know a source? The file's name; all its names where the same bytes have several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from legation.pipeline.work.remembered import remembered
from legation.store.case import Case

Sources = Mapping[str, str]
MOST_NAMES = 3
"""Names of the same bytes that are told; beyond that, how many there are."""


def sources(case: Case) -> Sources:
    """The name of every captured file by its digest, the same in whatever order files were added.

    A note has the address that it names.
    """
    return remembered(case, _sources)


def _sources(case: Case) -> Sources:
    names: defaultdict[str, set[str]] = defaultdict(set)
    for capture in case.kept.captures():
        by_hand = capture.given.url if capture.origin == "hand" else None
        names[capture.sha256].add(by_hand or capture.name)
    return {sha256: _told(sorted(found)) for sha256, found in names.items()}


def _told(names: list[str]) -> str:
    first, *others = names
    if not others:
        return first
    more = ", ".join(others) if len(names) <= MOST_NAMES else f"{len(others)} more names"
    return f"{first} (also {more})"
