"""When does a noun of sending away tell an event? Where somebody decides it, owns it, or a step answers it."""

from __future__ import annotations

from legation.extraction.news.mentions import Marked
from legation.extraction.news.triggers import Hit

_NEAR = 6
_VERB = 5


def is_decided(marked: Marked, hit: Hit) -> bool:
    """Whether a noun of sending away hangs on a verb that decides, or on its possessor, so that it tells an event."""
    near = range(max(hit.first - _VERB, 0), hit.first)
    return any(decides(marked, index) or marked.words[index] == "'s" for index in near)


def decides(marked: Marked, index: int) -> bool:
    """Whether a verb that decides on a step, or takes it back, begins at a place."""
    if marked.is_in(index, "decide"):
        return True
    undone = marked.phrase_at("hedge", index)
    return undone is not None and undone[0] == "retracted"


def is_answered(marked: Marked, hit: Hit) -> bool:
    """Whether a noun of sending away is what a step is said to answer: "in response to the expulsion of"."""
    if hit.sense.rule != "noun":
        return False
    for index in range(max(hit.first - _NEAR, 0), hit.first):
        found = marked.phrase_at("retaliation-back", index)
        if found is not None and hit.first - index - found[1] <= 2:
            return True
    return False
